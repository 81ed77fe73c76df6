import { parse } from 'yaml';
import * as z from 'zod';
import type { Language } from '#i18n/language.ts';
import { fact } from '#platform/facts.ts';
import { levelNames } from './level.ts';

/** The pages about the levels of care, as content/en/level-pages.yml and questions.yml have them. */

const words = (longest: number) => z.string().min(2).max(longest);
const lines = z.array(words(400)).min(1).max(5);
const link = { label: words(80), href: z.string().startsWith('/') };
const answers = z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).default([]);

const questionSchema = z.strictObject({ ask: words(120), answer: words(500) });
export type Question = z.infer<typeof questionSchema>;

export const levelPageSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  answers,
  name: words(40),
  title: words(60),
  levels: z.array(z.enum(levelNames)).min(1),
  lead: words(200),
  inside: lines,
  /** Its bills go to an insurance, if there is one. */
  insured: z.boolean(),
  cost: lines,
  life: lines,
  after: z.strictObject({ words: words(300), ...link }),
  next: z.strictObject(link),
  questions: z.array(questionSchema).min(1),
});
export type LevelPage = z.infer<typeof levelPageSchema>;

/** From the most hours a week to the fewest, as the levels go that each tells of. */
export const levelPagesInOrder = (pages: LevelPage[]): LevelPage[] => {
  const stepOf = ({ levels }: LevelPage) => Math.min(...levels.map((level) => levelNames.indexOf(level)));
  return pages.toSorted((one, other) => stepOf(one) - stepOf(other));
};

/** A question as the site keeps it: collections have no order of their own, so it carries that of the file. */
export const askedSchema = questionSchema.extend({
  id: z.string(),
  order: z.int(),
  answers,
  read: z.strictObject(link),
});

/** The questions of the file, before they are looked at. */
export const askedOf = (text: string): Record<string, unknown>[] =>
  (parse(text) as Record<string, unknown>[]).map((question, order) => ({
    ...question,
    id: `question-${order + 1}`,
    order,
  }));

const placeholder = /\{([a-z0-9-]+)\}/g;

/** The text with the wording of each fact in its place; at the start of a sentence it starts as one. */
export const withFacts = (text: string, language: Language = 'en'): string =>
  text.replace(placeholder, (_all, id: string, at: number) => {
    const { wording } = fact(id, language);
    return at === 0 ? wording.charAt(0).toUpperCase() + wording.slice(1) : wording;
  });

/** The facts that stand in some texts, each once: a page names their sources. */
export const factsIn = (texts: string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, id = '']) => id))),
];

/** schema.org/FAQPage for a JSON-LD block. "<" is escaped, so that no answer can end the block. */
export const questionsJsonLd = (questions: Question[], language: Language = 'en'): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    ...(language !== 'en' && { inLanguage: language }),
    mainEntity: questions.map(({ ask, answer }) => ({
      '@type': 'Question',
      name: ask,
      acceptedAnswer: { '@type': 'Answer', text: withFacts(answer, language) },
    })),
  }).replaceAll('<', String.raw`\u003c`);
