import type { DeskOutcome } from './outcome.ts';
import { momentWords } from './standing-words.ts';

/** Why nothing was done, and what to do now. */

const sentences: Record<string, string> = {
  unknown: 'This resource is not there any more. Somebody may have deleted it',
  'not-yours': 'Only who publishes may do this. Ask for a second look instead',
  incomplete: 'Something is missing. Look at the list below, and complete it first',
  'slug-taken': 'No address for this title is free. Change the title a little',
  paired: 'There is a text in this language already that belongs to it. Change the language',
  archived: 'It is archived. Open it again first',
  'not-archived': 'It is not archived. Nothing was changed',
  'not-published': 'It is not on the site. Nothing was changed',
  'nothing-new': 'There is nothing that could be done. Somebody may have been faster',
  'no-such-target': 'What its address was to lead to is not on the site. Choose another',
};

export function refusalWords({ outcome, by, at }: DeskOutcome, timeZone: string): string {
  if (outcome === 'changed-meanwhile')
    return (
      `${by ?? 'Somebody'} changed this ${at ? momentWords(at, timeZone) : 'meanwhile'}. ` +
      'Nothing was done. This page shows it as it is now: look at it, and press again'
    );
  return sentences[outcome] ?? 'That could not be done. Open this page anew, and try again';
}
