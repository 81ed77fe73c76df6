import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { consentStanding } from '#step-down/consent/standing.ts';
import { call, sqlState, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';

/** Consents by 42 CFR 2.31 on a real PostgreSQL: what cannot be saved, changed, or read without a trace. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let service: Client;
let signUp: string;

beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  [service] = (await database.clients(1)) as [Client];
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

const body = `# A text\n\n${'Read this before you sign. '.repeat(20)}`;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const sealed = `${'h'.repeat(60)}..${'i'.repeat(16)}.${'c'.repeat(24)}.${'t'.repeat(22)}`;
const blankSealed = `${'h'.repeat(60)}..${'i'.repeat(16)}.ccc.${'t'.repeat(22)}`;
const revocation = 'You can end this consent at any time, in writing.';
const redisclosure = 'A provider may use it as the HIPAA rules allow, but not against you.';

const day = async (offset: number) =>
  call<string>(service, `((now() at time zone 'America/Denver')::date + ${offset})::text`);

const addText = (scope: string, text = body, hash = sha(text)) =>
  service.unsafe(
    `insert into public.consent_texts (version, scope, language, body, body_hash) values ('2026-11', $1, 'en', $2, $3)`,
    [scope, text, hash],
  );

async function addSignUp(reference: string): Promise<string> {
  const id = randomUUID();
  await call(
    service,
    `public.create_sign_up(p_id => $1, p_reference => $3, p_kind => 'mentor', p_channel => 'email',
      p_sealed => $2, p_key_id => 'k1', p_contact_key => repeat('c', 43), p_language => 'en')`,
    [id, `${'h'.repeat(60)}..${'i'.repeat(16)}.${'c'.repeat(200)}.${'t'.repeat(22)}`, reference],
  );
  return id;
}

beforeEach(async () => {
  // nobody empties the record of who did what but an owner who takes its triggers away first
  await database.owner.unsafe(`
    alter table public.audit_log disable trigger user;
    truncate public.consents, public.consent_texts, public.sign_ups, public.audit_log, public.outbox, public.staff, auth.users cascade;
    alter table public.audit_log enable trigger user`);
  signUp = await addSignUp('ABCD-2345');
  for (const scope of ['general', 'legal-proceedings', 'counseling-notes']) await addText(scope);
});
type Consent = Record<string, unknown>;

const consent = async (change: Consent = {}): Promise<Consent> => ({
  id: randomUUID(),
  signUp,
  patientName: sealed,
  discloser: 'Juniper Hollow Recovery, 418 Cottonwood Lane',
  information: ['dates', 'progress'],
  recipientKind: 'provider',
  recipient: sealed,
  redisclosure,
  purpose: 'my-care',
  revocation,
  expiresOn: await day(90),
  timeZone: 'America/Denver',
  signature: sealed,
  scope: 'general',
  textVersion: '2026-11',
  language: 'en',
  keyId: 'k1',
  ...change,
});

const sign = async (change: Consent = {}) =>
  call<{ outcome: string }>(service, 'public.sign_consent($1::text::jsonb)', [
    JSON.stringify(await consent(change)),
  ]);

const many = () => call<number>(service, '(select count(*)::int from public.consents)');

/** Signs one and returns its id. */
async function signed(change: Consent = {}): Promise<string> {
  const id = randomUUID();
  expect(await sign({ id, ...change })).toEqual({ outcome: 'signed' });
  return id;
}

const notNull = '23502';
const checked = '23514';
const foreign = '23503';
const refused = '42501';
const changed = '23000';

test('a whole one is kept, with the day of signing where the program is, and the person gets a copy', async () => {
  const id = await signed();
  const kept = await call<Record<string, unknown>>(service, 'public.open_consent($1)', [id]);
  expect(kept).toMatchObject({
    sign_up_id: signUp,
    signed_on: await day(0),
    time_zone: 'America/Denver',
    text_hash: sha(body),
    body,
    stands: true,
    revoked_at: null,
  });
  expect(
    await call(service, "(select jsonb_agg(kind) from public.outbox where kind = 'consent-copy')"),
  ).toEqual(['consent-copy']);
  expect(await call(service, '(select jsonb_agg(action) from public.audit_log)')).toEqual(['consent-given']);
});

/** Each element of § 2.31(a), as it may be missing, blank or misfit. */
const deficient: [element: string, change: Consent | (() => Promise<Consent>), code: string][] = [
  ['(1) the name of the person: missing', { patientName: null }, notNull],
  ['(1) the name of the person: not sealed', { patientName: 'Ana Lopez' }, checked],
  ['(1) the name of the person: blank under its seal', { patientName: blankSealed }, checked],
  ['(2) who may tell: missing', { discloser: null }, notNull],
  ['(2) who may tell: blank', { discloser: '      ' }, checked],
  ['(3) what may be told: missing', { information: [] }, checked],
  ['(3) what may be told: not one of the list', { information: ['everything'] }, checked],
  ['(3) what may be told: one of the list and one that is not', { information: ['dates', 'all'] }, checked],
  ['(3) what may be told: nothing in particular', { information: [null] }, checked],
  ['(4) to whom: missing', { recipient: null }, notNull],
  ['(4) to whom: blank', { recipient: '' }, checked],
  ['(4) to whom: not sealed', { recipient: '{"name": "Dr. Kim"}' }, checked],
  ['(4) to whom: no kind', { recipientKind: null }, notNull],
  ['(4) to whom: a kind that is none', { recipientKind: 'anybody' }, checked],
  ['(4)(iii) what a provider may do with it: missing', { redisclosure: null }, checked],
  ['(4)(iii) what a provider may do with it: blank', { redisclosure: ' '.repeat(40) }, checked],
  [
    '(4)(iii) what somebody else, perhaps an insurer, may do: missing',
    { recipientKind: 'other', redisclosure: null },
    checked,
  ],
  ['(5) what for: missing', { purpose: null }, notNull],
  ['(5) what for: not one of the list', { purpose: 'marketing' }, checked],
  ['(6) the right to revoke: missing', { revocation: null }, notNull],
  ['(6) the right to revoke: blank', { revocation: '   ' }, checked],
  ['(7) the last day: missing', { expiresOn: null }, notNull],
  ['(7) the last day: the day of signing', async () => ({ expiresOn: await day(0) }), checked],
  ['(7) the last day: in the past', async () => ({ expiresOn: await day(-1) }), checked],
  ['(7) the last day: in more than a year', async () => ({ expiresOn: await day(367) }), checked],
  ['(8) the signature: missing', { signature: null }, notNull],
  ['(8) the signature: blank', { signature: '' }, checked],
  ['(8) the signature: blank under its seal', { signature: blankSealed }, checked],
  ['the key of the seals: missing', { keyId: null }, notNull],
  ['the key of the seals: blank', { keyId: '' }, checked],
  ['the text: a version nobody wrote', { textVersion: '2027-01' }, foreign],
  ['the text: another language than there is', { language: 'es' }, foreign],
];

test.each(deficient)('a deficient one is refused — %s', async (_element, change, code) => {
  const wrong = typeof change === 'function' ? await change() : change;
  expect(await sqlState(sign(wrong))).toBe(code);
  expect(await many()).toBe(0);
});

/** Past the function, as a faulty or a hostile program would: the table itself says no. */
const copyWith = (id: string, columns: string) =>
  service.unsafe(
    `insert into public.consents select (row).* from (
      select jsonb_populate_record(consent, to_jsonb(consent) || jsonb_build_object('id', gen_random_uuid()) || (${columns})) as row
      from public.consents consent where id = $1) copied`,
    [id],
  );

test('(9) the date of signing is the day it was signed, and not in the future', async () => {
  const id = await signed();
  expect(await sqlState(copyWith(id, "jsonb_build_object('signed_on', null)"))).toBe(notNull);
  expect(await sqlState(copyWith(id, "jsonb_build_object('signed_at', null)"))).toBe(notNull);
  expect(await sqlState(copyWith(id, "jsonb_build_object('signed_on', signed_on - 2)"))).toBe(checked);
  expect(
    await sqlState(
      copyWith(id, "jsonb_build_object('signed_at', now() + interval '2 days', 'signed_on', signed_on + 2)"),
    ),
  ).toBe(checked);
  expect(await sqlState(copyWith(id, "'{}'"))).toBe(null);
});

test('a consent cannot name one text and carry the hash of another', async () => {
  const id = await signed();
  expect(await sqlState(copyWith(id, `jsonb_build_object('text_hash', '${sha('other')}')`))).toBe(foreign);
});

describe('What the law keeps apart (§ 2.31(b), (d))', () => {
  test.each<[string, Consent]>([
    ['a legal matter in a general consent', { purpose: 'legal-matter' }],
    ['another purpose in a consent for a legal matter', { scope: 'legal-proceedings' }],
    ['a court that hears by a general consent', { recipientKind: 'court', purpose: 'at-my-request' }],
    ['notes of counseling beside something else', { information: ['dates', 'counseling-notes'] }],
    ['notes of counseling in a general consent', { information: ['counseling-notes'] }],
    ['something else in a consent for the notes', { scope: 'counseling-notes' }],
    [
      'notes of counseling for a legal matter',
      { scope: 'counseling-notes', purpose: 'legal-matter', information: ['counseling-notes'] },
    ],
    [
      'the notes beside something else in the consent for them',
      { scope: 'counseling-notes', information: ['counseling-notes', 'dates'] },
    ],
  ])('%s is refused', async (_what, change) => {
    expect(await sqlState(sign(change))).toBe(checked);
  });

  test('each of them on its own is taken', async () => {
    await signed({ scope: 'legal-proceedings', purpose: 'legal-matter', recipientKind: 'court' });
    await signed({ scope: 'counseling-notes', information: ['counseling-notes'] });
    expect(await many()).toBe(2);
  });
});

describe('A text that is signed', () => {
  test('has the hash of its body', async () => {
    const other = body.replace('Read', 'Heed');
    const add = service.unsafe(
      `insert into public.consent_texts (version, scope, language, body, body_hash) values ('2026-12', 'general', 'en', $1, $2)`,
      [other, sha(body)],
    );
    expect(await sqlState(add)).toBe(checked);
  });

  test('is never changed and never deleted, not even by the service', async () => {
    await signed();
    expect(await sqlState(service.unsafe("update public.consent_texts set body = body || '!'"))).toBe(
      refused,
    );
    expect(await sqlState(service.unsafe('delete from public.consent_texts'))).toBe(refused);
    expect(await sqlState(addText('general', body.replace('Read', 'Heed')))).toBe('23505');
  });
});

describe('A signed consent', () => {
  test.each([
    "discloser = 'Somebody else altogether'",
    "information = array['attendance']",
    "recipient_kind = 'other'",
    'redisclosure = redisclosure || redisclosure',
    "purpose = 'at-my-request'",
    'revocation = revocation || revocation',
    'expires_on = expires_on + 1',
    "signed_at = signed_at - interval '1 second'",
    "time_zone = 'America/Phoenix'",
    "created_at = created_at + interval '1 second'",
    "language = 'es'",
    'id = gen_random_uuid()',
    "patient_name = replace(patient_name, 'c', 'd')",
    "recipient = replace(recipient, 'c', 'd')",
    "signature = replace(signature, 'c', 'd')",
  ])('is not changed: %s', async (change) => {
    const id = await signed();
    expect(await sqlState(service.unsafe(`update public.consents set ${change} where id = $1`, [id]))).toBe(
      changed,
    );
  });

  test('may be sealed anew under another key, and lose its sign-up, but not go to another one', async () => {
    const id = await signed();
    const update = (change: string) =>
      sqlState(service.unsafe(`update public.consents set ${change} where id = $1`, [id]));
    const anew = sealed.replace('c', 'd');
    expect(
      await update(`key_id = 'k2', patient_name = '${anew}', recipient = '${anew}', signature = '${anew}'`),
    ).toBe(null);
    expect(await update('sign_up_id = gen_random_uuid()')).toBe(changed);
    expect(await update('sign_up_id = null')).toBe(null);
  });

  test('sent twice is one, also at the same moment', async () => {
    const [one, other] = (await database.clients(2)) as [Client, Client];
    const values = [JSON.stringify(await consent())];
    const twice = await Promise.all(
      [one, other].map((client) =>
        call<{ outcome: string }>(client, 'public.sign_consent($1::text::jsonb)', values),
      ),
    );
    expect(twice.map(({ outcome }) => outcome).sort()).toEqual(['repeat', 'signed']);
    expect(await many()).toBe(1);
    expect(await call(service, '(select count(*)::int from public.audit_log)')).toBe(1);
  });

  test('is not answered for to the link of another sign-up', async () => {
    const id = await signed();
    expect(await sqlState(sign({ id, signUp: await addSignUp('WXYZ-6789') }))).toBe('23505');
    expect(await sign({ id, signUp: randomUUID() })).toEqual({ outcome: 'unknown' });
  });

  test('needs a sign-up that was not taken back', async () => {
    await call(service, 'public.withdraw_sign_up($1)', [signUp]);
    expect(await sign()).toEqual({ outcome: 'unknown' });
  });
});

describe('The end of a consent', () => {
  /** Whether it stands, as the database and the pages say it: they must agree. */
  async function stands(id: string): Promise<boolean> {
    const kept = await call<{
      stands: boolean;
      revoked_at: string | null;
      expires_on: string;
      time_zone: string;
    }>(service, 'public.open_consent($1)', [id]);
    const dates = { revokedAt: kept.revoked_at, expiresOn: kept.expires_on, timeZone: kept.time_zone };
    expect(consentStanding(dates, systemClock) === 'stands').toBe(kept.stands);
    return kept.stands;
  }

  /** Moves a consent into the past as a whole, past the trigger. */
  const age = (id: string, days: number) =>
    database.owner.unsafe(`
      alter table public.consents disable trigger consents_stand;
      update public.consents set signed_at = signed_at - interval '${days} days', signed_on = signed_on - ${days},
        expires_on = expires_on - ${days}, revoked_at = revoked_at - interval '${days} days' where id = '${id}';
      alter table public.consents enable trigger consents_stand`);

  test('revoked twice is revoked once, at the first time, and written down once', async () => {
    const id = await signed();
    const when = () => call<string>(service, '(select revoked_at::text from public.consents)');
    expect(await call(service, 'public.revoke_consent($1)', [id])).toEqual({ outcome: 'revoked' });
    const first = await when();
    expect(await call(service, 'public.revoke_consent($1)', [id])).toEqual({ outcome: 'revoked' });
    expect(await when()).toBe(first);
    expect(await stands(id)).toBe(false);
    expect(
      await call(service, "(select count(*)::int from public.audit_log where action = 'consent-revoked')"),
    ).toBe(1);
    expect(await call(service, 'public.revoke_consent($1)', [randomUUID()])).toEqual({ outcome: 'unknown' });
  });

  test('cannot be taken back or moved', async () => {
    const id = await signed();
    await call(service, 'public.revoke_consent($1)', [id]);
    for (const value of ['null', "now() + interval '1 day'"]) {
      expect(await sqlState(service.unsafe(`update public.consents set revoked_at = ${value}`))).toBe(
        changed,
      );
    }
  });

  test('is its last day, where it was signed: that day it stands, the next it does not', async () => {
    const id = await signed({ expiresOn: await day(3) });
    await age(id, 3);
    expect(await stands(id)).toBe(true);
    await age(id, 1);
    expect(await stands(id)).toBe(false);
  });

  test('is followed by its deletion only after the days that were said', async () => {
    const over = await signed({ expiresOn: await day(1) });
    const revoked = await signed();
    const standing = await signed();
    await call(service, 'public.revoke_consent($1)', [revoked]);
    await age(over, 12);
    await age(revoked, 9);
    const left = async () =>
      new Set((await service.unsafe<{ id: string }[]>('select id from public.consents')).map(({ id }) => id));
    expect(await call(service, 'public.purge_consents(11)')).toBe(0);
    expect(await call(service, 'public.purge_consents(10)')).toBe(1);
    expect(await left()).toEqual(new Set([revoked, standing]));
    expect(await call(service, 'public.purge_consents(9)')).toBe(1);
    expect(await call(service, 'public.purge_consents(0)')).toBe(0);
    expect(await left()).toEqual(new Set([standing]));
  });

  test('comes with the deletion of the request, while the record stays', async () => {
    const id = await signed();
    await call(service, 'public.forget_sign_up($1)', [signUp]);
    const kept = await call<{ sign_up_id: null; revoked_at: string }>(service, 'public.open_consent($1)', [
      id,
    ]);
    expect(kept.sign_up_id).toBeNull();
    expect(kept.revoked_at).not.toBeNull();
  });
});

describe('Who may look', () => {
  const roles = ['anon', 'stranger', 'editor', 'coordinator', 'turned-off', 'clinician', 'admin'] as const;
  type Role = (typeof roles)[number];
  const may = new Set<Role>(['clinician', 'admin']);
  const idOf = (role: Role) => `00000000-0000-4000-8000-00000000000${roles.indexOf(role)}`;

  async function as<Result>(role: Role, work: (client: Client) => Promise<Result>): Promise<Result> {
    const { owner } = database;
    const asks = role === 'anon' ? 'anon' : 'authenticated';
    const sub = role === 'anon' ? '' : idOf(role);
    await owner.unsafe(`begin; set local role ${asks};
      select set_config('request.jwt.claims', '${JSON.stringify({ role: asks, sub })}', true),
        set_config('request.jwt.claim.sub', '${sub}', true)`);
    try {
      return await work(owner);
    } finally {
      await owner.unsafe('commit');
    }
  }

  beforeEach(async () => {
    const people = roles.filter((role) => role !== 'anon');
    await database.owner.unsafe(`
      insert into auth.users (id, email) values ${people.map((role) => `('${idOf(role)}', '${role}@example.org')`).join(', ')};
      insert into public.staff (user_id, email, display_name, role, active)
      select id, email, 'Someone', case when email like 'turned-off%' then 'clinician' else split_part(email, '@', 1) end,
        email not like 'turned-off%'
      from auth.users where email not like 'stranger%'`);
  });

  test.each(roles)('%s opens one only as a clinician or admin, with the look written down', async (role) => {
    const id = await signed();
    const state = await as(role, (client) => sqlState(client.unsafe('select public.open_consent($1)', [id])));
    expect(state).toBe(may.has(role) ? null : refused);
    const looks = await call(
      service,
      "(select jsonb_agg(staff_id || ' ' || staff_name || ' ' || subject_id) from public.audit_log where action = 'consent-read')",
    );
    expect(looks).toEqual(may.has(role) ? [`${idOf(role)} Someone ${id}`] : null);
  });

  test.each(roles)('%s sees which there are and ends one only as a clinician or admin', async (role) => {
    const id = await signed();
    const list = () =>
      as(role, async (client) =>
        client
          .unsafe<{ id: string }[]>(
            'select id, scope, signed_on, expires_on, revoked_at from public.consents',
          )
          .then((rows) => rows.map((row) => row.id))
          .catch(() => []),
      );
    expect(await list()).toEqual(may.has(role) ? [id] : []);
    const state = await as(role, (client) =>
      sqlState(client.unsafe('select public.revoke_consent($1)', [id])),
    );
    expect(state).toBe(may.has(role) ? null : refused);
    expect(
      await call(service, '(select count(*)::int from public.consents where revoked_at is not null)'),
    ).toBe(may.has(role) ? 1 : 0);
  });

  test.each(['patient_name', 'recipient', 'signature', 'text_hash', '*'])(
    'nobody of the staff selects %s without a look being written down',
    async (column) => {
      await signed();
      const state = await as('admin', (client) =>
        sqlState(client.unsafe(`select ${column} from public.consents`)),
      );
      expect(state).toBe(refused);
    },
  );

  test('staff neither sign nor change nor delete a consent', async () => {
    const id = await signed();
    const values = [JSON.stringify(await consent())];
    for (const [statement, parameters] of [
      ['select public.sign_consent($1::text::jsonb)', values],
      ['update public.consents set revoked_at = now() where id = $1', [id]],
      ['delete from public.consents where id = $1', [id]],
      ['select public.purge_consents(0)', []],
    ] as const) {
      expect(await as('admin', (client) => sqlState(client.unsafe(statement, [...parameters])))).toBe(
        refused,
      );
    }
  });
});
