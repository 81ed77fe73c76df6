import { localeOf } from '#i18n/language.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import { dayInWords } from '#platform/device-day.ts';
import type { Savings, WayToGoal } from './savings.ts';
import type { spanish } from './spanish.ts';

/** The words that the script of the savings writes; all others stand in its HTML. */

const say = sayHere<typeof spanish>();

export const title = say('What you keep');

/** Without cents: nobody knows them of so many weeks. */
export const money = (amount: number): string =>
  new Intl.NumberFormat(localeOf(say.language), {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  }).format(amount);

export const sinceInWords = ({ weekly, since }: Savings): string =>
  say('since {day}, at {weekly} a week.', { day: dayInWords(since), weekly: money(weekly) });

const ways = {
  begun: 'It has begun to add up to {goal}.',
  quarter: 'About a quarter of {goal}.',
  third: 'About a third of {goal}.',
  half: 'About half of {goal}.',
  'two-thirds': 'About two thirds of {goal}.',
  most: 'Most of {goal}.',
  there: 'It is enough for {goal}.',
} as const satisfies Record<WayToGoal, string>;
export const goalInWords = (way: WayToGoal, { name, amount }: NonNullable<Savings['goal']>): string =>
  say(ways[way], { goal: name ? `“${name}” (${money(amount)})` : money(amount) });

export const notASum = say('Write a sum in numbers, like those on a receipt.');
export const notADay = say('Choose a date.');

export const inWords = (savings: Savings): string[] => [
  say('What I keep {since}', { since: sinceInWords(savings) }),
  ...(savings.goal
    ? [
        say('For: {goal}, {amount}.', {
          goal: savings.goal.name || say('a goal'),
          amount: money(savings.goal.amount),
        }),
      ]
    : []),
];
