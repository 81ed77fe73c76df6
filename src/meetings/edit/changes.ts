import * as z from 'zod';
import { sayProblems } from '#platform/form-fields.ts';
import type { FlatForm } from './flat-form.ts';
import {
  asColumns,
  editFields,
  editKeys,
  someValues,
  type EditKey,
  type MeetingEdit,
  type SomeValues,
} from './meeting-edit.ts';

/** What somebody changed in a form, by the text they saw and the text they sent. */

// Browsers send lines with CR and LF, and boxes in the order of the page.
const plain = (value: string | string[] | undefined): string =>
  [value ?? []]
    .flat()
    .map((text) => text.replace(/\r\n?/g, '\n').trim())
    .sort()
    .join(' ');

/** The fields that are not as they were shown. No box ticked is sent as nothing; so is no button chosen. */
export function changedFields(shown: FlatForm, typed: FlatForm): EditKey[] {
  return editKeys.filter(
    (key) => (typed[key] !== undefined || key === 'types') && plain(typed[key]) !== plain(shown[key]),
  );
}

/** Reads the fields that changed; null, with each problem at its field, when one cannot be read. */
export function takeChanged(
  keys: EditKey[],
  typed: FlatForm,
  context: z.core.$RefinementCtx,
): SomeValues | null {
  const fields = Object.fromEntries(keys.map((key) => [key, editFields[key]]));
  const parsed = z.object(fields).safeParse(typed);
  if (parsed.success) return someValues.parse(parsed.data);
  sayProblems(parsed.error.issues, context);
  return null;
}

/** The columns in which a whole form differs from the meeting that is there; all of them for a new one. */
export function changedColumns(present: MeetingEdit | null, edit: MeetingEdit) {
  const same = (key: EditKey) => present !== null && plainValue(present[key]) === plainValue(edit[key]);
  const changed = editKeys.filter((key) => !same(key));
  return asColumns(someValues.parse(Object.fromEntries(changed.map((key) => [key, edit[key]]))));
}

const plainValue = (value: MeetingEdit[EditKey]) =>
  JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
