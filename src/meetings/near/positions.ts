import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { ListedPosition } from './places-near.ts';

// PostgREST gives at most this many rows to one request.
const pageSize = 1000;

/** Where the listed meetings are held, of those that say it. Throws DatabaseUnavailable. */
export async function listedPositions(database: OnwardDatabase): Promise<ListedPosition[]> {
  const page = (from: number) =>
    database
      .from('meetings')
      .select('latitude, longitude, region', from === 0 ? { count: 'exact' } : {})
      .retry(false)
      .eq('status', 'listed')
      .not('latitude', 'is', null)
      .order('id')
      .range(from, from + pageSize - 1);
  const first = await page(0);
  const more = Math.max(0, Math.ceil((first.count ?? 0) / pageSize) - 1);
  const others = await Promise.all(Array.from({ length: more }, (_, index) => page((index + 1) * pageSize)));
  return [first, ...others].flatMap((answer) =>
    rows(answer).flatMap(({ latitude, longitude, region }) =>
      latitude === null || longitude === null ? [] : [{ latitude, longitude, region }],
    ),
  );
}
