import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { site } from '#platform/site.ts';
import { issueToken, keyedHash, type TokenPurpose } from '#platform/tokens.ts';
import { siteUrl } from '#platform/environment.ts';
import { outcome, refusal, type Refused } from './refusals.ts';
import { rsvpDetails, standing, type RsvpDetails, type Standing } from './rsvp-details.ts';
import type { RsvpRequest } from './schema.ts';

/** RSVPs in the database. All that must be true together happens in one SQL function each. */

export interface Answered {
  repeat: boolean;
  standing: Standing;
  manageUrl: string;
}

const personLink = (purpose: TokenPurpose, id: string) => `${siteUrl()}/r/${issueToken(purpose, id)}`;

/** The page where a person sees, changes or cancels their RSVP. */
export const manageUrl = (rsvp: string) => personLink('rsvp', rsvp);

/**
 * Answers an invitation. The same submission gets the same answer again: it has the same idempotency key,
 * or every word of it is the same within ten minutes (a form sent twice). The same contact otherwise
 * changes nothing and gets a link that opens nothing by itself: it may be somebody else who asks.
 */
export async function createRsvp(
  request: RsvpRequest,
  clock: Clock = systemClock,
): Promise<{ refused: Refused } | { answered: Answered }> {
  const answer = outcome.parse(
    rows(
      await serviceDatabase().rpc('create_rsvp', {
        p_event: request.event,
        p_name: request.name,
        p_party_size: request.partySize,
        p_language: request.language,
        ...(request.email && { p_email: request.email }),
        ...(request.phone && { p_phone: request.phone }),
        ...(request.accessNeeds && { p_access_needs: request.accessNeeds }),
        ...(request.agreeToConduct && { p_conduct_version: site().codeOfConductVersion }),
        p_idempotency_key: keyedHash('idempotency', request.idempotencyKey ?? sameWords(request, clock)),
      }),
    ),
  );
  const refused = refusal(answer);
  if (refused) return { refused };
  const mine = standing.parse(answer);
  // it may be somebody else who asks: no place in line, and a link that opens nothing
  if (answer.outcome === 'repeat-person') {
    const manageUrl = personLink('rsvp-receipt', mine.rsvp);
    return { answered: { repeat: true, standing: { ...mine, position: null }, manageUrl } };
  }
  return {
    answered: { repeat: answer.outcome !== 'created', standing: mine, manageUrl: manageUrl(mine.rsvp) },
  };
}

const tenMinutes = 600_000;
const sameWords = (request: RsvpRequest, clock: Clock) =>
  `${Math.floor(clock().epochMilliseconds / tenMinutes)}:${JSON.stringify(request)}`;

export interface RsvpChange {
  partySize?: number | undefined;
  name?: string | undefined;
  accessNeeds?: string | undefined;
}

export async function updateRsvp(
  rsvp: string,
  change: RsvpChange,
): Promise<{ refused: Refused } | { standing: Standing }> {
  const answer = outcome.parse(
    rows(
      await serviceDatabase().rpc('update_rsvp', {
        p_rsvp: rsvp,
        ...(change.partySize !== undefined && { p_party_size: change.partySize }),
        ...(change.name !== undefined && { p_name: change.name }),
        ...(change.accessNeeds !== undefined && { p_access_needs: change.accessNeeds }),
      }),
    ),
  );
  const refused = refusal(answer);
  return refused ? { refused } : { standing: standing.parse(answer) };
}

/** True when it was there to cancel. The seats go to the next in the queue in the same transaction. */
export async function cancelRsvp(rsvp: string): Promise<boolean> {
  return (
    outcome.parse(rows(await serviceDatabase().rpc('cancel_rsvp', { p_rsvp: rsvp }))).outcome === 'cancelled'
  );
}

export async function readRsvp(rsvp: string): Promise<RsvpDetails | null> {
  const found = rows(await serviceDatabase().rpc('read_rsvp', { p_rsvp: rsvp })) as unknown;
  return found === null ? null : rsvpDetails.parse(found);
}

/** Mails the person their own link once more. Says nothing about whether there was anybody to mail. */
export async function sendRsvpLink(rsvp: string): Promise<void> {
  rows(await serviceDatabase().rpc('resend_rsvp_link', { p_rsvp: rsvp }));
}
