import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringIn } from '#meetings/sync/bring-in.ts';
import { listedMeetings } from '#meetings/store.ts';
import type { ListedMeeting } from '#meetings/schema.ts';
import { publicDatabase, serviceDatabase } from '#platform/database.ts';
import { seal } from '#platform/sealed.ts';
import { exportedTables, leftBehind } from '../../local/export/tables.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Leaving with everything, as a person types it, against a database that answers as the hosted one does. */

let stack: TestStack;
let folder: string;
const inFolder = (...path: string[]) => join(folder, ...path);
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  folder = await mkdtemp(join(tmpdir(), 'onward-export-'));
  const id = randomUUID();
  const words = {
    nameToUse: 'Planted Name',
    contact: { channel: 'email', value: 'planted@example.org', safeToLeaveMessage: true },
  };
  const { sealed, keyId } = await seal(words, id);
  await stack.database.execute(`
    insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key)
    values ('${id}', 'KKKK-K222', 'mentor', 'email', '${sealed}', '${keyId}', '${id}');
    update public.meetings set name = '=1+1', notes = E'Two\\nlines, "quoted"', join_after_press = true
    where id = (select id from public.meetings where source_id is null and not alumni_only order by slug limit 1);
    update public.meetings set alumni_only = true
    where id = (select id from public.meetings where source_id is null order by slug desc limit 1);
    insert into public.audit_log (action, subject, detail) select 'read', 'everything', 'n-' || n from generate_series(1, 2300) n`);
});
afterAll(async () => {
  await stack.close();
  await rm(folder, { recursive: true, force: true });
});

const type = (...parameters: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, ['local/commands/export.ts', ...parameters], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
const lines = async (file: string) =>
  (await readFile(inFolder('all', file), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const count = async (table: string) =>
  (await stack.database.query<{ n: number }>(`select count(*)::integer as n from public.${table}`))[0]?.n;

test('every table is taken along, or it is said why not', async () => {
  const present = await stack.database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const known = [...exportedTables.map(({ name }) => name), ...Object.keys(leftBehind)];
  expect(known.sort()).toEqual(present.map(({ name }) => name));
});

describe('npm run export', () => {
  test('writes every row as CSV and as JSON lines, counted against the database, for its owner’s eyes only', async () => {
    const said = await type(inFolder('all'), '--with-sign-ups');
    expect(said).toMatchObject({ code: 0, err: '' });
    for (const table of ['meetings', 'events', 'rsvps', 'places', 'audit_log', 'resources']) {
      expect(await lines(`tables/${table}.jsonl`), table).toHaveLength((await count(table)) ?? -1);
      const csv = await readFile(inFolder('all', `tables/${table}.csv`), 'utf8');
      const cells = parse<Record<string, string>>(csv, { columns: true, bom: true });
      expect(cells, table).toHaveLength((await count(table)) ?? -1);
    }
    const readme = await readFile(inFolder('all', 'README.txt'), 'utf8');
    expect(readme).toContain('Every count below is the same as in the database');
    for (const file of ['README.txt', 'tables/rsvps.csv', 'opened/sign-ups.jsonl'])
      expect((await stat(inFolder('all', file))).mode & 0o777, file).toBe(0o600);
    expect((await stat(inFolder('all', 'opened'))).mode & 0o777).toBe(0o700);
  });

  test('pages through more rows than one request gives, each once', async () => {
    const ids = (await lines('tables/audit_log.jsonl')).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2300);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('lets no cell become a formula', async () => {
    expect(await readFile(inFolder('all', 'tables/meetings.csv'), 'utf8')).toContain(`"'=1+1"`);
  });

  test('opens requests only when asked to, beside the notice, and writes it down', async () => {
    const [opened] = (await lines('opened/sign-ups.jsonl')).filter(
      ({ reference }) => reference === 'KKKK-K222',
    );
    expect(opened?.['sealed']).toMatchObject({ nameToUse: 'Planted Name' });
    expect(await readFile(inFolder('all', 'opened/READ-THIS-FIRST.txt'), 'utf8')).toContain('42 CFR part 2');
    expect(await readFile(inFolder('all', 'tables/sign_ups.jsonl'), 'utf8')).not.toContain('Planted');
    expect(
      await stack.database.query(
        "select action, detail from public.audit_log where subject = 'everything' and action = 'export'",
      ),
    ).toEqual([{ action: 'export', detail: 'with-sign-ups' }]);

    expect(await type(inFolder('sealed'))).toMatchObject({ code: 0 });
    expect(await readdir(inFolder('sealed'))).not.toContain('opened');
  });

  test('writes resources and guides as Markdown', async () => {
    const [resource] = (await lines('tables/resources.jsonl')).filter(({ status }) => status === 'published');
    const file = `resources/${String(resource?.['slug'])}.${String(resource?.['language'])}.md`;
    const text = await readFile(inFolder('all', file), 'utf8');
    expect(text).toContain(`title: ${String(resource?.['title'])}`);
    expect(text).toContain(String(resource?.['body']).trim().slice(0, 40));
    expect((await readdir(inFolder('all', 'guides/en/guides'))).length).toBeGreaterThan(2);
  });

  test('refuses a folder with something in it, and asks for one', async () => {
    await writeFile(inFolder('mine.txt'), 'mine');
    const said = await type(folder);
    expect(said.code).toBe(1);
    expect(said.err).toContain('is not empty');
    expect((await type()).err).toContain('npm run export -- <new folder>');
    expect(await readFile(inFolder('mine.txt'), 'utf8')).toBe('mine');
  });
});

test('meetings.json and meetings.csv, brought into an empty list, are the same meetings', async () => {
  const database = serviceDatabase();
  const before = (await listedMeetings(database)).filter(({ alumniOnly }) => !alumniOnly);
  expect(before.length).toBeGreaterThan(10);
  for (const [file, format] of [
    ['meetings.json', 'meeting-guide'],
    ['meetings.csv', 'csv'],
  ] as const) {
    await stack.database.execute('delete from public.meetings; delete from public.meeting_sources;');
    const text = await readFile(inFolder('all', 'meetings', file), 'utf8');
    const source = {
      slug: 'again',
      name: 'Again',
      fellowship: 'aa',
      format,
      url: null,
      timeZone: 'America/New_York',
    };
    const { error, feed } = await bringIn(text, source, database);
    expect(error).toBeNull();
    expect(feed?.rows.filter(({ outcome }) => outcome === 'repaired')).toEqual([]);
    expect((await listedMeetings(publicDatabase())).map(essence).sort()).toEqual(before.map(essence).sort());
  }
});

/** What a meeting is, without what this site calls it. */
function essence(meeting: ListedMeeting): string {
  const {
    slug,
    sourceKey,
    source,
    updatedAt,
    joinAfterPress,
    facilitatorFirstName,
    confirmedAt,
    types,
    ...said
  } = meeting;
  return JSON.stringify({ ...said, types: types.toSorted(), at: confirmedAt && Date.parse(confirmedAt) });
}
