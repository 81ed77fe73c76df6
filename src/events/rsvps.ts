import { inLanguage, type Language } from '#i18n/language.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import { issueToken } from '#platform/tokens.ts';
import { rsvpDetails, type RsvpDetails } from './rsvp-details.ts';

/** RSVPs as they stand in the database, and the links that open them. */

/** The page a token of either kind opens, in a language. */
export const personLink = (token: string, language: Language = 'en'): string =>
  siteUrl() + inLanguage(`/r/${token}`, language);

/** The page where a person sees, changes or cancels their RSVP. */
export const manageUrl = (rsvp: string, language: Language): string =>
  personLink(issueToken('rsvp', rsvp), language);

export const personPath = (rsvp: string): string => `/r/${issueToken('rsvp', rsvp)}`;

/** Null when there is none, or no longer. Throws DatabaseUnavailable. */
export async function readRsvp(rsvp: string): Promise<RsvpDetails | null> {
  const found = rows(await serviceDatabase().rpc('read_rsvp', { p_rsvp: rsvp })) as unknown;
  return found === null ? null : rsvpDetails.parse(found);
}
