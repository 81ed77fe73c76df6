import { readFile } from 'node:fs/promises';
import { checkWords, explain } from '../words/check.ts';
import { filesWithWords } from '../words/files.ts';
import { wordRules } from '#platform/words/rules.ts';

/** `npm run words:check -- [files]`: what to say instead. Exits 1 when a word is an error. */
const named = process.argv.slice(2);
const files = named.length
  ? new Map(await Promise.all(named.map(async (path) => [path, await readFile(path, 'utf8')] as const)))
  : await filesWithWords();
const rules = { en: wordRules('en'), es: wordRules('es') };
const findings = [...files].flatMap(([path, text]) => checkWords(path, text, rules));
for (const finding of findings) console.log(explain(finding));
const errors = findings.filter(({ rule }) => rule.severity === 'error').length;
console.log(`${files.size} files read: ${errors} to change, ${findings.length - errors} to think about`);
if (errors > 0) process.exitCode = 1;
