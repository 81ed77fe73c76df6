import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { supabaseCliSays } from '../../local/database/cli.ts';
import { startPostgres, type RealPostgres } from '../../local/database/postgres.ts';
import { openSupabase } from '../../local/database/supabase.ts';
import { lineOf } from '../../local/doctor/finding.ts';
import { checkSchema } from '../../local/doctor/schema.ts';
import { connect, unusedKeys, type Client } from '../support/postgres.ts';

/** Putting it online, as docs/deploy.md tells it: dry run, push, push again, and what the doctor sees. In this order. */

let server: RealPostgres;
let url: string;
let owner: Client;
let versions: string[];

beforeAll(async () => {
  server = await startPostgres();
  await server.create('hosted');
  url = server.url('hosted');
  await (await openSupabase({ kind: 'postgres', url, connections: 1 }, unusedKeys)).close();
  owner = connect(url);
  const files = (await readdir('supabase/migrations')).filter((name) => name.endsWith('.sql'));
  versions = files.map((name) => name.slice(0, 14)).sort();
});
afterAll(async () => {
  await owner.end({ timeout: 1 });
  await server.stop();
});

const push = (...parameters: string[]) => supabaseCliSays('db', 'push', `--remote=${url}`, ...parameters);
const applied = async () => {
  const rows = await owner<{ version: string }[]>`
    select version from supabase_migrations.schema_migrations order by version`;
  return rows.map(({ version }) => version);
};
const tables = async () => (await owner`select from pg_tables where schemaname = 'public'`).length;
const doctor = async () => (await checkSchema(url)).map(lineOf).join('\n');

test('a dry run names every migration and applies none', async () => {
  const said = await push('--dry-run');
  expect(versions.filter((version) => !said.includes(version))).toEqual([]);
  expect(await tables()).toBe(0);
  expect(await applied()).toEqual([]);
  expect(await doctor()).toContain(`✗ Migrations are missing: ${versions.join(', ')}.`);
});

test('a push applies them all, in their order', async () => {
  await push('--yes');
  expect(await applied()).toEqual(versions);
  expect(await tables()).toBeGreaterThan(30);
  expect(await doctor()).toBe(
    `✓ All ${versions.length} migrations are applied.\n✓ Row level security is on for every table of the API.`,
  );
});

test('a second push has nothing to apply, and says nothing of the demo organisation', async () => {
  const said = await push('--yes');
  expect(said).toMatch(/up to date/i);
  expect(await applied()).toEqual(versions);
  expect((await owner`select from public.events`).length).toBe(0);
});

test('an upgrade applies what is new alone', async () => {
  const last = versions.at(-1) ?? '';
  await owner`delete from supabase_migrations.schema_migrations where version = ${last}`;
  const said = await push('--dry-run');
  expect(versions.filter((version) => said.includes(version))).toEqual([last]);
  expect(await doctor()).toContain(`✗ Migrations are missing: ${last}.`);
  await owner`insert into supabase_migrations.schema_migrations (version) values (${last}), ('29990101000000')`;
  expect(await doctor()).toContain('! The database knows migrations that are not here: 29990101000000.');
  await owner`delete from supabase_migrations.schema_migrations where version = '29990101000000'`;
});

test('the doctor names a table without row level security, and a view, which it does not guard', async () => {
  await owner.unsafe(
    'alter table public.rsvps disable row level security; create view public.who as select * from public.staff',
  );
  expect(await doctor()).toContain('✗ Row level security does not guard rsvps, who.');
  await owner.unsafe('alter table public.rsvps enable row level security; drop view public.who');
});

test('the doctor says what it did not look at, and names no password of an address that leads nowhere', async () => {
  expect((await checkSchema(undefined)).map(({ mark }) => mark)).toEqual(['look']);
  const said = (await checkSchema(url.replace('postgres:postgres', 'postgres:planted')))
    .map(lineOf)
    .join('\n');
  expect(said).toMatch(/^✗ --db-url leads to no database that can be read \(\w+\)\./);
  expect(said).not.toContain('planted');
});
