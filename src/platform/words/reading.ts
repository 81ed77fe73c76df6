import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';
import { readingGrade } from './reading-grade.ts';

/** How a page reads: the whole of it, and the paragraph that is hardest. */

export interface Paragraph {
  text: string;
  grade: number;
}

export interface Reading {
  words: number;
  /** Flesch-Kincaid grade of all paragraphs together. */
  grade: number;
  /** Those long enough for a grade to mean something, hardest first. */
  paragraphs: Paragraph[];
}

/** Grades that a page and its hardest paragraph stay under: health information aims below the eighth. */
export const highestGrade = { article: 8, crisis: 6 };

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
export function readingOf(blocks: string[]): Reading {
  const plain = blocks
    .map((block) => block.replace(/[ \t]+/g, ' ').trim())
    .filter((block) => /\p{L}/u.test(block));
  const paragraphs = plain
    .filter((block) => wordsIn(block) >= enoughWords)
    .map((text) => ({ text, grade: readingGrade(measured(text)) }))
    .toSorted((a, b) => b.grade - a.grade);
  return {
    words: plain.reduce((sum, block) => sum + wordsIn(block), 0),
    grade: readingGrade(plain.map(measured).join('\n\n')),
    paragraphs,
  };
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
