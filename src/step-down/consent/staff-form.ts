import * as z from 'zod';

/** What staff do with one consent: open it, or end it for the person who asked in writing. */
export const staffConsentForm = z.discriminatedUnion(
  'action',
  [
    z.object({ action: z.literal('open') }),
    z.object({
      action: z.literal('revoke'),
      asked: z.literal('yes', { error: 'Confirm that the person asked for it in writing' }),
    }),
  ],
  { error: 'Press one of the buttons' },
);
