import type { CompactList, CompactMeeting } from './compact.ts';
import { byDay, dayHeading, firstOf, type DayGroup } from './days.ts';
import { matcher, searchText } from './search.ts';
import type { SiteClock } from './site-clock.ts';
import { words } from './words.ts';

/** What the address of the finder asks for. `day` null: nothing said. */
export interface FinderQuery {
  text: string;
  day: number | 'today' | 'appointment' | 'all' | null;
}

export interface DayLink {
  /** Short, for the row of days, and in full. */
  label: string;
  name: string;
  href: string;
  current: boolean;
}

export interface FinderView {
  query: FinderQuery;
  groups: DayGroup[];
  days: DayLink[];
  found: number;
  /** Matches past the most that one page shows. */
  more: number;
  /** The heading of the one day shown; null when every day is. */
  onlyDay: string | null;
}

// Past this many meetings a page shows one day at a time; a search never shows more than mostFound.
const manyMeetings = 150;
const mostFound = 200;

/** `?q=` and `?day=`: today, a day's name, appointment, all. Anything else counts as nothing said. */
export function readQuery(parameters: URLSearchParams): FinderQuery {
  const text = (parameters.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 100).toWellFormed();
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

/** The list as a page without JavaScript shows it. */
export function finderView(list: CompactList, query: FinderQuery, clock: SiteClock): FinderView {
  const { text } = query;
  const scope = query.day ?? (text === '' && list.meetings.length > manyMeetings ? 'today' : 'all');
  const asked = scope === 'today' ? clock.today : scope === 'appointment' ? null : scope;
  const matches = matcher(text);
  const matching =
    text === '' ? list.meetings : list.meetings.filter((one) => matches(searchText(one, list)));
  const groups = byDay(matching, clock).filter(({ day }) => asked === 'all' || day === asked);
  const found = groups.reduce((sum, { meetings, earlier }) => sum + meetings.length + earlier.length, 0);
  return {
    query,
    groups: text === '' ? groups : firstOf(groups, mostFound),
    days: dayLinks(list.meetings, clock, text, asked),
    found,
    more: text === '' ? 0 : Math.max(0, found - mostFound),
    onlyDay: asked === 'all' ? null : dayHeading(asked, clock.today),
  };
}

function dayLinks(
  meetings: CompactMeeting[],
  clock: SiteClock,
  text: string,
  asked: number | null | 'all',
): DayLink[] {
  const days = byDay(meetings, clock).map(({ day, heading }) => {
    const full = day === null ? 'appointment' : (words.days[day] ?? '');
    const address = day === clock.today ? 'today' : full.toLowerCase();
    const short = day === null ? heading : heading.includes(',') ? heading.split(',')[0] : full.slice(0, 3);
    return {
      label: short ?? heading,
      name: heading,
      href: finderAddress(text, address),
      current: day === asked,
    };
  });
  const all = {
    label: words.everyDay,
    name: words.everyDay,
    href: finderAddress(text, 'all'),
    current: asked === 'all',
  };
  return [...days, all];
}
