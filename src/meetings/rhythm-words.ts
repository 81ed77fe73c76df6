import type { ListedMeeting, Schedule } from './schema.ts';
import { words } from './words.ts';

/** How often a meeting is held, in words. No Temporal here: it may run in the browser. */

const list = new Intl.ListFormat('en-US');
const calendar = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options });
const monthNames = calendar({ month: 'long' });
const dateNames = calendar({ month: 'long', day: 'numeric', year: 'numeric' });

const ordinals = new Map([
  ...([1, 2, 3, 4, 5] as const).map(
    (week, index) => [week, ['1st', '2nd', '3rd', '4th', '5th'][index]] as const,
  ),
  [-1, 'last'],
]);

const dateName = (date: string) => dateNames.format(Date.parse(date));
const monthName = (month: number) => monthNames.format(Date.UTC(2026, month - 1));

/**
 * “Every Tuesday”, “Every other Tuesday”, “2nd and 4th Tuesday of the month”, “Every Monday, June to
 * August”, “Every Tuesday, until December 15, 2026”. When it begins is said while that is after `today`
 * (`YYYY-MM-DD` by the meeting's calendar), and never without one.
 */
export function rhythmWords(
  { day, schedule }: Pick<ListedMeeting, 'day' | 'schedule'>,
  today: string | null = null,
): string {
  if (day === null) return words.byAppointment;
  const { firstOn, lastOn } = schedule;
  const begins = firstOn !== null && today !== null && firstOn > today ? `from ${dateName(firstOn)}` : null;
  const ends = lastOn === null ? null : `until ${dateName(lastOn)}`;
  const term = [begins, ends].filter((part) => part !== null).join(' ');
  return `${howOften(words.days[day] ?? '', schedule)}${season(schedule.months)}${term && `, ${term}`}`;
}

function howOften(day: string, { everyWeeks, weeksOfMonth }: Schedule): string {
  if (weeksOfMonth !== null) {
    const inOrder = weeksOfMonth.toSorted((a, b) => (a === -1 ? 1 : b === -1 ? -1 : a - b));
    const named = list.format(inOrder.map((week) => ordinals.get(week) ?? ''));
    return `${named.replace(/^l/, 'L')} ${day} of the month`;
  }
  if (everyWeeks === null) return `Every ${day}`;
  return everyWeeks === 2 ? `Every other ${day}` : `Every ${everyWeeks} weeks on ${day}`;
}

/** Three months on end or more are named by the first and the last of them, also across the new year. */
function season(months: number[] | null): string {
  if (months === null) return '';
  const inOrder = months.toSorted((a, b) => a - b);
  const follows = (month: number) => inOrder.includes((month % 12) + 1);
  const [end, ...otherEnds] = inOrder.filter((month) => !follows(month));
  if (inOrder.length < 3 || end === undefined || otherEnds.length > 0)
    return ` in ${list.format(inOrder.map(monthName))}`;
  const begin = ((end - inOrder.length + 12) % 12) + 1;
  return `, ${monthName(begin)} to ${monthName(end)}`;
}
