import { parse } from 'csv-parse/sync';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#platform/clock.ts';
import { publicDatabase, type OnwardDatabase } from '#platform/database.ts';
import { environment, setEnvironment } from '#platform/environment.ts';
import { disclosureNotice } from '#platform/part-2-notice.ts';
import { copyLines, copyScope, copyTable } from '#step-down/intake/copy.ts';
import { copyForm } from '#step-down/intake/copy-form.ts';
import { doneSentence, hindrance } from '#step-down/intake/done-words.ts';
import { openOffers } from '#step-down/intake/open-groups.ts';
import { intakePeople, type IntakePerson } from '#step-down/intake/people.ts';
import {
  endedRequests,
  findByReference,
  requestById,
  requestsInProgress,
  waitingRequests,
} from '#step-down/intake/queue.ts';
import { act, type Done } from '#step-down/intake/record-actions.ts';
import { recordForm } from '#step-down/intake/record-form.ts';
import { openRecord } from '#step-down/intake/record.ts';
import { waitingFor, waitingNow } from '#step-down/intake/waiting.ts';
import { signUpRequest } from '#step-down/schema.ts';
import { openReply } from '#step-down/sealed-texts.ts';
import { createSignUp } from '#step-down/sign-ups.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What clinicians and admins do with requests, as themselves, and what nobody else can. */

let stack: TestStack;
let clinician: OnwardDatabase;
let admin: OnwardDatabase;
let others: Record<string, OnwardDatabase>;
let people: IntakePerson[];
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  clinician = await staffClient(stack, 'clinician');
  admin = await staffClient(stack, 'admin');
  others = {
    coordinator: await staffClient(stack, 'coordinator'),
    editor: await staffClient(stack, 'editor'),
    nobody: publicDatabase(),
  };
  people = await intakePeople(clinician);
});
afterAll(() => stack.close());

const planted = { name: 'Wilhelmina Plantedname', note: 'planted words', needs: 'planted ramp' };
let phones = 100;
async function asked(more: Record<string, unknown> = {}): Promise<string> {
  const request = signUpRequest.parse({
    kind: 'program',
    program: 'evenings',
    nameToUse: planted.name,
    contact: { channel: 'phone', value: `303-555-0${++phones}`, safeToLeaveMessage: false },
    note: planted.note,
    accessNeeds: planted.needs,
    ...more,
  });
  const made = await createSignUp(request);
  if (made.outcome !== 'created') throw new Error(made.outcome);
  return made.signUp;
}

const lookLines = async (id: string) =>
  (
    await stack.database.query<{ action: string; staff_name: string; detail: string | null }>(
      `select action, staff_name, detail from public.audit_log where subject_id = '${id}' order by id`,
    )
  ).map(({ action, staff_name: by, detail }) => [by, action, ...(detail ? [detail] : [])].join(' '));
const does = (id: string, typed: Record<string, unknown>, database = clinician) =>
  act(database, id, recordForm.parse(typed), people);
const said = (done: Done) => doneSentence(done) ?? hindrance(done);
const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? '';

describe('The queue', () => {
  test('holds who waits, the first who asked first, and nothing that tells who they are', async () => {
    const [late, early] = [await asked(), await asked({ kind: 'mentor', program: undefined })];
    await stack.database.query(
      `update public.sign_ups set asked_at = now() - interval '9 days' where id = '${early}'`,
    );
    const { requests, count } = await waitingRequests(clinician);
    expect(count).toBe(requests.length);
    expect(requests[0]).toMatchObject({ id: early, kind: 'mentor', status: 'received', owner_id: null });
    expect(requests.map(({ id }) => id)).toContain(late);
    expect(JSON.stringify(requests)).not.toMatch(/planted|555|sealed|contact_key/i);
    expect((await waitingRequests(clinician, { kind: 'mentor' })).requests.map(({ id }) => id)).toEqual([
      early,
    ]);
    const figures = await waitingFor(clinician);
    expect(figures).toEqual(await waitingNow());
    expect(figures).toMatchObject({ waiting: count, late: 1, oldestAskedAt: requests[0]?.asked_at });
    expect(await waitingNow(() => instant('2099-01-01T00:00Z'))).toMatchObject({ late: count });
  });

  test('is found by the reference as somebody says it', async () => {
    const id = await asked();
    const { reference } = (await requestById(clinician, id)) ?? { reference: '' };
    for (const spoken of [reference, reference.toLowerCase(), ` ${reference.replace('-', ' ')} `]) {
      expect(await findByReference(clinician, spoken)).toBe(id);
    }
    expect(await findByReference(clinician, 'AAAA-0000')).toBeNull();
    expect(await requestById(clinician, 'not an id')).toBeNull();
  });

  test('does not hold check-ins that run by themselves, until one is due', async () => {
    const id = await asked({ kind: 'check-ins', program: undefined });
    const lists = [await waitingRequests(clinician), await requestsInProgress(clinician)];
    expect(lists.flatMap(({ requests }) => requests).map((request) => request.id)).not.toContain(id);
  });
});

