import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comingDates } from '#meetings/coming.ts';
import { scheduleSchema, type ListedMeeting } from '#meetings/schema.ts';
import { rhythmWords } from '#meetings/rhythm-words.ts';
import { listedMeetings, listedMeetingsOf } from '#meetings/store.ts';
import { publicDatabase } from '#platform/database.ts';
import { seed } from '../../local/database/seed.ts';
import type { EmbeddedSupabase } from '../../local/database/supabase.ts';
import { meetingsDatabase } from './meetings-database.ts';

let database: EmbeddedSupabase;
let meetings: Map<string, ListedMeeting>;
const read = async () =>
  new Map((await listedMeetings(publicDatabase())).map((meeting) => [meeting.slug, meeting]));
const now = Temporal.Now.instant();

beforeAll(async () => {
  database = await meetingsDatabase({ seeded: true });
  meetings = await read();
});
afterAll(() => database.close());

const group = (slug: string): ListedMeeting => {
  const found = meetings.get(slug);
  if (!found) throw new Error(`The demo has no ${slug}`);
  return found;
};

test('the demo’s groups keep every kind of rhythm', () => {
  const said = [
    'alumni-book-table',
    'alumni-money-evening',
    'alumni-film-night',
    'alumni-evening-paddle',
  ].map((slug) => rhythmWords(group(slug)));
  expect(said).toEqual([
    'Every other Tuesday',
    '2nd and 4th Tuesday of the month',
    'Last Friday of the month',
    'Every Wednesday, June to August',
  ]);
  expect(rhythmWords(group('alumni-winter-soup'))).toBe('Every Monday, November to March');
  expect(rhythmWords(group('alumni-sleep-course'))).toMatch(/^Every Thursday, until /);
});

test('eight evenings are eight, and some are still to come', () => {
  const { firstOn, lastOn } = group('alumni-sleep-course').schedule;
  expect(Temporal.PlainDate.from(firstOn ?? '').until(lastOn ?? '').days).toBe(49);
  expect(comingDates(group('alumni-sleep-course'), now, 8).length).toBeGreaterThanOrEqual(5);
});

test('the coming week has a group that is closed and one that is moved', () => {
  const [closed] = comingDates(group('alumni-tuesday-walk'), now, 3).filter(
    ({ state }) => state === 'closed',
  );
  const [moved] = comingDates(group('alumni-family-evening'), now, 3).filter(
    ({ state }) => state === 'moved',
  );
  for (const date of [closed, moved])
    expect(now.until(date?.start.toInstant() ?? now).total('hours')).toBeLessThan(9 * 24);
  expect(closed?.note).toBe('The footbridge is being mended');
  expect(moved?.location).toBe('Alder Springs Library, Room B');
});

test('what the database keeps is what the schema takes', () => {
  for (const { schedule } of meetings.values()) expect(scheduleSchema.parse(schedule)).toEqual(schedule);
});

test('a house that closes for a holiday closes only there', () => {
  const closed = [...meetings.values()].filter(({ exceptions }) =>
    exceptions.some(({ on }) => /-12-2[45]$/.test(on)),
  );
  for (const { location, source } of closed)
    expect([location?.split(',')[0], source]).toEqual(['Juniper Hollow', null]);
});

test('a set of groups is read as the whole list has them', async () => {
  const slugs = ['alumni-tuesday-walk', 'alumni-family-evening', 'early-light', 'nobody'];
  const found = await listedMeetingsOf(publicDatabase(), slugs);
  expect(found).toEqual(['alumni-family-evening', 'alumni-tuesday-walk', 'early-light'].map(group));
});

test('the seed leaves a filled database as it is', async () => {
  await seed(database);
  expect(await read()).toEqual(meetings);
});
