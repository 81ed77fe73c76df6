import { isFields, own, type FeedRow, type Fields } from './feed-row.ts';
import { fromBmlt, worldIdsOf } from './bmlt.ts';
import { fromMeetingGuide } from './meeting-guide.ts';
import type { FeedFormat } from '../schema.ts';

/** A row ready to be read, or null where the feed holds something that is no record at all. */
export type CandidateRow = { row: FeedRow | null; raw: unknown };

/**
 * Finds the list inside what a feed sends: a bare array, `{ meetings }` (BMLT adds `formats`), or
 * `{ records: [{ fields }] }`. Null when there is no list.
 */
export function rowsOf(feed: unknown, format: FeedFormat): CandidateRow[] | null {
  const list = Array.isArray(feed)
    ? (feed as unknown[])
    : isFields(feed)
      ? [own(feed, 'meetings'), own(feed, 'records')].find((value): value is unknown[] =>
          Array.isArray(value),
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