describe('Opening', () => {
  test('shows what is sealed and writes exactly one line each time', async () => {
    const id = await asked();
    expect(await lookLines(id)).toEqual([]);
    const record = await openRecord(clinician, id);
    expect(record?.words).toMatchObject({ value: { nameToUse: planted.name, note: planted.note } });
    expect(await lookLines(id)).toEqual(['Clinician read']);
    expect(record?.log).toHaveLength(1);
    expect((await requestById(clinician, id))?.status).toBe('read');
    await openRecord(admin, id);
    expect(await lookLines(id)).toEqual(['Clinician read', 'Admin read']);
  });

  test('a copy is written down as one, with what it is for', async () => {
    const id = await asked();
    await openRecord(clinician, id, 'own-request');
    expect(await lookLines(id)).toEqual(['Clinician export own-request']);
  });

  test.each(['coordinator', 'editor', 'nobody'])('gives %s nothing, and changes nothing', async (role) => {
    const id = await asked();
    const database = others[role] as OnwardDatabase;
    const refused = { code: '42501' };
    for (const answer of [
      await database.rpc('open_sign_up', { p_sign_up: id }),
      await database.rpc('intake_people'),
      await database.rpc('assign_sign_up', { p_sign_up: id, p_to: idOf('Clinician') }),
      await database.rpc('set_sign_up_status', { p_sign_up: id, p_status: 'contacted' }),
      await database.rpc('decline_sign_up', { p_sign_up: id }),
      await database.rpc('hold_seat', { p_sign_up: id, p_cohort: 'evenings-birch' }),
      await database.rpc('note_sign_up', {
        ...{ p_sign_up: id, p_note: randomUUID(), p_sealed: 'a.b.c.d.e', p_key_id: 'k' },
      }),
    ]) {
      expect(answer.error).toMatchObject(refused);
    }
    for (const table of ['sign_ups', 'audit_log'] as const) {
      const { data } = await database.from(table).select('id');
      expect(data ?? []).toEqual([]);
    }
    expect(await lookLines(id)).toEqual([]);
    expect((await requestById(clinician, id))?.status).toBe('received');
  });

  test('hands out no note past the function that writes the look down', async () => {
    const id = await asked();
    await does(id, { action: 'note', noteId: randomUUID(), note: 'Rang once' });
    const { data } = await clinician.from('sign_up_notes').select('id');
    expect(data ?? []).toEqual([]);
  });

  test('without the key everything else is there, and the key is named', async () => {
    const id = await asked();
    await does(id, { action: 'note', noteId: randomUUID(), note: 'Rang twice' });
    const keys = environment().INTAKE_KEYS;
    const k = Buffer.alloc(32, 1).toString('base64url');
    setEnvironment({ INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'new', k }] }) });
    const record = await openRecord(clinician, id).finally(() =>
      setEnvironment({ INTAKE_KEYS: JSON.stringify(keys) }),
    );
    expect(record?.words).toEqual({ sealedUnder: 'test-1' });
    expect(record?.notes.map(({ text }) => text)).toEqual([{ sealedUnder: 'test-1' }]);
    expect(record?.program).toBe('Evening intensive outpatient');
  });
});

