import { withoutLastNames } from './last-names.ts';
import type { Ledger } from './ledger.ts';

const emailAddress =
  /[\p{L}\p{N}._%+'-]{1,64}(?:@| ?[[(] ?at ?[\])] ?)[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[[(] ?dot ?[\])] ?)[\p{L}\p{N}-]{1,63})+/giu;

const mayHoldEmail = /@|[[(] ?at ?[\])]/i;

const anyOf = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'), 'gi');

// North American 3-3-4 and ten digits in a row, an international number with its plus sign, a chat link
// that is a number. A Zoom ID is grouped otherwise.
const sureNumber = [
  /(?<![\d/=?&-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3} ?[-–./] ?|\d{3} )\d{3}(?: ?[-–.] ?| |(?<=[-)] ?\d{3}))\d{4}(?![\d-])/,
  /\+\d{1,3}(?:[-. ]?\(?\d{2,4}\)?){2,5}\b/,
  /(?<![\d/=?&#.-])\d{10}(?!\d)/,
  /(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com|t\.me)\/\S+/,
];
const phoneNumber = anyOf(...sureNumber);

// In a sentence also a national number that begins with 0, and seven digits; the callback looks closer.
const phoneInText = anyOf(
  ...sureNumber,
  /(?<![\d/=?&#.:-])0\d{1,4}(?:[-. ]?\d{2,4}){2,4}(?![\d:])/,
  /(?<![\d/=?&#.:$-])\d{3}[-. ]\d{4}(?![-. ]?\d)/,
);

// Words that say the number reaches the meeting, not a person.
const conferenceLabel =
  /(?:dial[- ]?in|conference(?: call| line)?|call[- ]?in|by phone|one[- ]tap|(?:meeting|zoom|webinar) ?(?:id|#)?|pmi|\bid|access|pass(?:code|word)|\bpin|code)(?: ?(?:phone|number|no|id|#))*[\s.:#=-]*$/i;

// … unless the same sentence asks for a person.
const asksForPerson =
  /\b(?:contact|reach|text|ask(?: for)?|sponsor|secretary|chair(?:person)?|questions?)\b[^.!?\n]*$/i;
const asksToRing =
  /\b(?:contact|call|reach|text|ring|ask|phone|tel|cell|mobile|info|questions?)\b[^.!?\n]*$/i;

// Said in its place, so that "write to" does not end in nothing.
const leftOut = '[contact left out]';

const digitsOf = (text: string) => text.replace(/\D/g, '');

function isSomebodys(number: string, before: string): boolean {
  const { length } = digitsOf(number);
  // Seven digits may be a unit and a house ("101-4567 Main Street"), eight that begin with 0 a date.
  if (length === 7 && !asksToRing.test(before)) return false;
  if (length < 9 && number.startsWith('0')) return false;
  return !conferenceLabel.test(before) || asksForPerson.test(before);
}

/**
 * Takes out of a note what belongs to a person: every e-mail address, every phone number that is neither
 * the meeting's own dial-in number nor labelled as one ("Dial-in", "Meeting ID", "Passcode"), and the
 * last name of whoever is named as the one to ask. Feeds carry members' home numbers in notes; a public
 * list is no place for them.
 */
export function withoutPersonalContact(
  text: string | null,
  joinPhone: string | null,
  ledger: Ledger,
): string | null {
  if (text === null) return null;
  const own = digitsOf((joinPhone ?? '').split(/[,#*]/)[0] ?? '').slice(-10);
  const withoutEmail = mayHoldEmail.test(text) ? text.replace(emailAddress, leftOut) : text;
  if (withoutEmail !== text) ledger.repaired('an e-mail address taken out of the notes');
  const kept = withoutEmail.replace(phoneInText, (number, offset: number) => {
    if (own.length >= 7 && digitsOf(number).endsWith(own)) return number;
    const before = withoutEmail.slice(Math.max(0, offset - 80), offset);
    return isSomebodys(number, before) ? leftOut : number;
  });
  if (kept !== withoutEmail) ledger.repaired('a phone number taken out of the notes');
  const named = withoutLastNames(kept);
  if (named !== kept) ledger.repaired('a last name taken out of the notes');
  return named === leftOut ? null : named;
}

/** A field of one line (a name, a place) without e-mail addresses and phone numbers; null when nothing is left. */
export function withoutContactDetails(text: string | null, field: string, ledger: Ledger): string | null {
  if (text === null || !(/\d{4}|\.me\//.test(text) || mayHoldEmail.test(text))) return text;
  const bare = text.replace(emailAddress, leftOut).replace(phoneNumber, leftOut);
  if (bare === text) return text;
  ledger.repaired(`a person’s contact taken out of the ${field}`);
  const rest = bare
    .replaceAll(leftOut, '')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/[\s,;:–(-]+$/, '')
    .trim();
  return rest === '' ? null : rest;
}
