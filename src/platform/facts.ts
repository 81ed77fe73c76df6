import type { Language } from '#i18n/language.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';

/** Crisis lines and numbers with their sources, from content/facts.yml: the one place either is written. */

const day = z.iso.date();
const provenance = { source: z.string().min(1), address: z.httpUrl(), checked: day, verifyBy: day };

const lineSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  call: z.string().optional(),
  text: z.string().optional(),
  /** What to write, where the line asks for a word. */
  textWord: z.string().optional(),
  chat: z.httpUrl().optional(),
  tty: z.string().optional(),
  spanish: z.strictObject({ press: z.string(), textWord: z.string() }).optional(),
  veterans: z.strictObject({ press: z.string(), text: z.string() }).optional(),
  when: z.string(),
  cost: z.string(),
  /** The same in Spanish. */
  es: z.strictObject({ name: z.string(), when: z.string(), cost: z.string() }),
  ...provenance,
});

const factSchema = z.strictObject({
  id: z.string(),
  row: z.string().regex(/^F\d\d$/),
  number: z.string().optional(),
  wording: z.string(),
  /** The same in Spanish. */
  es: z.strictObject({ wording: z.string() }),
  ...provenance,
});

const factsSchema = z.strictObject({ lines: z.array(lineSchema).min(1), facts: z.array(factSchema) });

export type CrisisLine = z.infer<typeof lineSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Facts = z.infer<typeof factsSchema>;

/** Reads the text of a facts.yml. Throws with the name of each field that needs attention. */
export function parseFacts(text: string): Facts {
  // The failsafe of strings: YAML would otherwise read dates and numbers as something else.
  const result = factsSchema.safeParse(parse(text, { schema: 'failsafe' }));
  if (result.success) return result.data;
  throw new Error(`content/facts.yml needs attention:\n${z.prettifyError(result.error)}`);
}

/**
 * Throws for entries whose verify-by day has passed and returns a warning for those within thirty days.
 * Called while building, never while answering: an old date is no reason to take a page with help on it down.
 */
export function checkVerifyDates(facts: Facts, today: string): string[] {
  const entries = [...facts.lines, ...facts.facts];
  const late = entries.filter((entry) => entry.verifyBy < today);
  if (late.length > 0) {
    const list = late.map((entry) => `  ${entry.id} (by ${entry.verifyBy}): compare with ${entry.address}`);
    throw new Error(
      `content/facts.yml has entries that nobody has verified in time:\n${list.join('\n')}\n` +
        'Open each address (ring each line), correct the wording, then set checked to today and verifyBy to the next date.',
    );
  }
  const soon = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
  return entries
    .filter((entry) => entry.verifyBy <= soon)
    .map((entry) => `content/facts.yml: verify ${entry.id} by ${entry.verifyBy} at ${entry.address}`);
}

let parsed: Facts | undefined;

export function facts(): Facts {
  return (parsed ??= parseFacts(readFileSync(join(cwd(), 'content/facts.yml'), 'utf8')));
}

export const allFacts = (language: Language): Fact[] =>
  facts().facts.map((one) => (language === 'es' ? { ...one, ...one.es } : one));

/** In the language of the page. */
export function fact(id: string, language: Language = 'en'): Fact {
  const found = facts().facts.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no fact "${id}" in content/facts.yml.`);
  return language === 'es' ? { ...found, ...found.es } : found;
}

export const crisisLines = (language: Language = 'en'): CrisisLine[] =>
  facts().lines.map((line) => (language === 'es' ? inSpanish(line) : line));

/** Who writes to a line in Spanish writes its Spanish word. */
const inSpanish = (line: CrisisLine): CrisisLine => ({
  ...line,
  ...line.es,
  ...(line.spanish && { textWord: line.spanish.textWord }),
});

export function crisisLine(id: string, language: Language = 'en'): CrisisLine {
  const found = crisisLines(language).find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no line "${id}" in content/facts.yml.`);
  return found;
}

/** The number that reaches a line by voice. Throws for a line that one can only write to. */
export function callNumber(id: string): string {
  const { call } = crisisLine(id);
  if (!call) throw new Error(`The line "${id}" in content/facts.yml has no number to call.`);
  return call;
}

/** Opens a message to the line, with the word it asks for already in it. */
export const textAddress = ({ text = '', textWord }: CrisisLine): string =>
  `sms:${text}${textWord ? `?body=${textWord}` : ''}`;
