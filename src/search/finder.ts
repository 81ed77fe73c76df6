import MiniSearch from 'minisearch';
import type { Language } from '#i18n/language.ts';
import { foldedWords } from './letters.ts';
import type { Part, SitePage } from './site-page.ts';
import { nearestWord } from './slips.ts';
import { stem } from './stem.ts';
import { smallWords } from './small-words.ts';

export interface FoundPage {
  page: SitePage;
  score: number;
  /** Best first; each holds at least one of the words. */
  parts: Part[];
}

export interface Found {
  pages: FoundPage[];
  /** What was read instead of words that no page has. */
  corrected: { from: string; to: string }[];
  /** For marking: the stems that were looked for. */
  stems: ReadonlySet<string>;
}

export interface Finder {
  /** `also` are words to look for besides; they weigh less. `exactly` corrects nothing. */
  find(query: string, also?: readonly string[], exactly?: boolean): Found;
}

interface Entry {
  id: number;
  title: string;
  heading: string;
  text: string;
}

const fields = ['title', 'heading', 'text'];
const boost = { title: 4, heading: 2 };
const weightOfAlso = 0.4;
/** Of the best page’s score: what is below only mentions the words. */
const worthShowing = 0.03;

/** Reads the pages so that they can be found, in steps that let the page breathe. `more` are words it may correct to. */
export async function finderOf(pages: SitePage[], language: Language, more: string[] = []): Promise<Finder> {
  const stems = (text: string) => foldedWords(text).map((word) => stem(word, language));
  const places = pages.flatMap((page) => page.parts.map((part, at) => ({ page, part, at })));
  const known = new Map<string, number>(more.flatMap(foldedWords).map((word) => [word, 0]));
  const index = new MiniSearch<Entry>({ fields, tokenize: stems, processTerm: (term) => term });
  const entries = places.map(({ page, part, at }, id) => {
    const entry = { id, title: at === 0 ? page.title : '', heading: part.heading, text: part.text };
    for (const word of foldedWords(`${page.title} ${part.text} ${part.heading}`))
      known.set(word, (known.get(word) ?? 0) + 1);
    return entry;
  });
  await index.addAllAsync(entries, { chunkSize: 60 });

  const search = (words: Iterable<string>) =>
    index.search(
      { combineWith: 'OR', queries: [...new Set(words)] },
      { boost, tokenize: (word) => [word], processTerm: (term) => term },
    );

  /** The stems that a word stands for: its own, and while it is being typed those of what it may become. */
  const meant = (word: string, unfinished: boolean): string[] => {
    const begun =
      unfinished && word.length > 2 ? [...known.keys()].filter((one) => one.startsWith(word)) : [];
    return [word, ...begun].map((one) => stem(one, language));
  };

  return {
    find(query, also = [], exactly = false) {
      const typed = foldedWords(query);
      const weighty = typed.filter((word) => !smallWords[language].has(word));
      const corrected: Found['corrected'] = [];
      const groups = (weighty.length > 0 ? weighty : typed).map((word, at, all) => {
        const group = meant(word, at === all.length - 1);
        if (exactly || group.some((one) => search([one]).length > 0)) return group;
        const to = nearestWord(word, known);
        if (to === undefined || to === word) return group;
        corrected.push({ from: word, to });
        return [stem(to, language)];
      });
      const besides = also.flatMap(stems).filter((one) => one.length > 2);

      const scores = new Map<SitePage, { words: Map<number, number>; parts: Map<Part, number> }>();
      const add = (words: string[], at: number, weight: number) => {
        for (const { id, score } of search(words)) {
          const { page, part } = places[id as number]!;
          const sum = scores.get(page) ?? { words: new Map(), parts: new Map() };
          scores.set(page, sum);
          sum.words.set(at, Math.max(sum.words.get(at) ?? 0, score * weight));
          sum.parts.set(part, (sum.parts.get(part) ?? 0) + score * weight);
        }
      };
      groups.forEach((group, at) => {
        add(group, at, 1);
        if (besides.length > 0) add(besides, at, weightOfAlso);
      });

      const most = Math.max(0, ...[...scores.values()].map(({ words }) => words.size));
      const all = [...scores]
        .filter(([, { words }]) => words.size === most)
        .map(([page, { words, parts }]) => ({
          page,
          score: [...words.values()].reduce((sum, score) => sum + score, 0),
          parts: [...parts].toSorted(([, a], [, b]) => b - a).map(([part]) => part),
        }))
        .toSorted((a, b) => b.score - a.score);
      const enough = (all[0]?.score ?? 0) * worthShowing;
      return {
        pages: all.filter(({ score }) => score >= enough),
        corrected,
        stems: new Set([...groups.flat(), ...besides]),
      };
    },
  };
}
