import type { SearchWords } from './search-words.ts';

/** What the search knows: /search-index/en.json and es.json hold one `SiteList` each. */

export const sections = ['help', 'guide', 'tool', 'resource', 'event', 'more'] as const;
export type Section = (typeof sections)[number];

export interface Part {
  /** Of its heading, for a link to it; empty where the page begins. */
  id: string;
  heading: string;
  text: string;
}

export interface SitePage {
  /** In English; the middleware and `pathHere` turn it. */
  path: string;
  title: string;
  section: Section;
  parts: Part[];
  /** Of its title, where that is not the language of the page. */
  language?: string;
  /** When it is over, for an event. */
  until?: string;
}

export interface SiteList {
  pages: SitePage[];
  entries: SearchWords['entries'];
}

const starts: [RegExp, Section][] = [
  [/^\/(?:help|family)\//, 'help'],
  [/^\/guides\//, 'guide'],
  [/^\/tools\//, 'tool'],
  [/^\/resources\//, 'resource'],
  [/^\/events\//, 'event'],
];

export const sectionOf = (path: string): Section => starts.find(([start]) => start.test(path))?.[1] ?? 'more';

/** Lists of what is found by itself, steps of a form, and the search: nobody looks for those. */
const left =
  /^\/(?:404|500|search|staff|r)(?:\/|\.html|$)|^\/$|^\/events\/(?:for|how|kind|month)\/|\/sent\/$|^\/resources\/preview\//;

export const isFound = (path: string): boolean => !left.test(path);
