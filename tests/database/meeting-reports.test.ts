import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  call,
  connect,
  sqlState,
  startRealPostgres,
  type Client,
  type FreshDatabase,
} from '../support/postgres.ts';

/** Settling reports as the people of the staff, on a real PostgreSQL: who may, what it does, and two at once. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;
const people = ['stranger', 'editor', 'clinician', 'coordinator', 'admin', 'deactivated'] as const;
type Person = (typeof people)[number];
const idOf = (person: Person) => `00000000-0000-4000-8000-00000000000${people.indexOf(person)}`;
const sessionOf = (person: Person) => `10000000-0000-4000-8000-00000000000${people.indexOf(person)}`;

beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  owner = database.owner;
  await owner.unsafe(`
    insert into auth.users (id, email) values ${people.map((who) => `('${idOf(who)}', '${who}@example.org')`).join(', ')};
    insert into auth.sessions (id, user_id, created_at)
      values ${people.map((who) => `('${sessionOf(who)}', '${idOf(who)}', '2026-11-20 08:00+00')`).join(', ')};
    insert into public.staff (user_id, email, display_name, role, active) values
      ${people
        .slice(1)
        .map(
          (who) =>
            `('${idOf(who)}', '${who}@example.org', 'The ${who}', '${who === 'deactivated' ? 'admin' : who}', ${who !== 'deactivated'})`,
        )
        .join(', ')};
    insert into public.meetings (slug, time_zone, name, fellowship, mode, day, start_time, address, latitude, longitude)
      values ('here', 'America/Denver', 'Here', 'aa', 'in-person', 2, '19:00', '1 Main Street', 40, -105)`);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});
beforeEach(() => owner.unsafe('delete from public.meeting_reports; delete from public.meeting_exceptions'));

let keys = 0;
async function newReport(kind: 'new' | 'correction' | 'closed' = 'correction'): Promise<string> {
  const [row] = await owner.unsafe<{ id: string }[]>(
    `insert into public.meeting_reports (kind, name, meeting_id, submission_key)
     select '${kind}', 'Porch light', case when '${kind}' <> 'new' then id end, 'key-${++keys}'
     from public.meetings where slug = 'here' returning id`,
  );
  return row?.id ?? '';
}

/** Lets a connection act as a person, as PostgREST does, for one transaction. */
const actAs = (client: Client, person: Person) =>
  client.unsafe(`
    set local role authenticated;
    select set_config('request.jwt.claims', '${JSON.stringify({ role: 'authenticated', sub: idOf(person), session_id: sessionOf(person) })}', true),
           set_config('request.jwt.claim.sub', '${idOf(person)}', true)`);

async function as<Answer>(
  person: Person,
  work: (client: Client) => Promise<Answer>,
  client = owner,
): Promise<Answer> {
  await client.unsafe('begin');
  try {
    await actAs(client, person);
    const answer = await work(client);
    await client.unsafe('commit');
    return answer;
  } catch (error) {
    await client.unsafe('rollback');
    throw error;
  }
}

interface Outcome {
  outcome: string;
  slug?: string;
  by?: string;
  status?: string;
}
const accept =
  (report: string, change: Record<string, unknown> = {}) =>
  (client: Client) =>
    call<Outcome>(client, 'public.accept_meeting_report($1, $2::text::jsonb)', [
      report,
      JSON.stringify(change),
    ]);
const decline = (report: string) => (client: Client) =>
  call<Outcome>(client, 'public.decline_meeting_report($1)', [report]);
const meeting = async (slug = 'here') =>
  (await owner.unsafe(`select * from public.meetings where slug = '${slug}'`))[0];
const statusOf = async (report: string) =>
  (
    await owner.unsafe(`select status, handled_by_name from public.meeting_reports where id = '${report}'`)
  )[0];

describe.each(['coordinator', 'admin'] as const)('A %s', (person) => {
  test('accepts a correction: what is taken changes, the rest stays, and the report says who it was', async () => {
    const report = await newReport();
    const values = { start_time: '19:30', location: 'Hall' };
    expect(await as(person, accept(report, { values, confirmed: true }))).toEqual({
      outcome: 'accepted',
      slug: 'here',
    });
    expect(await meeting()).toMatchObject({
      ...{ start_time: '19:30:00', location: 'Hall', address: '1 Main Street', latitude: 40, day: 2 },
      ...{ status: 'listed', confirmed_at: expect.any(Date) as Date },
    });
    expect(await statusOf(report)).toEqual({ status: 'accepted', handled_by_name: `The ${person}` });
  });

  test('declines one, which changes nothing on the list', async () => {
    const report = await newReport('closed');
    const before = await meeting();
    expect(await as(person, decline(report))).toEqual({ outcome: 'declined' });
    expect(await meeting()).toEqual(before);
    expect(await statusOf(report)).toEqual({ status: 'declined', handled_by_name: `The ${person}` });
  });

  test('makes a suggestion a listed meeting of the source for suggestions', async () => {
    const [first, second] = [await newReport('new'), await newReport('new')];
    const values = {
      name: 'Porch light',
      fellowship: 'na',
      mode: 'online',
      time_zone: 'America/Denver',
      day: 1,
      start_time: '19:00',
    };
    const slug = `porch-light-${person}`;
    expect(await as(person, accept(first, { values, slug }))).toEqual({ outcome: 'accepted', slug });
    expect(await meeting(slug)).toMatchObject({
      name: 'Porch light',
      status: 'listed',
      types: '{}',
      source_key: first,
    });
    // a name that is taken is said so, and nothing is settled
    expect(await sqlState(as(person, accept(second, { values, slug })))).toBe('23505');
    expect(await statusOf(second)).toMatchObject({ status: 'open' });
    expect(await as(person, accept(second, { values, slug: `${slug}-2` }))).toMatchObject({
      outcome: 'accepted',
    });
    expect(
      await owner.unsafe("select name from public.meeting_sources where slug = 'suggested'"),
    ).toHaveLength(1);
  });
});

