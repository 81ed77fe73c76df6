import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { purposes, recipientKinds, scopes } from './terms.ts';

/** Which consents there are, as staff may know without opening one. Read as the person, so that RLS decides. */

const consent = z
  .object({
    id: z.uuid(),
    recipient_kind: z.enum(recipientKinds),
    purpose: z.enum(purposes),
    scope: z.enum(scopes),
    signed_on: z.string(),
    expires_on: z.string(),
    time_zone: z.string(),
    revoked_at: z.string().nullable(),
    sign_ups: z.object({ reference: z.string() }).nullable(),
  })
  .transform((kept) => ({
    id: kept.id,
    recipientKind: kept.recipient_kind,
    purpose: kept.purpose,
    scope: kept.scope,
    signedOn: kept.signed_on,
    expiresOn: kept.expires_on,
    timeZone: kept.time_zone,
    revokedAt: kept.revoked_at,
    /** Of the request it came with; null when the person had that deleted. */
    reference: kept.sign_ups?.reference ?? null,
  }));

export type KeptConsent = z.infer<typeof consent>;

const columns =
  'id, recipient_kind, purpose, scope, signed_on, expires_on, time_zone, revoked_at, sign_ups(reference)';
export const mostListed = 500;

/** The newest first, {@link mostListed} at most. */
export async function keptConsents(database: OnwardDatabase): Promise<KeptConsent[]> {
  const found = database.from('consents').select(columns).order('signed_at', { ascending: false });
  return z.array(consent).parse(rows(await found.limit(mostListed)));
}

export async function keptConsent(database: OnwardDatabase, id: string): Promise<KeptConsent | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return consent
    .nullable()
    .parse(rows(await database.from('consents').select(columns).eq('id', id))[0] ?? null);
}
