import { dayInWords } from '#platform/device-day.ts';
import type { Savings, WayToGoal } from './savings.ts';

/** The words that the script of the savings writes; all others stand in its HTML. */

/** Without cents: nobody knows them of so many weeks. */
export const money = (amount: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(
    amount,
  );

export const sinceInWords = ({ weekly, since }: Savings): string =>
  `since ${dayInWords(since)}, at ${money(weekly)} a week.`;

const ways: Record<WayToGoal, string> = {
  begun: 'It has begun to add up to',
  quarter: 'About a quarter of',
  third: 'About a third of',
  half: 'About half of',
  'two-thirds': 'About two thirds of',
  most: 'Most of',
  there: 'It is enough for',
};
export const goalInWords = (way: WayToGoal, { name, amount }: NonNullable<Savings['goal']>): string =>
  `${ways[way]} ${name ? `“${name}” (${money(amount)})` : money(amount)}.`;

export const notASum = 'Write a sum in numbers, like those on a receipt.';

export const inWords = (savings: Savings): string[] => [
  `What I keep ${sinceInWords(savings)}`,
  ...(savings.goal ? [`For: ${savings.goal.name || 'a goal'}, ${money(savings.goal.amount)}.`] : []),
];
