import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { seal, sealKeyIds, unseal } from '#platform/sealed.ts';
import { reportOf } from '#step-down/keys/report.ts';
import { keysInUse, rotateKeys } from '#step-down/keys/rotate.ts';
import { changeReach } from '#step-down/mine/reach.ts';
import { withdrawSignUp } from '#step-down/sign-ups.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The restore test of the keys: whatever was sealed opens after every change of keys, or says which key it needs. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
  const body = 'I let the program named here tell what is listed here. '.repeat(5);
  await stack.database.execute(
    `insert into public.consent_texts (version, scope, language, body, body_hash)
     values ('2026-11', 'general', 'en', '${body}', encode(sha256(convert_to('${body}', 'UTF8')), 'hex'))`,
  );
});
afterAll(() => stack.close());

const key = (kid: string) => ({ kty: 'oct', kid, k: randomBytes(32).toString('base64url') });
const keys = Object.fromEntries(['k1', 'k2', 'k3'].map((kid) => [kid, key(kid)]));
const use = (...kids: string[]) =>
  setEnvironment({ INTAKE_KEYS: JSON.stringify({ keys: kids.map((kid) => keys[kid]) }) });
const going = new AbortController().signal;

const words = (nameToUse: string) => ({
  nameToUse,
  contact: { channel: 'email', value: 'planted@example.org', safeToLeaveMessage: true },
  note: 'planted words',
});

/** A sign-up with an answer of staff, a note and a consent, each sealed with the first key there is. */
async function keep(name: string): Promise<string> {
  const id = randomUUID();
  const consent = randomUUID();
  const note = randomUUID();
  const sealed = async (value: unknown, subject: string) => (await seal(value, subject)).sealed;
  const keyId = sealKeyIds()[0];
  await stack.database.execute(
    `insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key, reply)
     values ('${id}', '${reference()}', 'mentor', 'email', '${await sealed(words(name), id)}', '${keyId}', '${id}',
       '${await sealed(`Dear ${name}`, `${id}:reply`)}');
     insert into public.sign_up_notes (id, sign_up_id, sealed, key_id)
     values ('${note}', '${id}', '${await sealed({ note: name }, note)}', '${keyId}');
     insert into public.consents (
       id, sign_up_id, patient_name, discloser, information, recipient_kind, recipient, purpose, revocation,
       expires_on, signature, signed_at, signed_on, scope, text_version, language, text_hash, key_id
     ) values (
       '${consent}', '${id}', '${await sealed(name, `${consent}:patient-name`)}', 'Juniper Hollow', '{dates}', 'family',
       '${await sealed(`Sister of ${name}`, `${consent}:recipient`)}', 'my-care', 'You can take this back in writing.',
       (now() at time zone 'UTC')::date + 30, '${await sealed(name, `${consent}:signature`)}', now(), (now() at time zone 'UTC')::date, 'general', '2026-11',
       'en', (select body_hash from public.consent_texts), '${keyId}'
     )`,
  );
  return id;
}
let count = 0;
const reference = () => {
  const letters = '23456789CDFHJKMNPRTVWXY';
  const number = count++;
  const tail = [0, 1, 2].map((place) => letters[Math.floor(number / 23 ** place) % 23]).join('');
  return `KKKK-K${tail}`;
};

/** Every sealed text of a sign-up and what hangs on it, opened. */
async function openAll(id: string) {
  const [row] = await stack.database.query<Record<string, string>>(
    `select sign_up.sealed, sign_up.reply, note.id as note, note.sealed as note_sealed, consent.id as consent,
       patient_name, recipient, signature, array[sign_up.key_id, note.key_id, consent.key_id]::text as keys
     from public.sign_ups sign_up
     join public.sign_up_notes note on note.sign_up_id = sign_up.id
     join public.consents consent on consent.sign_up_id = sign_up.id
     where sign_up.id = '${id}'`,
  );
  const column = (name: string) => row?.[name] ?? '';
  return {
    keys: column('keys'),
    opened: [
      await unseal(column('sealed'), id),
      await unseal(column('reply'), `${id}:reply`),
      await unseal(column('note_sealed'), column('note')),
      await unseal(column('patient_name'), `${column('consent')}:patient-name`),
      await unseal(column('recipient'), `${column('consent')}:recipient`),
      await unseal(column('signature'), `${column('consent')}:signature`),
    ],
  };
}
const everythingOf = (name: string) => [
  words(name),
  `Dear ${name}`,
  { note: name },
  name,
  `Sister of ${name}`,
  name,
];

beforeEach(async () => {
  await stack.database.execute(
    'delete from public.consents; delete from public.sign_up_notes; delete from public.sign_ups',
  );
  use('k1');
});

