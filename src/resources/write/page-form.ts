import * as z from 'zod';
import { seenVersion } from '#platform/form-fields.ts';
import type { Draft } from '../draft.ts';
import { resourceKinds } from '../schema.ts';
import type { KeptResource } from '../desk/kept-resource.ts';
import { typedForm, wordsForm, type FixedWords } from './form.ts';
import { isRowPress } from './rows.ts';

/** What staff do on the page where a resource is written: each button sends one of these. */
export type WriteAction =
  | { do: 'save' | 'publish'; words: Draft; version: number }
  | { do: 'preview'; words: Draft }
  | { do: 'rows' };

/** Bytes of the longest form: all its texts, in a script that takes nine bytes a letter. */
export const writeFormLongest = 1536 * 1024;

/** What the form cannot change of a resource. */
export const fixedOf = (kept: KeptResource): FixedWords => ({
  kind: kept.words.kind,
  language: kept.publishedAt !== null || kept.pairId !== null ? kept.words.language : null,
});

const pressed = z.string().catch('save');
/** Saves over what a colleague wrote, as far as somebody has seen it: its version. */
const over = /^over:(\d{1,9})$/;

export const writePageForm = (kept: KeptResource, today: string) =>
  typedForm.transform((typed, context): WriteAction => {
    const action = pressed.parse(typed['action']);
    if (isRowPress(action)) return { do: 'rows' };
    const read = wordsForm(fixedOf(kept), today).safeParse(typed);
    const version = seenVersion.safeParse(over.exec(action)?.[1] ?? typed['version']);
    for (const { issues } of [read.error, version.error].filter((error) => error !== undefined)) {
      for (const { path, message } of issues) context.addIssue({ code: 'custom', path, message });
    }
    if (!read.success || !version.success) return z.NEVER;
    if (action === 'preview') return { do: 'preview', words: read.data };
    return { do: action === 'publish' ? 'publish' : 'save', words: read.data, version: version.data };
  });

/** The same form, only to be looked at. */
export const previewForm = (today: string) =>
  typedForm.transform((typed, context) => {
    const kind = z.enum(resourceKinds).safeParse(typed['kind']).data ?? 'guide';
    const read = wordsForm({ kind, language: null }, today).safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'This cannot be shown' });
    return z.NEVER;
  });
