import { findWords } from '#platform/words/find-words.ts';
import type { WordRule } from '#platform/words/rules.ts';
import { proseIn } from './language-of.ts';

export interface WordFinding {
  path: string;
  line: number;
  word: string;
  rule: WordRule;
}

/** Where buttons, forms, notices and mails get their words. */
const isInterface = (path: string) => path.startsWith('src/');

export type RulesByLanguage = Record<'en' | 'es', WordRule[]>;

/** Every word in a file that a rule of its language would say otherwise, in the order of the file. */
export function checkWords(path: string, text: string, rules: RulesByLanguage): WordFinding[] {
  const excused = excuses(text);
  return (['en', 'es'] as const)
    .flatMap((language) => {
      const asked = rules[language].filter(({ applies }) => applies === 'all' || isInterface(path));
      return findWords(proseIn(language, path, text), asked);
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at, word, rule }) => ({ path, line: text.slice(0, at).split('\n').length, word, rule }))
    .filter(({ line, rule }) => !excused.get(line)?.has(rule.id));
}

/** One line for a person: where, what, and what to say instead. */
export const explain = ({ path, line, word, rule }: WordFinding): string =>
  `${path}:${line}: ${rule.severity}: "${word}": ${rule.say} (${rule.id})`;

/** Line → the rules that a "lint-ok" on it or on the line before sets aside. */
function excuses(text: string): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  text.split('\n').forEach((content, index) => {
    const ids = /lint-ok:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/.exec(content)?.[1]?.split(/\s*,\s*/) ?? [];
    for (const line of [index + 1, index + 2]) {
      found.set(line, new Set([...(found.get(line) ?? []), ...ids]));
    }
  });
  return found;
}
