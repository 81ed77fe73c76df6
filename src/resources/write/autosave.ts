import { seenVersion } from '#platform/form-fields.ts';
import type { OnwardDatabase } from '#platform/database.ts';
import type { Draft } from '../draft.ts';
import type { KeptResource } from '../desk/kept-resource.ts';
import { wordsForm, typedForm } from './form.ts';
import { fixedOf } from './page-form.ts';
import { saveWords } from './save-words.ts';
import { changedWords } from './changed-words.ts';

/** What the page sends by itself while somebody types: the same form, kept as the draft and as no version. */

export interface Autosave {
  words: Draft;
  version: number;
}

/** `at` an instant; `words` a sentence for the person. */
export interface Autosaved {
  outcome: 'saved' | 'changed-meanwhile' | 'archived' | 'unknown';
  version?: number;
  at?: string;
  words?: string;
}

export const autosaveForm = (kept: KeptResource, today: string) =>
  typedForm.transform((typed, context): Autosave => {
    const read = wordsForm(fixedOf(kept), today).safeParse(typed);
    const version = seenVersion.safeParse(typed['version']);
    for (const { path, message } of [...(read.error?.issues ?? []), ...(version.error?.issues ?? [])])
      context.addIssue({ code: 'custom', path, message });
    return { words: read.data ?? kept.words, version: version.data ?? 0 };
  });

/** Throws DatabaseUnavailable. */
export async function autosave(
  database: OnwardDatabase,
  kept: KeptResource,
  { words, version }: Autosave,
  now: string,
): Promise<Autosaved> {
  const saved = await saveWords(database, kept, words, { version, keep: false });
  if (saved.outcome === 'saved') return { ...saved, at: now };
  if (saved.outcome === 'changed-meanwhile')
    return { outcome: saved.outcome, version: saved.version, words: changedWords(saved.by, saved.at, now) };
  return { outcome: saved.outcome, words: 'It was archived or deleted meanwhile.' };
}
