import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import { environment } from '#platform/environment.ts';
import { seal, unseal } from '#platform/sealed.ts';
import { keyedHash } from '#platform/tokens.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** A copy of the whole database in the wrong hands: what it says of the people in it, after all that is done with a request. */

let stack: TestStack;
let clinician: OnwardDatabase;
const request = randomUUID();
const asksForCheckIns = randomUUID();
const leaves = randomUUID();
const consent = randomUUID();
/** Words that tell who somebody is, or what they said. */
const planted = {
  name: 'Marguerite Plantagenet',
  contact: 'marguerite@planted.example',
  phone: '+1 303 555 0142',
  note: 'My shifts end at nine, planted note',
  access: 'An interpreter for ASL, planted need',
  staffNote: 'Called on Tuesday, planted staff note',
  reply: 'The evening group is full, planted reply',
  recipient: 'Dr Planted Recipient',
  signature: 'Marguerite P. Plantagenet',
};

beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  clinician = await staffClient(stack, 'clinician');

  await signs(request, 'program', 'email', planted.contact);
  await signs(asksForCheckIns, 'check-ins', 'phone', planted.phone, [
    { months: 1, dueAt: '2026-01-01T12:00:00Z' },
  ]);
  await signs(leaves, 'mentor', 'text', planted.phone);

  rows(await clinician.rpc('open_sign_up', { p_sign_up: request }));
  for (const of of [request, leaves]) {
    const note = randomUUID();
    const { sealed, keyId } = await seal(planted.staffNote, note);
    rows(
      await clinician.rpc('note_sign_up', { p_sign_up: of, p_note: note, p_sealed: sealed, p_key_id: keyId }),
    );
  }
  await consents();
  const reply = await seal(planted.reply, `${request}:reply`);
  rows(await clinician.rpc('decline_sign_up', { p_sign_up: request, p_reply: reply.sealed }));
  const service = serviceDatabase();
  rows(await service.rpc('queue_check_ins'));
  rows(await service.rpc('answer_check_in', { p_sign_up: asksForCheckIns, p_answer: 'call-me' }));
  rows(await service.rpc('withdraw_sign_up', { p_sign_up: leaves }));
  rows(await service.rpc('queue_intake_daily'));
});
afterAll(() => stack.close());

let references = 0;
async function signs(
  id: string,
  kind: string,
  channel: string,
  value: string,
  checkIns: { months: number; dueAt: string }[] = [],
) {
  const contact = { channel, value, safeToLeaveMessage: false };
  const { name: nameToUse, note, access: accessNeeds } = planted;
  const { sealed, keyId } = await seal({ nameToUse, contact, note, accessNeeds }, id);
  const answer = await serviceDatabase().rpc('create_sign_up', {
    ...{ p_id: id, p_reference: `LEAK-000${++references}`, p_kind: kind, p_channel: channel },
    ...{ p_sealed: sealed, p_key_id: keyId, p_contact_key: keyedHash('contact', value) },
    ...{ p_check_ins: checkIns, p_idempotency_key: keyedHash('sign-up', `${id}\n${value}`) },
  });
  expect(rows(answer)).toMatchObject({ outcome: 'created' });
}

async function consents() {
  const body = 'I let the program tell somebody something. '.repeat(10);
  const version = '2099-01';
  const hash = createHash('sha256').update(body).digest('hex');
  const text = { version, scope: 'general', language: 'en', body, body_hash: hash };
  rows(await serviceDatabase().from('consent_texts').insert(text).select('version'));
  const sealed = async (words: string, column: string) => (await seal(words, `${consent}:${column}`)).sealed;
  const today = new Date().toISOString().slice(0, 10);
  const answer = await serviceDatabase().rpc('sign_consent', {
    p_consent: {
      ...{ id: consent, signUp: request, discloser: 'Juniper Hollow', information: ['dates'] },
      ...{ recipientKind: 'family', purpose: 'support-at-home', scope: 'general', textVersion: version },
      ...{ revocation: 'In writing, at any time, but for what was told before.', language: 'en' },
      ...{ expiresOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10), signedOn: today },
      ...{ keyId: (await seal('', consent)).keyId, redisclosure: null },
      patientName: await sealed(planted.name, 'patient-name'),
      recipient: await sealed(planted.recipient, 'recipient'),
      signature: await sealed(planted.signature, 'signature'),
    },
  });
  expect(rows(answer)).toEqual({ outcome: 'signed' });
}

/** Every value of every table, schema by schema, as a copy of the database holds it. */
async function dump(): Promise<string> {
  const tables = await stack.database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const pages = tables.map(async ({ name }) => {
    const [all] = await stack.database.query<{ text: string | null }>(
      `select string_agg(to_jsonb(line)::text, E'\n') as text from ${name} line`,
    );
    return all?.text ?? '';
  });
  return (await Promise.all(pages)).join('\n');
}

/** The ways in which the same words could stand there. */
const forms = (words: string) => [
  words,
  Buffer.from(words).toString('base64').replace(/=+$/, ''),
  Buffer.from(words).toString('base64url'),
  Buffer.from(words).toString('hex'),
  ...words.split(' ').filter((word) => /^(Marguerite|Plant|planted)/i.test(word)),
];

test('a copy of the database shows no name, contact, note, reply or signature', async () => {
  const copy = (await dump()).toLowerCase();
  expect(copy).toContain('leak-0001');
  for (const words of Object.values(planted)) {
    for (const form of forms(words)) expect(copy).not.toContain(form.toLowerCase());
    expect(copy, 'nor a plain hash of it, which a list of numbers would find').not.toContain(
      createHash('sha256').update(words.toLowerCase()).digest('hex'),
    );
  }
});

test('the key is nowhere in it, only its name', async () => {
  const copy = await dump();
  for (const { k, kid } of environment().INTAKE_KEYS.keys) {
    expect(copy).toContain(kid);
    for (const form of [
      k,
      Buffer.from(k, 'base64url').toString('hex'),
      Buffer.from(k, 'base64url').toString('base64'),
    ])
      expect(copy).not.toContain(form);
  }
});

test('with the key, and by a look that is written down, staff read all of it', async () => {
  const opened = rows(await clinician.rpc('open_sign_up', { p_sign_up: request })) as {
    sealed: string;
    reply: string;
    notes: { id: string; sealed: string }[];
  };
  expect(await unseal(opened.sealed, request)).toMatchObject({ nameToUse: planted.name });
  expect(await unseal(opened.reply, `${request}:reply`)).toBe(planted.reply);
  expect(await unseal(opened.notes[0]?.sealed ?? '', opened.notes[0]?.id ?? '')).toBe(planted.staffNote);
});

test('of who withdrew nothing is left to open', async () => {
  const left = await stack.database.query<{ sealed: string; notes: number }>(
    `select sealed, (select count(*)::integer from public.sign_up_notes where sign_up_id = mine.id) as notes
     from public.sign_ups mine where id = '${leaves}'`,
  );
  expect(left).toEqual([{ sealed: 'withdrawn....', notes: 0 }]);
});

test('negative control: a word that is not sealed is found', async () => {
  await stack.database.query(
    `update public.programs set summary = '${planted.note}' where slug = (select min(slug) from public.programs)`,
  );
  expect(await dump()).toContain(planted.note);
});
