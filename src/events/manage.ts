import type * as z from 'zod';
import type { TokenPurpose } from '#platform/tokens.ts';
import type { Refused } from './refusals.ts';
import { cancelRsvp, sendRsvpLink, updateRsvp } from './rsvps.ts';
import type { manageForm } from './schema.ts';

/**
 * What a person did on their own page. A receipt's link can only have the real link mailed to the
 * address on file, since somebody else may hold the receipt.
 */
export async function manageRsvp(
  purpose: Exclude<TokenPurpose, 'sign-up'>,
  rsvp: string,
  { action, ...change }: z.infer<typeof manageForm>,
): Promise<{ done: 'updated' | 'cancelled' | 'sent' } | { refused: Refused } | null> {
  if (purpose === 'rsvp-receipt') {
    if (action !== 'send-link') return null;
    await sendRsvpLink(rsvp);
    return { done: 'sent' };
  }
  if (action === 'cancel') return (await cancelRsvp(rsvp)) ? { done: 'cancelled' } : null;
  if (action !== 'update') return null;
  const result = await updateRsvp(rsvp, change);
  return 'refused' in result ? result : { done: 'updated' };
}
