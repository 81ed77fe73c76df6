import type { ReportReason } from './schema.ts';

/** What a report says, in words. */

export const reasons: Record<ReportReason, string> = {
  'for-good': 'It is closed for good',
  'this-week': 'It is closed this week',
  link: 'The link does not work',
  'place-or-time': 'The place or the time is wrong',
};

export const reasonOptions = Object.entries(reasons).map(([value, label]) => ({ value, label }));
