import { addDays, daysBetween } from '#platform/device-day.ts';
import type { Counter, Return } from './days.ts';

/**
 * How days are counted. Every day since the first counts, today too. A return to use takes no day that was
 * counted before it, and not its own; only days that a person says it went on for, after the first, are left out.
 */

export interface Counted {
  /** Over the whole history. */
  total: number;
  /** The time since the last return to use; its days are 0 on that day itself. */
  stretch: { since: string; days: number } | { awaySince: string };
}

type Dated = Pick<Counter, 'began'> & { returns: Pick<Return, 'day' | 'last'>[] };

export function count({ began, returns }: Dated, today: string): Counted {
  const known = returns.filter(({ day }) => day <= today).toSorted((a, b) => a.day.localeCompare(b.day));
  let total = Math.max(0, daysBetween(began, today) + 1);
  let counted = addDays(began, -1);
  let since: string | undefined;
  let away: string | undefined;
  for (const [index, { day, last }] of known.entries()) {
    // one that was never said to have ended goes on until the next that was written down
    const end = last ?? known.slice(index + 1).find((later) => later.day > day)?.day;
    if (end === undefined) away ??= day;
    const through = end === undefined || end > today ? today : end;
    const from = day > counted ? day : counted;
    total -= Math.max(0, daysBetween(from, through));
    if (through > counted) counted = through;
    if (since === undefined || through > since) since = through;
  }
  if (away !== undefined) return { total, stretch: { awaySince: away } };
  if (since === undefined || since < began) return { total, stretch: { since: began, days: total } };
  return { total, stretch: { since, days: daysBetween(since, today) } };
}

const firstMilestones = [7, 30, 60, 90, 180, 365];

/** The milestones that so many days have reached, the newest first: those of the first year, then each year. */
export function milestonesAt(total: number): number[] {
  const years = Math.floor(total / 365);
  const yearly = Array.from({ length: Math.max(0, years - 1) }, (_, index) => (index + 2) * 365);
  return [...firstMilestones, ...yearly].filter((days) => days <= total).toReversed();
}
