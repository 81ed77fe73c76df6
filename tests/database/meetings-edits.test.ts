import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importFeed } from '#meetings/import/import-feed.ts';
import { toImportRow } from '#meetings/rows.ts';
import { startRealPostgres, type FreshDatabase } from '../support/postgres.ts';

/** What staff write over a feed, on a real PostgreSQL, by role and token as PostgREST sets them. */

const people = {
  coordinator: '00000000-0000-4000-8000-000000000001',
  editor: '00000000-0000-4000-8000-000000000002',
};
type Person = keyof typeof people;

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
beforeEach(async () => {
  database = await postgres.freshDatabase();
  for (const [role, id] of Object.entries(people))
    await database.owner.unsafe(`
      insert into auth.users (id, email) values ('${id}', '${role}@example.org');
      insert into public.staff (user_id, email, display_name, role) values ('${id}', '${role}@example.org', 'X', '${role}')`);
  return () => database[Symbol.asyncDispose]();
});
afterAll(() => postgres.close());

const row = (slug: string, changes: Record<string, unknown> = {}) => ({
  ...{
    slug,
    name: `Meeting ${slug}`,
    day: 1,
    time: '19:00',
    address: '1 Elm St, Testville',
    notes: 'Front door.',
  },
  ...changes,
});

interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
  conflicts: { slug: string; name: string; field: string }[];
}

/** The nightly import, as the service makes it. */
async function feedSays(...rows: Record<string, unknown>[]): Promise<Counts> {
  const context = {
    format: 'meeting-guide',
    fellowship: 'aa',
    source: 'feed',
    timeZone: 'America/Denver',
  } as const;
  const meetings = importFeed(rows, context).data?.meetings ?? [];
  const source = {
    slug: 'feed',
    name: 'Feed',
    fellowship: 'aa',
    format: 'meeting-guide',
    time_zone: 'America/Denver',
  };
  const client = database.owner;
  await client.unsafe('set role service_role');
  const [answer] = await client.unsafe<{ counts: Counts }[]>(
    'select public.import_meetings($1::text::jsonb, $2::text::jsonb) as counts',
    [JSON.stringify({ ...source, allowShrink: true }), JSON.stringify(meetings.map(toImportRow))],
  );
  await client.unsafe('reset role');
  if (!answer) throw new Error('No answer');
  return answer.counts;
}

/** One statement of a signed-in person. */
async function as<Row>(person: Person, sql: string): Promise<Row[]> {
  const client = database.owner;
  await client.unsafe('begin');
  await client.unsafe(`
    set local role authenticated;
    set local timezone = 'Asia/Tokyo';
    select set_config('request.jwt.claims', '{"role": "authenticated", "sub": "${people[person]}"}', true),
           set_config('request.jwt.claim.sub', '${people[person]}', true)`);
  const rows = await client.unsafe(sql);
  await client.unsafe('commit');
  return [...rows] as Row[];
}

const staffWrite = (set: string, slug = 'feed-a') =>
  as('coordinator', `update public.meetings set ${set} where slug = '${slug}'`);
const meeting = async (slug = 'feed-a') =>
  (await database.owner.unsafe(`select * from public.meetings where slug = '${slug}'`))[0];
const edits = () =>
  database.owner.unsafe('select field, feed, conflict from public.meeting_edits order by field');
const conflicts = () =>
  as<Record<string, unknown>>(
    'coordinator',
    'select slug, field, ours, feed from public.meeting_conflicts()',
  );
const settle = (person: Person, field: string, takeFeed: boolean) =>
  as<{ settled: boolean }>(
    person,
    `select public.settle_meeting_conflict((select id from public.meetings where slug = 'feed-a'), '${field}', ${takeFeed}) as settled`,
  );

