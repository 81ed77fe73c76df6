import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';

/** The words an organisation keeps out of its site, as content/words/rules.yml lists them. */

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

let read: WordRule[] | undefined;

/** Throws when the file has a rule that cannot be used. */
export function wordRules(): WordRule[] {
  return (read ??= parseRules(readFileSync(join(cwd(), 'content/words/rules.yml'), 'utf8')));
}

function parseRules(text: string): WordRule[] {
  const { names, rules } = ruleFile.parse(parse(text));
  return rules.map(({ pattern, unless, ...rest }) => ({
    ...rest,
    pattern: phrase(pattern),
    unless: [...names, ...unless].map(phrase),
  }));
}

/** A pattern in which a space is any white space: sentences break over lines. */
function phrase(pattern: string): RegExp {
  const spaced = pattern.replace(/\[[^\]]*\]| \?| /g, (part) => {
    if (part.startsWith('[')) return part.replace(' ', '\\s');
    return part === ' ' ? '\\s+' : '\\s*';
  });
  return new RegExp(spaced, 'gi');
}
