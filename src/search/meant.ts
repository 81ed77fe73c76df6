import type { Language } from '#i18n/language.ts';
import { foldedWords } from './letters.ts';
import type { SearchWords } from './search-words.ts';
import { slipsBetween } from './slips.ts';
import { stem } from './stem.ts';

/** What the words of somebody say besides what they are: who may be in danger, and which page they mean. */

type Crisis = SearchWords['crisis'];
type Entries = SearchWords['entries'];
export type Danger = keyof Crisis;

export interface Meant {
  /** Addresses of pages, the first of them meant most. */
  first: string[];
  also: string[];
}

/** The most urgent first. */
const dangers: readonly Danger[] = ['emergency', 'despair', 'harm'];

type Stems = readonly string[];
type Same = (typed: string, asked: string) => boolean;

const exactly: Same = (typed, asked) => typed === asked;
/** Somebody in danger may not type well. */
const nearly: Same = (typed, asked) =>
  typed === asked || (asked.length >= 6 && typed.length >= 5 && slipsBetween(typed, asked) <= 1);

const says = (typed: Stems, phrase: Stems, same: Same) =>
  typed.some((_, at) => phrase.every((word, after) => same(typed[at + after] ?? '', word)));

const stemsIn = (language: Language) => (text: string) =>
  foldedWords(text).map((word) => stem(word, language));

/** Reads the words once; what it gives says at every key whether somebody may be in danger. */
export function dangerIn(crisis: Crisis, language: Language): (query: string) => Danger | undefined {
  const stems = stemsIn(language);
  const known = dangers.map((danger) => ({ danger, phrases: crisis[danger].map(stems) }));
  return (query) => {
    const typed = stems(query);
    return known.find(({ phrases }) => phrases.some((phrase) => says(typed, phrase, nearly)))?.danger;
  };
}

/** The same for the pages that words name. */
export function meaningIn(entries: Entries, language: Language): (query: string) => Meant {
  const stems = stemsIn(language);
  const known = entries.map((entry) => ({ ...entry, phrases: entry.words.map(stems) }));
  return (query) => {
    const typed = stems(query);
    const named = known.filter(({ phrases }) => phrases.some((phrase) => says(typed, phrase, exactly)));
    return {
      first: [...new Set(named.flatMap(({ first }) => first))],
      also: [...new Set(named.flatMap(({ also }) => also))],
    };
  };
}
