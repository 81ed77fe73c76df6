import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Language } from './language.ts';

/** What an organisation writes in content/en and content/es: the same collections, one folder a language. */

const inSpanish = {
  pages: 'pagesEs',
  pathways: 'pathwaysEs',
  levels: 'levelsEs',
  levelPages: 'levelPagesEs',
  asked: 'askedEs',
  talk: 'talkEs',
} as const;
type Written = keyof typeof inSpanish;

const nameIn = (name: Written, language: Language) => (language === 'es' ? inSpanish[name] : name);

// both collections of a pair have one schema (src/content.config.ts)
export const writtenIn = async <Name extends Written>(
  language: Language,
  name: Name,
): Promise<CollectionEntry<Name>[]> =>
  (await getCollection(nameIn(name, language))) as unknown as CollectionEntry<Name>[];

/** Throws where the language lacks what the other has. */
export async function entryIn<Name extends Written>(
  language: Language,
  name: Name,
  id: string,
): Promise<CollectionEntry<Name>> {
  const entry = await getEntry(nameIn(name, language), id);
  if (!entry) throw new Error(`content/${language} has no ${name} called "${id}".`);
  return entry as unknown as CollectionEntry<Name>;
}
