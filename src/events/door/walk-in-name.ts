const nameLimit = 100;
const unprintable = /[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A name to call somebody by who walked in: on one line, cut where it is too long. Nothing is refused, since
 * the person is there and the one who typed it may be gone when it arrives.
 */
export function walkInName(typed: string | undefined): string {
  const name = (typed ?? '')
    .toWellFormed()
    .replace(unprintable, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
  const cut = [...name].slice(0, nameLimit).join('').trim();
  return /[^\p{Z}\p{C}\p{M}]/u.test(cut) ? cut : 'Walk-in';
}
