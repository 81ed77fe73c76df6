import { inLanguage, languageOf, type Language } from '#i18n/language.ts';

/** What a first visit takes to the device, and in which order. */

/** `revision` is null where the name already changes with the content. */
export interface KeptFile {
  url: string;
  revision: string | null;
}

export interface KeptList {
  /** What every page needs to stand, the pages for no signal, and what help and tools load. */
  shell: KeptFile[];
  /** Styles and scripts of the other pages that are kept. */
  more: KeptFile[];
  /** Pages: first those that somebody may need tonight, then the others. With Save-Data only the first. */
  first: Record<Language, KeptFile[]>;
  later: Record<Language, KeptFile[]>;
}

/** In both languages at once: without a network nobody can fetch the other one. */
export const noSignalPage = '/offline/';
export const notSentPage = '/offline/not-sent/';

/** Fetched with the first visit, and again as visited: they are made when somebody asks for them. */
export const madeOnDemand = ['/meetings/', '/api/meetings', '/api/meetings/words'];

const first = /^\/($|help\/|tools\/|my-data\/)/;

/** What is kept beyond that; the search's page brings what it knows (made-list.ts). */
const later =
  /^\/(guides\/|levels-of-care\/|family\/|search\/|meetings\/(my-week|first-meeting)\/|events\/$|step-down\/)/;

export type Place = 'shell' | 'first' | 'later' | null;

export function placeOf(page: string): Place {
  const path = inLanguage(page, 'en');
  if (path.startsWith(noSignalPage)) return 'shell';
  if (first.test(path)) return 'first';
  return later.test(path) ? 'later' : null;
}

/** All that a device keeps of these languages, in the order in which it is fetched. */
export const chosenFrom = (list: KeptList, languages: Language[], saveData: boolean): KeptFile[] => [
  ...list.shell,
  ...languages.flatMap((language) => list.first[language]),
  ...(saveData ? [] : [...list.more, ...languages.flatMap((language) => list.later[language])]),
];

/** The languages of the pages that stand open, and those that were kept before; English where nothing says. */
export function languagesFor(openPages: string[], keptBefore: string[]): Language[] {
  const found = new Set([...openPages.map(pathOf).map(languageAt), ...keptLanguages(keptBefore)]);
  return found.size > 0 ? [...found].toSorted() : ['en'];
}

/** The languages of which the help page lies in a cache with these addresses. */
export const keptLanguages = (addresses: string[]): Language[] => {
  const paths = new Set(addresses.map(pathOf));
  return (['en', 'es'] as const).filter((language) => paths.has(inLanguage('/help/', language)));
};

const pathOf = (address: string): string => new URL(address).pathname;
const languageAt = (pathname: string): Language => languageOf({ pathname });
