import { dayInWords } from '#platform/device-day.ts';
import type { Counted } from './count.ts';
import type { Counter, Days, Return } from './days.ts';

/** The words that the counter's script writes; all others stand in its HTML. */

export const neutralName = 'Notes';

const unnamed = 'My days';
export const nameOf = ({ name }: Pick<Counter, 'name'>): string => name || unnamed;

export const daysInAll = (total: number): string => (total === 1 ? 'day in all' : 'days in all');

const days = (number: number): string => (number === 1 ? '1 day' : `${number} days`);

export function stretchInWords({ total, stretch }: Counted): string {
  if ('awaySince' in stretch) {
    return `Your ${days(total)} stay. When you are ready, write down the last day of it.`;
  }
  const since = dayInWords(stretch.since);
  if (stretch.days === 0) return 'Today you are here. That counts.';
  return stretch.days === total ? `Since ${since}.` : `${days(stretch.days)} since ${since}.`;
}

export function returnInWords({ day, last }: Return): string {
  const first = dayInWords(day);
  if (last === undefined) return `Return to use on ${first}, not over yet`;
  return last > day ? `Return to use from ${first} to ${dayInWords(last)}` : `Return to use on ${first}`;
}

export const firstDay = ({ began }: Counter): string => `First day: ${dayInWords(began)}`;

export const milestoneName = (milestone: number): string => {
  if (milestone % 365 !== 0) return `${milestone} days`;
  return milestone === 365 ? 'One year of days' : `${milestone / 365} years of days`;
};

export const deleteCounter = (counter: Counter): string =>
  `Delete “${nameOf(counter)}” and all its dates from this device?`;
export const deleteReturn = (one: Return): string => `Delete this date (${dayInWords(one.day)})?`;

export const inWords = ({ counters }: Days): string[] =>
  counters.flatMap((counter) => [
    `${nameOf(counter)}. ${firstDay(counter)}.`,
    ...counter.returns.map((one) => `${returnInWords(one)}.${one.note && ` ${one.note}`}`),
    ...Object.entries(counter.lines)
      .filter(([, line]) => line !== '')
      .map(([milestone, line]) => `${milestoneName(Number(milestone))}: ${line}`),
  ]);
