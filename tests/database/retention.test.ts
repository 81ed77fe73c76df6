import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site } from '#platform/site.ts';
import { functionContext } from '../../local/netlify.ts';
import purgeExpired from '../../netlify/functions/purge-expired.ts';
import { allRows, difference, type Difference } from '../support/all-rows.ts';
import { beginnings } from '../support/kept-until.ts';
import { columnsIn, privacyTable, type PrivacyRow } from '../support/privacy-page.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What docs/privacy.md says is kept for so many days is kept until then and gone after, and nothing else is. */

interface Limit {
  days: number;
  /** What the days count from, in the words of the page. */
  from: string;
  /** Its name under `retentionDays` in content/site.yml; none where no organisation chooses it. */
  setting: string | undefined;
  tables: Set<string>;
}

const limit = /(\d+) days? after ([a-z ]+?)(?: at the latest)?(?: \(`retentionDays\.(\w+)`\)|,|$)/g;
const schemaOf = (column: string) =>
  column.startsWith('storage.') ? column : `public.${column.split('.')[0]}`;
const tablesOf = (row: PrivacyRow) => columnsIn(row['Where']).map(schemaOf);

/** The limits of the page, each with every table that goes by it, also those that go with another. */
function limitsIn(rows: PrivacyRow[]): Limit[] {
  const limits = new Map<string, Limit>();
  for (const row of rows)
    for (const [, days = '', from = '', setting] of (row['Kept'] ?? '').matchAll(limit)) {
      const one = limits.get(from) ?? { days: Number(days), from, setting, tables: new Set() };
      for (const table of tablesOf(row)) one.tables.add(table);
      limits.set(from, one);
    }
  const owners = { RSVP: 'public.rsvps', 'sign-up': 'public.sign_ups', report: 'public.meeting_reports' };
  for (const { tables } of limits.values())
    for (const [owner, table] of Object.entries(owners))
      if (tables.has(table))
        for (const row of rows)
          if (new RegExp(`^with its .*\\b${owner}\\b`).test(row['Kept'] ?? '')) {
            for (const one of tablesOf(row)) tables.add(one);
          }
  return [...limits.values()];
}

let stack: TestStack;
let rows: PrivacyRow[];
let limits: Limit[];
const added: { from: string; after: boolean; keys: string[] }[] = [];
let done: Difference;
let said: Record<string, number>;

/** Minutes past the limit: a day and ten minutes on both sides. */
const sides = [-1440, -10, 10, 1440];
const minutesPast = (days: number, minutes: number) => `now() - interval '${days} days ${minutes} minutes'`;

beforeAll(async () => {
  stack = await startTestStack();
  rows = await privacyTable('In the database');
  limits = limitsIn(rows);
  let before = await allRows(stack.database);
  for (const { from, days } of [...limits, { from: 'the event ends', days: 0 }])
    for (const side of sides) {
      await beginnings[from]?.(stack, `(${minutesPast(days, side)})`);
      const now = await allRows(stack.database);
      added.push({ from: days === 0 ? 'now' : from, after: side > 0, keys: difference(before, now).added });
      before = now;
    }
  const answer = await purgeExpired(new Request(stack.origin), functionContext('127.0.0.1'));
  said = (await answer.json()) as Record<string, number>;
  done = difference(before, await allRows(stack.database));
}, 600_000);
afterAll(() => stack.close());

const table = (key: string) => key.split(' ')[0] ?? '';
const expected = () =>
  added
    .filter(({ after, from }) => after && from !== 'now')
    .flatMap(({ from, keys }) => {
      const { tables } = limits.find((one) => one.from === from) ?? { tables: new Set<string>() };
      return keys.filter((key) => tables.has(table(key)));
    })
    .sort();

test('the page has a limit for each thing that this test can make, with the days of content/site.yml', () => {
  expect(limits.map(({ from }) => from).sort()).toEqual(Object.keys(beginnings).sort());
  const { signUpsByKind, ...days } = site().retentionDays;
  expect(Object.fromEntries(limits.flatMap((one) => (one.setting ? [[one.setting, one.days]] : [])))).toEqual(
    days,
  );
  expect(signUpsByKind, 'what the demo organisation promises is the same for every kind').toEqual({});
});

test('there was one of every kind on both sides of each limit', () => {
  for (const { from, tables } of limits)
    for (const { keys } of added.filter((one) => one.from === from)) {
      const made = new Set(keys.map(table));
      expect(
        [...tables].filter((one) => !made.has(one)),
        from,
      ).toEqual([]);
    }
});

test('exactly what was past its limit is gone', () => {
  expect(done.gone).toEqual(expected());
  expect(expected().length).toBeGreaterThan(30);
});

test('of what stays, access needs and food of past events are emptied, and nothing else is changed', () => {
  const eventsOver = added.filter(({ from, after }) => from === 'now' && after);
  const within = added.filter(({ from, after }) => from === 'the event ends' && !after);
  const guests = [...eventsOver, ...within].flatMap(({ keys }) =>
    keys.filter((key) => table(key) === 'public.rsvps'),
  );
  const emptied = guests.flatMap((key) => ['access_needs', 'food'].map((column) => `${key}: ${column}`));
  const itsOwnRun = 'public.task_runs';
  const changed = done.changed.filter((change) => table(change) !== itsOwnRun);
  expect(changed.length).toBe(2 * (eventsOver.length + within.length));
  expect(changed.filter((change) => !emptied.includes(change))).toEqual([]);
});

test('what is added are counts, without anybody', () => {
  expect(new Set(done.added.map(table))).toEqual(new Set(['public.event_counts', 'public.purge_log']));
  expect(said).toEqual({ rsvps: 6, signUps: 2, consents: 4, reports: 4, files: 2 });
});

describe('negative control', () => {
  test('one row that goes too early, stays too long or is changed is seen', async () => {
    const before = await allRows(stack.database);
    await stack.database.execute(`
      delete from public.rate_limits where bucket = (select min(bucket) from public.rate_limits);
      update public.meeting_reports set message = 'Tuesdays' where id = (select id from public.meeting_reports limit 1);
      insert into public.rate_limits (bucket, window_start) values ('left', now())`);
    const { gone, added: left, changed } = difference(before, await allRows(stack.database));
    expect([gone.map(table), left, changed.map((change) => change.split(': ')[1])]).toEqual([
      ['public.rate_limits'],
      [expect.stringContaining('public.rate_limits left')],
      ['message'],
    ]);
  });
});
