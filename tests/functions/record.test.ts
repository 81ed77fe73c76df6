import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventForStaff, hasGuest, openGuest, openGuests } from '#events/guests/guest-list.ts';
import { type OnwardDatabase } from '#platform/database.ts';
import { openReport, openReports } from '#meetings/reports/moderation.ts';
import { recordPage, recordPeople, takeRecord, type RecordLine } from '#staff/record/record.ts';
import type { RecordFilter } from '#staff/record/record-filter.ts';
import { subjectsOfLines } from '#staff/record/subjects.ts';
import { sentenceOf } from '#staff/record/words.ts';
import type { StaffRole } from '#staff/member.ts';
import { actionWords } from '#step-down/intake/log-words.ts';
import { openRecord } from '#step-down/intake/record.ts';
import { signUpRequest } from '#step-down/schema.ts';
import { createSignUp } from '#step-down/sign-ups.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The record as staff read it, each as themselves, against a database that answers as the hosted one does. */

const timeZone = 'America/Denver';
let stack: TestStack;
let people: Record<'coordinator' | 'clinician' | 'admin', OnwardDatabase>;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  people = {
    coordinator: await staffClient(stack, 'coordinator'),
    clinician: await staffClient(stack, 'clinician'),
    admin: await staffClient(stack, 'admin'),
  };
});
afterAll(() => stack.close());

async function one<Row>(sql: string): Promise<Row> {
  const [row] = await stack.database.query<Row>(sql);
  if (!row) throw new Error(`Nothing is seeded for: ${sql}`);
  return row;
}
interface Lined {
  id: string;
  slug: string;
  title: string;
  rsvp: string;
  name: string;
}
/** A seeded event, with two more who wait for a seat; the second of them. */
async function lined(): Promise<Lined> {
  const event = await one<Omit<Lined, 'rsvp' | 'name'> & { pool_id: string }>(
    "select id, slug, title, pool_id from public.events where status = 'published' and ends_at > now() limit 1",
  );
  const [first, rsvp] = [randomUUID(), randomUUID()];
  for (const id of [first, rsvp]) {
    await stack.database.execute(`
      insert into public.places (id, pool_id, party_size, status) values ('${id}', '${event.pool_id}', 1, 'waiting');
      insert into public.rsvps (id, event_id, place_id, name, email, food)
      values ('${id}', '${event.id}', '${id}', 'Plantedname ${id}', '${id}@example.org', 'none')`);
  }
  return { ...event, rsvp, name: `Plantedname ${rsvp}` };
}

const page = (role: keyof typeof people, filter: RecordFilter = {}) =>
  recordPage(people[role], filter, timeZone);
async function sentences(role: keyof typeof people & StaffRole, lines: RecordLine[]): Promise<string[]> {
  const about = await subjectsOfLines(people[role], role, lines);
  return lines.map((line) => {
    const { did, about: what } = sentenceOf(line, about(line), actionWords);
    return `${line.staff_name} ${did} ${what.label}`;
  });
}

describe('A guest list', () => {
  test('that is opened is a line with the event’s name and no guest’s', async () => {
    const { slug, title, name } = await lined();
    const event = await eventForStaff(people.coordinator, slug);
    if (!event) throw new Error('gone');
    const { guests } = await openGuests(people.coordinator, event, 'list');
    expect(guests.map((guest) => guest.name)).toContain(name);
    const { lines } = await page('coordinator', { about: event.id });
    expect(await sentences('coordinator', lines.slice(0, 1))).toEqual([
      `Coordinator opened the guest list of “${title}”`,
    ]);
    expect(lines[0]).toMatchObject({ action: 'list', detail: String(guests.length), page: null });
    expect(JSON.stringify(lines)).not.toContain(name);
  });

  test('gives one guest with who stands before them, and the line says of which event', async () => {
    const { id, rsvp, title, slug } = await lined();
    expect(await hasGuest(people.coordinator, { id }, rsvp)).toBe(true);
    expect(await hasGuest(people.coordinator, { id }, randomUUID())).toBe(false);
    const opened = await openGuest(people.coordinator, { id }, rsvp);
    expect(opened?.guest).toMatchObject({ id: rsvp, standing: 'waiting' });
    expect(opened?.ahead).toHaveLength((opened?.guest.position ?? 0) - 1);
    for (const other of opened?.ahead ?? [])
      expect(other).toMatchObject({ email: null, phone: null, food: null });
    const { lines } = await page('coordinator', { about: rsvp });
    const about = await subjectsOfLines(people.coordinator, 'coordinator', lines);
    expect(lines[0] && about(lines[0])).toEqual({
      label: `“${title}”`,
      href: `/staff/events/${slug}/guests/`,
    });
    expect((await page('coordinator', { about: id, subject: 'guest' })).lines[0]).toMatchObject({
      subject_id: rsvp,
    });
  });

  test('at the door hands out no contact and no words', async () => {
    const { id } = await lined();
    const { guests } = await openGuests(people.coordinator, { id }, 'door');
    expect(guests.length).toBeGreaterThan(0);
    for (const guest of guests) {
      expect(guest).toMatchObject({ email: null, phone: null, accessNeeds: null, food: null, answers: {} });
    }
  });
});

