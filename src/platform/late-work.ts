import * as z from 'zod';
import { rows, type OnwardDatabase } from './database.ts';

/** Parts of the work behind the site that can stand still; `late_work` in SQL says what each means. */
const parts = ['mail', 'tasks', 'lists', 'purge'] as const;
export type LatePart = (typeof parts)[number];

const late = z.array(z.enum(parts));

/** Which of them stand still now: states, nothing counted and nobody in it. Throws DatabaseUnavailable. */
export const lateWork = async (database: OnwardDatabase): Promise<LatePart[]> =>
  late.parse(rows(await database.rpc('late_work')));
