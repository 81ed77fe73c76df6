import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import type { Language } from '#i18n/language.ts';
import { callNumber } from '#platform/facts.ts';

/** What people type and what is then shown, from content/en/search.yml and content/es/search.yml. */

const typed = z.string().trim().min(2);
/** Words and phrases, with commas between them. */
const phrases = z
  .string()
  .transform((text) => text.split(',').map((phrase) => phrase.trim()))
  .pipe(z.array(typed));
const path = z
  .string()
  .regex(/^\/(?:[a-z0-9-]+\/)+(?:#[\w-]+)?$/, 'write an address of the site, as /guides/sleep/');

const entry = z
  .strictObject({
    words: phrases,
    /** Pages shown before all others, in this order. */
    first: z.array(path).default([]),
    /** Words that are looked for besides. */
    also: phrases.default([]),
  })
  .refine(({ first, also }) => first.length + also.length > 0, 'say what is shown first, or looked for also');

const searchWords = z.strictObject({
  /** What people type who may be in danger, by the help they are shown. */
  crisis: z.strictObject({
    emergency: phrases,
    despair: phrases,
    harm: phrases,
  }),
  entries: z.array(entry),
  /** Pages that are made when they are asked for, which no build has as files. */
  pages: z.array(z.strictObject({ path, title: typed, text: z.string() })),
});

export type SearchWords = z.infer<typeof searchWords>;

/** Reads the text of a search.yml. Throws with the line of each thing that needs attention. */
export function parseSearchWords(text: string, file: string): SearchWords {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const result = document.errors.length === 0 ? searchWords.safeParse(document.toJS()) : undefined;
  if (result?.success) return result.data;
  const lineOf = (at: readonly PropertyKey[]): number => {
    for (let depth = at.length; depth >= 0; depth--) {
      const node: unknown = document.getIn(at.slice(0, depth), true);
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
        return lines.linePos(node.range[0] as number).line;
    }
    return 1;
  };
  const troubles = result
    ? result.error.issues.map(({ path: at, message }) => `${lineOf(at)}: ${at.join('.')}: ${message}`)
    : document.errors.map(({ message, linePos }) => `${linePos?.[0].line ?? 1}: ${message}`);
  throw new Error(`${file} needs attention:\n${troubles.map((one) => `${file}:${one}`).join('\n')}`);
}

export function searchWordsIn(language: Language): SearchWords {
  const file = `content/${language}/search.yml`;
  return parseSearchWords(readFileSync(join(cwd(), file), 'utf8'), file);
}

/**
 * Words of danger in both languages, since nobody chooses one then, and the numbers that people know.
 * They are in the page itself: help does not wait for a file.
 */
export function crisisWords(): SearchWords['crisis'] {
  const [english, spanish] = [searchWordsIn('en').crisis, searchWordsIn('es').crisis];
  return {
    emergency: [...english.emergency, ...spanish.emergency, callNumber('emergency')],
    despair: [...english.despair, ...spanish.despair, callNumber('lifeline')],
    harm: [...english.harm, ...spanish.harm],
  };
}
