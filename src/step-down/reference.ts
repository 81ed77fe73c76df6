import { randomInt } from 'node:crypto';

/** No vowels (no words by accident) and nothing that looks or sounds like a neighbour when read out. */
const alphabet = '23456789CDFHJKMNPRTVWXY';

/** A reference that can be said on the phone, as `7KXM-3RTD`. It says nothing and opens nothing. */
export function newReference(): string {
  const characters = Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
