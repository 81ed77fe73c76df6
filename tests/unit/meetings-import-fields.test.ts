import { expect, test } from 'vitest';
import { importFeed, type FeedImport, type ImportContext } from '#meetings/import/import-feed.ts';
import { readFeed } from '#meetings/import/read-feed.ts';

/** What feeds write into each field, and what becomes of it. */

const context: ImportContext = {
  ...{ format: 'meeting-guide', fellowship: 'aa', source: 'Test City AA', timeZone: 'America/Denver' },
};

function imported(feed: unknown, changes: Partial<ImportContext> = {}): FeedImport {
  const { data, error } = importFeed(feed, { ...context, ...changes });
  if (error) throw new Error(error.message);
  return data;
}

const row = { slug: 'dawn', name: 'Dawn', day: 1, time: '07:00', address: '12 Elm St, Testville' };
const one = (changes: Record<string, unknown>, also: Partial<ImportContext> = {}) => {
  const { meetings, rows } = imported([{ ...row, ...changes }], also);
  return { meeting: meetings[0], days: meetings.map(({ day }) => day), report: rows[0] };
};

test.each([
  ['daily', [0, 1, 2, 3, 4, 5, 6]],
  ['Mon–Fri', [1, 2, 3, 4, 5]],
  ['Friday to Sunday', [5, 6, 0]],
  ['Mon/Wed', [1, 3]],
  ['Tuesday & Thursday', [2, 4]],
  [
    ['Monday', 3, '5'],
    [1, 3, 5],
  ],
  [[7, 0], [0]],
  [[null, 2], [2]],
])('day %j is read as %j', (day, expected) => {
  expect(one({ day }).days).toEqual(expected);
});

test.each([
  [{ time: '7-8 PM' }, '19:00', '20:00'],
  [{ time: '11:00 - 12:30 pm' }, '11:00', '12:30'],
  [{ time: '19:00–20:15' }, '19:00', '20:15'],
  [{ time: '7:00 PM to 8:00 PM' }, '19:00', '20:00'],
  [{ time: '12:00 noon' }, '12:00', null],
  [{ time: '23:00', end_time: '24:00' }, '23:00', '00:00'],
  [{ time: '11:30 PM', end_time: '12:30 AM' }, '23:30', '00:30'],
])('%j starts at %s and ends at %s', (fields, startTime, endTime) => {
  expect(one(fields).meeting).toMatchObject({ startTime, endTime });
});

test('a time nobody can read is kept in the note, so that it is not lost', () => {
  const { meeting } = one({ time: 'after sunset' });
  expect(meeting).toMatchObject({ day: null, startTime: null });
  expect(meeting?.notes).toBe('The source gives only: Monday, “after sunset”. Ask before you go.');
});

test('nulls anywhere are nothing said', () => {
  const names = [
    'end_time',
    'timezone',
    'location',
    'formatted_address',
    'region',
    'regions',
    'latitude',
    'longitude',
  ];
  const more = [
    'coordinates',
    'types',
    'notes',
    'group',
    'conference_url',
    'conference_phone',
    'updated',
    'approximate',
  ];
  const nulls = Object.fromEntries([...names, ...more, 'attendance_option'].map((name) => [name, null]));
  const { meeting, report } = one(nulls);
  expect(report?.outcome).toBe('kept');
  expect(meeting).toMatchObject({ name: 'Dawn', types: [], notes: null, latitude: null, mode: 'in-person' });
});

test.each([
  ['Zoom: https://zoom.us/j/1?pwd=x', 'https://zoom.us/j/1?pwd=x'],
  ['https://zoom.us/j/1?a=1&amp;pwd=x', 'https://zoom.us/j/1?a=1&pwd=x'],
  ['www.zoom.us/j/1', 'https://www.zoom.us/j/1'],
  ['//zoom.us/j/1', 'https://zoom.us/j/1'],
  ['https://zoom.us/j/1?uname=pat%40example.org&pwd=x', 'https://zoom.us/j/1?pwd=x'],
])('the link in %j is %s', (conference_url, expected) => {
  const { meeting, report } = one({ conference_url });
  expect(meeting?.joinUrl).toBe(expected);
  expect(report?.outcome).toBe('repaired');
});

test.each(['ftp://zoom.us/j/1', 'zoom', 'https://', 'https://pat:secret@zoom.us/', 'data:text/html,x'])(
  '%s is no link',
  (conference_url) => {
    expect(one({ conference_url }).meeting?.joinUrl).toBeNull();
  },
);

test('tables say it in plain words: types by name, attendance, regions from wide to near', () => {
  const text = [
    'ID,Name,Weekday,Start Time,Full Address,Types,Attendance Option,Regions,Time Zone,Meeting Link',
    'dawn,Dawn,Monday,7 PM,"12 Elm St, Testville","Open, Big Book, XYZ",In Person,City > North,America/Chicago,zoom.us/j/1',
  ].join('\n');
  const { meetings, rows } = imported(readFeed(text, 'csv').data, { format: 'csv' });
  expect(meetings[0]).toMatchObject({
    ...{ sourceKey: 'dawn', day: 1, startTime: '19:00', timeZone: 'America/Chicago', mode: 'in-person' },
    ...{ types: ['open', 'big-book'], otherTypes: ['XYZ'], region: 'City, North' },
  });
  expect(rows[0]?.remarks).toEqual(['unknown codes kept as text: XYZ']);
});

