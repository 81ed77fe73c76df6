import * as z from 'zod';
import { slugShape } from '#platform/slug.ts';

/** A question of one event, as staff wrote it. Answers are texts by the question's id. */

const base = {
  id: z.string().regex(slugShape).max(40),
  label: z.string().min(1).max(200),
  required: z.boolean().default(false),
};

export const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('text') }),
  z.strictObject({ ...base, kind: z.literal('yes-no') }),
  z.strictObject({
    ...base,
    kind: z.literal('choice'),
    options: z.array(z.string().min(1).max(100)).min(2).max(8),
  }),
]);
export type Question = z.infer<typeof question>;

export const questions = z.array(question).max(5);
