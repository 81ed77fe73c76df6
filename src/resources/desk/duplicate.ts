import type { OnwardDatabase } from '#platform/database.ts';
import type { Draft } from '../draft.ts';
import { longest } from '../schema.ts';
import { asJson, atTheDesk, type DeskOutcome } from './outcome.ts';

/** The words of a copy. A title that would be too long is cut. */
export const copyOf = (words: Draft): Draft => ({
  ...words,
  title: `${words.language === 'es' ? 'Copia de' : 'Copy of'} ${words.title}`.slice(0, longest.title).trim(),
});

/** Begins the same once more, as a draft of its own: `id` is the form's. Throws DatabaseUnavailable. */
export const duplicate = (database: OnwardDatabase, id: string, words: Draft): Promise<DeskOutcome> =>
  atTheDesk(database, 'create_resource', { p_id: id, p_draft: asJson(copyOf(words)) });
