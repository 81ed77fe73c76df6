/** How words are compared: without case, accents and apostrophes, so that "recaida" is "Recaída" and "cant" is "can’t". */

export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}’'ʼ]/gu, '')
    .toLowerCase();

export interface Word {
  /** Folded. */
  word: string;
  start: number;
  end: number;
}

const aWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'ʼ]\p{L}+)*/gu;

/** The words of a text with their places in it. */
export const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(aWord), ({ 0: written, index }) => ({
    word: folded(written),
    start: index,
    end: index + written.length,
  }));

export const foldedWords = (text: string): string[] => wordsIn(text).map(({ word }) => word);
