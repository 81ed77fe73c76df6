import { timingSafeEqual } from 'node:crypto';
import { inLanguage, type Language } from '#i18n/language.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import { keyedHash } from '#platform/tokens.ts';

/**
 * Fewer mails: a link that can end reminders, thanks and messages of one RSVP, and nothing else. Mail
 * providers press it for people (RFC 8058), so it is not the link that cancels.
 */

const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

const signature = (rsvp: string) => keyedHash('rsvp-quiet', rsvp);

export const quietUrl = (rsvp: string, language: Language): string =>
  siteUrl() + inLanguage(`/r/quiet/${rsvp}.${signature(rsvp)}`, language);

/** The RSVP that such a link is for, or null when we never made it. */
export function readQuietLink(text: string): string | null {
  const [, rsvp, given] = pattern.exec(text) ?? [];
  if (!rsvp || !given) return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(rsvp))) ? rsvp : null;
}

/** Ends them, or starts them again; in a series for all its dates. False when there is no such RSVP. */
export const setQuiet = async (rsvp: string, quiet: boolean): Promise<boolean> =>
  rows(await serviceDatabase().rpc('quiet_rsvp', { p_rsvp: rsvp, p_quiet: quiet }));