describe('Keys changed twice', () => {
  test('leave every record open, and an old key that nothing needs', async () => {
    const people = ['Ana', 'نور', 'Bo'];
    const ids = [];
    for (const name of people) ids.push(await keep(name));

    use('k2', 'k1');
    const first = await rotateKeys(going);
    expect(first).toEqual({ resealed: 9, broken: 0, stopped: false });
    expect(reportOf(first, await keysInUse(), sealKeyIds())).toEqual({
      lines: [
        '9 records put under key "k2".',
        'Key "k2" is in use: 9 records.',
        'Key "k1" can be removed from INTAKE_KEYS: nothing needs it.',
      ],
      errors: [],
    });

    use('k3', 'k2');
    expect(await rotateKeys(going)).toMatchObject({ resealed: 9 });
    use('k3');
    for (const [index, name] of people.entries()) {
      expect(await openAll(ids[index] ?? '')).toEqual({
        keys: '{k3,k3,k3}',
        opened: everythingOf(name),
      });
    }
  });

  test('do nothing the second time with the same key', async () => {
    const id = await keep('Ana');
    use('k2', 'k1');
    await rotateKeys(going);
    const [before] = await stack.database.query(
      `select sealed, reply from public.sign_ups where id = '${id}'`,
    );
    expect(await rotateKeys(going)).toEqual({ resealed: 0, broken: 0, stopped: false });
    expect(
      await stack.database.query(`select sealed, reply from public.sign_ups where id = '${id}'`),
    ).toEqual([before]);
  });

  test('go through more records than one batch holds', async () => {
    use('k1');
    for (let person = 0; person < 101; person++) {
      const id = randomUUID();
      const { sealed } = await seal(words(`Person ${person}`), id);
      await stack.database.execute(
        `insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key)
         values ('${id}', '${reference()}', 'mentor', 'email', '${sealed}', 'k1', '${id}')`,
      );
    }
    use('k2', 'k1');
    expect(await rotateKeys(going)).toMatchObject({ resealed: 101 });
    expect(await keysInUse()).toEqual(new Map([['k2', 101]]));
  });
});

test('A change of keys that is stopped leaves every record whole, and the next run goes on', async () => {
  const ids = [await keep('Ana'), await keep('Bo'), await keep('Cy')];
  use('k2', 'k1');
  const stop = new AbortController();
  let done = 0;
  const stopped = await rotateKeys(stop.signal, () => ++done === 4 && stop.abort());
  expect(stopped).toEqual({ resealed: 4, broken: 0, stopped: true });
  expect(await keysInUse()).toEqual(
    new Map([
      ['k2', 4],
      ['k1', 5],
    ]),
  );
  expect((await openAll(ids[0] ?? '')).opened).toEqual(everythingOf('Ana'));
  expect(await rotateKeys(going)).toEqual({ resealed: 5, broken: 0, stopped: false });
  expect(await keysInUse()).toEqual(new Map([['k2', 9]]));
});

test('A key that is missing is named with what needs it, and the others go on', async () => {
  const lost = await keep('Ana');
  use('k2');
  const found = await keep('Bo');

  use('k3', 'k2');
  const rotation = await rotateKeys(going);
  expect(rotation).toEqual({ resealed: 3, broken: 0, stopped: false });
  const { errors } = reportOf(rotation, await keysInUse(), sealKeyIds());
  expect(errors).toEqual([
    'INTAKE_KEYS has no key "k1", and 3 records cannot be opened without it. Put it back, after the first, and run this again.',
  ]);
  await expect(openAll(lost)).rejects.toThrow('INTAKE_KEYS has no key "k1"');
  expect((await openAll(found)).opened).toEqual(everythingOf('Bo'));

  use('k3', 'k1');
  expect(await rotateKeys(going)).toMatchObject({ resealed: 3 });
  expect((await openAll(lost)).opened).toEqual(everythingOf('Ana'));
});

test('A text that was tampered with stays as it is, and is said', async () => {
  const id = await keep('Ana');
  await stack.database.execute(
    `update public.sign_ups set sealed = overlay(sealed placing 'AAAA' from length(sealed) - 10) where id = '${id}'`,
  );
  use('k2', 'k1');
  const rotation = await rotateKeys(going);
  expect(rotation).toEqual({ resealed: 2, broken: 1, stopped: false });
  expect(reportOf(rotation, await keysInUse(), sealKeyIds()).errors).toEqual([
    '1 record did not open with the key they name: they were changed or cut short. They stay as they are.',
  ]);
});

test('What a person changes while keys change is not written over', async () => {
  const id = await keep('Ana');
  use('k2', 'k1');
  const { database } = stack;
  const rotated = rotateKeys(going, () => {});
  const changed = changeReach(id, {
    contact: { channel: 'phone', value: '+13035550123', safeToLeaveMessage: false },
  });
  expect(await changed).toBe('changed');
  await rotated;
  await rotateKeys(going);
  const [row] = await database.query<{ sealed: string }>(
    `select sealed from public.sign_ups where id = '${id}'`,
  );
  expect(await unseal(row?.sealed ?? '', id)).toMatchObject({
    nameToUse: 'Ana',
    contact: { channel: 'phone', value: '+13035550123' },
  });
  expect(await keysInUse()).toEqual(new Map([['k2', 3]]));
});

test('What was read a moment ago and is something else by now is refused', async () => {
  const id = await keep('Ana');
  const answer = await stack.database.query<{ rotated: boolean }>(
    `select public.rotate_sign_up('${id}', '{"sealed":"a....","reply":null}', '{"sealed":"b....","reply":null}', 'k2') as rotated`,
  );
  expect(answer).toEqual([{ rotated: false }]);
});

test('What was taken back needs no key', async () => {
  const id = await keep('Ana');
  await withdrawSignUp(id);
  await stack.database.execute('delete from public.consents');
  expect(await keysInUse()).toEqual(new Map());
});
