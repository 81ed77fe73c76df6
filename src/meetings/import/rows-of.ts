import type { FeedFormat } from '../schema.ts';
import { fromBmlt, worldIdsOf } from './bmlt.ts';
import { isFields, own, type FeedRow, type Fields } from './feed-row.ts';
import { fromMeetingGuide } from './meeting-guide.ts';

/** A row ready to be read, or null where the feed holds something that is no record at all. */
export type CandidateRow = { row: FeedRow | null; raw: unknown };

/**
 * Finds the list inside what a feed sends: a bare array, `{ meetings }` (BMLT adds `formats`),
 * `{ records: [{ fields }] }`, or a spreadsheet's `{ values: [headers, …rows] }`. Null when there is none.
 */
export function rowsOf(feed: unknown, format: FeedFormat): CandidateRow[] | null {
  const list = Array.isArray(feed)
    ? (feed as unknown[])
    : isFields(feed)
      ? [own(feed, 'meetings'), own(feed, 'records'), tableOf(own(feed, 'values'))].find(
          (value): value is unknown[] => Array.isArray(value),
        )
      : undefined;
  if (list === undefined) return null;
  const worldIds = worldIdsOf(isFields(feed) ? own(feed, 'formats') : undefined);
  const read = (record: Fields): FeedRow =>
    format === 'bmlt' ? fromBmlt(record, worldIds) : fromMeetingGuide(record);
  return list.map((raw) => {
    const inner = isFields(raw) ? own(raw, 'fields') : undefined;
    const record = isFields(inner) ? inner : raw;
    return { raw, row: isFields(record) ? read(record) : null };
  });
}

/** The rows of a sheet as records by its headers; a row that is no list is passed on as it is. */
function tableOf(values: unknown): unknown[] | null {
  if (!Array.isArray(values)) return null;
  const [headers, ...lines] = values as unknown[];
  if (!Array.isArray(headers)) return values as unknown[];
  const names = headers.slice(0, 200).map((header) => (typeof header === 'string' ? header : ''));
  return lines.map((line) =>
    Array.isArray(line)
      ? Object.fromEntries(names.map((name, index) => [name, line[index] as unknown]))
      : line,
  );
}
