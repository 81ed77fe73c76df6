import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceDatabase } from '#platform/database.ts';
import { answersOn } from '../../local/demo/answers.ts';
import { demoNamedIn } from '../../local/demo/named.ts';
import { demoTables, findDemo, fingerprints } from '../../local/demo/rows.ts';
import { removeDemo } from '../../local/demo/remove.ts';
import { runCommand } from '../support/command.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Removing the demo organisation, from a database in which real people have begun. In the order of the file. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(() => stack.close());

/** A command is a process of its own. */
const patient = { timeout: 60_000 };
const demoRemove = (...parameters: string[]) => runCommand('demo-remove', parameters);
const count = async (table: string, where = 'true') =>
  (
    await stack.database.query<{ n: number }>(
      `select count(*)::integer as n from public.${table} where ${where}`,
    )
  )[0]?.n;
const everything = async () => {
  const tables = [
    'events',
    'event_series',
    'rsvps',
    'sign_ups',
    'cohorts',
    'programs',
    'seat_pools',
    'places',
    'meetings',
    'meeting_sources',
    'resources',
    'staff',
    'outbox',
  ];
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await count(table)] as const)),
  );
};

test('seeded.json says what supabase/seed/ makes (vitest --update writes it)', async () => {
  const found: [string, Record<string, string>][] = [];
  for (const table of demoTables) found.push([table, await fingerprints(serviceDatabase(), table)]);
  expect(found.every(([, rows]) => Object.keys(rows).length > 0)).toBe(true);
  await expect(`${JSON.stringify(Object.fromEntries(found), null, 2)}\n`).toMatchFileSnapshot(
    '../../local/demo/seeded.json',
  );
});

test('every row of a database that was only seeded is the demo’s, and nobody answered it', async () => {
  const demo = await findDemo(serviceDatabase());
  for (const table of demoTables) {
    expect(demo.changed[table], table).toEqual([]);
    expect(demo.found[table].length, table).toBe(await count(table));
  }
  expect(demo.series).toHaveLength(1);
  expect(demo.staff).toHaveLength(4);
  expect(await answersOn(serviceDatabase(), demo)).toEqual({ rsvps: 0, signUps: [], reports: 0 });
});

test('a real reply to a made-up event stops it with a sentence, and nothing goes', patient, async () => {
  await stack.database.execute(
    `select public.create_rsvp(p_event => 'skating', p_name => 'Planted Person', p_party_size => 1, p_email => 'planted@example.org')`,
  );
  const before = await everything();
  const said = await demoRemove();
  expect(said.code).toBe(1);
  expect(said.err).toContain('Nothing was removed: people answered what is made up');
  expect(said.out).toContain('With them would go: 1 reply to a made-up event.');
  expect(said.out + said.err).not.toMatch(/planted/i);
  expect(await everything()).toEqual(before);
});

test('a dry run says what would go and removes nothing', patient, async () => {
  const before = await everything();
  const said = await demoRemove('--dry-run', '--with-answers');
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toMatch(/^Would remove, at 127\.0\.0\.1:\d+:/);
  expect(said.out).toMatch(new RegExp(`^ +${before['meetings']} {2}meetings$`, 'm'));
  expect(said.out).toContain('nobody else is an admin');
  expect(await everything()).toEqual(before);
});

test('what real people made or wrote over stays, row by row, and the rest is gone', patient, async () => {
  const admin = randomUUID();
  await stack.database.execute(`
    insert into auth.users (id, email) values ('${admin}', 'real@example.org');
    insert into public.staff (user_id, email, display_name, role) values ('${admin}', 'real@example.org', 'Real', 'admin');
    select public.create_event(jsonb_build_object(
      'slug', 'our-picnic', 'title', 'The long table', 'summary', 'Ours.', 'description', 'Ours.', 'kind', 'social',
      'audience', 'everyone', 'format', 'in-person', 'startsAt', now() + interval '3 days', 'endsAt', now() + interval '75 hours',
      'timeZone', 'America/Denver', 'placeName', 'The park', 'capacity', 9, 'maxPartySize', 2,
      'rsvpClosesAt', now() + interval '2 days', 'status', 'published'), '{}'::jsonb);
    select public.create_rsvp(p_event => 'our-picnic', p_name => 'Guest 1', p_party_size => 1, p_email => 'guest1@example.org');
    insert into public.meetings (slug, source_id, source_key, name, fellowship, mode, time_zone, confirmed_at)
      select 'ours', id, 'ours', 'Ours', 'aa', 'online', 'America/Denver', now() from public.meeting_sources;
    update public.resources set body = body || ' And ours.' where slug = 'back-to-work';
    update public.programs set summary = 'Ours by now.' where slug = 'circle'`);
  const said = await demoRemove('--with-answers');
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toMatch(/^Removed, at /);
  expect(said.out).toContain('Stays: resources that somebody wrote over (back-to-work).');
  expect(said.out).toContain('Stays: 1 made-up lists: a meeting of yours belongs to them.');

  const slugs = async (table: string) =>
    (await stack.database.query<{ slug: string }>(`select slug from public.${table}`)).map(
      ({ slug }) => slug,
    );
  expect(await slugs('events')).toEqual(['our-picnic']);
  expect(await slugs('meetings')).toEqual(['ours']);
  expect(await slugs('meeting_sources')).toEqual(['sample-listing']);
  expect(await slugs('resources')).toEqual(['back-to-work']);
  expect(await slugs('programs')).toEqual(['circle']);
  expect(await everything()).toMatchObject({
    // his one event with its seats and its guest, who has the name of a made-up one
    ...{ events: 1, rsvps: 1, seat_pools: 1, places: 1, event_series: 0, cohorts: 0, sign_ups: 0, staff: 1 },
  });
  expect(await count('staff', `email = 'real@example.org'`)).toBe(1);
  expect(
    await stack.database.query(`select from auth.users where email like '%@juniperhollow.example'`),
  ).toEqual([]);
});

test('another run finds nothing more', async () => {
  const before = await everything();
  const demo = await findDemo(serviceDatabase());
  const { removed } = await removeDemo(
    serviceDatabase(),
    demo,
    await answersOn(serviceDatabase(), demo),
    true,
  );
  expect(removed.filter(([, gone]) => gone > 0)).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('the files that still name the demo organisation are listed with what they name', async () => {
  const named = await demoNamedIn();
  expect(named).toContainEqual({
    file: 'content/site.yml',
    signs: ['Juniper Hollow', 'Alder Springs', '555-01', 'demo: true'],
  });
  expect(named.map(({ file }) => file)).not.toContain('content/facts.yml');
});
