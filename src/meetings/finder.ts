import type { Temporal } from 'temporal-polyfill';
import type { CompactList, CompactMeeting } from './compact.ts';
import { byDay, dayHeading, type DayGroup } from './days.ts';
import { matcher, searchText } from './search.ts';
import { graceMinutes } from './week.ts';
import { words } from './words.ts';

/** What the address of the finder asks for. `day` null: nothing said. */
export interface FinderQuery {
  text: string;
  day: number | 'today' | 'appointment' | 'all' | null;
}

export interface DayLink {
  label: string;
  href: string;
  current: boolean;
}

export interface FinderView {
  query: FinderQuery;
  groups: (DayGroup & { earlier: CompactMeeting[] })[];
  days: DayLink[];
  found: number;
  /** Matches past the most that one page shows. */
  more: number;
  /** The heading of the one day shown; null when every day is. */
  onlyDay: string | null;
}

// Past this many meetings a page shows one day at a time; a search never shows more than this.
const manyMeetings = 150;
const mostFound = 300;

/** `?q=` and `?day=`: today, a day's name, appointment, all. Anything else counts as nothing said. */
export function readQuery(parameters: URLSearchParams): FinderQuery {
  const text = (parameters.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
  const asked = parameters.get('day') ?? '';
  if (asked === 'today' || asked === 'appointment' || asked === 'all') return { text, day: asked };
  const index = words.days.findIndex((day) => day.toLowerCase() === asked.toLowerCase());
  return { text, day: index < 0 ? null : index };
}

export function finderAddress(text: string, day: string | null): string {
  const parameters = new URLSearchParams({ ...(text !== '' && { q: text }), ...(day !== null && { day }) });
  const query = parameters.toString();
  return query === '' ? '/meetings/' : `/meetings/?${query}`;
}

/** The list as a page without JavaScript shows it, at `now` by the site's clock. */
export function finderView(list: CompactList, query: FinderQuery, now: Temporal.Instant): FinderView {
  const clock = now.toZonedDateTimeISO(list.timeZone);
  const today = clock.dayOfWeek % 7;
  const scope = query.day ?? (query.text === '' && list.meetings.length > manyMeetings ? 'today' : 'all');
  const matches = matcher(query.text);
  const matching =
    query.text === '' ? list.meetings : list.meetings.filter((meeting) => matches(searchText(meeting, list)));

  const asked = scope === 'today' ? today : scope === 'appointment' ? null : scope;
  const groups = byDay(matching, today).filter(({ day }) => asked === 'all' || day === asked);
  const found = groups.reduce((sum, { meetings }) => sum + meetings.length, 0);
  const shown = query.text === '' ? groups : firstOf(groups, mostFound);
  const begun = clock.subtract({ minutes: graceMinutes });
  const lateToday = begun.toPlainDate().equals(clock.toPlainDate())
    ? begun.toPlainTime().toString().slice(0, 5)
    : '00:00';
  return {
    query,
    groups: shown.map((group) => ({
      ...group,
      ...(group.day === today ? split(group, lateToday) : { earlier: [] }),
    })),
    days: dayLinks(list.meetings, today, query.text, scope),
    found,
    more: Math.max(0, found - mostFound) * (query.text === '' ? 0 : 1),
    onlyDay: asked === 'all' ? null : dayHeading(asked, today),
  };
}

/** Today's meetings that one can still make, and those already under way or over. */
function split(
  { meetings }: DayGroup,
  from: string,
): { meetings: CompactMeeting[]; earlier: CompactMeeting[] } {
  const started = ({ start, here }: CompactMeeting) => (here?.start ?? start ?? '') <= from;
  return { meetings: meetings.filter((meeting) => !started(meeting)), earlier: meetings.filter(started) };
}

function firstOf(groups: DayGroup[], most: number): DayGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const meetings = group.meetings.slice(0, left);
    left -= meetings.length;
    return meetings.length > 0 ? [{ ...group, meetings }] : [];
  });
}

function dayLinks(
  meetings: CompactMeeting[],
  today: number,
  text: string,
  scope: FinderView['query']['day'],
): DayLink[] {
  const days = byDay(meetings, today).map(({ day, heading }) => {
    const name =
      day === null ? 'appointment' : day === today ? 'today' : (words.days[day] ?? '').toLowerCase();
    const current =
      scope === name || (day !== null && (scope === day || (scope === 'today' && day === today)));
    return { label: heading, href: finderAddress(text, name), current };
  });
  return [...days, { label: words.everyDay, href: finderAddress(text, 'all'), current: scope === 'all' }];
}
