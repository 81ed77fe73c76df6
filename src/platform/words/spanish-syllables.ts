/**
 * Syllables of a Spanish word, in small letters: two strong vowels are two, a weak one joins its neighbour
 * unless it has the accent.
 */
export function spanishSyllables(word: string): number {
  const heard = word.replace(/qu|gu(?=[eéií])/g, 'k').replace(/y$/, 'i');
  const nuclei = heard.match(/[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+/g);
  return Math.max(1, nuclei?.length ?? 1);
}
