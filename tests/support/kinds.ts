import { inLanguage, languageOf } from '#i18n/language.ts';

/** Rooms that have many pages of one form: one of them stands for all. */
const manyOfAKind = ['events', 'meetings', 'guides', 'levels-of-care', 'resources', 'r'];

/** Pages of such a room that are not one of many. */
const ownForm = /^\/meetings\/(first-meeting|hand-out|my-week|pathways|suggest(\/sent)?)\/?$/;

/** Lists of events narrowed by one filter, and months. */
const listOfEvents = /^\/events\/(how|kind|for|month)\//;

/**
 * Which form of page an address is: `/events/supper/` and `/events/walk/` are the same, `/help/` is its own, and a
 * page in Spanish has the form of its twin.
 */
function kind(address: string): string {
  const path = inLanguage(address, 'en');
  const [room = '', name, more = ''] = path.split('/').filter(Boolean);
  if (ownForm.test(path)) return path;
  const [list] = listOfEvents.exec(path) ?? [];
  if (list) return list;
  return manyOfAKind.includes(room) && name ? `${room}/*/${more}` : path;
}

/** The first page of each kind, in English where there is one. */
export function onePageOfEachKind(paths: string[]): string[] {
  const kinds = new Map<string, string>();
  const languageAt = (pathname: string) => languageOf({ pathname });
  for (const path of paths.toSorted((a, b) => languageAt(a).localeCompare(languageAt(b))))
    if (!kinds.has(kind(path))) kinds.set(kind(path), path);
  return [...kinds.values()];
}
