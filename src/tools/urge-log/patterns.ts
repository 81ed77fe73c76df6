import { weekdayOf } from '#platform/device-day.ts';
import type { Urge } from './urges.ts';

/** What a log shows when it is read together: what comes up most, in counts. */

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

export interface Counts<Key> {
  key: Key;
  times: number;
}

/** Few lines show chance and not a pattern. */
export const enoughUrges = 3;

export function partOfDay(time: string): PartOfDay | undefined {
  if (time === '') return undefined;
  const hour = Number(time.slice(0, 2));
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** How often each comes up, most often first; what is unknown is not counted. */
function counted<Key>(keys: (Key | undefined)[]): Counts<Key>[] {
  const times = new Map<Key, number>();
  for (const key of keys) if (key !== undefined) times.set(key, (times.get(key) ?? 0) + 1);
  return [...times].map(([key, often]) => ({ key, times: often })).toSorted((a, b) => b.times - a.times);
}

/** One thing written with other capitals or spaces is one thing, under the words it was written in first. */
function alike(written: string[]): (string | undefined)[] {
  const first = new Map<string, string>();
  return written.map((text) => {
    const plain = text.trim().replace(/\s+/g, ' ');
    const key = plain.toLocaleLowerCase('en-US').replace(/[.!]+$/, '');
    if (key === '') return undefined;
    if (!first.has(key)) first.set(key, plain);
    return first.get(key);
  });
}

export const byPartOfDay = (urges: Urge[]) => counted(urges.map(({ time }) => partOfDay(time)));
export const byWeekday = (urges: Urge[]) => counted(urges.map(({ day }) => weekdayOf(day)));
export const byTrigger = (urges: Urge[]) => counted(alike(urges.map(({ trigger }) => trigger)));

/** What was done when an urge eased, or was weaker afterwards. */
export const byWhatHelped = (urges: Urge[]) => counted(alike(urges.filter(helped).map(({ did }) => did)));

const helped = ({ went, before, after }: Urge): boolean =>
  went === 'eased' || (went === '' && before !== null && after !== null && after < before);
