import type { Temporal } from 'temporal-polyfill';
import type { TodayLine } from '#platform/today-line.ts';

/** The page of the day: what waits first, then the week, then what has time. Pure. */

const sections = [
  { when: 'now', heading: 'Waits for you' },
  { when: 'week', heading: 'This week' },
  { when: 'later', heading: 'When there is time' },
] as const;

export interface TodaySection {
  when: TodayLine['when'];
  heading: string;
  lines: TodayLine[];
}

/** Lines under their headings, in the order they came; headings without a line are left out. */
export const arranged = (lines: TodayLine[]): TodaySection[] =>
  sections
    .map((section) => ({ ...section, lines: lines.filter(({ when }) => when === section.when) }))
    .filter((section) => section.lines.length > 0);

/** What the page says before its lines. */
export function inShort(lines: TodayLine[]): string {
  const now = lines.filter(({ when }) => when === 'now').length;
  if (now === 0) return 'Nothing waits for you.';
  return now === 1 ? 'One thing waits for you.' : `${now} things wait for you.`;
}

/** “Good morning” by the organisation's clock. */
export function greeting(now: Temporal.Instant, timeZone: string): string {
  const { hour } = now.toZonedDateTimeISO(timeZone);
  if (hour < 5) return 'Hello';
  if (hour < 12) return 'Good morning';
  return hour < 17 ? 'Good afternoon' : 'Good evening';
}

/** “Sunday, November 22” */
export const dayWords = (now: Temporal.Instant, timeZone: string): string =>
  now
    .toZonedDateTimeISO(timeZone)
    .toLocaleString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
