import { safeTable } from '#platform/safe-table.ts';
import type { KeptEvent } from './kept-event.ts';
import { wallTime } from '#platform/wall-time.ts';

const columns: [string, (event: KeptEvent) => string | number | null][] = [
  ['title', ({ title }) => title],
  ['address', ({ slug }) => slug],
  ['status', ({ status }) => status],
  ['kind', ({ kind }) => kind],
  ['summary', ({ summary }) => summary],
  ['starts', ({ startsAt, timeZone }) => local(startsAt, timeZone)],
  ['ends', ({ endsAt, timeZone }) => local(endsAt, timeZone)],
  ['time_zone', ({ timeZone }) => timeZone],
  ['format', ({ format }) => format],
  ['place', ({ placeName }) => placeName],
  ['answers', ({ replies }) => replies],
  ['seats', ({ capacity }) => capacity],
  ['taken', ({ taken }) => taken],
  ['waiting', ({ waiting }) => waiting],
];

const local = (at: string, timeZone: string) => {
  const { on, at: time } = wallTime(at, timeZone);
  return `${on} ${time}`;
};

/** Events as a table for a spreadsheet, by the clock of each; nobody's name is in it. */
export const eventTable = (events: KeptEvent[]): string =>
  safeTable([
    columns.map(([heading]) => heading),
    ...events.map((event) => columns.map(([, value]) => String(value(event) ?? ''))),
  ]);
