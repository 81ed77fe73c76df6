import * as z from 'zod';
import { freeText } from '#platform/free-text.ts';
import { copyPurposes, type CopyPurpose } from './record.ts';

export const scopeLimit = 500;

const purposeWords: Record<CopyPurpose, string> = {
  consent: 'For somebody the person named in a consent they signed',
  'own-request': 'The person asked for their own copy',
  'our-team': 'For our own team, to answer them',
  emergency: 'A medical emergency',
  law: 'A court order, or another duty by law',
};
export const purposeInWords = (purpose: CopyPurpose): string => purposeWords[purpose];
export const purposeOptions = copyPurposes.map((value) => ({ value, label: purposeWords[value] }));

/** What is sent to take a copy. */
export const copyForm = z.object({
  purpose: z.enum(copyPurposes, { error: 'Choose why a copy is taken' }),
  scope: freeText(scopeLimit).refine((text) => text !== '', {
    error: 'Say who gets it, and what this copy is for',
  }),
  notes: z
    .literal('yes')
    .optional()
    .transform((chosen) => chosen === 'yes'),
});
export type CopyRequest = z.infer<typeof copyForm>;
