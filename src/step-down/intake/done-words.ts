import type { Done } from './record-actions.ts';

/** What was done, in a sentence for the top of the page. */
const doneWords: Record<string, string> = {
  'claim assigned': 'It is yours now.',
  'release assigned': 'Given back: it is nobody’s now.',
  'assign assigned': 'Passed on. Tell your colleague.',
  'status set': 'Saved where it stands.',
  'note noted': 'The note is kept, sealed.',
  'hold held': 'A seat is held for them. Who left an email address is told that their page has news.',
  'hold waiting':
    'The group is full, so they are on its waiting list. Who left an email address is told that their page has news.',
  'decline declined':
    'Declined. Your words stand on their page; who left an email address is told that there is news.',
};

const hindrances: Record<string, string> = {
  unknown: 'This request is not here any more: the person had it deleted, or its time was over',
  ended: 'This request ended meanwhile. Nothing was changed',
  'not-staff': 'This colleague does not answer requests. Choose another',
  'reason-needed': 'Choose where it stands',
  closed: 'This group takes nobody any more. Choose another',
  'has-it': 'They have a place in this group already. Nothing was changed',
};

/** The sentence for what was done; null when something was in the way, or nothing was asked but to open it. */
export const doneSentence = ({ action, outcome }: Done): string | null =>
  doneWords[`${action} ${outcome}`] ?? null;

/** What was in the way; null when nothing was. */
export function hindrance({ outcome, owner }: Done): string | null {
  if (outcome === 'taken') {
    return owner
      ? `${owner} was faster and has it now. Nothing was changed`
      : 'A colleague gave it back meanwhile. Nothing was changed';
  }
  return hindrances[outcome] ?? null;
}
