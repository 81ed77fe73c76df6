const short: Record<string, string> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' };

/** Words without case, accents and marks, one space between. */
export function wordFold(text: string): string {
  const small = text.toLowerCase();
  // most of thirty thousand names are plain letters
  if (/^[a-z]+(?: [a-z]+)*$/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
}

/** A place's name as it is compared: folded, and “St. Louis” as “Saint Louis”. */
export const placeFold = (name: string): string =>
  wordFold(name).replace(/(?<=^| )(?:ste?|[fm]t)(?= |$)/g, (word) => short[word] ?? word);
