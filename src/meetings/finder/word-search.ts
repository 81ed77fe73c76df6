import { distance } from 'fastest-levenshtein';
import { words as english, type Words } from '../words.ts';
import { folded } from './folded.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { beginsWith, spanishForms, withoutSmallWords } from './spanish-search.ts';
import { dayBits, partsOfDay, weekdayOf, type Timing } from './timing.ts';
import { modes } from './wire.ts';

/** Rows that hold every word; `corrected` names what was read instead of a misspelt place. */
export interface WordMatch {
  rows: Uint8Array;
  corrected: { from: string; to: string } | null;
}

/**
 * Which rows hold every word of a query, anywhere in what the list says of them. `more`, once it is there,
 * adds what the list leaves out: address, group and notes. A word that nothing holds is taken for a
 * misspelt place when a place is close enough. On a Spanish page Spanish and English words both find.
 */
export function matchWords(
  index: MeetingIndex,
  timing: Timing,
  query: string,
  more: readonly string[] | null,
  words: Words = english,
): WordMatch {
  const steps = matchingSteps(index, timing, query, more, words);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of some thousand rows, for a page that breathes between them. */
export function* matchingSteps(
  index: MeetingIndex,
  timing: Timing,
  query: string,
  more: readonly string[] | null,
  words: Words = english,
): Generator<undefined, WordMatch> {
  const rows = new Uint8Array(index.size).fill(1);
  let corrected: WordMatch['corrected'] = null;
  const typed = folded(query).split(/\s+/).filter(Boolean);
  for (const word of words.language === 'es' ? withoutSmallWords(typed) : typed) {
    let hits = yield* rowsWith(index, timing, word, more, words);
    if (hits === null) {
      const meant = nearestPlaceWord(index, word);
      if (meant === null) return { rows: rows.fill(0), corrected };
      corrected = { from: word, to: meant };
      hits = yield* rowsWith(index, timing, meant, more, words);
    }
    for (let row = 0; row < rows.length; row++) rows[row]! &= hits?.[row] ?? 0;
  }
  return { rows, corrected };
}

const rowsAStep = 8000;

/** Rows with a word in them, or null when there is none. */
function* rowsWith(
  index: MeetingIndex,
  timing: Timing,
  word: string,
  more: readonly string[] | null,
  words: Words,
): Generator<undefined, Uint8Array | null> {
  const { head } = index;
  const forms = words.language === 'es' ? spanishForms(word) : [];
  const inSpanish = (text: string) => beginsWith(folded(text), forms);
  const holds = (text: string, here = text) =>
    folded(text).includes(word) || (words.language === 'es' && inSpanish(here));
  const places = index.foldedPlaces.map((place) => place.includes(word));
  const kinds = head.kinds.map(({ name }) => holds(name, words.kind(name)));
  const sets = head.kindSets.map((set) => set.some((kind) => kinds[kind]));
  const fellowships = head.fellowships.map(({ name }) => holds(name, words.fellowship(name)));
  const byMode = modes.map(
    (mode) =>
      modeTexts(english)[mode].some((text) => holds(text)) ||
      (words.language === 'es' && [...modeTexts(words)[mode], ...otherModeWords[mode]].some(inSpanish)),
  );
  const languages = [
    false,
    ...head.languages.map(({ name, tag }) => tag === word || holds(name, words.spokenLanguage(tag, name))),
  ];
  const videos = [false, ...head.videos.map((name) => holds(name))];
  const days = english.days.map((day, number) => holds(day, words.days[number]));
  const near = whenWords[words.language].get(word);
  const rows = new Uint8Array(index.size);
  let any = false;
  for (let row = 0; row < rows.length; row++) {
    if (row % rowsAStep === rowsAStep - 1) yield;
    const hit =
      index.foldedNames[row]!.includes(word) ||
      places[index.place[row]!] ||
      fellowships[index.fellowship[row]!] ||
      sets[index.kinds[row]!] ||
      byMode[index.mode[row]!] ||
      videos[index.video[row]!] ||
      languages[index.language[row]!] ||
      (timing.date[row]! >= 0 && days[weekdayOf(timing.date[row]!)]) ||
      (near !== undefined && fits(near, timing, row)) ||
      more?.[row]?.includes(word);
    if (!hit) continue;
    rows[row] = 1;
    any = true;
  }
  return any ? rows : null;
}

const modeTexts = (words: Words) => ({
  'in-person': [words.inPerson],
  online: [words.online],
  hybrid: [words.inPerson, words.online, words.hybridShort],
  unconfirmed: [words.unconfirmed],
  paused: [words.paused],
});

// what people call it, and the page does not
const otherModeWords = {
  'in-person': ['presencial'],
  online: ['virtual', 'por internet'],
  hybrid: ['presencial', 'virtual', 'por internet'],
  unconfirmed: [],
  paused: [],
};

/** Of words that say when: bits of {@link Timing.dayBits}, and parts of the day. */
interface When {
  bits: number;
  parts?: readonly (typeof partsOfDay)[number][];
}

const whenInEnglish: [string, When][] = [
  ['today', { bits: dayBits.today }],
  ['tonight', { bits: dayBits.tonight }],
  ['tomorrow', { bits: dayBits.tomorrow }],
];
const whenWords = {
  en: new Map(whenInEnglish),
  es: new Map<string, When>([
    ...whenInEnglish,
    ['hoy', { bits: dayBits.today }],
    // tomorrow, and the morning
    ['manana', { bits: dayBits.tomorrow, parts: ['morning'] }],
    ['tarde', { bits: 0, parts: ['afternoon', 'evening'] }],
    ['noche', { bits: 0, parts: ['evening', 'night'] }],
    ['mediodia', { bits: 0, parts: ['afternoon'] }],
  ]),
};

function fits({ bits, parts = [] }: When, timing: Timing, row: number): boolean {
  const part = partsOfDay[timing.part[row] ?? partsOfDay.length];
  return (timing.dayBits[row]! & bits) !== 0 || (part !== undefined && parts.includes(part));
}

const vocabularies = new WeakMap<MeetingIndex, Set<string>>();

/** The word of a place within one slip of the pen (two in a long word), or null. */
function nearestPlaceWord(index: MeetingIndex, word: string): string | null {
  if (word.length < 4) return null;
  let vocabulary = vocabularies.get(index);
  if (vocabulary === undefined) {
    vocabulary = new Set(index.foldedPlaces.flatMap((place) => place.split(/[^\p{L}\p{N}]+/u)));
    vocabularies.set(index, vocabulary);
  }
  const slips = word.length >= 8 ? 2 : 1;
  let best: string | null = null;
  let fewest = slips + 1;
  for (const candidate of vocabulary) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > slips) continue;
    const slipsTo = transposed(word, candidate) ? 1 : distance(word, candidate);
    if (slipsTo >= fewest) continue;
    best = candidate;
    fewest = slipsTo;
  }
  return best;
}

/** Two neighbouring letters in each other's place, the commonest slip, which plain distance counts as two. */
function transposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, position) => letter !== b[position]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
