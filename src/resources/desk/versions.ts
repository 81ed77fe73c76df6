import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { moment } from '#platform/moment.ts';
import { draft, type Draft } from '../draft.ts';

/** What was kept of a resource while it was worked on, newest first. */
export interface Version {
  number: number;
  what: 'saved' | 'published' | 'restored';
  by: string | null;
  at: string;
}

const listed = z
  .object({
    number: z.int(),
    what: z.enum(['saved', 'published', 'restored']),
    staff_name: z.string().nullable(),
    at: moment,
  })
  .transform(({ staff_name: by, ...version }): Version => ({ ...version, by }));

/** As many of the last as one page lists. */
const longestList = 200;

/** The last versions of a resource. Throws DatabaseUnavailable. */
export async function versionsOf(database: OnwardDatabase, id: string): Promise<Version[]> {
  const answer = await database
    .from('resource_versions')
    .select('number, what, staff_name, at')
    .eq('resource_id', id)
    .order('number', { ascending: false })
    .limit(longestList);
  return z.array(listed).parse(rows(answer));
}

/** The words of some of them, by number. Throws DatabaseUnavailable. */
export async function wordsOfVersions(
  database: OnwardDatabase,
  id: string,
  numbers: number[],
): Promise<Map<number, Draft>> {
  const answer = await database
    .from('resource_versions')
    .select('number, content')
    .eq('resource_id', id)
    .in('number', numbers);
  const found = z.array(z.object({ number: z.int(), content: draft })).parse(rows(answer));
  return new Map(found.map(({ number, content }) => [number, content]));
}

export const whatWords: Record<Version['what'], string> = {
  saved: 'Saved',
  published: 'Published',
  restored: 'An earlier version brought back',
};
