import type { Language } from '#i18n/language.ts';
import { wordsIn } from './letters.ts';
import { stem } from './stem.ts';

/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** The text in pieces, the words that were looked for apart. */
export function marked(text: string, stems: ReadonlySet<string>, language: Language): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { word, start, end } of wordsIn(text)) {
    if (!stems.has(stem(word, language))) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}

const wordsShown = 26;

/** Where in a text most of the words stand together: some two lines of it. */
export function excerpt(text: string, stems: ReadonlySet<string>, language: Language): string {
  const words = wordsIn(text);
  if (words.length <= wordsShown) return text;
  const hits = words.map(({ word }) => stem(word, language)).map((one) => (stems.has(one) ? one : ''));
  let [best, most] = [0, -1];
  hits.forEach((hit, at) => {
    const different = new Set(hits.slice(at, at + wordsShown).filter(Boolean)).size;
    // one begins at a hit, to show some words before it
    if (hit && different > most) [best, most] = [at, different];
  });
  const begin = Math.min(Math.max(0, best - 5), words.length - wordsShown);
  const [first, last] = [words[begin]!, words[begin + wordsShown - 1]!];
  const atEnd = begin + wordsShown >= words.length;
  return `${begin > 0 ? '… ' : ''}${text.slice(begin > 0 ? first.start : 0, atEnd ? text.length : last.end)}${atEnd ? '' : ' …'}`;
}
