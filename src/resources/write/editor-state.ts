import { errorsOf, type SentForm } from '#platform/form-page.ts';
import type { TypedValues } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import type { Draft } from '../draft.ts';
import type { KeptResource } from '../desk/kept-resource.ts';
import type { Acted } from './act.ts';
import { checkWordsOf, type WordsReport } from './check-words.ts';
import { flatWords, wordsForm } from './form.ts';
import { fixedOf } from './page-form.ts';
import { afterRowPress, numberedAnew } from './rows.ts';
import { changedWords } from './changed-words.ts';

export interface EditorState {
  status: number;
  errors: FieldErrors;
  values: TypedValues;
  /** The version the form goes on with: of what is there, or what was sent as long as nobody decided. */
  version: string;
  report: WordsReport;
  preview: Draft | null;
  conflict: { words: string; version: number } | null;
  /** The form holds what was sent and not taken. */
  unsaved: boolean;
}

const goneWords =
  'A colleague archived or deleted this meanwhile. Nothing was saved, and your words are below';

/** What the editor shows: what is kept, or what was sent and not taken. `today` a date, `now` an instant. */
export function editorState(
  kept: KeptResource,
  sent: SentForm<Acted> | null,
  { today, now }: { today: string; now: string },
): EditorState {
  const action = [sent?.typed['action'] ?? ''].flat()[0] ?? '';
  const values = sent ? numberedAnew(afterRowPress(sent.typed, action)) : flatWords(kept.words);
  const result = sent?.result;
  const faster = result?.outcome === 'changed-meanwhile' ? result : null;
  const gone = result?.outcome === 'archived' || result?.outcome === 'unknown';
  return {
    status: sent?.trouble?.status ?? (faster || gone ? 409 : 200),
    errors: gone ? { '': [goneWords] } : errorsOf(sent?.trouble),
    values,
    version: [sent?.typed['version'] ?? String(kept.version)].flat()[0] ?? '',
    report: checkWordsOf(wordsForm(fixedOf(kept), today).safeParse(values).data ?? kept.words),
    unsaved: sent !== null,
    preview: result?.outcome === 'shown' ? result.preview : null,
    conflict: faster && { words: changedWords(faster.by, faster.at, now), version: faster.version },
  };
}