describe('what staff write over a feed', () => {
  test('stays when the feed changes something else, and the rest comes in', async () => {
    await feedSays(row('a'), row('b'));
    await staffWrite("notes = 'Side door.'");
    expect(await feedSays(row('a', { name: 'New name' }), row('b'))).toMatchObject({
      changed: 1,
      conflicts: [],
    });
    expect(await meeting()).toMatchObject({ notes: 'Side door.', name: 'New name' });
    expect(await edits()).toEqual([{ field: 'notes', feed: { notes: 'Front door.' }, conflict: null }]);
  });

  test('stays when the feed changes the same field, which is shown as a conflict until it is settled', async () => {
    await feedSays(row('a'));
    await staffWrite("notes = 'Side door.'");
    const counts = await feedSays(row('a', { notes: 'Back door.' }));
    expect(counts.conflicts).toEqual([{ slug: 'feed-a', name: 'Meeting a', field: 'notes' }]);
    expect((await meeting())?.['notes']).toBe('Side door.');
    expect(await conflicts()).toEqual([
      { slug: 'feed-a', field: 'notes', ours: { notes: 'Side door.' }, feed: { notes: 'Back door.' } },
    ]);
    // and again, with nothing new
    expect((await feedSays(row('a', { notes: 'Back door.' }))).conflicts).toHaveLength(1);
    expect((await meeting())?.['notes']).toBe('Side door.');
  });

  test('is no edit any more when the feed says the same', async () => {
    await feedSays(row('a'));
    await staffWrite("notes = 'Side door.'");
    await feedSays(row('a', { notes: 'Side door.' }));
    expect(await edits()).toEqual([]);
    await feedSays(row('a', { notes: 'Back door.' }));
    expect((await meeting())?.['notes']).toBe('Back door.');
  });

  test('is no edit any more when staff write what the feed says, and no conflict when the feed goes back', async () => {
    await feedSays(row('a'));
    await staffWrite("notes = 'Side door.'");
    await feedSays(row('a', { notes: 'Back door.' }));
    await feedSays(row('a'));
    expect(await conflicts()).toEqual([]);
    await staffWrite("notes = 'Front door.'");
    expect(await edits()).toEqual([]);
  });

  test('is one thing for day, time, zone and rhythm: no half of a moment comes from elsewhere', async () => {
    await feedSays(row('a'));
    await staffWrite("day = 2, start_time = '20:00', weeks_of_month = '{2,4}'");
    const counts = await feedSays(row('a', { day: null, time: null }));
    expect(counts.conflicts.map(({ field }) => field)).toEqual(['when']);
    expect(await meeting()).toMatchObject({ day: 2, start_time: '20:00:00', weeks_of_month: '{2,4}' });
    expect(await settle('coordinator', 'when', true)).toEqual([{ settled: true }]);
    expect(await meeting()).toMatchObject({ day: null, start_time: null, weeks_of_month: null });
  });

  test('covers what was taken out: an empty field stays empty', async () => {
    await feedSays(row('a', { group: 'The Smith Group' }));
    await staffWrite('group_name = null');
    await feedSays(row('a', { group: 'The Smith Group', name: 'New name' }));
    expect(await meeting()).toMatchObject({ group_name: null, name: 'New name' });
  });

  test('covers the listing: a meeting taken out stays out, one put back stays', async () => {
    await feedSays(row('a'), row('b'), row('c'));
    await staffWrite("status = 'gone'");
    await feedSays(row('a', { name: 'New name' }), row('b'), row('c'));
    expect((await meeting())?.['status']).toBe('gone');
    await feedSays(row('c'));
    await feedSays(row('a'), row('c'));
    expect((await meeting())?.['status']).toBe('gone');
    expect((await meeting('feed-b'))?.['status']).toBe('gone');
    await staffWrite("status = 'listed'", 'feed-b');
    await feedSays(row('a'), row('c'));
    expect((await meeting('feed-b'))?.['status']).toBe('listed');
    // the feed lists it again, so there is nothing to hold on to any more
    await feedSays(row('a'), row('b'), row('c'));
    await feedSays(row('a'), row('c'));
    expect((await meeting('feed-b'))?.['status']).toBe('gone');
    await staffWrite("status = 'listed'");
    await feedSays(row('c'));
    expect((await meeting())?.['status']).toBe('gone');
  });

  test('may be a word that somebody looked, which a feed does not take back', async () => {
    await feedSays(row('a', { updated: '2026-01-01 00:00:00' }));
    await staffWrite("confirmed_at = '2026-10-01T00:00:00Z'");
    await feedSays(row('a', { updated: '2026-02-01 00:00:00' }));
    expect((await meeting())?.['confirmed_at']).toEqual(new Date('2026-10-01T00:00:00Z'));
    expect(await edits()).toEqual([]);
  });

  test('is not noted for the program’s own groups, nor for what the service writes', async () => {
    await feedSays(row('a'));
    await database.owner.unsafe(
      "insert into public.meetings (slug, time_zone, name, fellowship, mode) values ('own', 'America/Denver', 'Own', 'alumni', 'online')",
    );
    await staffWrite("notes = 'New.'", 'own');
    await database.owner.unsafe("set role service_role; update public.meetings set notes = 'X'; reset role");
    expect(await edits()).toEqual([]);
  });
});

