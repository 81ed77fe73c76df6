import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringFileIn, dryRun } from '#meetings/feeds/dry-run.ts';
import { fileText, longestFile } from '#platform/file-text.ts';
import { addSource, keptSource, listedOf, saveSource, type KeptSource } from '#meetings/feeds/kept-source.ts';
import { readNow } from '#meetings/feeds/read-now.ts';
import { addressProblem } from '#meetings/feeds/source-form.ts';
import { forgetUploads, keepUpload, uploadOf } from '#meetings/feeds/upload.ts';
import { syncSources } from '#meetings/sync/sync.ts';
import { serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import { startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Lists of meetings in the hands of staff, as themselves, against a database that answers as the hosted one does. */

let stack: TestStack;
let feed: FeedServer;
let coordinator: OnwardDatabase;
let admin: OnwardDatabase;
let editor: OnwardDatabase;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  feed = await startFeedServer();
  coordinator = await staffClient(stack, 'coordinator');
  admin = await staffClient(stack, 'admin');
  editor = await staffClient(stack, 'editor');
});
afterAll(async () => {
  await feed.close();
  await stack.close();
});

const row = (slug: string, changes = {}) => ({
  ...{ slug, name: slug, day: 1, time: '19:00', address: '1 Elm St' },
  ...changes,
});
const json = (...rows: unknown[]) => JSON.stringify(rows);

const again = async (slug: string): Promise<KeptSource> => {
  const source = await keptSource(coordinator, slug);
  if (!source) throw new Error('It is gone');
  return source;
};
let lists = 0;
async function newList(url: string | null = null): Promise<KeptSource> {
  const slug = await addSource(coordinator, randomUUID(), {
    ...{ name: `List ${++lists}`, fellowship: 'aa', format: 'meeting-guide', url },
    ...{ time_zone: 'America/Denver', join_after_press: false },
  });
  return again(slug);
}
const here = { allows: () => true };
const edits = (source: KeptSource) =>
  stack.database.query<{ field: string }>(
    `select field from public.meeting_edits e join public.meetings m on m.id = e.meeting_id where m.source_id = '${source.id}'`,
  );

