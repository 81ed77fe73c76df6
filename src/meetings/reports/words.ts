import type { Language } from '#i18n/language.ts';
import type { ReportReason } from './schema.ts';
import { reportsSpeak } from './spanish.ts';

/** What a report says, in words. */

export const reasons = {
  'for-good': 'It is closed for good',
  'this-week': 'It is closed this week',
  link: 'The link does not work',
  'place-or-time': 'The place or the time is wrong',
} as const satisfies Record<ReportReason, string>;

export const reasonOptions = (language: Language) =>
  Object.entries(reasons).map(([value, label]) => ({ value, label: reportsSpeak(language)(label) }));
