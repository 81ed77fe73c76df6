import type { Choice } from '#platform/zone-choices.ts';

/** What the form offers. What an event has already is always among it, so that nothing is lost by saving. */

const hours = (count: number) =>
  count % 24 === 0
    ? `${count / 24} ${count === 24 ? 'day' : 'days'}`
    : `${count} ${count === 1 ? 'hour' : 'hours'}`;

/** So many hours before the start. */
export const closingChoices: Choice[] = [0, 1, 2, 3, 6, 12, 24, 48, 72, 168].map((count) => ({
  value: String(count),
  label: count === 0 ? 'When it starts' : `${hours(count)} before it starts`,
}));

export const confirmChoices = (present: string): Choice[] => [
  { value: '', label: 'No, the seat is theirs at once' },
  ...[...new Set([6, 12, 24, 48, 72, ...(Number(present) > 0 ? [Number(present)] : [])])]
    .sort((a, b) => a - b)
    .map((count) => ({ value: String(count), label: `Yes, within ${hours(count)}, or it goes on` })),
];
