const short: Record<string, string> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' };

/** A place's name as it is compared: no case, accents or marks; “St. Louis” is “Saint Louis”. */
export function placeFold(name: string): string {
  const small = name.toLowerCase();
  // most of thirty thousand names are plain letters
  if (/^[a-z]+(?: [a-z]+)*$/.test(small) && !/\b(?:ste?|[fm]t)\b/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (Object.hasOwn(short, word) ? (short[word] ?? word) : word))
    .join(' ');
}