describe('reading a list now', () => {
  test('brings its meetings in, leaves the row report, and takes nothing for what staff wrote', async () => {
    const list = await newList(feed.url);
    feed.answers = (_, response) => void response.end(json(row('a'), row('b', { time: '7 PM' }), null));
    expect(await readNow(coordinator, list, here)).toEqual({ outcome: 'read' });
    feed.answers = (_, response) =>
      void response.end(json(row('a', { name: 'Anew' }), row('b', { time: '7 PM' }), null));
    expect(await readNow(coordinator, await again(list.slug), here)).toEqual({ outcome: 'read' });
    const { report, lastImportedAt, failure } = await again(list.slug);
    expect({ lastImportedAt: lastImportedAt !== null, failure }).toEqual({
      lastImportedAt: true,
      failure: null,
    });
    expect(report).toMatchObject({
      kept: 1,
      repaired: 1,
      dropped: 1,
      meetings: 2,
      changed: 1,
      unchanged: 1,
      added: 0,
    });
    expect(report?.rows.map(({ row, outcome, said }) => [row, outcome, said])).toEqual([
      [3, 'dropped', 'it is not a record with fields'],
      [2, 'repaired', 'time “7 PM” read as 19:00'],
    ]);
    expect(await listedOf(coordinator, list.slug)).toBe(2);
    expect(await edits(list)).toEqual([]);
  });

  test('that fails says why, and what was read last stays', async () => {
    const list = await newList(feed.url);
    feed.answers = (_, response) => void response.end(json(row('a')));
    await readNow(coordinator, list, here);
    feed.answers = (_, response) => void response.end('<html>');
    expect(await readNow(coordinator, list, here)).toMatchObject({ outcome: 'failed' });
    expect(await again(list.slug)).toMatchObject({
      failure: 'The server answered with a web page, not with the feed. Check the address.',
      report: { kept: 1 },
    });
    expect(await listedOf(coordinator, list.slug)).toBe(1);
  });

  test('never asks a server inside our own network', async () => {
    const list = await newList(feed.url);
    const asked = feed.requests.length;
    expect(await readNow(coordinator, list)).toEqual({
      outcome: 'failed',
      why: 'The address leads into a private network; feeds are only fetched from public ones.',
    });
    expect(feed.requests).toHaveLength(asked);
  });

  test('is nobody’s but coordinators’ and admins’', async () => {
    const list = await newList(feed.url);
    await expect(readNow(editor, list, here)).rejects.toThrow('42501');
    await expect(bringFileIn(editor, list, json(row('a')), false)).rejects.toThrow('42501');
    feed.answers = (_, response) => void response.end(json(row('a')));
    expect(await readNow(admin, list, here)).toEqual({ outcome: 'read' });
  });

  test('waits while it is being read already', async () => {
    const list = await newList(feed.url);
    feed.answers = (_, response) => void response.end(json(row('a')));
    const both = await Promise.all([readNow(coordinator, list, here), readNow(admin, list, here)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['busy', 'read']);
  });
});

test('a paused list is not asked by the daily run, and is again afterwards', async () => {
  await serviceDatabase()
    .from('meeting_sources')
    .update({ checked_at: new Date(Date.now() + 9e6).toISOString() })
    .neq('slug', '');
  const list = await newList(feed.url);
  feed.answers = (_, response) => void response.end(json(row('a')));
  await saveSource(coordinator, list.id, { paused_at: new Date().toISOString() });
  expect((await syncSources(serviceDatabase(), { fetch: here })).sources).toEqual([]);
  await saveSource(coordinator, list.id, { paused_at: null });
  const { sources } = await syncSources(serviceDatabase(), { fetch: here });
  expect(sources).toMatchObject([{ slug: list.slug, outcome: 'imported' }]);
});

describe('a file', () => {
  test('is looked at before anything changes: added, changed, as before, gone', async () => {
    const list = await newList();
    expect(
      await bringFileIn(coordinator, list, json(row('a'), row('b'), row('c'), row('d')), false),
    ).toBeNull();
    const { run } = await dryRun(coordinator, list, json(row('a'), row('b', { name: 'Anew' }), row('e'), 7));
    expect(run).toMatchObject({ added: 1, changed: 1, unchanged: 1, shrinks: false });
    expect(run?.gone.map(({ name }) => name).sort()).toEqual(['c', 'd']);
    expect(run?.feed.rows.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'dropped']);
    expect(await listedOf(coordinator, list.slug)).toBe(4);
  });

  test('that would take away more than half of a list is not brought in without saying so', async () => {
    const list = await newList();
    await bringFileIn(coordinator, list, json(row('a'), row('b'), row('c')), false);
    expect((await dryRun(coordinator, list, json(row('a')))).run).toMatchObject({ shrinks: true });
    expect(await bringFileIn(coordinator, list, json(row('a')), false)).toMatchObject({ code: 'shrunk' });
    expect(await listedOf(coordinator, list.slug)).toBe(3);
    expect(await bringFileIn(coordinator, list, json(row('a')), true)).toBeNull();
    expect(await listedOf(coordinator, list.slug)).toBe(1);
  });

  test('may be a table for a list that is fetched as JSON; formulas in it stay words', async () => {
    const list = await newList();
    const table =
      'name,day,time,address\n"=HYPERLINK(""http://evil.example"")",Monday,19:00,1 Elm St\n+1 day at a time,2,20:00,2 Elm St\n';
    expect((await dryRun(coordinator, list, table)).run).toMatchObject({ format: 'csv', added: 2 });
    await bringFileIn(coordinator, list, table, false);
    const names = await stack.database.query(
      `select name from public.meetings where source_id = '${list.id}' order by 1`,
    );
    expect(names).toEqual([{ name: '+1 day at a time' }, { name: '=HYPERLINK("http://evil.example")' }]);
  });

  test('waits for the yes of who brought it, for nobody else and not for long', async () => {
    const list = await newList();
    const id = randomUUID();
    await keepUpload(coordinator, list, id, json(row('a')));
    expect(await uploadOf(coordinator, list, id)).toBe(json(row('a')));
    expect(await uploadOf(admin, list, id)).toBeNull();
    expect(await uploadOf(coordinator, await newList(), id)).toBeNull();
    await expect(keepUpload(editor, list, randomUUID(), '[]')).rejects.toThrow('42501');
    const next = randomUUID();
    await keepUpload(coordinator, list, next, '[]');
    expect(await uploadOf(coordinator, list, id), 'one at a time').toBeNull();
    await stack.database.execute(
      "update public.meeting_uploads set expires_at = now() - interval '1 minute'",
    );
    expect(await uploadOf(coordinator, list, next)).toBeNull();
    await forgetUploads(serviceDatabase(), new Date().toISOString());
    expect(await stack.database.query('select id from public.meeting_uploads')).toEqual([]);
  });
});

