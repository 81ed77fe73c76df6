import { rows, serviceDatabase } from './database.ts';
import { log } from './log.ts';

/**
 * Writes down how many records were forgotten, by their kind (`sign-ups`), also when there were none: that
 * it was looked is what an admin wants to know. Throws DatabaseUnavailable.
 */
export async function writePurged(counts: Record<string, number>): Promise<void> {
  const purged = Object.entries(counts).map(([what, count]) => ({ what, count }));
  for (const { what, count } of purged) log({ event: `purged-${what}`, count });
  // an insert that asks for nothing back has no rows to give
  const { error, ...answer } = await serviceDatabase().from('purge_log').insert(purged);
  if (error) rows({ ...answer, error });
}
