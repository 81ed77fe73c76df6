import type { CurrentList } from '../current.ts';
import { findOnServer } from '../finder/page-view.ts';
import type { FinderQuery } from '../finder/query.ts';
import { capital, words as english, type Words } from '../words.ts';
import { handOutRow, type HandOutRow } from './row.ts';
import { usualTimes } from './times.ts';

export interface HandOutDay {
  heading: string;
  rows: HandOutRow[];
}

export interface HandOut {
  /** Sunday first, as a week hangs on a wall; by appointment last. Days without a meeting are left out. */
  days: HandOutDay[];
  found: number;
  /** At most {@link mostRows}. */
  shown: number;
}

/** Past this many a hand-out is a book. */
export const mostRows = 1000;

/** The finder's answer to a query as a week on paper. `now` in epoch milliseconds. */
export function handOut(list: CurrentList, query: FinderQuery, now: number, words: Words = english): HandOut {
  const { rows, timing } = findOnServer(list, query, now, words);
  const placed = [...rows.subarray(0, mostRows)]
    .map((row) => ({ row, times: usualTimes(list.index, timing, row, words) }))
    .sort((a, b) => a.times.minuteOfWeek - b.times.minuteOfWeek);
  const days = [...words.days, words.byAppointment].map((day): HandOutDay => ({
    heading: capital(day),
    rows: [],
  }));
  for (const { row, times } of placed) {
    const meeting = list.meetings[row];
    if (meeting)
      days[Math.floor(times.minuteOfWeek / 1440)]?.rows.push(
        handOutRow(meeting, { index: list.index, timing, row, times }, words),
      );
  }
  return { days: days.filter((day) => day.rows.length > 0), found: rows.length, shown: placed.length };
}
