import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { openForm, sealForm } from '#platform/sealed-form.ts';
import { stepNames } from './fields.ts';
import type { Draft } from './move.ts';

/**
 * The form token: a draft on its way from page to page, so that nothing of it is stored anywhere before it
 * is sent (decision 024).
 */

const kind = { type: 'sign-up-form+jwt', audience: 'onward:step-down:form' };

/** Counted from the last page, and from the first. */
const pageMinutes = 60;
const formHours = 4;

/** Characters. Every field at its longest, in any script, is less. */
export const longestToken = 80 * 1024;

const step = z.enum(stepNames);
const claims = z.object({
  jti: z.uuid(),
  begun: z.int(),
  draft: z.strictObject({
    at: step,
    answers: z.record(z.string(), z.array(z.string())),
    checked: z.boolean(),
    changing: step.nullable(),
  }),
});

/** One filling-in of the form, from its first page to its answer. */
export interface Filling {
  /** Stays the same from page to page: a form sent twice is one sign-up. */
  id: string;
  /** Seconds of the epoch. */
  begun: number;
  draft: Draft;
}

const secondsOf = (clock: Clock) => Math.floor(clock().epochMilliseconds / 1000);

export const newFilling = (draft: Draft, clock: Clock = systemClock): Filling => ({
  id: randomUUID(),
  begun: secondsOf(clock),
  draft,
});

/** The token that the next page carries. Throws RangeError for a draft longer than any form makes. */
export async function sealFilling(
  { id, begun, draft }: Filling,
  clock: Clock = systemClock,
): Promise<string> {
  const until = Math.min(secondsOf(clock) + pageMinutes * 60, begun + formHours * 3600);
  const token = await sealForm(kind, { id, claims: { begun, draft }, until }, clock);
  if (token.length > longestToken) throw new RangeError('A form token of this length opens nowhere');
  return token;
}

/**
 * What a token carries, or null. Forged, changed, expired, too long, sealed for something else or with a
 * key that is not among INTAKE_KEYS: all the same null.
 */
export async function openFilling(token: unknown, clock: Clock = systemClock): Promise<Filling | null> {
  if (typeof token !== 'string' || token.length > longestToken) return null;
  const opened = await openForm(kind, token, clock);
  if (opened === null || opened.expired) return null;
  const { data } = claims.safeParse(opened.payload);
  return data ? { id: data.jti, begun: data.begun, draft: data.draft } : null;
}
