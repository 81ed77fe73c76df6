import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFeed } from '#meetings/import/import-feed.ts';
import type { ImportedMeeting } from '#meetings/schema.ts';
import { listedMeeting, listedMeetings, storeImport, type MeetingSource } from '#meetings/store.ts';
import { meetingConflicts, settleConflict } from '#meetings/sync/conflicts.ts';
import { publicDatabase, serviceDatabase } from '#platform/database.ts';
import type { EmbeddedSupabase } from '../../local/database/supabase.ts';
import { anyFeed } from '../support/any-feed.ts';
import { meetingsDatabase } from './meetings-database.ts';

let database: EmbeddedSupabase;
let granted: Record<string, boolean> | undefined;
beforeAll(async () => {
  database = await meetingsDatabase({ seeded: false });
  // The embedded API grants every table to every role at its first request, so this is asked before.
  [granted] = await database.query<Record<string, boolean>>(`
    select has_column_privilege('anon', 'public.meeting_sources', 'url', 'select') as address,
      has_column_privilege('anon', 'public.meeting_sources', 'name', 'select') as name,
      has_table_privilege('anon', 'public.meetings', 'insert, update, delete') as change,
      has_function_privilege('anon', 'public.import_meetings(jsonb, jsonb)', 'execute') as import`);
}, 60_000);
afterAll(() => database.close());

const source = (slug: string): MeetingSource => ({
  ...{ slug, name: `Feed ${slug}`, fellowship: 'aa', format: 'meeting-guide', timeZone: 'America/Denver' },
  url: 'https://feed.example/?key=secret',
});

function read(slug: string, rows: Record<string, unknown>[]): ImportedMeeting[] {
  const context = {
    format: 'meeting-guide',
    fellowship: 'aa',
    source: slug,
    timeZone: 'America/Denver',
  } as const;
  return importFeed(rows, context).data?.meetings ?? [];
}

const row = (number: number, changes: Record<string, unknown> = {}) => ({
  ...{
    slug: `m${number}`,
    name: `Meeting ${number}`,
    day: number % 7,
    time: '19:00',
    address: '1 Elm St, Testville',
  },
  ...changes,
});
const four = [row(1), row(2), row(3), row(4)];
const store = async (slug: string, rows: Record<string, unknown>[], allowShrink = false) =>
  (await storeImport(serviceDatabase(), source(slug), read(slug, rows), allowShrink)).data;

describe('bringing a feed in', () => {
  test('new meetings are added, and the same feed again changes nothing', async () => {
    expect(await store('twice', four)).toEqual({
      added: 4,
      changed: 0,
      unchanged: 0,
      gone: 0,
      conflicts: [],
    });
    const before = await database.query(
      "select * from public.meetings where slug like 'twice-%' order by slug",
    );
    expect(await store('twice', four)).toEqual({
      added: 0,
      changed: 0,
      unchanged: 4,
      gone: 0,
      conflicts: [],
    });
    expect(
      await database.query("select * from public.meetings where slug like 'twice-%' order by slug"),
    ).toEqual(before);
  });

  test('only what differs is written; what vanishes is gone, and comes back with the feed', async () => {
    await store('moves', four);
    const changed = [row(1, { time: '20:00' }), row(2), row(3)];
    expect(await store('moves', changed)).toEqual({
      added: 0,
      changed: 1,
      unchanged: 2,
      gone: 1,
      conflicts: [],
    });
    expect((await listedMeeting(publicDatabase(), 'moves-m1'))?.startTime).toBe('20:00');
    expect(await listedMeeting(publicDatabase(), 'moves-m4')).toBeNull();
    expect(await store('moves', four)).toEqual({
      added: 0,
      changed: 2,
      unchanged: 2,
      gone: 0,
      conflicts: [],
    });
    expect(await listedMeeting(publicDatabase(), 'moves-m4')).not.toBeNull();
  });

  test('a feed that lost more than half is refused and nothing changes, unless it is allowed', async () => {
    await store('shrinks', four);
    const { data, error } = await storeImport(
      serviceDatabase(),
      source('shrinks'),
      read('shrinks', [row(1)]),
    );
    expect(data).toBeNull();
    expect(error?.code).toBe('shrunk');
    expect(await listedMeeting(publicDatabase(), 'shrinks-m4')).not.toBeNull();
    expect(await store('shrinks', [row(1)], true)).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
      gone: 3,
      conflicts: [],
    });
  });

  test('two sources that want one address both get one', async () => {
    const [meeting] = read('first', [row(1)]);
    if (!meeting) throw new Error('The row was not read.');
    await storeImport(serviceDatabase(), source('first'), [meeting]);
    await storeImport(serviceDatabase(), source('second'), [meeting]);
    const taken = await database.query<{ slug: string }>(
      "select slug from public.meetings where slug like 'first-m1%'",
    );
    expect(taken).toHaveLength(2);
  });

  test('what staff correct stands until the feed itself says something new', async () => {
    await store('staff', four);
    await database.execute("update public.meetings set notes = 'Side door.' where slug = 'staff-m1'");
    await store('staff', four);
    expect((await listedMeeting(publicDatabase(), 'staff-m1'))?.notes).toBe('Side door.');
  });

  test('more than a thousand meetings are all listed', async () => {
    const many = Array.from({ length: 1203 }, (_, index) => row(index));
    expect(await store('many', many)).toMatchObject({ added: 1203 });
    const listed = await listedMeetings(publicDatabase());
    expect(listed.filter(({ source: from }) => from?.name === 'Feed many')).toHaveLength(1203);
  });
});

