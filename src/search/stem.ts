import type { Language } from '#i18n/language.ts';

/**
 * What the forms of a word have in common: "relapsed", "relapses" and "relapse"; "recuperar" and
 * "recuperación". Light stemming: it may leave two forms apart, and brings few strangers together. Takes and
 * gives folded words (letters.ts); what it gives is for comparing only.
 */
export const stem = (word: string, language: Language): string =>
  word.length < 4 || /\d/.test(word) ? word : language === 'es' ? spanishStem(word) : englishStem(word);

function englishStem(word: string): string {
  let root = word.replace(/(?<=..)ies$/, 'y').replace(/(?<=[a-z]{2}(?:s|sh|ch|x|z))es$|(?<=[^su])s$/, '');
  const bare = root.replace(/(?<=[a-z]{2})(?:ingly|edly|ing|ed)$/, '');
  if (bare !== root && /[aeiouy]/.test(bare)) root = bare.replace(/([bdfgmnprt])\1$/, '$1');
  root = root.replace(/(?<=[a-z]{5})(?:ments?|ness)$|(?<=[a-z]{4}[st])ion$|(?<=[a-z]{3})ly$/, '');
  return root.length > 3 ? root.replace(/[eiy]$/, '') : root;
}

// what stands behind the root of a verb or of a noun made of one, longest first
const spanishEndings = [
  ...['amiento', 'imiento', 'andose', 'iendose', 'aciones', 'uciones'],
  ...['adora', 'ancia', 'encia', 'acion', 'ucion', 'iendo', 'ieron', 'mente'],
  ...['idad', 'ador', 'ando', 'arse', 'erse', 'irse', 'aron', 'aban', 'aste', 'iste', 'amos', 'emos', 'imos'],
  ...['ado', 'ada', 'ido', 'ida', 'aba', 'ara', 'era', 'ire', 'ian', 'ia', 'io', 'ar', 'er', 'ir'],
  ...['an', 'en', 'o', 'a', 'e'],
];

function spanishStem(word: string): string {
  const one = word
    .replace(/ces$/, 'z')
    .replace(/(?<=[^aeiou])es$/, '')
    .replace(/(?<=[aeiou])s$/, '');
  const ending = spanishEndings.find((end) => one.endsWith(end) && one.length - end.length >= 3);
  return ending ? one.slice(0, -ending.length) : one;
}
