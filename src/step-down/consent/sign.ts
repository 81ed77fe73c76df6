import { randomUUID } from 'node:crypto';
import { systemClock } from '#platform/clock.ts';
import type { Refusal, TypedValues } from '#platform/guard.ts';
import { site } from '#platform/site.ts';
import type { Problem } from '../problems.ts';
import { readSignUp } from '../sign-ups.ts';
import { keepText, signConsent, termsOf } from './consents.ts';
import { openDraft, sealDraft, type OpenedDraft } from './draft.ts';
import type { Sent } from './sent.ts';
import { today } from './standing.ts';
import { scopeOf, type Choices, type ConsentLanguage } from './terms.ts';
import { consentText } from './texts.ts';

/** What happens with the form of a consent: choose, read, sign. Nothing is stored before it is signed. */

/** What the person sees next: the form, what they are about to sign, or their copy. */
export type Next = { language: ConsentLanguage; refused?: Refusal | undefined } & (
  | { show: 'choose'; typed: TypedValues }
  | { show: 'sign'; draft: string; choices: Choices }
  | { show: 'copy'; id: string }
);

export interface Signer {
  signUp: string;
  language: ConsentLanguage;
}

/**
 * Whose link it is, in the language of the page, or null when the sign-up is gone or was withdrawn. Throws
 * DatabaseUnavailable.
 */
export async function signerOf(signUp: string, language: ConsentLanguage): Promise<Signer | null> {
  const found = await readSignUp(signUp);
  return found && found.status !== 'withdrawn' ? { signUp, language } : null;
}

const refusal = (title: Problem, status = 422): Refusal => ({ status, title });
const lost = refusal('This page was not complete. Choose again what we may tell');
const old = refusal('This page was open for long. Check what you chose, and go on');
const otherText = refusal('The text has changed meanwhile. Read it once more before you sign');
const noText = refusal('We cannot take a signature right now. Nothing was signed; please call us', 503);
const ended = refusal('This request was taken back, so nothing can be signed on it. Please call us', 409);

/** The page again on which something was wrong with what was typed; no database is asked. */
export async function showAgain(typed: TypedValues, { signUp, language }: Signer): Promise<Next> {
  const draft = typed['draft'];
  if (typeof draft !== 'string') return { show: 'choose', language, typed };
  const opened = await openDraft(draft, signUp, systemClock);
  if (!opened) return { show: 'choose', language, typed: {}, refused: lost };
  if (opened.expired) return { show: 'choose', language, typed: opened.fields, refused: old };
  return { show: 'sign', language, draft, choices: opened.choices };
}

/** The same page in the other language, with what was typed: what is read then is what may be signed. */
export async function inOtherLanguage(typed: TypedValues, signer: Signer): Promise<Next> {
  const again = await showAgain(typed, signer);
  if (again.show !== 'sign' || typeof typed['draft'] !== 'string') return again;
  const opened = await openDraft(typed['draft'], signer.signUp, systemClock);
  return opened ? readFirst(opened.choices, opened.fields, signer) : again;
}

/** Does what was sent. Throws DatabaseUnavailable. */
export async function act(sent: Sent, signer: Signer): Promise<Next> {
  const { signUp, language } = signer;
  if (sent.action === 'choose') return readFirst(sent.choices, sent.fields, signer);
  const shown = await openDraft(sent.draft, signUp, systemClock);
  if (!shown) return { show: 'choose', language, typed: {}, refused: lost };
  if (sent.action === 'change') return { show: 'choose', language, typed: shown.fields };
  // who signs after midnight may have chosen a last day that is over
  const over = shown.choices.expiresOn <= today(site().timeZone, systemClock);
  if (shown.expired || over) return { show: 'choose', language, typed: shown.fields, refused: old };
  return sign(shown, sent, signer);
}

async function readFirst(
  choices: Choices,
  fields: TypedValues,
  signer: Signer,
  refused?: Refusal,
): Promise<Next> {
  const { signUp, language } = signer;
  const { hash } = consentText(scopeOf(choices), language);
  const draft = await sealDraft({ choices, fields, hash }, signUp, randomUUID(), systemClock);
  return { show: 'sign', language, draft, choices, refused };
}

async function sign(
  { choices, fields, id, hash }: OpenedDraft,
  { patientName, signature }: { patientName: string; signature: string },
  signer: Signer,
): Promise<Next> {
  const { signUp, language } = signer;
  const text = consentText(scopeOf(choices), language);
  if (text.hash !== hash) return readFirst(choices, fields, signer, otherText);
  if (!(await keepText(text))) return readFirst(choices, fields, signer, noText);
  const terms = termsOf(choices, text);
  const outcome = await signConsent({ id, signUp, terms, text, patientName, signature });
  if (outcome === 'unknown') return { show: 'choose', language, typed: fields, refused: ended };
  return { show: 'copy', language, id };
}
