import type { Language } from '#i18n/language.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';
import { readingEase, readingGrade } from './reading-grade.ts';

/** How a page reads: the whole of it, and the paragraph that is hardest. */

export interface Paragraph {
  text: string;
  hardness: number;
}

export interface Reading {
  words: number;
  /**
   * Of all paragraphs together: in English the Flesch-Kincaid grade, in Spanish 100 less the ease of
   * Fernández-Huerta.
   */
  hardness: number;
  /** Those long enough for a measure to mean something, hardest first. */
  paragraphs: Paragraph[];
}

/**
 * What a page and its hardest paragraph stay under: in English the eighth grade, as health information aims
 * for; in Spanish an ease of 60, where Fernández-Huerta calls a text normal, and of 70, fairly easy, for the
 * worst hour.
 */
export const hardest: Record<Language, { article: number; crisis: number }> = {
  en: { article: 8, crisis: 6 },
  es: { article: 40, crisis: 30 },
};
const hardnessOf: Record<Language, (text: string) => number> = {
  en: readingGrade,
  es: (text) => 100 - readingEase(text),
};

/** In fewer words one long word decides the grade. */
const enoughWords = 20;

let names: RegExp | undefined;

/** The names of content/words/names.yml. */
const nameOf = (): RegExp =>
  (names ??= new RegExp(
    z
      .array(z.string().min(2))
      .parse(parse(readFileSync(join(cwd(), 'content/words/names.yml'), 'utf8')))
      .map((name) => `\\b${name}\\b`)
      .join('|'),
    'gi',
  ));

/** What counts: no numbers, and no names that nobody can make shorter. */
const measured = (text: string) => text.replace(nameOf(), '').replace(/[\d()+–-]*\d[\d()+–-]*/g, '');

/** Of blocks of plain text: paragraphs, and lists as one block each, whose items end as sentences do. */
export function readingOf(blocks: string[], language: Language = 'en'): Reading {
  const hard = hardnessOf[language];
  const plain = blocks
    .map((block) => block.replace(/[ \t]+/g, ' ').trim())
    .filter((block) => /\p{L}/u.test(block));
  const paragraphs = plain
    .filter((block) => wordsIn(block) >= enoughWords)
    .map((text) => ({ text, hardness: hard(measured(text)) }))
    .toSorted((a, b) => b.hardness - a.hardness);
  return {
    words: plain.reduce((sum, block) => sum + wordsIn(block), 0),
    hardness: hard(plain.map(measured).join('\n\n')),
    paragraphs,
  };
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
