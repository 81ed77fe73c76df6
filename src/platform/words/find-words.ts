import type { WordRule } from './rules.ts';

export interface FoundWord {
  /** Where it begins in the text. */
  at: number;
  word: string;
  rule: WordRule;
}

/** Every word in what people read that a rule would say otherwise, in the order of the text. */
export function findWords(text: string, rules: WordRule[]): FoundWord[] {
  const read = text.replaceAll('’', "'");
  const found: FoundWord[] = [];
  for (const rule of rules) {
    const fine = rule.unless.flatMap((pattern) => [...read.matchAll(pattern)].map(span));
    for (const match of read.matchAll(rule.pattern)) {
      const [at, end] = span(match);
      if (fine.some(([from, to]) => from <= at && end <= to)) continue;
      found.push({ at, word: match[0].replace(/\s+/g, ' '), rule });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const span = (match: RegExpExecArray): [number, number] => [match.index, match.index + match[0].length];
