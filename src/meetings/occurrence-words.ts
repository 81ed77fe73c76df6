import { Temporal } from 'temporal-polyfill';
import { localeOf } from '#i18n/language.ts';
import { clockText } from './clock-words.ts';
import type { Occurrence } from './occurrences.ts';
import { capital, words as english, type Words } from './words.ts';

/**
 * One date of a meeting, by its own clock: “Tuesday, December 8, 7:00 pm”, “Closed on Thursday,
 * November 26: Thanksgiving”, “Moved from Tuesday, December 1 to Wednesday, December 2, 6:00 pm, at
 * Grange Hall”. `marked`: marks what a group wrote (written.ts).
 */
export function occurrenceWords(
  { start, on, state, location, note }: Occurrence,
  words: Words = english,
  marked: (written: string) => string = (written) => written,
): string {
  const { say, language } = words;
  const dateWords = (date: Temporal.PlainDate): string =>
    date.toLocaleString(localeOf(language), { weekday: 'long', month: 'long', day: 'numeric' });
  const usual = Temporal.PlainDate.from(on);
  const why = note === null ? '' : `: ${marked(note)}`;
  if (state === 'closed') return `${say('Closed on {date}', { date: dateWords(usual) })}${why}`;
  const time = clockText(start.toPlainTime().toString({ smallestUnit: 'minute' }), language);
  const date = start.toPlainDate();
  if (state === 'as-usual') return `${capital(dateWords(date))}, ${time}`;
  const moved = usual.equals(date)
    ? words.movedWithin(dateWords(usual), time)
    : say('Moved from {usual} to {date}, {time}', { usual: dateWords(usual), date: dateWords(date), time });
  return `${moved}${location === null ? '' : say(', at {location}', { location: marked(location) })}${why}`;
}
