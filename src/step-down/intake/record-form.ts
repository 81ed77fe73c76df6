import * as z from 'zod';
import { freeText } from '#platform/free-text.ts';
import { slugField } from '../schema.ts';

/** What the forms on an opened request send: each button is one action. */

const someone = z.union([z.uuid(), z.literal('').transform(() => null)], {
  error: 'Open the request anew, please',
});

/** How a request can stand, as staff choose it. The last three close it. */
export const standings = ['read', 'contacted', 'scheduled', 'answered', 'started', 'not-reached'] as const;

export const noteLimit = 3000;
export const replyLimit = 2000;
const mostAlternatives = 6;

const alternatives = z
  .union([slugField('Choose from the list'), z.array(slugField('Choose from the list'))])
  .default([])
  .transform((chosen) => [chosen].flat())
  .refine((chosen) => chosen.length <= mostAlternatives, {
    error: `Choose ${mostAlternatives} programs or fewer`,
  });

export const recordForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('open') }),
  z.object({ action: z.enum(['claim', 'release']), from: someone }),
  z.object({
    action: z.literal('assign'),
    from: someone,
    to: z.uuid({ error: 'Choose a colleague' }),
  }),
  z.object({
    action: z.literal('status'),
    standing: z.enum(standings, { error: 'Choose where it stands' }),
  }),
  z.object({
    action: z.literal('note'),
    noteId: z.uuid({ error: 'Open the request anew, please' }),
    note: freeText(noteLimit).refine((text) => text !== '', { error: 'Write the note' }),
  }),
  z.object({ action: z.literal('hold'), cohort: slugField('Choose a group') }),
  z.object({
    action: z.literal('decline'),
    reply: freeText(replyLimit).refine((text) => text !== '', { error: 'Write a few kind words' }),
    alternatives,
  }),
]);
export type RecordAction = z.infer<typeof recordForm>;