test('one date on which it is closed stands beside the meeting, also when it was said before', async () => {
  const closing = { closedOn: '2026-12-24', note: 'Holiday' };
  await as('coordinator', accept(await newReport('closed'), closing));
  await as('admin', accept(await newReport('closed'), { ...closing, note: 'Christmas Eve' }));
  expect(await owner.unsafe('select on_date::text, note, moved_to from public.meeting_exceptions')).toEqual([
    { on_date: '2026-12-24', note: 'Christmas Eve', moved_to: null },
  ]);
});

test('closed for good takes it off the list, or shows it as paused', async () => {
  await as('coordinator', accept(await newReport('closed'), { listing: 'paused' }));
  expect(await meeting()).toMatchObject({ mode: 'paused', status: 'listed' });
  await as('coordinator', accept(await newReport('closed'), { listing: 'gone' }));
  expect(await meeting()).toMatchObject({ status: 'gone' });
  await owner.unsafe("update public.meetings set status = 'listed', mode = 'in-person' where slug = 'here'");
});

test('values that do not go together change nothing at all', async () => {
  const report = await newReport();
  const before = await meeting();
  expect(
    await sqlState(as('coordinator', accept(report, { values: { day: null }, closedOn: '2026-12-24' }))),
  ).toBe('23514');
  expect(await meeting()).toEqual(before);
  expect(await statusOf(report)).toMatchObject({ status: 'open' });
});

describe.each(['stranger', 'editor', 'clinician', 'deactivated'] as const)('For a %s', (person) => {
  test('there is no report: neither to accept nor to decline', async () => {
    const report = await newReport();
    const before = await meeting();
    expect(await as(person, accept(report, { values: { name: 'Mine' } }))).toEqual({ outcome: 'unknown' });
    expect(await as(person, decline(report))).toEqual({ outcome: 'unknown' });
    expect(await meeting()).toEqual(before);
    expect(await statusOf(report)).toMatchObject({ status: 'open' });
  });
});

test('a visitor may call neither, nor take a report past the limits of the service', async () => {
  const client = connect(database.url);
  await client.unsafe('set role anon');
  const report = await newReport();
  for (const work of [
    accept(report)(client),
    decline(report)(client),
    call(client, "public.create_meeting_report('{}')"),
    call(client, 'public.purge_meeting_reports(0, 0)'),
    call(client, 'public.staff_session()'),
  ])
    expect(await sqlState(work)).toBe('42501');
  await client.end({ timeout: 1 });
});

test('of two people at once the first is the one, and the second is told who it was', async () => {
  const [one, other] = [connect(database.url), connect(database.url)];
  const report = await newReport();
  await one.unsafe('begin');
  await actAs(one, 'coordinator');
  expect(await accept(report, { values: { name: 'Here, upstairs' } })(one)).toMatchObject({
    outcome: 'accepted',
  });

  let answered = false;
  const second = as('admin', decline(report), other).finally(() => (answered = true));
  // waits for the first, rather than deciding on what it saw before
  await expect
    .poll(
      async () =>
        (await owner.unsafe("select 1 from pg_stat_activity where wait_event_type = 'Lock'")).length,
    )
    .toBe(1);
  expect(answered).toBe(false);
  await one.unsafe('commit');
  expect(await second).toMatchObject({ outcome: 'handled', status: 'accepted', by: 'The coordinator' });
  expect((await meeting())?.['name']).toBe('Here, upstairs');
  await Promise.all([one.end({ timeout: 1 }), other.end({ timeout: 1 })]);
});

test('twenty presses at once of the same form by visitors are one report', async () => {
  const clients = await database.clients(20);
  const outcomes = await Promise.all(
    clients.map((client) =>
      call<Outcome>(client, 'public.create_meeting_report($1::text::jsonb)', [
        JSON.stringify({ kind: 'closed', slug: 'here', submission_key: 'one-press' }),
      ]),
    ),
  );
  expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'repeat')).toHaveLength(19);
});

describe('A staff session', () => {
  const who = (client: Client) =>
    client.unsafe<{ name: string; role: string; active: boolean; began_at: Date | null }[]>(
      'select * from public.staff_session()',
    );

  test('says who asks and since when, and nothing to a stranger', async () => {
    const [row] = await as('clinician', (client) => who(client));
    expect(row).toMatchObject({ name: 'The clinician', role: 'clinician', active: true });
    expect(row?.began_at?.toISOString()).toBe('2026-11-20T08:00:00.000Z');
    expect(await as('stranger', (client) => who(client))).toHaveLength(0);
    expect((await as('deactivated', (client) => who(client)))[0]).toMatchObject({ active: false });
  });

  test('has no beginning once it was ended, however fresh the token is', async () => {
    await owner.unsafe(`delete from auth.sessions where id = '${sessionOf('editor')}'`);
    expect((await as('editor', (client) => who(client)))[0]).toMatchObject({ active: true, began_at: null });
  });
});
