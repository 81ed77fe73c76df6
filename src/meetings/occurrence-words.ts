import { Temporal } from 'temporal-polyfill';
import { clockText } from './clock-words.ts';
import type { Occurrence } from './occurrences.ts';

const dateWords = (date: Temporal.PlainDate): string =>
  date.toLocaleString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });

/**
 * One date of a meeting, by its own clock: “Tuesday, December 8, 7:00 pm”, “Closed on Thursday,
 * November 26: Thanksgiving”, “Moved from Tuesday, December 1 to Wednesday, December 2, 6:00 pm, at
 * Grange Hall”.
 */
export function occurrenceWords({ start, on, state, location, note }: Occurrence): string {
  const usual = Temporal.PlainDate.from(on);
  const why = note === null ? '' : `: ${note}`;
  if (state === 'closed') return `Closed on ${dateWords(usual)}${why}`;
  const time = clockText(start.toPlainTime().toString({ smallestUnit: 'minute' }));
  const date = start.toPlainDate();
  if (state === 'as-usual') return `${dateWords(date)}, ${time}`;
  const moved = usual.equals(date)
    ? `Moved on ${dateWords(usual)} to ${time}`
    : `Moved from ${dateWords(usual)} to ${dateWords(date)}, ${time}`;
  return `${moved}${location === null ? '' : `, at ${location}`}${why}`;
}
