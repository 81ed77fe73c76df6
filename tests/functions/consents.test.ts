import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { seal } from '#platform/sealed.ts';
import { site } from '#platform/site.ts';
import { keyedHash } from '#platform/tokens.ts';
import { keepText, openConsent, revokeConsent } from '#step-down/consent/consents.ts';
import { consentForm } from '#step-down/consent/sent.ts';
import { act, showAgain, signerOf, type Next, type Signer } from '#step-down/consent/sign.ts';
import { today } from '#step-down/consent/standing.ts';
import { consentText } from '#step-down/consent/texts.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** From what is chosen to what is kept: the pages of a consent, by what they send. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

let signer: Signer;
beforeEach(async () => {
  signer = await newSigner();
});

async function newSigner(language: 'en' | 'es' = 'en'): Promise<Signer> {
  const id = randomUUID();
  rows(
    await serviceDatabase().rpc('create_sign_up', {
      p_id: id,
      p_reference: id
        .slice(0, 9)
        .replace(/^(....)(....).*/, '$1-$2')
        .toUpperCase(),
      p_kind: 'mentor',
      p_channel: 'email',
      p_sealed: (await seal({ note: 'x'.repeat(100) }, id)).sealed,
      p_key_id: 'test-1',
      p_contact_key: keyedHash('contact', id),
      p_language: language,
    }),
  );
  const found = await signerOf(id, language);
  if (!found) throw new Error('Nobody');
  return found;
}

const choice = {
  action: 'choose',
  recipientKind: 'provider',
  recipientName: 'Dr. Noor Kim',
  recipientReach: '505-555-0123',
  information: ['dates', 'progress'],
  purpose: 'my-care',
  until: '90',
  untilDate: '',
};
const name = 'Łucja Öztürk';

const send = async (fields: Record<string, string | string[]>, by = signer) =>
  act(consentForm.parse(fields), by);

function draftOf(next: Next): string {
  if (next.show !== 'sign') throw new Error(`Shows ${next.show}: ${next.refused?.title}`);
  return next.draft;
}
const signing = (draft: string) => ({ action: 'sign', draft, patientName: name, signature: name });

async function signed(change: Record<string, string | string[]> = {}, by = signer) {
  const next = await send(signing(draftOf(await send({ ...choice, ...change }, by))), by);
  if (next.show !== 'copy') throw new Error(`Shows ${next.show}: ${next.refused?.title}`);
  const consent = await openConsent(next.id);
  if (!consent) throw new Error('Nothing is kept');
  return consent;
}

const everything = async () =>
  (
    await stack.database.query<{ row: string }>(
      'select to_jsonb(consent)::text as row from public.consents consent',
    )
  ).map(({ row }) => row);
const count = async () => (await everything()).length;

test('what was shown is what is kept, element by element, and the names are sealed', async () => {
  const consent = await signed();
  const text = consentText('general', 'en');
  expect(consent).toMatchObject({
    terms: {
      recipientKind: 'provider',
      recipient: { name: 'Dr. Noor Kim', reach: '505-555-0123' },
      information: ['dates', 'progress'],
      purpose: 'my-care',
      discloser: [site().name, ...site().address].join(', '),
      revocation: text.revocation,
      redisclosure: text.redisclosure,
    },
    signed: { patientName: name, signature: name, signedOn: today(site().timeZone, systemClock) },
    scope: 'general',
    body: text.body,
    textHash: text.hash,
    stands: true,
    revokedAt: null,
  });
  const kept = (await everything()).join();
  for (const personal of ['Noor', '0123', 'Łucja', 'Öztürk']) expect(kept).not.toContain(personal);
});

test('in Spanish the Spanish text is signed', async () => {
  const consent = await signed({}, await newSigner('es'));
  expect(consent).toMatchObject({ language: 'es', body: consentText('general', 'es').body });
});

