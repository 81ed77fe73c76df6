import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { openForm, sealForm } from '#platform/sealed-form.ts';
import { informationKinds, purposes, recipientKinds } from './terms.ts';

/**
 * What somebody chose, while they read what they are about to sign: sealed in a field of the page, so that what
 * is signed is what was shown, and nothing of it stands in the page's source or in the database until then.
 */

const kind = { audience: 'consent-draft' };
const validHours = 2;

const content = z.object({
  choices: z.object({
    recipientKind: z.enum(recipientKinds),
    recipient: z.object({ name: z.string(), reach: z.string().nullable() }),
    information: z.array(z.enum(informationKinds)),
    purpose: z.enum(purposes),
    expiresOn: z.iso.date(),
  }),
  /** The form's own fields, to show it again. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The text that was shown. */
  hash: z.string(),
});

export type Draft = z.infer<typeof content>;

/** Seals a draft for one sign-up. `id` is the consent it becomes: sent twice, it is one. */
export function sealDraft(draft: Draft, signUp: string, id: string, clock: Clock): Promise<string> {
  const until = Math.floor(clock().epochMilliseconds / 1000) + validHours * 3600;
  return sealForm(kind, { id, subject: signUp, claims: { ...draft }, until }, clock);
}

export interface OpenedDraft extends Draft {
  id: string;
  /** Too old to be signed, but still the person's own words. */
  expired: boolean;
}

const claims = content.extend({ jti: z.uuid() });

/** Opens a draft of this sign-up. Null for one that is forged, cut short, of another person or another kind. */
export async function openDraft(draft: string, signUp: string, clock: Clock): Promise<OpenedDraft | null> {
  const opened = await openForm(kind, draft, clock, signUp);
  const { data } = claims.safeParse(opened?.payload);
  if (!opened || !data) return null;
  return {
    choices: data.choices,
    fields: data.fields,
    hash: data.hash,
    id: data.jti,
    expired: opened.expired,
  };
}
