import { findWords } from '#platform/words/find-words.ts';
import { markdownWords } from '#platform/words/markdown-words.ts';
import { hardestSentences, readingEase, readingGrade } from '#platform/words/reading-grade.ts';
import { wordRules, type WordRule } from '#platform/words/rules.ts';
import type { Draft } from '../draft.ts';
import { proseOf } from './prose.ts';
import { promptsLeft } from './skeletons.ts';

/** What is to be said about the words of a draft. It never keeps anybody from saving. */

export interface WordFinding {
  /** Where it stands, as the form names it. */
  where: string;
  word: string;
  /** What to say instead. */
  say: string;
  severity: WordRule['severity'];
}

export interface WordsReport {
  findings: WordFinding[];
  /** How many of them should not go out as they are. */
  errors: number;
  /** A school grade in English, an ease from 0 to 100 in Spanish; null for a text too short to measure. */
  reading: { by: 'grade' | 'ease'; value: number; hardest: string[] } | null;
}

const fewestWords = 40;
const order = { error: 0, warn: 1, info: 2 };

export function checkWordsOf(words: Draft): WordsReport {
  const rules = wordRules(words.language).filter(({ applies }) => applies === 'all');
  const findings = [...promptIn(words), ...parts(words).flatMap((part) => findingsIn(part, rules))];
  findings.sort((a, b) => order[a.severity] - order[b.severity]);
  return {
    findings,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    reading: readingOf(words),
  };
}

/** One for all of them: a draft that is just begun is no heap of mistakes. */
function promptIn({ body }: Draft): WordFinding[] {
  const [word, ...more] = promptsLeft(body);
  if (word === undefined) return [];
  const say =
    more.length === 0
      ? 'still asks you for something: write over it, or take it out'
      : `and ${more.length} more still ask you for something: write over them, or take them out`;
  return [{ where: 'Text', word, say, severity: 'error' }];
}

const parts = (words: Draft): [where: string, text: string][] => [
  ['Title', words.title],
  ['Summary', words.summary],
  ['Text', markdownWords(words.body)],
  ...words.services.map((service, index): [string, string] => [
    `Place ${index + 1}`,
    [service.name, service.what, service.whoFor, service.cost, service.hours].join('\n\n'),
  ]),
  ...words.links.map((link, index): [string, string] => [`Link ${index + 1}`, link.label]),
];

const findingsIn = ([where, text]: [string, string], rules: WordRule[]): WordFinding[] =>
  findWords(text, rules).map(({ word, rule: { say, severity } }) => ({ where, word, say, severity }));

function readingOf({ body, language }: Draft): WordsReport['reading'] {
  const prose = proseOf(body);
  if ((prose.match(/\p{L}+/gu)?.length ?? 0) < fewestWords) return null;
  const hardest = hardestSentences(prose, language).map(({ text }) => text.replace(/\s+/g, ' '));
  return language === 'en'
    ? { by: 'grade', value: Math.max(0, readingGrade(prose)), hardest }
    : { by: 'ease', value: Math.min(100, Math.max(0, readingEase(prose))), hardest };
}
