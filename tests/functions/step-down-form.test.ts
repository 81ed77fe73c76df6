import { CompactEncrypt, EncryptJWT, decodeProtectedHeader, importJWK, type JWTPayload } from 'jose';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { environment, setEnvironment } from '#platform/environment.ts';
import { seal } from '#platform/sealed.ts';
import { sealToken } from '#platform/sealed-token.ts';
import { issueToken } from '#platform/tokens.ts';
import { answerForm, type FormAnswer } from '#step-down/form/answer.ts';
import { newDraft, type Draft } from '#step-down/form/move.ts';
import { longestToken, newFilling, openFilling, sealFilling, type Filling } from '#step-down/form/token.ts';
import { readPrograms, type Program } from '#step-down/programs.ts';
import { openWords } from '#step-down/sealed-words.ts';
import { Temporal } from 'temporal-polyfill';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The form as its page answers it, against a database; and what somebody tries who did not get it from us. */

let stack: TestStack;
let programs: Program[];
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  programs = await readPrograms();
});
afterAll(() => stack.close());

let address = 0;
beforeEach(() => void address++);

type Typed = Record<string, string | string[]>;

/** Sends a page of the form. */
async function post(fields: Typed, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((text) => [name, text])),
  );
  const response = { headers: new Headers(), status: 200, statusText: '' };
  const answer = await answerForm(
    {
      request: new Request(`${stack.origin}/step-down/sign-up/`, { method: 'POST', body, headers }),
      clientAddress: `203.0.113.${address}`,
      response,
      routePattern: '/step-down/sign-up',
      locals: { requestId: 'request-1' } as App.Locals,
    },
    programs,
  );
  return { answer, headers: response.headers };
}

type Shown<Show extends FormAnswer['show']> = Extract<FormAnswer, { show: Show }>;
const expectTo = <Show extends FormAnswer['show']>(show: Show, answer: FormAnswer): Shown<Show> => {
  expect(answer.show).toBe(show);
  return answer as Shown<Show>;
};

const contact = { contactValue: 'planted.form@example.org', safeToLeaveMessage: 'yes' };
const said: Typed = {
  kind: 'mentor',
  nameToUse: 'Planted Name',
  channel: 'email',
  ...contact,
  bestTimes: ['mornings', 'weekends'],
  note: 'planted words',
  accessNeeds: '',
  language: 'en',
};

/** Goes from the first page to the last as the page's own buttons do. */
async function fillIn(typed: Typed, filling: Filling = newFilling(newDraft())): Promise<Filling> {
  let now = filling;
  for (let pages = 0; now.draft.at !== 'check'; pages++) {
    expect(pages).toBeLessThan(20);
    const { answer } = await post({ ...typed, form: await sealFilling(now), press: 'continue' });
    const next = expectTo('step', answer);
    expect(next.errors).toEqual({});
    now = next.filling;
  }
  return now;
}

const send = async (filling: Filling) =>
  (await post({ form: await sealFilling(filling), press: 'send' })).answer;
const countSignUps = async () =>
  (await stack.database.query<{ count: number }>(`select count(*)::integer as count from public.sign_ups`))[0]
    ?.count;
const row = async (id: string) =>
  (
    await stack.database.query<{ kind: string; sealed: string; status: string }>(
      `select kind, sealed, status from public.sign_ups where id = '${id}'`,
    )
  )[0];

