import type { OnwardDatabase } from '#platform/database.ts';
import type { Draft } from '../draft.ts';
import type { KeptResource } from '../desk/kept-resource.ts';
import type { WriteAction } from './page-form.ts';
import { saveWords, tidyWords, type Saved } from './save-words.ts';

/** What became of a press on the page where a resource is written. */
export type Acted =
  | { outcome: 'saved'; goOn: boolean }
  | { outcome: 'shown'; preview: Draft | null }
  | Exclude<Saved, { outcome: 'saved' }>;

/** Throws DatabaseUnavailable. */
export async function act(database: OnwardDatabase, kept: KeptResource, action: WriteAction): Promise<Acted> {
  if (action.do === 'rows') return { outcome: 'shown', preview: null };
  if (action.do === 'preview') return { outcome: 'shown', preview: action.words };
  const { version } = action;
  const saved = await saveWords(database, kept, tidyWords(action.words), { version, keep: true });
  return saved.outcome === 'saved' ? { outcome: 'saved', goOn: action.do === 'publish' } : saved;
}