describe('What is done with a request', () => {
  test('one takes it on, and who comes second is told who was faster', async () => {
    const id = await asked();
    expect(said(await does(id, { action: 'claim', from: '' }))).toBe('It is yours now.');
    const late = await act(
      admin,
      id,
      recordForm.parse({ action: 'claim', from: '' }),
      await intakePeople(admin),
    );
    expect(said(late)).toBe('Clinician was faster and has it now. Nothing was changed');
    expect(
      (await waitingRequests(clinician, { owner: idOf('Clinician') })).requests.map((one) => one.id),
    ).toEqual([id]);
    expect(said(await does(id, { action: 'assign', from: idOf('Clinician'), to: idOf('Admin') }))).toBe(
      'Passed on. Tell your colleague.',
    );
    expect(said(await does(id, { action: 'release', from: idOf('Clinician') }))).toMatch(/^Admin was faster/);
    expect(said(await does(id, { action: 'release', from: idOf('Admin') }))).toMatch(/^Given back/);
    expect(await lookLines(id)).toEqual(['Clinician claim', 'Clinician assign', 'Clinician release']);
  });

  test('a note sent twice is one note, sealed, and read again by a colleague', async () => {
    const id = await asked();
    const note = { action: 'note', noteId: randomUUID(), note: 'Prefers mornings after all' };
    await does(id, note);
    expect(said(await does(id, note))).toBe('The note is kept, sealed.');
    const rows = await stack.database.query('select * from public.sign_up_notes');
    expect(JSON.stringify(rows)).not.toContain('mornings');
    expect((await openRecord(admin, id))?.notes).toMatchObject([
      { by: 'Clinician', text: { value: 'Prefers mornings after all' } },
    ]);
  });

  test('a seat is held, or a place in line where it is full, once', async () => {
    const [first, second] = [await asked(), await asked()];
    await stack.database.query(`update public.seat_pools set capacity = seats_taken + 1
      where id = (select pool_id from public.cohorts where slug = 'evenings-birch')`);
    const offered = async () =>
      (await openOffers()).groups.find(({ value }) => value === 'evenings-birch')?.label ?? '';
    expect(await offered()).toContain('(1 seat left)');
    const hold = { action: 'hold', cohort: 'evenings-birch' };
    expect(said(await does(first, hold))).toMatch(/^A seat is held/);
    expect(said(await does(first, hold))).toMatch(/^They have a place in this group already/);
    expect(await offered()).toContain('(full, they would be first in line)');
    expect(said(await does(second, hold))).toMatch(/^The group is full, so they are on its waiting list/);
    expect(await openRecord(clinician, second)).toMatchObject({ place: 'waiting', position: 1 });
    expect(await offered()).toContain('(full, they would be number 2 in line)');
  });

  test('what is closed leaves the queue, stays closed, and can still be read', async () => {
    const id = await asked();
    expect(said(await does(id, { action: 'status', standing: 'contacted' }))).toBe('Saved where it stands.');
    const ids = async (list: typeof waitingRequests) => (await list(clinician)).requests.map((one) => one.id);
    expect(await ids(waitingRequests)).not.toContain(id);
    expect(await ids(requestsInProgress)).toContain(id);
    await does(id, { action: 'status', standing: 'answered' });
    expect(await ids(requestsInProgress)).not.toContain(id);
    expect((await endedRequests(clinician)).requests[0]).toMatchObject({ id, closed_why: 'answered' });
    for (const action of [
      { action: 'status', standing: 'contacted' },
      { action: 'claim', from: '' },
      { action: 'hold', cohort: 'evenings-birch' },
      { action: 'decline', reply: 'No.' },
    ]) {
      expect(said(await does(id, action))).toBe('This request ended meanwhile. Nothing was changed');
    }
    expect((await openRecord(clinician, id))?.words).toHaveProperty('value');
  });

  test('a kind no is sealed for the person, with what may fit instead', async () => {
    const id = await asked();
    const reply = 'We have no room now, and we are glad you asked.';
    expect(said(await does(id, { action: 'decline', reply, alternatives: ['circle', 'mornings'] }))).toMatch(
      /^Declined/,
    );
    const [row] = await stack.database.query<{ reply: string; alternatives: string[] }>(
      `select reply, alternatives from public.sign_ups where id = '${id}'`,
    );
    expect(row?.reply).not.toContain('room');
    expect(await openReply(row?.reply ?? '', id)).toBe(reply);
    const record = await openRecord(clinician, id);
    expect(record).toMatchObject({
      closed_why: 'declined',
      alternatives: ['mornings', 'circle'],
      reply: { value: reply },
    });
  });

  test('what has no words, or is too long, is asked for again', () => {
    for (const typed of [
      { action: 'note', noteId: randomUUID(), note: '  ' },
      { action: 'note', noteId: randomUUID(), note: 'x'.repeat(3001) },
      { action: 'decline', reply: '' },
      { action: 'decline', reply: 'No.', alternatives: Array.from({ length: 7 }, (_, n) => `p${n}`) },
      { action: 'status', standing: 'declined' },
      { action: 'hold' },
      { action: 'assign', from: '', to: '' },
      { action: 'forget' },
    ]) {
      expect(recordForm.safeParse(typed).success, JSON.stringify(typed).slice(0, 80)).toBe(false);
    }
  });
});

describe('A copy', () => {
  const request = copyForm.parse({ purpose: 'own-request', scope: '=their own papers' });
  const scope = copyScope(request, { by: 'Clinician', at: '2026-11-23T18:00:00Z' }, 'America/Denver');

  test('says the notice of 2024 and what it is for before anything else, and holds no formula', async () => {
    const id = await asked({ note: '=HYPERLINK("https://example.org")' });
    const record = await openRecord(clinician, id, 'own-request');
    if (!record) throw new Error('It is gone');
    const table = parse(copyTable(scope, copyLines(record, request, 'America/Denver')), {
      bom: true,
    }) as string[][];
    expect(table[0]).toEqual(['Notice', disclosureNotice]);
    expect(table[1]).toEqual(['What this copy is for', "'=their own papers"]);
    expect(table).toContainEqual(['Taken', 'Clinician, November 23, 2026 at 11:00 AM']);
    expect(table).toContainEqual(['Name to use', planted.name]);
    expect(table).toContainEqual(['What they wrote', `'=HYPERLINK("https://example.org")`]);
  });

  test('has the notes of staff only where they were asked for', async () => {
    const id = await asked();
    await does(id, { action: 'note', noteId: randomUUID(), note: 'Among ourselves' });
    const record = await openRecord(clinician, id);
    if (!record) throw new Error('It is gone');
    const words = (notes: boolean) => JSON.stringify(copyLines(record, { ...request, notes }, 'UTC'));
    expect(words(false)).not.toContain('Among ourselves');
    expect(words(true)).toContain('Among ourselves');
  });
});
