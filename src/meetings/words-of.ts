import { languageOf, type Language } from '#i18n/language.ts';
import { sayIn } from '#i18n/spoken.ts';
import { spanish as finderSpanish } from './finder/spanish.ts';
import { kindsInSpanish } from './kinds-spanish.ts';
import { spanish } from './spanish.ts';
import { words, wordsIn, type Words } from './words.ts';

const inSpanish = wordsIn(sayIn('es', { ...spanish, ...finderSpanish, ...kindsInSpanish }));

/** The words of this room in the language of a page, on the server. */
export function wordsOf(where: Language | { pathname: string }): Words {
  const language = typeof where === 'string' ? where : languageOf(where);
  return language === 'es' ? inSpanish : words;
}