test('whatever the importer keeps of whatever feed, the database takes', async () => {
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(anyFeed, fc.constantFrom('meeting-guide', 'bmlt'), async (feed, format) => {
      const context = { format, fellowship: 'aa', source: 'any', timeZone: 'America/Denver' } as const;
      const meetings = importFeed(feed, context).data?.meetings ?? [];
      if (meetings.length === 0) return;
      stored += meetings.length;
      expect((await storeImport(serviceDatabase(), source('any'), meetings, true)).error).toBeNull();
    }),
    { numRuns: 1000 },
  );
  expect(stored).toBeGreaterThan(150);
}, 180_000);

describe('what staff wrote', () => {
  test('is told with the import, read as conflicts, and settled', async () => {
    await store('mine', four);
    await database.execute(`
      insert into public.meeting_edits (meeting_id, field, feed)
        select id, 'notes', '{"notes": null}' from public.meetings where slug = 'mine-m1';
      update public.meetings set notes = 'Side door.' where slug = 'mine-m1'`);
    const counts = await store('mine', [row(1, { notes: 'Back door.' }), ...four.slice(1)]);
    expect(counts?.conflicts).toEqual([{ slug: 'mine-m1', name: 'Meeting 1', field: 'notes' }]);
    const [conflict, ...others] = await meetingConflicts(serviceDatabase());
    expect(others).toEqual([]);
    if (!conflict) throw new Error('There is no conflict.');
    expect(conflict).toMatchObject({
      ...{ meetingSlug: 'mine-m1', meetingName: 'Meeting 1', field: 'notes' },
      ...{ ours: { notes: 'Side door.' }, feed: { notes: 'Back door.' } },
    });
    expect(Date.parse(conflict.since)).not.toBeNaN();
    expect(await settleConflict(serviceDatabase(), conflict, 'feed')).toBe(true);
    expect((await listedMeeting(publicDatabase(), 'mine-m1'))?.notes).toBe('Back door.');
    expect(await settleConflict(serviceDatabase(), conflict, 'ours')).toBe(false);
    expect(await meetingConflicts(serviceDatabase())).toEqual([]);
  });
});

describe('ten thousand meetings', () => {
  test('are stored in seconds, and so are the same ones again and all of them changed', async () => {
    const patient = serviceDatabase({ timeLimit: 60_000 });
    const seconds = async (note: string) => {
      const rows = Array.from({ length: 10_000 }, (_, index) => row(index, { notes: note }));
      const meetings = read('large', rows);
      const started = performance.now();
      const { data } = await storeImport(patient, source('large'), meetings);
      return { took: (performance.now() - started) / 1000, ...data };
    };
    const [first, again, changed] = [await seconds('a'), await seconds('a'), await seconds('b')];
    expect([first.added, again.unchanged, changed.changed]).toEqual([10_000, 10_000, 10_000]);
    for (const { took } of [first, again, changed]) expect(took).toBeLessThan(20);
  }, 180_000);
});

describe('who may do what', () => {
  test('a visitor sees no meeting that is gone, no address of a feed, and changes nothing', async () => {
    await store('hidden', four);
    await database.execute("update public.meetings set status = 'gone' where slug = 'hidden-m1'");
    const visitor = publicDatabase();
    expect((await visitor.from('meetings').select('slug').eq('slug', 'hidden-m1')).data).toEqual([]);
    expect(granted).toEqual({ address: false, name: true, change: false, import: false });
    expect(
      (await visitor.from('meetings').update({ name: 'X' }).eq('slug', 'hidden-m2').select()).data ?? [],
    ).toEqual([]);
    expect((await visitor.rpc('import_meetings', { p_source: {}, p_rows: [] })).error).not.toBeNull();
    expect((await listedMeeting(visitor, 'hidden-m2'))?.name).toBe('Meeting 2');
  });
});
