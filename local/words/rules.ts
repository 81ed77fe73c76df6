import { readFileSync } from 'node:fs';
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

export function readRules(file = 'content/words/rules.yml'): WordRule[] {
  const { names, rules } = ruleFile.parse(parse(readFileSync(file, 'utf8')));
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
