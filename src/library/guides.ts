import { getCollection, render, type CollectionEntry } from 'astro:content';
import type { Language } from '#i18n/language.ts';

/**
 * The guides in a language. A Spanish one is its text with its titles; where it belongs, what it rests on
 * and when it is read again is said once, in English.
 */

type English = CollectionEntry<'guides'>;

export interface Guide {
  id: string;
  data: English['data'];
  body: string;
  entry: English | CollectionEntry<'guidesEs'>;
}

/** In the order of the library. */
export async function guidesIn(language: Language): Promise<Guide[]> {
  const english = (await getCollection('guides')).toSorted((a, b) => a.data.row.localeCompare(b.data.row));
  if (language === 'en') return english.map((entry) => ({ ...entry, body: entry.body ?? '', entry }));
  const spanish = new Map((await getCollection('guidesEs')).map((entry) => [entry.id, entry]));
  return english.flatMap((guide) => {
    const entry = spanish.get(guide.id);
    if (!entry) return [];
    const { nextStep, ...said } = entry.data;
    const data = { ...guide.data, ...said, nextStep: { ...guide.data.nextStep, label: nextStep } };
    return [{ id: guide.id, data, body: entry.body ?? '', entry }];
  });
}

/** In the order they are asked for; those that there are not are left out. */
export async function guidesNamed(language: Language, ids: readonly string[]): Promise<Guide[]> {
  const all = new Map((await guidesIn(language)).map((guide) => [guide.id, guide]));
  return ids.flatMap((id) => all.get(id) ?? []);
}

export async function guideNamed(language: Language, id: string): Promise<Guide> {
  const [guide] = await guidesNamed(language, [id]);
  if (!guide) throw new Error(`There is no content/${language}/guides/${id}.mdx.`);
  return guide;
}

export const renderGuide = ({ entry }: Guide) => render(entry);
