import type { Language } from '#i18n/language.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';

/** The words an organisation keeps out of its site, as content/words/rules.yml and rules-es.yml list them. */

const rule = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  severity: z.enum(['error', 'warn', 'info']),
  applies: z.enum(['all', 'ui']),
  pattern: z.string().min(1),
  say: z.string().min(1),
  unless: z.array(z.string().min(1)).default([]),
});
const ruleFile = z.strictObject({ names: z.array(z.string().min(1)), rules: z.array(rule).min(1) });

export interface WordRule extends Omit<z.infer<typeof rule>, 'pattern' | 'unless'> {
  pattern: RegExp;
  unless: RegExp[];
}

const fileOf: Record<Language, string> = { en: 'rules.yml', es: 'rules-es.yml' };
const read: Partial<Record<Language, WordRule[]>> = {};

/** The rules for text in that language. Throws when the file has a rule that cannot be used. */
export const wordRules = (language: Language): WordRule[] =>
  (read[language] ??= parseRules(
    readFileSync(join(cwd(), 'content/words', fileOf[language]), 'utf8'),
    language === 'es' ? spanishPhrase : phrase,
  ));

function parseRules(text: string, phrase: (pattern: string) => RegExp): WordRule[] {
  const { names, rules } = ruleFile.parse(parse(text));
  return rules.map(({ pattern, unless, ...rest }) => ({
    ...rest,
    pattern: phrase(pattern),
    unless: [...names, ...unless].map(phrase),
  }));
}

/** A pattern in which a space is any white space: sentences break over lines. */
const phrase = (pattern: string): RegExp => new RegExp(spaced(pattern), 'gi');

const spaced = (pattern: string): string =>
  pattern.replace(/\[[^\]]*\]| \?| /g, (part) => {
    if (part.startsWith('[')) return part.replace(' ', '\\s');
    return part === ' ' ? '\\s+' : '\\s*';
  });

/** For \b a letter with an accent is no letter: here a word begins and ends where letters do. */
const spanishPhrase = (pattern: string): RegExp =>
  new RegExp(
    spaced(pattern)
      .replace(/\\b(?=[\p{L}(]|\[[^^])/gu, String.raw`(?<![\p{L}\p{N}_])`)
      .replaceAll('\\b', String.raw`(?![\p{L}\p{N}_])`),
    'giu',
  );