test.each([
  ['counseling-notes', { information: 'counseling-notes' }],
  ['legal-proceedings', { recipientKind: 'court', purpose: 'legal-matter' }],
] as const)('%s has a text of its own', async (scope, change) => {
  const consent = await signed(change);
  expect(consent).toMatchObject({ scope, body: consentText(scope, 'en').body });
});

test('nothing is kept before it is signed, and changing brings every choice back', async () => {
  const before = await count();
  const draft = draftOf(await send(choice));
  const back = await send({ action: 'change', draft });
  const { action: _action, ...fields } = choice;
  expect(back).toMatchObject({ show: 'choose', typed: fields });
  expect(await count()).toBe(before);
});

test('signed twice is one consent, one entry in the log, one copy by mail', async () => {
  const before = await count();
  const draft = draftOf(await send(choice));
  const ids = await Promise.all([send(signing(draft)), send(signing(draft)), send(signing(draft))]);
  expect(new Set(ids.map((next) => next.show === 'copy' && next.id)).size).toBe(1);
  expect(await count()).toBe(before + 1);
});

describe('Refused, with nothing kept and nothing lost', () => {
  test('a draft that is forged, of another person, or not there', async () => {
    const before = await count();
    const other = draftOf(await send(choice, await newSigner()));
    for (const draft of [other, 'forged', `${draftOf(await send(choice))}x`]) {
      expect(await send(signing(draft))).toMatchObject({ show: 'choose', refused: { status: 422 } });
    }
    expect(consentForm.safeParse({ action: 'sign', patientName: name, signature: name }).success).toBe(false);
    expect(await count()).toBe(before);
  });

  test('a blank form and a blank signature', async () => {
    expect(consentForm.safeParse({}).success).toBe(false);
    const draft = draftOf(await send(choice));
    const blank = consentForm.safeParse({ ...signing(draft), signature: ' ' });
    expect(blank.error?.issues.map(({ path }) => path.join('.'))).toEqual(['signature']);
    expect(await showAgain({ draft }, signer)).toMatchObject({ show: 'sign', draft });
  });

  test('a sign-up that was taken back meanwhile', async () => {
    const before = await count();
    const draft = draftOf(await send(choice));
    rows(await serviceDatabase().rpc('withdraw_sign_up', { p_sign_up: signer.signUp }));
    expect(await send(signing(draft))).toMatchObject({ show: 'choose', refused: { status: 409 } });
    expect(await signerOf(signer.signUp, 'en')).toBeNull();
    expect(await count()).toBe(before);
  });

  test('a page that was open for hours: the choices come back', async () => {
    const draft = draftOf(await send(choice));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 3600_000 });
    try {
      expect(await send(signing(draft))).toMatchObject({
        show: 'choose',
        typed: { recipientName: 'Dr. Noor Kim' },
        refused: { status: 422 },
      });
    } finally {
      vi.useRealTimers();
    }
  });
});

test('a text that was changed without a new version is refused and logged, and the signed one stays', async () => {
  const text = consentText('general', 'en');
  await signed();
  expect(await keepText(text)).toBe(true);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const body = `${text.body}\n\nAnd something more.`;
  expect(await keepText({ ...text, body, hash: await hashOf(body) })).toBe(false);
  expect(log.mock.calls.join()).toContain('consent-text-changed');
  log.mockRestore();
  const { data } = await serviceDatabase()
    .from('consent_texts')
    .select('body')
    .eq('version', text.version)
    .eq('scope', 'general')
    .eq('language', 'en');
  expect(data).toEqual([{ body: text.body }]);
});

const hashOf = async (body: string) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))).toString('hex');

test('ending it twice is ending it, and it stands no more', async () => {
  const { id } = await signed();
  await revokeConsent(id);
  const first = await openConsent(id);
  await revokeConsent(id);
  expect(first?.stands).toBe(false);
  expect(await openConsent(id)).toEqual(first);
});
