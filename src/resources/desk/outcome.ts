import * as z from 'zod';
import { rows, type Database, type Json, type OnwardDatabase } from '#platform/database.ts';
import { moment } from '#platform/moment.ts';
import type { Draft } from '../draft.ts';

/** Everything staff do with a resource is one function of the database; this is what each of them answers. */

const outcome = z.object({
  outcome: z.string(),
  id: z.uuid().optional(),
  version: z.int().optional(),
  slug: z.string().optional(),
  path: z.string().optional(),
  /** Who was faster, and when. */
  by: z.string().nullish(),
  at: moment.optional(),
});
export type DeskOutcome = z.infer<typeof outcome>;

type Functions = Database['public']['Functions'];
type DeskFunction =
  | 'create_resource'
  | 'save_resource'
  | 'review_resource'
  | 'publish_resource'
  | 'drop_draft'
  | 'archive_resource'
  | 'reopen_resource'
  | 'restore_resource'
  | 'add_attachment'
  | 'show_attachment'
  | 'remove_attachment';

/** Calls one as the person who asks. Throws DatabaseUnavailable. */
export async function atTheDesk<Name extends DeskFunction>(
  database: OnwardDatabase,
  name: Name,
  parameters: Functions[Name]['Args'],
): Promise<DeskOutcome> {
  return outcome.parse(rows(await database.rpc(name, parameters)));
}

/** A draft as the database takes it. */
export const asJson = (words: Draft): Json => words as unknown as Json;

/** Ends every link to the draft that was given away. False when there is no such resource. Throws DatabaseUnavailable. */
export const endPreviews = async (database: OnwardDatabase, id: string): Promise<boolean> =>
  z.boolean().parse(rows(await database.rpc('end_previews', { p_resource: id })));
