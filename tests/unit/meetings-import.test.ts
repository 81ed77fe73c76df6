import { describe, expect, test } from 'vitest';
import { importFeed, type FeedImport, type ImportContext } from '#meetings/import/import-feed.ts';

const context: ImportContext = {
  format: 'meeting-guide',
  fellowship: 'aa',
  source: 'Test City AA',
  timeZone: 'America/Denver',
};

function imported(feed: unknown, changes: Partial<ImportContext> = {}): FeedImport {
  const { data, error } = importFeed(feed, { ...context, ...changes });
  if (error) throw new Error(error.message);
  return data;
}

const row = {
  slug: 'dawn',
  name: 'Dawn',
  day: 1,
  time: '07:00',
  address: '12 Elm St, Testville',
  types: ['O'],
};
const one = (changes: Record<string, unknown>, also: Partial<ImportContext> = {}) => {
  const { meetings, rows } = imported([{ ...row, ...changes }], also);
  return { meeting: meetings[0], meetings, report: rows[0] };
};

describe('importing a feed row by row', () => {
  test('a proper row is kept as it is', () => {
    const { meeting, report } = one({});
    expect(report).toMatchObject({ row: 1, outcome: 'kept', changes: [], meetings: ['test-city-aa-dawn'] });
    expect(meeting).toMatchObject({ day: 1, startTime: '07:00', mode: 'in-person', types: ['open'] });
  });

  test.each([
    ['7:00 PM', '19:00'],
    ['12:00 AM', '00:00'],
    ['12:15 pm', '12:15'],
    ['7pm', '19:00'],
    ['7:30 p.m.', '19:30'],
    ['19:00:00', '19:00'],
    [1930, '19:30'],
    ['noon', '12:00'],
  ])('time %s is repaired to %s', (time, expected) => {
    const { meeting, report } = one({ time });
    expect(meeting?.startTime).toBe(expected);
    expect(report?.outcome).toBe('repaired');
  });

  test.each(['TBD', '25:00', '7', 19.5, {}, [], true])(
    'time %j makes it by appointment, never a guess',
    (time) => {
      const { meeting, report } = one({ time });
      expect(meeting).toMatchObject({ day: null, startTime: null });
      expect(meeting?.notes).toContain('Monday');
      expect(report?.outcome).toBe('repaired');
    },
  );

  test.each([
    ['Wednesday', 3],
    ['wed', 3],
    ['domingo', 0],
    ['3', 3],
    [7, 0],
  ])('day %j is repaired to %i', (day, expected) => {
    const { meeting, report } = one({ day });
    expect(meeting?.day).toBe(expected);
    expect(report?.outcome).toBe('repaired');
  });

  test('no day and no time is by appointment, and no repair', () => {
    const { meeting, report } = one({ day: null, time: null });
    expect(meeting).toMatchObject({ day: null, startTime: null });
    expect(report?.outcome).toBe('kept');
  });

  test('several days become one listed meeting a day, and no other row is lost', () => {
    const { meetings, rows } = imported([
      { ...row, slug: 'a', day: [1, 3] },
      { ...row, slug: 'b', day: 2 },
      { ...row, slug: 'c', day: ['5', 6] },
      { ...row, slug: 'd', day: [0] },
    ]);
    expect(rows.map((report) => report.meetings.length)).toEqual([2, 1, 2, 1]);
    expect(meetings.map(({ sourceKey, day }) => [sourceKey, day])).toEqual([
      ['a-mon', 1],
      ['a-wed', 3],
      ['b', 2],
      ['c-fri', 5],
      ['c-sat', 6],
      ['d', 0],
    ]);
  });

  test('an end at or past midnight stays an end on the next day', () => {
    expect(one({ time: '23:00', end_time: '00:30' }).meeting).toMatchObject({
      startTime: '23:00',
      endTime: '00:30',
    });
  });

  test('a link without a scheme gets one; a script never becomes a link', () => {
    expect(one({ conference_url: 'zoom.us/j/1' }).meeting?.joinUrl).toBe('https://zoom.us/j/1');
    expect(one({ conference_url: 'zoom.us:443/j/1' }).meeting?.joinUrl).toBe('https://zoom.us/j/1');
    expect(one({ conference_url: 'javascript://x.zoom.us/%0aalert(1)' }).meeting?.joinUrl).toBeNull();
  });

  test('HTML becomes text, and a person’s address and number leave the notes', () => {
    const notes =
      '<p>Ring <b>Pat</b> 303-555-0134<br>or pat@example.org</p>Meeting ID: 867 599 2452 &amp; Dial-in 303-555-0199';
    const { meeting, report } = one({ notes });
    expect(meeting?.notes).toBe(
      'Ring Pat [contact left out]\nor [contact left out]\nMeeting ID: 867 599 2452 & Dial-in 303-555-0199',
    );
    expect(report?.changes).toEqual([
      'HTML taken out of the notes',
      'an e-mail address taken out of the notes',
      'a phone number taken out of the notes',
    ]);
  });

  test('a slug used twice is listed twice under two names; the same row twice only once', () => {
    const { meetings, rows } = imported([row, { ...row, time: '19:00' }, row]);
    expect(meetings.map(({ sourceKey }) => sourceKey)).toEqual(['dawn', 'dawn-mon-1900']);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['kept', 'repaired', 'dropped']);
    expect(rows[2]?.changes).toEqual(['it is the same as row 1']);
  });

  test('a number is a slug as well, and slugs of two spellings do not collide', () => {
    const { meetings } = imported([
      { ...row, slug: 6 },
      { ...row, slug: 'dawn-6' },
    ]);
    expect(new Set(meetings.map(({ slug }) => slug)).size).toBe(2);
  });

  test('codes are read as the fellowship means them, and unknown ones are kept', () => {
    expect(one({ types: ['POA', 'QQ'] }).meeting).toMatchObject({
      types: ['proof-of-attendance'],
      otherTypes: ['QQ'],
    });
    expect(one({ types: ['POA'] }, { fellowship: 'al-anon' }).meeting?.types).toEqual(['parents']);
    expect(one({ types: ['POA'] }, { fellowship: 'slaa' }).meeting).toMatchObject({
      types: [],
      otherTypes: ['POA'],
    });
    expect(one({ types: 'O, X' }).meeting?.types).toEqual(['open', 'wheelchair-access']);
  });

  test('rows that are no record, or have nothing to be called, are dropped with the reason', () => {
    const { rows, meetings } = imported([null, 7, 'x', [], {}, { slug: 'y' }, row]);
    expect(rows.map(({ outcome }) => outcome)).toEqual([...Array<string>(6).fill('dropped'), 'kept']);
    expect(rows.every(({ outcome, changes }) => outcome === 'kept' || changes.length > 0)).toBe(true);
    expect(meetings).toHaveLength(1);
  });

  test('the list is found in an array, in { meetings } and in { records: [{ fields }] }', () => {
    expect(imported({ meetings: [row] }).meetings).toHaveLength(1);
    expect(imported({ records: [{ id: 'rec1', fields: row }] }).meetings).toEqual(imported([row]).meetings);
    expect(importFeed({ error: 'no' }, context).error?.code).toBe('no-list');
  });

  test('BMLT counts days from 1 and gives a length; formats are read by world id', () => {
    const bmlt = {
      id_bigint: '12',
      meeting_name: 'Late Light',
      weekday_tinyint: '1',
      start_time: '23:30:00',
      duration_time: '01:00:00',
      formats: 'Off,Roll,??',
      venue_type: '1',
      location_street: '4 Oak Ave',
      location_municipality: 'Testville',
      latitude: '0',
      longitude: '0',
    };
    const formats = [
      { key_string: 'Off', world_id: 'OPEN' },
      { key_string: 'Roll', world_id: 'WCHR' },
    ];
    const { meetings, rows } = imported({ meetings: [bmlt], formats }, { format: 'bmlt', fellowship: 'na' });
    expect(meetings[0]).toMatchObject({
      ...{ day: 0, startTime: '23:30', endTime: '00:30', mode: 'in-person', latitude: null },
      ...{ types: ['open', 'wheelchair-access'], otherTypes: ['??'], address: '4 Oak Ave, Testville' },
    });
    expect(rows[0]?.outcome).toBe('kept');
  });
});
