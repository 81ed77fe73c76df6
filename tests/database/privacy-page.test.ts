import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRealPostgres, type FreshDatabase } from '../support/postgres.ts';
import { columnsIn, privacyTable, rowFor, type PrivacyRow } from '../support/privacy-page.ts';

/** docs/privacy.md against the migrated database: every column with words is in it, and what it says of reading is so. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let rows: PrivacyRow[];
beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  rows = await privacyTable('In the database');
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

interface Column {
  name: string;
  words: boolean;
  staffMaySelect: boolean;
}

const columns = async (): Promise<Column[]> => [
  ...(await database.owner.unsafe<Column[]>(`
    select table_name || '.' || column_name as name,
      data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea') as words,
      has_column_privilege('authenticated', format('public.%I', table_name), column_name, 'select') as "staffMaySelect"
    from information_schema.columns where table_schema = 'public' order by 1`)),
];

/** Columns with words that are nobody's, by table: what is published, codes, and the site's own state. */
const nobodys: Record<string, string> = {
  attachments: 'sha256 type',
  cohorts: 'format language place_name slug status time_zone weekdays',
  event_series: 'except_on rule time_zone title',
  event_sessions: 'place_name summary title',
  events:
    'address audience called_off_note description format kind place_name questions replies slug status summary time_zone title',
  gone_addresses: 'replaced_by slug',
  meeting_edits: 'field',
  meeting_exceptions: 'moved_location note',
  meeting_sources: 'etag failure fellowship format last_modified name slug time_zone url',
  meetings:
    'address content_hash fellowship group_name join_notes join_phone join_url language location mode months name notes other_types region slug source_key status time_zone types weeks_of_month',
  programs: 'level slug status summary title week',
  resources: 'audience body kind language links replaced_by review services slug status summary title topics',
  site_builds: 'failure',
  site_settings: 'closed_days notice_en notice_es notice_link phone_hours_en phone_hours_es',
};
const isNobodys = (name: string) => {
  const [table = '', column = ''] = name.split('.');
  return nobodys[table]?.split(' ').includes(column) ?? false;
};

test('every column with words is in a row, or is one that is nobody’s, and not both', async () => {
  const withWords = (await columns()).filter(({ words }) => words).map(({ name }) => name);
  expect(withWords.length).toBeGreaterThan(150);
  const placed = (name: string) => [rowFor(rows, name) ? 'in a row' : '', isNobodys(name) ? 'nobody’s' : ''];
  expect(
    withWords.filter((name) => placed(name).filter(Boolean).length !== 1).map((name) => [name, placed(name)]),
  ).toEqual([]);
});

test('every column that is named is there, and named once', async () => {
  const there = new Set((await columns()).flatMap(({ name }) => [name, name.replace(/\.\w+$/, '.*')]));
  const named = rows.flatMap((row) => columnsIn(row['Where']));
  const elsewhere = named.filter((name) => /^(auth|storage)\./.test(name));
  expect(elsewhere).toEqual(['storage.objects', 'auth.*']);
  expect(named.filter((name) => !there.has(name) && !elsewhere.includes(name))).toEqual([]);
  expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  for (const [table, list] of Object.entries(nobodys))
    expect(list.split(' ').filter((column) => !there.has(`${table}.${column}`))).toEqual([]);
});

test('negative control: a new column with words, and a new table, are missed', async () => {
  await using changed = await postgres.freshDatabase();
  await changed.owner.unsafe(`
    alter table public.events add column told_by text;
    alter table public.rsvps add column diagnosis text;
    create table public.diary (id integer primary key, entry text)`);
  const found = await changed.owner.unsafe<{ name: string }[]>(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text'`);
  expect(
    found
      .map(({ name }) => name)
      .filter((name) => !rowFor(rows, name) && !isNobodys(name))
      .sort(),
  ).toEqual(['diary.entry', 'events.told_by', 'rsvps.diagnosis']);
});

describe('“Read by”', () => {
  /** Words of a cell that say a person of the staff reads it only through a function, or not at all. */
  const notBySelecting = /^nobody|in the record$|through|as `sealed`|on the guest’s page/;

  test('says of a column that staff cannot select it exactly where no grant lets them', async () => {
    const wrong = (await columns()).flatMap(({ name, staffMaySelect, words }) => {
      const row = words ? rowFor(rows, name) : undefined;
      if (!row || /\(of notes: nobody\)/.test(row['Read by'] ?? '')) return [];
      const said = !notBySelecting.test(row['Read by'] ?? '');
      return said === staffMaySelect ? [] : [`${name}: ${row['Read by']}`];
    });
    expect(wrong).toEqual([]);
  });

  test('names the roles of the policy', async () => {
    const policies = await database.owner.unsafe<{ table: string; condition: string }[]>(`
      select tablename as table, string_agg(qual, ' ') as condition from pg_policies
      where schemaname = 'public' and cmd in ('SELECT', 'ALL') and 'authenticated' = any (roles) group by tablename`);
    const roles = (text: string) =>
      [
        ...new Set([...text.matchAll(/\b(coordinator|clinician|editor|admin)\b/g)].map(([role]) => role)),
      ].sort();
    const byRole = rows.filter((row) => /^(coordinator|clinician|admin)/.test(row['Read by'] ?? ''));
    expect(byRole.length).toBeGreaterThan(20);
    const wrong = byRole.flatMap((row) =>
      columnsIn(row['Where']).flatMap((column) => {
        const policy = policies.find(({ table }) => column.startsWith(`${table}.`));
        return policy &&
          String(roles(policy.condition)) !== String(roles(row['Read by'] ?? '')) &&
          !/sign_up_notes/.test(column)
          ? [`${column}: ${row['Read by']}, and the policy says ${roles(policy.condition)}`]
          : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