describe('files that mean no good', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const troubleOf = async (content: Uint8Array) => {
    const file = fileText(content);
    return file.error ?? (await dryRun(coordinator, await newList(), file.text)).error;
  };

  test.each([
    ['empty', new Uint8Array(), 'The file is empty.'],
    ['too large', new Uint8Array(longestFile + 1).fill(32), 'The file is larger than 6 MB.'],
    ['blank', bytes('   \n '), 'The feed is empty.'],
    ['a web page', bytes('<!doctype html><script>alert(1)</script>'), 'a web page'],
    ['not a list', bytes('{"a":1}'), 'There is no list of meetings in it'],
    ['cut off', bytes('[{"name":"a"},{"na'), 'breaks off in the middle'],
    ['no JSON', bytes('{nothing}'), 'not valid JSON'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'This is not a text file.'],
    ['a spreadsheet', bytes('PK\u0003\u0004\u0000\u0000'), 'This is not a text file.'],
    [
      'JSON in other letters',
      Uint8Array.from([...bytes('[{"name":"caf'), 0xe9, ...bytes('"}]')]),
      'save it as UTF-8',
    ],
  ])('%s is refused in a sentence', async (_, content, sentence) => {
    expect((await troubleOf(content))?.message).toContain(sentence);
  });

  test('nested a hundred thousand deep is refused or dropped, and nothing breaks', async () => {
    const deep = `[{"name":"a","day":1,"time":"19:00","notes":${'['.repeat(100_000)}${']'.repeat(100_000)}},${'['.repeat(100_000)}${']'.repeat(100_000)}]`;
    const { run, error } = await dryRun(coordinator, await newList(), deep);
    expect(error ?? run?.feed.rows.map(({ outcome }) => outcome)).toEqual(['repaired', 'dropped']);
  });

  test('a table in the letters of Windows is read, and says so; UTF-16 says itself what it is', () => {
    const windows = Uint8Array.from([...bytes('name\ncaf'), 0xe9]);
    expect(fileText(windows)).toMatchObject({
      text: 'name\ncafé',
      remark: expect.stringContaining('Windows') as string,
    });
    expect(fileText(Uint8Array.from([0xff, 0xfe, 0x5b, 0, 0x5d, 0])).text).toBe('[]');
  });

  test('keys such as __proto__ and NUL in names do no harm', async () => {
    const list = await newList();
    const text = `[{"__proto__":{"polluted":true},"name":"a\\u0000b","day":1,"time":"19:00","address":"1 Elm St"},"\\u0000"]`;
    expect(await bringFileIn(coordinator, list, text, false)).toBeNull();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await again(list.slug)).report).toMatchObject({ dropped: 1, meetings: 1 });
  });

  test('none chosen is said', () => {
    expect(fileText(null).error?.message).toBe('Choose a file');
  });
});

test.each([
  ['https://example.org/feed', null],
  ['http://10.0.0.1/feed', 'private network'],
  ['http://[::1]/feed', 'private network'],
  ['http://2130706433/feed', 'private network'],
  ['http://localhost:3000/feed', 'private network'],
  ['http://printer.local/', 'private network'],
  ['file:///etc/passwd', 'starts with https://'],
  ['https://me:secret@example.org/', 'without a name and password'],
  ['example.org', 'whole address'],
])('the address %s: %s', (address, sentence) => {
  const problem = addressProblem(address);
  if (sentence === null) expect(problem).toBeNull();
  else expect(problem).toContain(sentence);
});
