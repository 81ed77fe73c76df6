import * as z from 'zod';
import { bulkActions } from './bulk.ts';

/** As many as one press changes. */
export const mostAtOnce = 200;

/** What the list of meetings sends. */
export const bulkForm = z.object({
  meetings: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.uuid()).min(1, 'Tick the meetings first').max(mostAtOnce, `Tick ${mostAtOnce} at the most`),
  ),
  action: z.enum(bulkActions, { error: 'Choose what to do with them' }),
});

export const undoForm = z.object({ undo: z.string().min(1).max(100_000) });

const number = (count: number) => (count === 1 ? '1 meeting' : `${count} meetings`);

/** “3 meetings are confirmed as of today.” */
export const doneWords = (action: (typeof bulkActions)[number], count: number): string => {
  if (count === 0) return 'Nothing was changed: they were off the list already.';
  const are = `${number(count)} ${count === 1 ? 'is' : 'are'}`;
  return action === 'confirm' ? `${are} confirmed as of today.` : `${are} off the list.`;
};

/** “2 meetings are as they were.” */
export const undoneWords = (count: number): string =>
  count === 0 ? 'Nothing was taken back.' : `${number(count)} ${count === 1 ? 'is' : 'are'} as before.`;
