import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { serviceFiles } from '#platform/file-store.ts';
import { takeBytesOut } from './bytes.ts';

/** An upload takes seconds: what belongs to nothing after a day never will. */
const hours = 24;

/** Takes out of Storage what belongs to no resource. Returns how many files it was. Throws DatabaseUnavailable. */
export async function sweepFiles(clock: Clock = systemClock): Promise<number> {
  const database = serviceDatabase();
  const before = clock().subtract({ hours }).toString();
  const paths = rows(await database.rpc('files_of_nothing', { p_before: before }));
  if (paths.length > 0) await takeBytesOut(serviceFiles(), paths);
  return paths.length;
}
