import { prose } from './prose.ts';
import type { WordRule } from './rules.ts';

export interface WordFinding {
  path: string;
  line: number;
  word: string;
  rule: WordRule;
}

/** Where buttons, forms, notices and mails get their words. */
const isInterface = (path: string) => path.startsWith('src/');

/** Every word in a file that a rule would say otherwise, in the order of the file. */
export function checkWords(path: string, text: string, rules: WordRule[]): WordFinding[] {
  const read = prose(path, text).replaceAll('’', "'");
  const excused = excuses(text);
  const findings: (WordFinding & { at: number })[] = [];
  for (const rule of rules) {
    if (rule.applies === 'ui' && !isInterface(path)) continue;
    const fine = rule.unless.flatMap((pattern) => [...read.matchAll(pattern)].map(span));
    for (const match of read.matchAll(rule.pattern)) {
      const [at, end] = span(match);
      if (fine.some(([from, to]) => from <= at && end <= to)) continue;
      const line = text.slice(0, at).split('\n').length;
      if (excused.get(line)?.has(rule.id)) continue;
      findings.push({ path, line, word: match[0].replace(/\s+/g, ' '), rule, at });
    }
  }
  return findings
    .sort((a, b) => a.at - b.at)
    .map(({ path: file, line, word, rule }) => ({ path: file, line, word, rule }));
}

/** One line for a person: where, what, and what to say instead. */
export const explain = ({ path, line, word, rule }: WordFinding): string =>
  `${path}:${line}: ${rule.severity}: "${word}": ${rule.say} (${rule.id})`;

const span = (match: RegExpExecArray): [number, number] => [match.index, match.index + match[0].length];

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
