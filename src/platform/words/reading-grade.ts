import type { Language } from '#i18n/language.ts';
import { spanishSyllables } from './spanish-syllables.ts';

/** How hard a text is to read, by the formulas that go with its language. */

export interface Sentence {
  text: string;
  /** Higher is harder: a school grade in English; in Spanish 100 less the ease. */
  hardness: number;
}

/** The sentences of plain text. A line break of two ends one as well. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…]["”’)]*)\s+|\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));

const englishWords = (text: string): string[] => text.match(/[a-z][a-z’'-]*/gi) ?? [];
const spanishWords = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const count = (words: string[], syllables: (word: string) => number) =>
  words.reduce((sum, word) => sum + syllables(word.toLowerCase()), 0);

/** Flesch-Kincaid grade of plain text. Syllables are counted by groups of vowels, which errs upward a little. */
export function readingGrade(text: string): number {
  const words = englishWords(text);
  return (
    0.39 * (words.length / sentencesOf(text).length) +
    11.8 * (count(words, syllablesOf) / words.length) -
    15.59
  );
}

/** Fernández-Huerta ease of plain text in Spanish: 100 is very easy, under 50 is hard. */
export function readingEase(text: string): number {
  const words = spanishWords(text);
  return (
    206.84 -
    60 * (count(words, spanishSyllables) / words.length) -
    1.02 * (words.length / sentencesOf(text).length)
  );
}

/** The sentences that are hardest to read, hardest first; those of a few words are left alone. */
export function hardestSentences(text: string, language: Language, most = 3): Sentence[] {
  const [wordsIn, hard] =
    language === 'en'
      ? [englishWords, readingGrade]
      : [spanishWords, (sentence: string) => 100 - readingEase(sentence)];
  return sentencesOf(text)
    .filter((sentence) => wordsIn(sentence).length >= 8)
    .map((sentence) => ({ text: sentence, hardness: hard(sentence) }))
    .sort((a, b) => b.hardness - a.hardness)
    .slice(0, most);
}

const syllablesOf = (word: string) =>
  Math.max(1, word.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g)?.length ?? 1);
