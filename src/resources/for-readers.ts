import type { Language, Resource } from './schema.ts';

interface Kept {
  id: string;
  data: Pick<Resource, 'pairId' | 'language'>;
}

/**
 * What a list shows to who reads in a language: of a text that is there in both, the one they read. In Spanish
 * what is there in English alone stays, since a place to go to is better known in English than not at all; in
 * English what is there in Spanish alone stays too.
 */
export function forReaders<Entry extends Kept>(entries: Entry[], language: Language): Entry[] {
  if (language === 'en') return entries;
  const read = new Set(entries.flatMap(({ data }) => (data.language === language ? [data.pairId] : [])));
  return entries.filter(
    ({ data }) => data.language === language || data.pairId === null || !read.has(data.pairId),
  );
}
