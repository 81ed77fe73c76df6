import { en, type Dictionary } from './en.ts';
import { es } from './es.ts';

export type Language = 'en' | 'es';
export type Phrase = keyof Dictionary;

const dictionaries: Record<Language, Dictionary> = { en, es };

/** A function that says a phrase in one language; `{name}` in a phrase is filled from the values. */
export function t(language: Language) {
  return (phrase: Phrase, values: Record<string, string | number> = {}): string =>
    dictionaries[language][phrase].replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
}

/** Pages under /es/ speak Spanish, all others English. */
export function languageOf(url: URL): Language {
  return /^\/es(\/|$)/.test(url.pathname) ? 'es' : 'en';
}
