import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import type { FieldErrors } from '#platform/problem.ts';
import { site } from '#platform/site.ts';
import { issueToken, keyedHash, type TokenPurpose } from '#platform/tokens.ts';
import { siteUrl } from '#platform/environment.ts';
import type { RsvpRequest } from './schema.ts';

/** RSVPs in the database. All that must be true together happens in one SQL function each. */

const standing = z.object({
  rsvp: z.uuid(),
  status: z.enum(['going', 'waiting', 'cancelled']),
  position: z.number().nullable(),
});
export type Standing = z.infer<typeof standing>;

const outcome = z.object({
  outcome: z.string(),
  maxPartySize: z.number().optional(),
  ...standing.partial().shape,
});

/** Everything one person's page and mails say. `event.address` and `joinUrl` are there only after a yes. */
export const rsvpDetails = z.object({
  ...standing.shape,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  partySize: z.number(),
  accessNeeds: z.string().nullable(),
  language: z.enum(['en', 'es']),
  transition: z.number(),
  event: z.object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    kind: z.string(),
    format: z.enum(['in-person', 'online', 'hybrid']),
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string(),
    placeName: z.string().nullable(),
    address: z.string().nullable(),
    joinUrl: z.string().nullable(),
    arrivalNotes: z.string().nullable(),
    maxPartySize: z.number(),
    rsvpClosesAt: z.string(),
    status: z.enum(['draft', 'published', 'cancelled']),
  }),
});
export type RsvpDetails = z.infer<typeof rsvpDetails>;

/** Why nothing changed, with the HTTP status and the words for it. */
export interface Refused {
  status: 404 | 409 | 422;
  title: string;
  errors?: FieldErrors;
}

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
  const link =
    answer.outcome === 'repeat-person' ? personLink('rsvp-receipt', mine.rsvp) : manageUrl(mine.rsvp);
  return { answered: { repeat: answer.outcome !== 'created', standing: mine, manageUrl: link } };
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

function refusal({ outcome: kind, maxPartySize }: z.infer<typeof outcome>): Refused | null {
  switch (kind) {
    case 'unknown-event':
      return { status: 404, title: 'We have no event by that name' };
    case 'unknown':
      return { status: 404, title: 'This link opens nothing' };
    case 'closed':
      return { status: 409, title: 'This event takes no more replies' };
    case 'no-room':
      return {
        status: 409,
        title: 'There are not enough seats left for that many. Your reply stays as it was',
      };
    case 'party-too-large':
      return {
        status: 422,
        title: 'There is a problem',
        errors: {
          partySize: [`Enter ${maxPartySize ?? 1} or fewer: that is the largest party for this event`],
        },
      };
    case 'conduct-needed':
      return {
        status: 422,
        title: 'There is a problem',
        errors: { agreeToConduct: ['Tick the box to agree to the code of conduct'] },
      };
    default:
      return null;
  }
}
