import { localeOf } from '#i18n/language.ts';
import type { ListedMeeting, Schedule } from './schema.ts';
import { capital, words as english, type Words } from './words.ts';

/** How often a meeting is held, in words. No Temporal here: it may run in the browser. */

const ordinals = new Map([
  ...([1, 2, 3, 4, 5] as const).map(
    (week, index) => [week, (['1st', '2nd', '3rd', '4th', '5th'] as const)[index] ?? '1st'] as const,
  ),
  [-1, 'last'] as const,
]);

const calendar = ({ language }: Words, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options });
const listed = ({ language }: Words, parts: string[]): string =>
  new Intl.ListFormat(localeOf(language)).format(parts);
const monthName = (words: Words, month: number): string =>
  calendar(words, { month: 'long' }).format(Date.UTC(2026, month - 1));

/**
 * “Every Tuesday”, “Every other Tuesday”, “2nd and 4th Tuesday of the month”, “Every Monday, June to
 * August”, “Every Tuesday, until December 15, 2026”. When it begins is said while that is after `today`
 * (`YYYY-MM-DD` by the meeting's calendar), and never without one.
 */
export function rhythmWords(
  { day, schedule }: Pick<ListedMeeting, 'day' | 'schedule'>,
  today: string | null = null,
  words: Words = english,
): string {
  if (day === null) return words.byAppointment;
  const { say } = words;
  const { firstOn, lastOn } = schedule;
  const dateName = (date: string): string =>
    calendar(words, { month: 'long', day: 'numeric', year: 'numeric' }).format(Date.parse(date));
  const begins =
    firstOn !== null && today !== null && firstOn > today
      ? say('from {date}', { date: dateName(firstOn) })
      : null;
  const ends = lastOn === null ? null : say('until {date}', { date: dateName(lastOn) });
  const term = [begins, ends].filter((part) => part !== null).join(' ');
  const often = howOften(words.days[day] ?? '', schedule, words);
  return `${often}${season(schedule.months, words)}${term && `, ${term}`}`;
}

function howOften(day: string, { everyWeeks, weeksOfMonth }: Schedule, words: Words): string {
  const { say } = words;
  if (weeksOfMonth !== null) {
    const inOrder = weeksOfMonth.toSorted((a, b) => (a === -1 ? 1 : b === -1 ? -1 : a - b));
    const weeks = inOrder.map((week) => say(ordinals.get(week) ?? '1st'));
    return capital(say('{weeks} {day} of the month', { weeks: listed(words, weeks), day }));
  }
  if (everyWeeks === null) return say('Every {day}', { day });
  return everyWeeks === 2
    ? say('Every other {day}', { day })
    : say('Every {count} weeks on {day}', { count: everyWeeks, day });
}

/** Three months on end or more are named by the first and the last of them, also across the new year. */
function season(months: number[] | null, words: Words): string {
  if (months === null) return '';
  const { say } = words;
  const inOrder = months.toSorted((a, b) => a - b);
  const follows = (month: number) => inOrder.includes((month % 12) + 1);
  const [end, ...otherEnds] = inOrder.filter((month) => !follows(month));
  if (inOrder.length < 3 || end === undefined || otherEnds.length > 0) {
    const named = inOrder.map((month) => monthName(words, month));
    return say(' in {months}', { months: listed(words, named) });
  }
  const begin = ((end - inOrder.length + 12) % 12) + 1;
  return say(', {first} to {last}', { first: monthName(words, begin), last: monthName(words, end) });
}
