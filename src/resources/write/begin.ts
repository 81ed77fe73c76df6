import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { KeptResource } from '../desk/kept-resource.ts';
import { asJson, atTheDesk } from '../desk/outcome.ts';
import { languages, resourceKinds } from '../schema.ts';
import { otherLanguage } from '../staff-words.ts';
import { skeleton, twinOf } from './skeletons.ts';

/** Beginning a resource, from a template or as the other language of one that is there. */

export const beginForm = z.object({
  /** The form's own: the same form sent twice is one resource. */
  id: z.uuid({ error: 'Open this page anew, please' }),
  kind: z.enum(resourceKinds, { error: 'Choose what it is to be' }),
  language: z.enum(languages, { error: 'Choose a language' }),
});
export type Begin = z.infer<typeof beginForm>;

/** The id to write on; 'paired' when `pair` has this language already. Throws DatabaseUnavailable. */
export async function beginResource(
  database: OnwardDatabase,
  { id, kind, language }: Begin,
  pair: KeptResource | null,
  today: string,
): Promise<{ id: string } | 'paired'> {
  const words = pair
    ? twinOf(pair.words, otherLanguage(pair.words.language))
    : skeleton(kind, language, today);
  const answer = await atTheDesk(database, 'create_resource', {
    ...{ p_id: id, p_draft: asJson(words) },
    ...(pair && { p_pair: pair.id }),
  });
  return answer.outcome === 'created' || answer.outcome === 'same' ? { id } : 'paired';
}

/** The id of a resource's other language; null when there is none yet. Throws DatabaseUnavailable. */
export async function pairedWith(database: OnwardDatabase, kept: KeptResource): Promise<string | null> {
  if (kept.pairId === null) return null;
  const answer = await database
    .from('resources')
    .select('id')
    .eq('pair_id', kept.pairId)
    .neq('id', kept.id)
    .limit(1);
  return rows(answer)[0]?.id ?? null;
}
