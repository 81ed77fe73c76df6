/** What is looked for when somebody types Spanish. Words come folded: without case and without accents. */

const small = new Set(
  'a al con de del el en es esta este estas la las lo los mi o para por que se su un una unas unos y'.split(
    ' ',
  ),
);
/** What everything here is. */
const everything = new Set(['grupo', 'grupos', 'junta', 'juntas', 'reunion', 'reuniones']);

/**
 * The words that tell something: “reuniones de mujeres en línea” asks for women and online. “Esta noche” is
 * one word. Where nothing else is left, what was typed is looked for as it is.
 */
export function withoutSmallWords(typed: readonly string[]): string[] {
  const joined = ` ${typed.join(' ')} `.replaceAll(' esta noche ', ' tonight ').trim().split(' ');
  const telling = joined.filter((word) => !small.has(word) && !everything.has(word));
  return telling.length > 0 ? telling : [...typed];
}

/** Their -es is no plural: “mart” would find SMART Recovery. */
const days = new Set(['lunes', 'martes', 'miercoles', 'jueves', 'viernes']);

/** A word and what is left of it without its plural and its gender: “abiertos” finds “Abierta”. */
export function spanishForms(word: string): string[] {
  if (days.has(word)) return [word];
  const single = word.length > 4 ? word.replace(/(?<=[^aeiou])es$|s$/, '') : word;
  const stem = single.length > 4 ? single.replace(/[ao]$/, '') : single;
  return [...new Set([word, single, stem])];
}

/** Whether a word of a text begins with one of the forms. */
export const beginsWith = (text: string, forms: readonly string[]): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((part) => forms.some((form) => part.startsWith(form)));
