import type { BulkAnswer, BulkAction } from './bulk.ts';

/** What became of several, in words. */

const count = (number: number) => (number === 1 ? '1 resource' : `${number} resources`);

export function bulkSentence({ done }: BulkAnswer, what: BulkAction['do'] | 'undo'): string {
  if (done.length === 0) return 'Nothing was changed.';
  const many = count(done.length);
  return {
    archive: `${many} archived. The site is built without ${done.length === 1 ? 'it' : 'them'} now.`,
    'review-by': `${many} to be looked at again by that day.`,
    'add-topic': `The topic is added to ${many}.`,
    undo: `${many} ${done.length === 1 ? 'is' : 'are'} as before.`,
  }[what];
}

const reasons: Record<string, string> = {
  unknown: 'is not there any more',
  'not-published': 'is not on the site',
  archived: 'is archived',
  same: 'is like that already',
  full: 'has three topics already',
};

export const skippedWords = ({ why, by }: BulkAnswer['skipped'][number]): string =>
  why === 'changed-meanwhile'
    ? `was changed meanwhile${by ? ` by ${by}` : ''}`
    : (reasons[why] ?? 'could not be changed');