test('a report is listed without its contact; opened, it has it and is a line', async () => {
  const id = randomUUID();
  await stack.database.execute(`
    insert into public.meeting_reports (id, kind, name, contact, submission_key)
    values ('${id}', 'new', 'Porch light', 'ana@example.org', '${id}')`);
  const { reports } = await openReports(people.coordinator);
  expect(reports.map((report) => report.id)).toContain(id);
  expect(JSON.stringify(reports)).not.toContain('ana@example.org');
  expect(await openReport(people.coordinator, id)).toMatchObject({
    contact: 'ana@example.org',
    meeting: null,
  });
  expect(await openReport(people.coordinator, randomUUID())).toBeNull();
  const { lines } = await page('coordinator', { subject: 'report', about: id });
  expect(await sentences('coordinator', lines)).toEqual(['Coordinator opened a report about “Porch light”']);
});

describe('The record', () => {
  test('shows each what is about their work', async () => {
    const made = await createSignUp(
      signUpRequest.parse({
        ...{ kind: 'program', program: 'evenings', nameToUse: 'Wilhelmina' },
        contact: { channel: 'phone', value: '303-555-0161', safeToLeaveMessage: false },
      }),
    );
    if (made.outcome !== 'created') throw new Error(made.outcome);
    const id = made.signUp;
    await openRecord(people.clinician, id);
    const { reference } = await one<{ reference: string }>(
      `select reference from public.sign_ups where id = '${id}'`,
    );
    const { lines } = await page('clinician', { about: id });
    expect((await sentences('clinician', lines))[0]).toBe(`Clinician opened it: request ${reference}`);
    expect((await page('coordinator', { about: id })).lines).toEqual([]);
    expect((await page('admin', { about: id })).lines).toHaveLength(lines.length);
    expect((await recordPeople(people.clinician)).map(({ name }) => name)).not.toContain('Coordinator');
  });

  test('says of what is deleted that it is', async () => {
    const event = randomUUID();
    await stack.database.execute(`
      insert into public.audit_log (staff_name, action, subject, subject_id, detail)
      values ('Somebody', 'read', 'guest', '${randomUUID()}', '${event}')`);
    const { lines } = await page('admin', { about: event });
    expect(await sentences('admin', lines)).toEqual([
      'Somebody opened the answer of a guest of an event that is deleted',
    ]);
  });

  test('pages by its lines: each once, none left out, whatever is added meanwhile', async () => {
    const about = randomUUID();
    const add = (count: number) =>
      stack.database.execute(`
        insert into public.audit_log (staff_name, action, subject, subject_id)
        select 'Somebody', 'read', 'report', '${about}' from generate_series(1, ${count})`);
    await add(120);
    const seen: number[] = [];
    let before: number | undefined;
    for (let asked = 0; asked < 5; asked++) {
      const { lines, older } = await page('coordinator', { about, before });
      seen.push(...lines.map(({ id }) => id));
      before = lines.at(-1)?.id;
      await add(3);
      if (!older) break;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  test('is chosen from by who, what was done and when', async () => {
    const about = randomUUID();
    await stack.database.execute(`
      insert into public.audit_log (at, staff_name, action, subject, subject_id) values
        ('2026-01-05T06:59:00Z', 'Ana', 'read', 'event', '${about}'),
        ('2026-01-05T07:00:00Z', 'Ana', 'export', 'event', '${about}'),
        ('2026-01-06T06:59:00Z', 'Ana', 'changed', 'event', '${about}'),
        ('2026-01-06T07:00:00Z', 'Ana', 'door', 'event', '${about}')`);
    const actions = async (filter: RecordFilter) =>
      (await page('admin', { about, ...filter })).lines.map(({ action }) => action);
    expect(await actions({ from: '2026-01-05', to: '2026-01-05' })).toEqual(['changed', 'export']);
    expect(await actions({ did: 'looked' })).toEqual(['door', 'read']);
    expect(await actions({ did: 'taken' })).toEqual(['export']);
    expect(await actions({ did: 'changed' })).toEqual(['changed']);
    expect(await actions({ staff: randomUUID() })).toEqual([]);
  });

  test('can be taken away, and that is a line that admins see', async () => {
    const taken = await takeRecord(people.coordinator, { subject: 'event' }, timeZone);
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken.map(({ subject }) => subject))).toEqual(new Set(['event']));
    const { lines } = await page('admin', { subject: 'everything' });
    expect(lines[0]).toMatchObject({ staff_name: 'Coordinator', action: 'export', detail: 'record' });
    expect((await page('coordinator', { subject: 'everything' })).lines).toEqual([]);
  });
});
