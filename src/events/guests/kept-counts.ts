import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';

const countsRow = z.object({
  replies: z.number(),
  seats: z.number(),
  waiting: z.number(),
  cancelled: z.number(),
  walk_ins: z.number(),
  arrived: z.number().nullable(),
});
export type KeptCounts = z.infer<typeof countsRow>;

/** What stays of an event when its guests were deleted; null before that. */
export async function keptCounts(
  database: OnwardDatabase,
  event: { id: string },
): Promise<KeptCounts | null> {
  const answer = await database
    .from('event_counts')
    .select('replies, seats, waiting, cancelled, walk_ins, arrived')
    .eq('event_id', event.id)
    .limit(1);
  return z.array(countsRow).parse(rows(answer))[0] ?? null;
}
