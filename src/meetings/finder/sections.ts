import { capital, words as english, type Words } from '../words.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { dateWords, isHeld } from './row-view.ts';
import { weekdayOf, type Timing } from './timing.ts';

/** Rows under one heading. */
export interface Section {
  heading: string;
  rows: number[];
  /** Of what is under way: those that began earlier, shown when asked for. */
  earlier: number[];
}

/** Rows that the finder shows at first, and again each time somebody asks for more. */
export const rowsAtOnce = 20;

const justBegun = 3;
const mostUnderWay = 25;

export interface Listing {
  sections: Section[];
  /** Rows that are left after these. */
  left: number;
  /** Rows under way that no section shows. */
  hidden: number;
}

/**
 * Found rows under their days: first what is under way, the latest begun first, then from `from` on at most
 * `count` more, soonest first.
 */
export function listing(
  index: MeetingIndex,
  timing: Timing,
  found: Uint32Array,
  { from, count }: { from: number; count: number },
  words: Words = english,
): Listing {
  let begun = 0;
  while (begun < found.length && timing.start[found[begun]!]! <= timing.now) begun += 1;
  const underWay: number[] = [];
  const others: number[] = [];
  for (const row of found.subarray(0, begun)) (isHeld(index, timing, row) ? underWay : others).push(row);
  underWay.reverse();
  const coming = [...others, ...found.subarray(begun, begun + from + count)].slice(from, from + count);
  const sections: Section[] = [];
  if (from === 0 && underWay.length > 0) {
    sections.push({
      heading: words.happeningNow,
      rows: underWay.slice(0, justBegun),
      earlier: underWay.slice(justBegun, mostUnderWay),
    });
  }
  let last: Section | undefined;
  for (const row of coming) {
    const heading = headingOf(timing, row, words);
    if (last?.heading !== heading) {
      last = { heading, rows: [], earlier: [] };
      sections.push(last);
    }
    last.rows.push(row);
  }
  return {
    sections,
    left: Math.max(0, found.length - underWay.length - from - coming.length),
    hidden: Math.max(0, underWay.length - mostUnderWay),
  };
}

/** The day of a row, as its heading says it. */
export function headingOf(timing: Timing, row: number, words: Words = english): string {
  if (Number.isNaN(timing.start[row]!)) return words.otherTimes;
  const date = timing.date[row]!;
  const name = words.days[weekdayOf(date)] ?? '';
  if (date <= timing.today) return words.today(words.days[weekdayOf(timing.today)] ?? '');
  return date === timing.today + 1 ? words.tomorrow(name) : capital(dateWords(date, words.language));
}