describe('A form filled in page by page', () => {
  test('stores nothing until it is sent, and then what was said', async () => {
    const before = await countSignUps();
    const filling = await fillIn(said);
    expect(await countSignUps()).toBe(before);
    const { signUp, created } = expectTo('sent', await send(filling));
    expect(created).toBe(true);
    expect(await openWords((await row(signUp))?.sealed ?? '', signUp)).toEqual({
      nameToUse: 'Planted Name',
      contact: { channel: 'email', value: 'planted.form@example.org', safeToLeaveMessage: true },
      bestTimes: ['mornings', 'weekends'],
      note: 'planted words',
    });
  });

  test('carries its answers in the page where nobody reads them', async () => {
    const token = await sealFilling(await fillIn(said));
    const clear = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join();
    expect(clear).not.toMatch(/planted|mentor/i);
    expect(decodeProtectedHeader(token)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      kid: 'test-1',
      typ: 'sign-up-form+jwt',
    });
  });

  test('sent twice, also at once, is one sign-up with the same answer', async () => {
    const before = (await countSignUps()) ?? 0;
    const filling = await fillIn(said);
    const answers = await Promise.all([send(filling), send(filling)]);
    answers.push(await send(filling));
    const ids = answers.map((answer) => expectTo('sent', answer));
    expect(new Set(ids.map(({ signUp }) => signUp)).size).toBe(1);
    expect(ids.filter(({ created }) => created)).toHaveLength(1);
    expect(await countSignUps()).toBe(before + 1);
  });

  test.each([
    ['another note', { note: 'changed words' }],
    ['another address', { contactValue: 'changed@example.org' }],
    ['another kind', { kind: 'family-group' }],
  ])('sent again with %s is refused: what was sent stands, and nothing is stored', async (_what, change) => {
    const begun = newFilling(newDraft());
    const { signUp } = expectTo('sent', await send(await fillIn(said, begun)));
    const before = await countSignUps();
    const again = await send(await fillIn({ ...said, ...change }, begun));
    expect(expectTo('sent-before', again).signUp).toBe(signUp);
    expect(await countSignUps()).toBe(before);
    expect((await openWords((await row(signUp))?.sealed ?? '', signUp)).note).toBe('planted words');
  });

  test('for check-ins sets their days at ten in the morning of the organisation', async () => {
    const { signUp } = expectTo('sent', await send(await fillIn({ ...said, kind: 'check-ins' })));
    const days = await stack.database.query<{ months: number; hour: number }>(
      `select months, extract(hour from due_at at time zone 'America/Denver')::integer as hour
       from public.check_ins where sign_up_id = '${signUp}' order by months`,
    );
    expect(days).toEqual([1, 3, 6].map((months) => ({ months, hour: 10 })));
  });

  test('for a group takes a seat in it', async () => {
    const group = { ...said, kind: 'program', program: 'evenings', cohort: 'evenings-aspen' };
    const { signUp } = expectTo('sent', await send(await fillIn(group)));
    expect(
      await stack.database.query(
        `select slug, places.status from public.sign_ups
         join public.cohorts on cohorts.id = cohort_id join public.places on places.id = place_id
         where sign_ups.id = '${signUp}'`,
      ),
    ).toEqual([{ slug: 'evenings-aspen', status: 'held' }]);
  });

  test('for a group that closed meanwhile goes back to that step with the reason, and keeps the rest', async () => {
    const group = { ...said, kind: 'program', program: 'mornings', cohort: 'mornings-elm' };
    const filling = await fillIn(group);
    await stack.database.execute(`update public.cohorts set status = 'closed' where slug = 'mornings-elm'`);
    const before = await countSignUps();
    const back = expectTo('step', await send(filling));
    expect(back).toMatchObject({
      status: 409,
      errors: { cohort: ['This group is closed. Select another, or any group'] },
      filling: { id: filling.id, draft: { at: 'cohort', answers: filling.draft.answers } },
    });
    expect(await countSignUps()).toBe(before);
    const next = await fillIn({ ...said, cohort: '*' }, back.filling);
    expectTo('sent', await send(next));
  });

  test('when the database is away is 503 with everything kept, and goes through afterwards', async () => {
    const filling = await fillIn(said);
    await stack.takeDatabaseDown();
    const token = await sealFilling(filling);
    const { answer, headers } = await post({ form: token, press: 'send' });
    // the pages before need no database
    const step = await post({ form: await sealFilling(newFilling(newDraft())), press: 'continue' });
    await stack.bringDatabaseBack();
    expect(expectTo('step', step.answer).status).toBe(200);
    const kept = expectTo('step', answer);
    expect(kept).toMatchObject({ status: 503, filling });
    expect(kept.errors['']?.[0]).toMatch(/Nothing was sent/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expectTo('sent', await send(kept.filling));
  });

  test('by a program that fills in every field is not taken, and says so with everything kept', async () => {
    const filling = await fillIn(said);
    const before = await countSignUps();
    const { answer } = await post({ form: await sealFilling(filling), press: 'send', website_confirm: 'x' });
    expect(expectTo('step', answer)).toMatchObject({ status: 400, filling });
    expect(await countSignUps()).toBe(before);
  });

  test('sent more often than people do from one address is 429 with the wait, and keeps everything', async () => {
    const filling = await fillIn(said);
    await send(filling);
    await stack.database.execute(`update public.rate_limits set hits = 60 where bucket like 'sign-up:%'`);
    const { answer, headers } = await post({ form: await sealFilling(filling), press: 'send' });
    expect(expectTo('step', answer)).toMatchObject({ status: 429, filling });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('offers the number for calls again when somebody would rather be texted, and asks anew what is safe', async () => {
    const phone = {
      ...said,
      channel: 'phone',
      contactValue: '(303) 555-0123',
      safeToText: 'no',
      safeToSayWho: 'no',
    };
    const { draft, ...filling } = await fillIn(phone);
    const form = await sealFilling({ ...filling, draft: { ...draft, at: 'channel' } });
    const { answer } = await post({ form, press: 'continue', channel: 'text' });
    expect(expectTo('step', answer)).toMatchObject({
      filling: { draft: { at: 'contact' } },
      values: { contactValue: ['(303) 555-0123'], safeToSayWho: [], safeToLeaveMessage: [] },
    });
  });

  test('with “Accept and send” pressed before its last page does not send', async () => {
    const draft: Draft = { at: 'name', answers: { kind: ['mentor'] }, checked: false, changing: null };
    const token = await sealFilling(newFilling(draft));
    const { answer } = await post({ ...said, form: token, press: 'send' });
    expect(expectTo('step', answer).filling.draft.at).toBe('channel');
  });
});

describe('A form token', () => {
  const done: Draft = {
    at: 'check',
    checked: true,
    changing: null,
    answers: {
      kind: ['mentor'],
      nameToUse: ['Planted'],
      channel: ['email'],
      'email.contactValue': ['planted@example.org'],
      'email.safeToLeaveMessage': ['yes'],
      language: ['en'],
    },
  };
  const good = () => sealFilling(newFilling(done));
  const key = () => {
    const [first] = environment().INTAKE_KEYS.keys;
    if (!first) throw new Error('The stack has a key');
    return first;
  };
  const ago = (minutes: number) => () => Temporal.Now.instant().subtract({ minutes });
  /** A token like ours but for what is said. */
  const like = async (more: {
    header?: Record<string, string>;
    claims?: JWTPayload;
    audience?: string;
    k?: string;
  }) => {
    const { kid, k } = key();
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: 'dir', enc: 'A256GCM', kid, typ: 'sign-up-form+jwt', ...more.header };
    return new EncryptJWT({ jti: randomUUID(), begun: now, draft: done, ...more.claims })
      .setProtectedHeader(header)
      .setAudience(more.audience ?? 'onward:step-down:form')
      .setIssuedAt(now)
      .setExpirationTime('1h')
      .encrypt(await importJWK({ kty: 'oct', k: more.k ?? k, alg: 'A256GCM' }));
  };
  const otherKey = () => randomBytes(32).toString('base64url');

  test('made by hand as we make ours opens: what follows is refused for its own reason', async () => {
    expect((await openFilling(await like({})))?.draft).toEqual(done);
    expect((await openFilling(await good()))?.draft).toEqual(done);
  });

  const attacks: [string, () => Promise<string> | string][] = [
    ['nothing', () => ''],
    ['words', () => 'let me in'],
    ['five empty parts', () => '....'],
    ['a token with one character changed', async () => flip(await good())],
    ['a token without its end', async () => (await good()).slice(0, -1)],
    ['a token under a key of somebody else with our key id', () => like({ k: otherKey() })],
    ['a token under another key id', () => like({ header: { kid: 'test-9' } })],
    ['a token without a key id', () => like({ header: { kid: '' } })],
    ['a token of another type', () => like({ header: { typ: 'JWT' } })],
    ['a token for another audience', () => like({ audience: 'onward:rsvp' })],
    ['a token with a step of another form', () => like({ claims: { draft: { ...done, at: 'staff' } } })],
    ['a token with more in its draft', () => like({ claims: { draft: { ...done, admin: true } } })],
    ['a token without a draft', () => like({ claims: { draft: null } })],
    ['a token without an id', () => like({ claims: { jti: 'x' } })],
    ['a token that is an hour old', () => sealFilling(newFilling(done), ago(61))],
    [
      'a token of a form begun four hours ago, kept alive page by page',
      () => sealFilling({ ...newFilling(done, ago(241)) }, ago(5)),
    ],
    ['an unencrypted token', () => unencrypted()],
    ['the answer token of an event', () => `a${sealToken('rsvp-answer', { draft: done }, 1000)}`],
    ['the link of a sign-up', () => issueToken('sign-up', randomUUID())],
    ['a sealed sign-up', async () => (await seal({ draft: done, jti: randomUUID() }, randomUUID())).sealed],
    [
      'a sealed value that looks like a token',
      async () => (await seal(await claimsOf(), randomUUID())).sealed,
    ],
    ['the same, and typed as one, for a row', () => sealedLike()],
    ['a token of 100 kB', async () => `${await good()}${'A'.repeat(longestToken)}`],
    ['a body of 1 MB', () => 'A'.repeat(1024 * 1024)],
  ];
  const flip = (token: string) => {
    const at = token.length - 40;
    return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
  };
  const claimsOf = () => ({
    jti: randomUUID(),
    begun: 1,
    draft: done,
    aud: 'onward:step-down:form',
    iat: 1,
    exp: 9_999_999_999,
  });
  const unencrypted = () =>
    [{ alg: 'none', typ: 'sign-up-form+jwt' }, claimsOf()]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.') + '.';
  const sealedLike = async () =>
    new CompactEncrypt(Buffer.from(JSON.stringify({ ...claimsOf(), aud: undefined })))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key().kid, typ: 'sign-up-form+jwt', sub: 'x' })
      .encrypt(await importJWK({ ...key(), alg: 'A256GCM' }));

  test.each(attacks)('that is %s starts the form again, and stores nothing', async (_what, make) => {
    const before = await countSignUps();
    const form = await make();
    for (const press of ['send', 'continue', 'back']) {
      const { answer } = await post({ ...said, form, press });
      const { status } = expectTo('start-again', answer);
      expect(status).toBe(form.length > 1e6 ? 413 : 403);
    }
    expect(await countSignUps()).toBe(before);
  });

  test('from another site is refused', async () => {
    const { answer } = await post({ form: await good(), press: 'send' }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(expectTo('start-again', answer).status).toBe(403);
  });

  test('lasts an hour from its last page, and four in all', async () => {
    const begun = newFilling(done, ago(200));
    expect(await openFilling(await sealFilling(begun, ago(59)))).not.toBeNull();
    expect(await openFilling(await sealFilling(newFilling(done, ago(239)), ago(50)))).not.toBeNull();
    expect(await openFilling(await sealFilling(begun, ago(61)))).toBeNull();
  });

  test('opens while its key is kept, and no longer', async () => {
    const token = await good();
    const old = key();
    const keys = (...list: unknown[]) => setEnvironment({ INTAKE_KEYS: JSON.stringify({ keys: list }) });
    const fresh = { kty: 'oct', kid: 'test-2', k: otherKey() };
    try {
      keys(fresh, old);
      expect(await openFilling(token)).not.toBeNull();
      expect(decodeProtectedHeader(await good()).kid).toBe('test-2');
      keys(fresh);
      expect(await openFilling(token)).toBeNull();
    } finally {
      keys(old);
    }
  });

  test('holds every field at its longest, in any script', async () => {
    const longest = '\u0001'.repeat(4000);
    const filling = newFilling(newDraft());
    let now: Filling = filling;
    for (const channel of ['email', 'phone', 'text']) {
      for (const at of ['kind', 'name', 'channel', 'contact', 'words'] as const) {
        now = { ...now, draft: { ...now.draft, at } };
        const line = longest.slice(0, 1000);
        const typed = { kind: 'mentor', nameToUse: line, channel, contactValue: line, note: longest };
        const { answer } = await post({
          ...typed,
          accessNeeds: longest,
          form: await sealFilling(now),
          press: 'back',
        });
        now = expectTo('step', answer).filling;
      }
    }
    expect((await sealFilling(now)).length).toBeLessThan(longestToken);
  });
});
