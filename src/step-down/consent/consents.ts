import * as z from 'zod';
import { rows, serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import { log } from '#platform/log.ts';
import { seal, unseal } from '#platform/sealed.ts';
import { site } from '#platform/site.ts';
import { informationKinds, hearsOfRedisclosure, purposes, recipientKinds, scopes } from './terms.ts';
import type { Choices, Recipient, Terms } from './terms.ts';
import type { ConsentText } from './texts.ts';

/** Consents in the database. Every call throws DatabaseUnavailable when it does not answer. */

/** What stands above the signature: the choices, and what the program says of itself and of the law. */
export function termsOf(choices: Choices, text: ConsentText): Terms {
  const { name, address } = site();
  return {
    ...choices,
    discloser: [name, ...address].join(', '),
    revocation: text.revocation,
    redisclosure: hearsOfRedisclosure(choices.recipientKind) ? text.redisclosure : null,
  };
}

/**
 * Puts the text that is about to be signed into the database, once. False when another body stands there under
 * the same version: somebody changed a text without giving it a new one, and nothing may be signed on it.
 */
export async function keepText({ version, scope, language, body, hash }: ConsentText): Promise<boolean> {
  const texts = () => serviceDatabase().from('consent_texts');
  rows(
    await texts().upsert(
      { version, scope, language, body, body_hash: hash },
      { onConflict: 'version,scope,language', ignoreDuplicates: true },
    ),
  );
  const [kept] = rows(
    await texts().select('body_hash').eq('version', version).eq('scope', scope).eq('language', language),
  );
  const same = kept?.body_hash === hash;
  if (!same) log({ event: 'consent-text-changed', code: `${version} ${scope} ${language}` });
  return same;
}

export interface NewConsent {
  id: string;
  signUp: string;
  terms: Terms;
  text: ConsentText;
  patientName: string;
  signature: string;
}

/** Takes a signed consent: 'repeat' when this one was taken before, 'unknown' when the sign-up is gone or withdrawn. */
export async function signConsent(consent: NewConsent): Promise<'signed' | 'repeat' | 'unknown'> {
  const { id, signUp, terms, text, patientName, signature } = consent;
  const [name, recipient, signed] = await Promise.all([
    seal(patientName, `${id}:patient-name`),
    seal(terms.recipient, `${id}:recipient`),
    seal(signature, `${id}:signature`),
  ]);
  const answer = rows(
    await serviceDatabase().rpc('sign_consent', {
      p_consent: {
        id,
        signUp,
        patientName: name.sealed,
        discloser: terms.discloser,
        information: terms.information,
        recipientKind: terms.recipientKind,
        recipient: recipient.sealed,
        redisclosure: terms.redisclosure,
        purpose: terms.purpose,
        revocation: terms.revocation,
        expiresOn: terms.expiresOn,
        timeZone: site().timeZone,
        signature: signed.sealed,
        scope: text.scope,
        textVersion: text.version,
        language: text.language,
        keyId: name.keyId,
      },
    }),
  );
  return z.object({ outcome: z.enum(['signed', 'repeat', 'unknown']) }).parse(answer).outcome;
}

const row = z.object({
  id: z.uuid(),
  patient_name: z.string(),
  discloser: z.string(),
  information: z.array(z.enum(informationKinds)),
  recipient_kind: z.enum(recipientKinds),
  recipient: z.string(),
  redisclosure: z.string().nullable(),
  purpose: z.enum(purposes),
  revocation: z.string(),
  expires_on: z.string(),
  signature: z.string(),
  signed_at: z.string(),
  signed_on: z.string(),
  time_zone: z.string(),
  scope: z.enum(scopes),
  text_version: z.string(),
  language: z.enum(['en', 'es']),
  text_hash: z.string(),
  revoked_at: z.string().nullable(),
  body: z.string(),
  stands: z.boolean(),
});

const name = z.string();
const recipient: z.ZodType<Recipient> = z.object({ name, reach: z.string().nullable() });

/** A signed consent with its seals open. */
export type SignedConsent = Awaited<ReturnType<typeof unsealed>>;

async function unsealed(kept: z.infer<typeof row>) {
  const open = async <Value>(field: z.ZodType<Value>, sealed: string, what: string) =>
    field.parse(await unseal(sealed, `${kept.id}:${what}`));
  const terms: Terms = {
    discloser: kept.discloser,
    information: kept.information,
    recipientKind: kept.recipient_kind,
    recipient: await open(recipient, kept.recipient, 'recipient'),
    redisclosure: kept.redisclosure,
    purpose: kept.purpose,
    revocation: kept.revocation,
    expiresOn: kept.expires_on,
  };
  return {
    id: kept.id,
    terms,
    signed: {
      patientName: await open(name, kept.patient_name, 'patient-name'),
      signature: await open(name, kept.signature, 'signature'),
      signedOn: kept.signed_on,
    },
    signedAt: kept.signed_at,
    timeZone: kept.time_zone,
    scope: kept.scope,
    textVersion: kept.text_version,
    textHash: kept.text_hash,
    language: kept.language,
    body: kept.body,
    revokedAt: kept.revoked_at,
    stands: kept.stands,
  };
}

/**
 * Everything of one consent, or null when there is none: for its signer without `as`, and for the clinician or
 * admin whose database it is, whose look is written down.
 */
export async function openConsent(
  id: string,
  as: OnwardDatabase = serviceDatabase(),
): Promise<SignedConsent | null> {
  const kept = row.nullable().parse(rows(await as.rpc('open_consent', { p_consent: id })) ?? null);
  return kept && unsealed(kept);
}

/** Ends a consent from now on; ending it twice is ending it. `as` as above. */
export async function revokeConsent(id: string, as: OnwardDatabase = serviceDatabase()): Promise<void> {
  rows(await as.rpc('revoke_consent', { p_consent: id }));
}