test('a spreadsheet as its own service sends it is a list as well', () => {
  const values = [
    ['ID', 'Name', 'Day', 'Time', 'Address'],
    ['dawn', 'Dawn', 'Monday', '7:00 PM', '12 Elm St'],
    null,
  ];
  const { meetings, rows } = imported({ values });
  expect(meetings[0]).toMatchObject({ sourceKey: 'dawn', day: 1, startTime: '19:00' });
  expect(rows.map(({ outcome }) => outcome)).toEqual(['repaired', 'dropped']);
});

test('an address is not measured by its commas', () => {
  for (const address of ['12 Rue X, Paris, France', '12 Elm St, Testville', '12 Elm St'])
    expect(one({ address: undefined, formatted_address: address, city: 'Testville' }).meeting?.mode).toBe(
      'in-person',
    );
});

test('a town that only the list of regions names is no place to walk to either', () => {
  const { meeting } = one({
    ...{ address: undefined, formatted_address: 'Testville, CO', regions: ['Colorado', 'Testville'] },
    conference_url: 'https://zoom.us/j/1',
  });
  expect(meeting).toMatchObject({ mode: 'online', region: 'Colorado, Testville' });
});

test('a town alone is no place to walk to, whatever it is called', () => {
  expect(
    one({ address: undefined, formatted_address: 'Testville, CO, USA', region: 'Testville' }).meeting?.mode,
  ).toBe('unconfirmed');
  expect(one({ approximate: 'yes', conference_url: 'https://zoom.us/j/1' }).meeting?.mode).toBe('online');
});

test('a zone with rules is kept, an offset or a made-up name is repaired', () => {
  expect(one({ timezone: 'Pacific/Auckland' }).meeting?.timeZone).toBe('Pacific/Auckland');
  for (const timezone of ['+05:00', 'Mars/Olympus', 7])
    expect(one({ timezone })).toMatchObject({
      meeting: { timeZone: 'America/Denver' },
      report: { outcome: 'repaired' },
    });
});

test('codes mean what the fellowship means by them', () => {
  const read = (fellowship: string) => one({ types: ['POA', 'BE', 'X'] }, { fellowship }).meeting;
  expect(read('aa')).toMatchObject({ types: ['proof-of-attendance', 'newcomer', 'wheelchair-access'] });
  expect(read('al-anon')).toMatchObject({ types: ['parents', 'newcomer', 'wheelchair-access'] });
  expect(read('slaa')).toMatchObject({ types: [], otherTypes: ['POA', 'BE', 'X'] });
});

test('BMLT formats go by their id where keys are shared, and a key with two meanings stays a word', () => {
  const formats = [
    { id: '4', key_string: 'O', world_id: 'OPEN' },
    { id: '9', key_string: 'O', world_id: 'WCHR' },
    { id: '11', key_string: 'Local', world_id: '' },
  ];
  const meeting = {
    id_bigint: '1',
    meeting_name: 'Late',
    weekday_tinyint: '2',
    start_time: '19:00:00',
    location_street: '4 Oak',
  };
  const read = (changes: Record<string, string>) =>
    imported({ meetings: [{ ...meeting, ...changes }], formats }, { format: 'bmlt', fellowship: 'na' })
      .meetings[0];
  expect(read({ format_shared_id_list: '9,11', formats: 'O,Local' })).toMatchObject({
    types: ['wheelchair-access'],
    otherTypes: ['Local'],
  });
  expect(read({ formats: 'O' })).toMatchObject({ types: [], otherTypes: ['O'] });
});

test('BMLT without its format table keeps the keys as text, and says so', () => {
  const { meetings, rows } = imported(
    [
      {
        id_bigint: '1',
        meeting_name: 'Late',
        weekday_tinyint: '1',
        start_time: '19:00:00',
        duration_time: '01:30:00',
        formats: 'O,WC',
        location_street: '4 Oak',
      },
    ],
    { format: 'bmlt', fellowship: 'na' },
  );
  expect(meetings[0]).toMatchObject({
    day: 0,
    startTime: '19:00',
    endTime: '20:30',
    otherTypes: ['O', 'WC'],
  });
  expect(rows[0]?.remarks).toEqual(['unknown codes kept as text: O, WC']);
});

test('passcodes written into the notes of a meeting one can join stand with how to join', () => {
  const notes = 'Side door after 7.\nZoom ID: 862 5528 9408\nPasscode: 000000\nAll welcome.';
  expect(one({ notes, conference_url: 'https://zoom.us/j/1' }).meeting).toMatchObject({
    notes: 'Side door after 7.\nAll welcome.',
    joinNotes: 'Zoom ID: 862 5528 9408\nPasscode: 000000',
  });
  expect(one({ notes }).meeting?.notes).toBe(notes);
});
