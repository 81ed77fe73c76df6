import { sayHere } from '#i18n/spoken-here.ts';
import { dayInWords } from '#platform/device-day.ts';
import type { Counted } from './count.ts';
import type { Counter, Days, Return } from './days.ts';
import type { spanish } from './spanish.ts';

/** The words that the counter's script writes; all others stand in its HTML. */

const say = sayHere<typeof spanish>();

export const title = say('Your days');
export const neutralName = say('Notes');

const unnamed = say('My days');
export const nameOf = ({ name }: Pick<Counter, 'name'>): string => name || unnamed;

export const daysInAll = (total: number): string => say.count(total, 'day in all', 'days in all');

const days = (number: number): string => say.count(number, '{count} day', '{count} days');

export function stretchInWords({ total, stretch }: Counted): string {
  if ('awaySince' in stretch) {
    return say('Your {days} stay. When you are ready, write down the last day of it.', { days: days(total) });
  }
  const since = dayInWords(stretch.since);
  if (stretch.days === 0) return say('Today you are here. That counts.');
  return stretch.days === total
    ? say('Since {since}.', { since })
    : say('{days} since {since}.', { days: days(stretch.days), since });
}

export function returnInWords({ day, last }: Return): string {
  const first = dayInWords(day);
  if (last === undefined) return say('Return to use on {first}, not over yet', { first });
  return last > day
    ? say('Return to use from {first} to {last}', { first, last: dayInWords(last) })
    : say('Return to use on {first}', { first });
}

export const firstDay = ({ began }: Counter): string => say('First day: {day}', { day: dayInWords(began) });

export const milestoneName = (milestone: number): string => {
  if (milestone % 365 !== 0) return days(milestone);
  return say.count(milestone / 365, 'One year of days', '{count} years of days');
};

export const deleteCounter = (counter: Counter): string =>
  say('Delete “{name}” and all its dates from this device?', { name: nameOf(counter) });
export const deleteReturn = (one: Return): string =>
  say('Delete this date ({day})?', { day: dayInWords(one.day) });

export const inWords = ({ counters }: Days): string[] =>
  counters.flatMap((counter) => [
    `${nameOf(counter)}. ${firstDay(counter)}.`,
    ...counter.returns.map((one) => `${returnInWords(one)}.${one.note && ` ${one.note}`}`),
    ...Object.entries(counter.lines)
      .filter(([, line]) => line !== '')
      .map(([milestone, line]) => `${milestoneName(Number(milestone))}: ${line}`),
  ]);
