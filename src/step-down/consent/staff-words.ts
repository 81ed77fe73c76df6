import type { ConsentStanding } from './standing.ts';
import { dayInWords } from './words.ts';

/** Whether staff may tell anything on a consent, in words that leave no doubt. Pure. */
export function standingForStaff(
  standing: ConsentStanding,
  expiresOn: string,
  revokedOn: string | null,
): string {
  if (standing === 'stands') return `Stands until ${dayInWords(expiresOn, 'en')}`;
  if (standing === 'revoked' && revokedOn !== null)
    return `Ended by the person on ${dayInWords(revokedOn, 'en')}: do not disclose`;
  return `Its last day was ${dayInWords(expiresOn, 'en')}: do not disclose`;
}
