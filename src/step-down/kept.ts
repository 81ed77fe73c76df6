import * as z from 'zod';
import { program, type Program } from './programs.ts';

/** A program as the site keeps it: collections have no order of their own, so the entry carries it. */
export const keptProgram = program.extend({ order: z.int() });

/** The programs of the collection, in the order staff gave them. */
export function inOrder(entries: { data: Program & { order: number } }[]): Program[] {
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}
