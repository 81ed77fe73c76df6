import { parse } from 'yaml';
import * as z from 'zod';
import { slugShape } from '#platform/slug.ts';

/** The list to think and talk with, as content/en/is-iop-right.yml has it. */

const slug = z.string().regex(slugShape);
const question = z.string().min(10).max(180).endsWith('?');

const talkPartSchema = z.strictObject({
  id: slug,
  title: z.string().min(3).max(60),
  statements: z
    .array(z.strictObject({ id: slug, words: z.string().min(8).max(140), ask: question }))
    .min(1)
    .max(8),
  ask: z.array(question).default([]),
});
export type TalkPart = z.infer<typeof talkPartSchema>;

/** A part as the site keeps it: collections have no order of their own, so the entry carries that of the file. */
export const keptTalkPart = talkPartSchema.extend({ order: z.int() });

/** The parts of the file, before they are looked at. */
export const talkPartsOf = (text: string): Record<string, unknown>[] =>
  (parse(text) as Record<string, unknown>[]).map((part, order) => ({ ...part, order }));

/** A question to bring, with the statements it follows from. None: it is for everybody. */
export interface Question {
  words: string;
  from: string[];
}

/** Every question once, those for everybody first. */
export function questionsOf(parts: TalkPart[]): Question[] {
  const questions = new Map<string, Question>();
  for (const words of parts.flatMap(({ ask }) => ask)) questions.set(words, { words, from: [] });
  for (const { id, ask } of parts.flatMap(({ statements }) => statements)) {
    const known = questions.get(ask);
    if (!known) questions.set(ask, { words: ask, from: [id] });
    // what everybody asks stays so
    else if (known.from.length > 0) known.from.push(id);
  }
  return [...questions.values()];
}
