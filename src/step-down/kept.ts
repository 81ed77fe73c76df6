import * as z from 'zod';
import { errorCode, log } from '#platform/log.ts';
import { program, readPrograms, type Program } from './programs.ts';

/** A program as the site keeps it: collections have no order of their own, so the entry carries it. */
export const keptProgram = program.extend({ order: z.int() });

/** The programs of the collection, in the order staff gave them. */
export function inOrder(entries: { data: Program & { order: number } }[]): Program[] {
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}

/**
 * The programs as they stand now, for a page. Null, with a line in the log, when the database does not answer in time:
 * the list made with the site stands in then, and says nothing of places.
 */
export async function programsNow(route: string): Promise<Program[] | null> {
  try {
    return await readPrograms({ timeLimit: 3000 });
  } catch (error) {
    log({ event: 'kept-programs-shown', route, code: errorCode(error) });
    return null;
  }
}
