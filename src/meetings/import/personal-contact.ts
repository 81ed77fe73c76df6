import type { Ledger } from './ledger.ts';

const emailAddress = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

// North American 3-3-4, or an international number with its plus sign. A Zoom ID is grouped otherwise.
const phoneNumber =
  /(?<![\d/=?&-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])|\+\d{1,3}(?:[-. ]?\d{2,4}){2,5}\b|(?<![\d/=?&#-])\d{10}(?!\d)/g;

// Words that say the number reaches the meeting, not a person.
const conferenceLabel =
  /(?:dial[- ]?in|conference(?: call| line)?|call[- ]?in|by phone|one[- ]tap|(?:meeting|zoom|webinar) ?(?:id|#)?|pmi|\bid|access|pass(?:code|word)|\bpin|code)(?: ?(?:phone|number|no|id|#))*[\s.:#=-]*$/i;

// Said in its place, so that "write to" does not end in nothing.
const leftOut = '[contact left out]';

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * Takes out of a note what belongs to a person: every e-mail address, and every phone number that is
 * neither the meeting's own dial-in number nor labelled as one ("Dial-in", "Meeting ID", "Passcode").
 * Feeds carry members' home numbers in notes; a public list is no place for them.
 */
export function withoutPersonalContact(
  text: string | null,
  joinPhone: string | null,
  ledger: Ledger,
): string | null {
  if (text === null) return null;
  const own = digitsOf((joinPhone ?? '').split(/[,#*]/)[0] ?? '').slice(-10);
  const withoutEmail = text.replace(emailAddress, leftOut);
  if (withoutEmail !== text) ledger.repaired('an e-mail address taken out of the notes');
  const kept = withoutEmail.replace(phoneNumber, (number, offset: number) => {
    if (own.length >= 7 && digitsOf(number).endsWith(own)) return number;
    if (conferenceLabel.test(withoutEmail.slice(Math.max(0, offset - 40), offset))) return number;
    return leftOut;
  });
  if (kept !== withoutEmail) ledger.repaired('a phone number taken out of the notes');
  return kept === leftOut ? null : kept;
}