describe('settling a conflict', () => {
  beforeEach(async () => {
    await feedSays(row('a'));
    await staffWrite("notes = 'Side door.'");
    await feedSays(row('a', { notes: 'Back door.' }));
  });

  test('for ours keeps it, until the feed says something new once more', async () => {
    expect(await settle('coordinator', 'notes', false)).toEqual([{ settled: true }]);
    expect(await conflicts()).toEqual([]);
    expect((await feedSays(row('a', { notes: 'Back door.' }))).conflicts).toEqual([]);
    expect((await feedSays(row('a', { notes: 'Roof.' }))).conflicts).toHaveLength(1);
    expect((await meeting())?.['notes']).toBe('Side door.');
  });

  test('for the feed takes its words, from then on', async () => {
    expect(await settle('coordinator', 'notes', true)).toEqual([{ settled: true }]);
    expect((await meeting())?.['notes']).toBe('Back door.');
    expect(await edits()).toEqual([]);
    await feedSays(row('a', { notes: 'Roof.' }));
    expect((await meeting())?.['notes']).toBe('Roof.');
  });

  test('is for coordinators and admins; a field that is none, or has no conflict, is nothing to settle', async () => {
    expect(await settle('editor', 'notes', true)).toEqual([{ settled: false }]);
    expect(await as('editor', 'select * from public.meeting_conflicts()')).toEqual([]);
    for (const field of ['name', 'id', "x'' or true --"])
      expect(await settle('coordinator', field, true)).toEqual([{ settled: false }]);
    expect((await meeting())?.['notes']).toBe('Side door.');
  });

  test('a conflict ends with its meeting', async () => {
    await as('coordinator', "delete from public.meetings where slug = 'feed-a'");
    expect(await edits()).toEqual([]);
  });
});

describe('dates that are not as usual', () => {
  const own = (exceptions: unknown[]) => ({
    ...row('a', { timezone: 'America/Denver' }),
    onward: { version: 1, contacts: 'public', fellowship: 'aa', mode: 'in-person', types: [], exceptions },
  });
  const closed = (on: string, note: string | null = null) => ({ on, moved: null, note });
  const dates = async () =>
    (
      await database.owner.unsafe(
        'select on_date::text as on, note from public.meeting_exceptions order by 1',
      )
    ).map(({ on, note }) => [on, note] as unknown[]);

  test('come with a feed of this software, and go with it; what staff say of a date stands', async () => {
    await feedSays(own([closed('2026-12-24'), closed('2026-12-31', 'New Year')]));
    expect(await dates()).toEqual([
      ['2026-12-24', null],
      ['2026-12-31', 'New Year'],
    ]);
    await as(
      'coordinator',
      "update public.meeting_exceptions set note = 'Ours' where on_date = '2026-12-24'",
    );
    await feedSays(own([closed('2026-12-24', 'Theirs'), closed('2027-01-01')]));
    expect(await dates()).toEqual([
      ['2026-12-24', 'Ours'],
      ['2027-01-01', null],
    ]);
  });
});
