import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase, uniqueViolation } from '#platform/database.ts';
import { site } from '#platform/site.ts';
import { keyedHash } from '#platform/tokens.ts';
import { checkInDays } from './check-in-days.ts';
import { newReference } from './reference.ts';
import { channels, kinds, statuses, type SignUpRequest } from './schema.ts';
import { sealWords } from './sealed-words.ts';

/** Sign-ups in the database. Every call throws DatabaseUnavailable when it does not answer. */

const created = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['created', 'repeat']), signUp: z.uuid(), reference: z.string() }),
  z.object({ outcome: z.enum(['unknown-program', 'unknown-cohort', 'closed']) }),
]);
export type CreateOutcome = z.infer<typeof created>;

/** Of what the person's own page knows, what everybody who reads it knows. */
export const signUpView = z.object({
  signUp: z.uuid(),
  reference: z.string(),
  kind: z.enum(kinds),
  status: z.enum(statuses),
  channel: z.enum(channels),
  language: z.enum(['en', 'es']),
  receivedAt: z.string(),
  program: z.string().nullable(),
  startsOn: z.string().nullable(),
  place: z.enum(['held', 'waiting', 'released']).nullable(),
  position: z.int().nullable(),
});

/** What a person's own page knows of their sign-up. Nothing of what they wrote. */
export type SignUpView = z.infer<typeof signUpView>;

const referenceTries = 5;

/** How a sign-up is known when it is sent again: the id its row gets, and the key that finds the row. */
export interface Submission {
  id: string;
  key: string | null;
}

const submissionOf = ({ idempotencyKey, contact }: SignUpRequest): Submission => ({
  id: randomUUID(),
  key: idempotencyKey ? keyedHash('sign-up', `${idempotencyKey}\n${contact.value}`) : null,
});

const daysFrom = (clock: Clock) =>
  checkInDays(clock(), site().checkInMonths, site().timeZone).map((day) => ({ ...day }));

/**
 * Takes a sign-up. With the key of an earlier one for the same contact it is that one again
 * ('repeat'): a key alone, which somebody else may have used too, opens nothing. Who asks for check-ins
 * gets the days of the site's rhythm, counted from now.
 */
export async function createSignUp(
  request: SignUpRequest,
  { id, key }: Submission = submissionOf(request),
  clock: Clock = systemClock,
): Promise<CreateOutcome> {
  const { kind, program, cohort, contact, language } = request;
  const { sealed, keyId } = await sealWords(request, id);
  for (let attempt = 1; ; attempt++) {
    const answer = await serviceDatabase().rpc('create_sign_up', {
      p_id: id,
      p_reference: newReference(),
      p_kind: kind,
      p_channel: contact.channel,
      p_sealed: sealed,
      p_key_id: keyId,
      p_contact_key: keyedHash('contact', contact.value.toLowerCase()),
      p_language: language,
      ...(program && { p_program: program }),
      ...(cohort && { p_cohort: cohort }),
      ...(key && { p_idempotency_key: key }),
      ...(kind === 'check-ins' && { p_check_ins: daysFrom(clock) }),
    });
    // a reference that is taken, or the same submission a moment ago: the next try tells which
    if (answer.error?.code === uniqueViolation && attempt < referenceTries) continue;
    return created.parse(rows(answer));
  }
}

/** What the person's page shows, or null when the row is gone. */
export async function readSignUp(id: string): Promise<SignUpView | null> {
  return signUpView
    .nullable()
    .parse(rows(await serviceDatabase().rpc('read_sign_up', { p_sign_up: id })) ?? null);
}

/** Ends a sign-up on the person's word. 'unknown': never there, or ended already. */
export async function withdrawSignUp(id: string): Promise<'withdrawn' | 'unknown'> {
  const answer = rows(await serviceDatabase().rpc('withdraw_sign_up', { p_sign_up: id }));
  return z.object({ outcome: z.enum(['withdrawn', 'unknown']) }).parse(answer).outcome;
}

const standing = () =>
  serviceDatabase()
    .from('sign_ups')
    .select('id, reference, kind, language, status, waits_for, sealed, created_at, asked_at');

/** The sealed text of a sign-up that was not taken back, for a mail about it; null when there is nothing to say. */
export async function readSealed(id: string) {
  return rows(await standing().eq('id', id).neq('status', 'withdrawn'))[0] ?? null;
}

const opened = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(kinds),
  program: z.string().nullable(),
  cohort: z.string().nullable(),
  language: z.string(),
  created_at: z.string(),
  sealed: z.string(),
});

/**
 * Everything of a sign-up that still stands, by the reference that the person and the notice to staff carry;
 * null when there is none. The look is written down in the audit log, as that of nobody by name.
 */
export async function openByReference(reference: string) {
  const found = standing().eq('reference', reference.trim().toUpperCase()).is('closed_at', null);
  const [signUp] = rows(await found);
  if (!signUp) return null;
  return opened
    .nullable()
    .parse((await serviceDatabase().rpc('open_sign_up', { p_sign_up: signUp.id }).then(rows)) ?? null);
}
