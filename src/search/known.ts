import type { Language } from '#i18n/language.ts';
import { finderOf, type Finder, type Found, type FoundPage } from './finder.ts';
import { foldedWords } from './letters.ts';
import { meaningIn, type Meant } from './meant.ts';
import type { SiteList, SitePage } from './site-page.ts';

/** The list of pages on this device, and the answer it gives. */
export interface Known {
  pages: SitePage[];
  finder: Finder;
  meaning: (query: string) => Meant;
}

export interface Answer {
  found: Found;
  /** To stand above all sections. */
  first: FoundPage[];
  count: number;
}

/** Asks for the list and reads it. Events that are over are not in it. */
export async function knownFrom(address: string, language: Language): Promise<Known> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The list of pages answers ${answer.status}.`);
  const { pages: all, entries } = (await answer.json()) as SiteList;
  const now = Date.now();
  const pages = all.filter(({ until }) => !until || Date.parse(until) > now);
  const words = entries.flatMap((entry) => entry.words);
  const finder = await finderOf(pages, language, words);
  return { pages, finder, meaning: meaningIn(entries, language) };
}

/** `exactly` as it was typed, with nothing corrected. */
export function answerFrom({ pages, finder, meaning }: Known, typed: string, exactly: boolean): Answer {
  let meant = meaning(typed);
  let found = finder.find(typed, meant.also, exactly);
  if (found.corrected.length > 0) {
    // a word that was corrected may be one that names a page
    const written = foldedWords(typed).join(' ');
    const read = found.corrected.reduce((text, { from, to }) => text.replace(from, to), written);
    meant = meaning(read);
    found = { ...finder.find(read, meant.also), corrected: found.corrected };
  }
  const first = firstOf(meant, found, pages, typed);
  const count = new Set([...first, ...found.pages].map(({ page }) => page.path)).size;
  return { found, first, count };
}

/** The pages that the words name; else one whose title they are. */
function firstOf({ first }: Meant, found: Found, pages: SitePage[], typed: string): FoundPage[] {
  const named = first.flatMap((address) => {
    const [path, id] = address.split('#');
    const page = pages.find((one) => one.path === path);
    if (!page) return [];
    const parts = found.pages.find((one) => one.page === page)?.parts ?? [];
    const meant = id === undefined ? [] : page.parts.filter((part) => part.id === id);
    return [{ page, score: 0, parts: [...meant, ...parts] }];
  });
  if (named.length > 0) return named;
  const words = foldedWords(typed).join(' ');
  return found.pages.filter(({ page }) => foldedWords(page.title).join(' ').startsWith(words)).slice(0, 1);
}
