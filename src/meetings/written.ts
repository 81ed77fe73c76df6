import type { Language } from '#i18n/language.ts';

/**
 * What a group wrote within a sentence of ours: a reason, a room. On a Spanish page it stands between two
 * isolates (U+2068, U+2069), which nobody sees or hears, so that whoever shows the sentence can say which
 * language that part is in.
 */
export const written = (text: string, page: Language): string =>
  page === 'es' ? `\u2068${text}\u2069` : text;

export interface Piece {
  text: string;
  isWritten: boolean;
}

/** A sentence in its parts, in order. */
export const piecesOf = (sentence: string): Piece[] =>
  sentence
    .split(/[\u2068\u2069]/)
    .map((text, index) => ({ text, isWritten: index % 2 === 1 }))
    .filter(({ text }) => text !== '');

/** The sentence without its marks, to copy or to keep. */
export const unmarked = (sentence: string): string => sentence.replace(/[\u2068\u2069]/g, '');

/**
 * For the `lang` of what a group wrote of itself, which is in English unless it says another language:
 * undefined where that is the language of the page.
 */
export function langOf(written: string | null, page: Language): string | undefined {
  const language = written ?? 'en';
  return language === page ? undefined : language;
}
