import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The command as a person types it, against a database that answers as the hosted one does. */

let stack: TestStack;
let feed: FeedServer;
let folder: string;
beforeAll(async () => {
  stack = await startTestStack();
  feed = await startFeedServer();
  folder = await mkdtemp(join(tmpdir(), 'onward-import-'));
});
afterAll(async () => {
  await feed.close();
  await stack.close();
  await rm(folder, { recursive: true, force: true });
});

const type = (...parameters: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const line = ['local/commands/import-meetings.ts', ...parameters];
    execFile(process.execPath, line, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
const row = (slug: string, changes = {}) => ({
  slug,
  name: slug,
  day: 1,
  time: '19:00',
  address: '1 Elm St',
  ...changes,
});
async function file(rows: unknown): Promise<string> {
  const path = join(folder, 'feed.json');
  await writeFile(path, typeof rows === 'string' ? rows : JSON.stringify(rows));
  return path;
}
const options = ['--format', 'meeting-guide', '--fellowship', 'aa', '--source', 'City AA'];
const listed = () =>
  stack.database.query<{ slug: string }>(
    "select slug from public.meetings where status = 'listed' order by 1",
  );

test('a dry run says what would become of each row, and changes nothing', async () => {
  const said = await type(await file([row('a', { time: '7 PM' }), null]), ...options, '--dry-run');
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toContain('1  repaired  a: time “7 PM” read as 19:00');
  expect(said.out).toContain('2  dropped   “null”: it is not a record with fields');
  expect(said.out).toContain('Dry run: nothing was changed.');
  expect(await listed()).toEqual([]);
});

test('an import says what it changed, and what staff wrote that the feed has changed', async () => {
  const said = await type(await file([row('a'), row('b'), row('c')]), ...options, '--join-after-press');
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toContain('3 rows: 3 kept (0 of them repaired), 0 dropped. 3 meetings: 3 added');
  expect(await stack.database.query('select name, join_after_press from public.meeting_sources')).toEqual([
    { name: 'City AA', join_after_press: true },
  ]);
  await stack.database.execute(
    `insert into public.meeting_edits (meeting_id, field, feed) select id, 'name', '{"name": "a"}' from public.meetings where slug = 'city-aa-a'`,
  );
  await stack.database.execute("update public.meetings set name = 'Ours' where slug = 'city-aa-a'");
  const again = await type(await file([row('a', { name: 'Theirs' }), row('b'), row('c')]), ...options);
  expect(again.out).toContain('1 field kept as staff wrote it although the feed changed it: Ours (name).');
});

test('a feed that shrank is refused with the report and with what to do, or allowed', async () => {
  const said = await type(await file([row('a')]), ...options);
  expect(said.code).toBe(1);
  expect(said.out).toContain('1  kept');
  expect(said.err).toContain(
    'less than half of the 3 listed now. Nothing was changed. If it is right, add --allow-shrink.',
  );
  expect(await listed()).toHaveLength(3);
  expect(await type(await file([row('a')]), ...options, '--allow-shrink')).toMatchObject({ code: 0 });
  expect(await listed()).toHaveLength(1);
});

test('what cannot be read is one sentence, and so is an address in a private network', async () => {
  for (const [text, sentence] of [
    ['<html>', 'a web page, not with the feed'],
    ['[{"a":', 'breaks off in the middle'],
    ['{}', 'There is no list of meetings in it'],
  ] as const) {
    const said = await type(await file(text), ...options);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toContain(sentence);
  }
  const said = await type(feed.url, ...options);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(/^The address leads into a private network; .*\n$/);
  expect(feed.requests).toEqual([]);
});
