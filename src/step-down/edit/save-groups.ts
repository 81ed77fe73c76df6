import * as z from 'zod';
import { asSeen, rows, uniqueViolation, type OnwardDatabase } from '#platform/database.ts';
import { purgeTags } from '#platform/purge.ts';
import { numbered, slugOf } from '#platform/slug.ts';
import type { CohortEdit } from './cohort-form.ts';
import { keptCohort, keptProgram } from './kept-groups.ts';
import type { ProgramEdit } from './program-form.ts';

/** Writing programs and groups as the person who asks; the database says who may. All throw DatabaseUnavailable. */

/** To be awaited after a change: live places show it at once. Never throws. */
const purgeGroups = () => purgeTags(['step-down']);

const saved = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['saved', 'unknown', 'slug-taken', 'changed-meanwhile']) }),
  z.object({ outcome: z.literal('seats-held'), held: z.int() }),
]);
export type CohortSaved = z.infer<typeof saved>;

/** Changes a group. Fewer places than are held change nothing; more go to who waits at once. */
export async function changeCohort(
  database: OnwardDatabase,
  program: string,
  slug: string,
  edit: CohortEdit,
): Promise<CohortSaved> {
  const answer = await database.rpc('save_cohort', { p_slug: slug, p_cohort: { ...edit, program } });
  const done = saved.parse(rows(answer));
  if (done.outcome === 'saved') await purgeGroups();
  return done;
}

/** Adds a group and returns its name in addresses; the same form sent twice is one group. */
export async function addCohort(
  database: OnwardDatabase,
  program: string,
  edit: CohortEdit,
): Promise<string> {
  for (const slug of numbered(`${program.slice(0, 80)}-${edit.startsOn}`)) {
    const answer = await database.rpc('save_cohort', { p_cohort: { ...edit, program, slug } });
    const { outcome } = saved.parse(rows(answer));
    if (outcome === 'slug-taken') {
      const twin = await keptCohort(database, slug);
      if (twin?.program.slug === program && isSame(twin.cohort, edit)) return slug;
    } else if (outcome === 'saved') {
      await purgeGroups();
      return slug;
    } else throw new Error(`There is no program ${program} to add a group to`);
  }
  throw new Error('unreachable');
}

/** Adds a program and returns its name in addresses; the same form sent twice is one program. */
export async function addProgram(
  database: OnwardDatabase,
  { updatedAt: _, ...edit }: ProgramEdit,
): Promise<string> {
  for (const slug of numbered(slugOf(edit.title).slice(0, 80).replace(/-+$/, '') || 'program')) {
    // addresses of pages that stand beside the programs
    if (slug === 'new') continue;
    const answer = await database
      .from('programs')
      .insert({ ...edit, slug })
      .select('slug');
    if (answer.error?.code === uniqueViolation) {
      const twin = await keptProgram(database, slug);
      if (twin && isSame(twin, edit)) return slug;
      continue;
    }
    rows(answer);
    await purgeGroups();
    return slug;
  }
  throw new Error('unreachable');
}

/** Changes a program that is still as it was seen, or says 'changed-meanwhile' and leaves it. */
export async function changeProgram(
  database: OnwardDatabase,
  slug: string,
  { updatedAt, ...edit }: ProgramEdit,
): Promise<'saved' | 'changed-meanwhile'> {
  const change = database.from('programs').update(edit).eq('slug', slug);
  const changed = rows(await asSeen(change, updatedAt).select('slug'));
  if (changed.length === 0) return 'changed-meanwhile';
  await purgeGroups();
  return 'saved';
}

const isSame = (kept: object, edit: object) =>
  Object.entries(edit).every(
    ([name, value]) =>
      value === undefined ||
      JSON.stringify((kept as Record<string, unknown>)[name]) === JSON.stringify(value),
  );
