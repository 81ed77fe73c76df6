import type { CompactList, CompactMeeting } from './compact.ts';
import { rowView } from './row-view.ts';
import { words } from './words.ts';

/** Text as it is compared: without case and without accents, so that “espanol” finds “español”. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Everything of a meeting that words may match. */
export function searchText(meeting: CompactMeeting, list: CompactList): string {
  const { name, about, how } = rowView(meeting, list);
  const day = meeting.here?.day ?? meeting.day;
  const { group, address, region, language } = meeting;
  const dayName = day === undefined ? words.byAppointment : words.days[day];
  return folded([name, about, how, group, address, region, language, dayName].filter(Boolean).join(' '));
}

/** Whether a text holds every word of a query. An empty query is held by all. */
export function matcher(query: string): (text: string) => boolean {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  return (text) => wanted.every((word) => text.includes(word));
}
