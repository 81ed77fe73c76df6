import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFeed, type ImportContext } from '#meetings/import/import-feed.ts';
import { readFeed } from '#meetings/import/read-feed.ts';
import { importedMeetingSchema } from '#meetings/schema.ts';

/** Whatever a feed holds, the importer answers for every row of it. 10,000 feeds in all. */

const context: Omit<ImportContext, 'format'> = {
  fellowship: 'aa',
  source: 'ours',
  timeZone: 'America/Denver',
};

const hostile = fc.constantFrom<unknown>(
  ...[
    '7:00 PM',
    '24:00',
    '7-8 PM',
    'Monday',
    'Mon–Fri',
    'daily',
    'zoom.us/j/1',
    'javascript:alert(1)',
    '',
    ' ',
  ],
  ...[
    '__proto__',
    'constructor',
    '<script>',
    '<b>a</b',
    '&#x0;&#1114112;',
    '\u0000',
    '\ud800',
    'a'.repeat(300),
  ],
  ...[
    '41.5,-70.9',
    '1e999',
    'America/Denver',
    '+05:00',
    '2023-02-31 25:00:00',
    'in_person',
    'O, X',
    'TC',
    'ONL',
  ],
  ...[
    'contact John Smith 303-555-0134',
    'pat@example.org',
    '(at) [at] ( [ \\ *',
    '0',
    '7',
    7,
    0,
    -1,
    1e308,
    -0,
  ],
  ...[null, true, [], {}, [[]], [null], { fields: null }],
);
const field = fc.oneof(
  { weight: 3, arbitrary: hostile },
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary' }),
);

const meetingGuide = [
  ...[
    'slug',
    'name',
    'day',
    'time',
    'end_time',
    'timezone',
    'types',
    'notes',
    'location_notes',
    'group',
    'group_notes',
  ],
  ...[
    'conference_url',
    'conference_url_notes',
    'conference_phone',
    'conference_phone_notes',
    'location',
    'address',
  ],
  ...[
    'formatted_address',
    'city',
    'state',
    'postal_code',
    'country',
    'region',
    'regions',
    'latitude',
    'longitude',
  ],
  ...['coordinates', 'approximate', 'updated', 'attendance_option', 'language', 'published', 'onward'],
  ...['ID', 'Start Time', 'Conference URL', 'Weekday', 'contact_1_name', 'contact_1_phone'],
];
const bmlt = [
  ...[
    'id_bigint',
    'meeting_name',
    'weekday_tinyint',
    'start_time',
    'duration_time',
    'formats',
    'format_shared_id_list',
  ],
  ...['venue_type', 'virtual_meeting_link', 'phone_meeting_number', 'comments', 'lang_enum', 'time_zone'],
];
const record = fc.dictionary(
  fc.constantFrom(...meetingGuide, ...bmlt, 'constructor', '__proto__', 'fields'),
  field,
  { maxKeys: 14 },
);
const rows = fc.array(fc.oneof({ weight: 4, arbitrary: record }, hostile), { maxLength: 6 });
const feed = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withNullPrototype: false }),
  { weight: 3, arbitrary: rows },
  fc.record({ meetings: rows, formats: fc.oneof(fc.jsonValue(), fc.array(record, { maxLength: 3 })) }),
  fc.record({ records: fc.array(fc.record({ fields: record }), { maxLength: 4 }) }),
  fc.record({ values: fc.array(fc.array(field, { maxLength: 5 }), { maxLength: 4 }) }),
);

const minutes = 60_000;

test(
  'it never throws, reports every row once, and keeps only what the schema allows',
  () => {
    fc.assert(
      fc.property(feed, fc.constantFrom('meeting-guide', 'bmlt', 'csv'), (json, format) => {
        const { data } = importFeed(json, { ...context, format });
        if (data === null) return;
        for (const [index, report] of data.rows.entries()) {
          expect(report.row).toBe(index + 1);
          expect(report.outcome === 'dropped').toBe(report.meetings.length === 0);
          expect(report.outcome === 'kept').toBe(report.changes.length === 0);
        }
        for (const meeting of data.meetings) importedMeetingSchema.parse(meeting);
        const listed = data.rows.flatMap(({ meetings }) => meetings);
        expect(listed).toEqual(data.meetings.map(({ slug }) => slug));
        expect(new Set(listed).size).toBe(listed.length);
        expect(importFeed(json, { ...context, format }).data).toEqual(data);
      }),
      { numRuns: 10_000 },
    );
  },
  5 * minutes,
);

test('neither does the reader of the text, which answers with a list or with a sentence', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom('"', 'a,"b\n', '\ufeff[]', '[[[', '{"a":'));
  fc.assert(
    fc.property(text, fc.constantFrom('meeting-guide', 'bmlt', 'csv'), (given, format) => {
      const { data, error } = readFeed(given, format);
      if (error === null) importFeed(data, { ...context, format });
      else expect(error.message).toMatch(/\.$/);
    }),
    { numRuns: 1000 },
  );
});

test('a value nested a million deep, a note of megabytes and ten thousand rows under one name are rows like others', () => {
  let deep: unknown = [];
  for (let depth = 0; depth < 1_000_000; depth += 1) deep = [deep];
  const long = `${'<script>'.repeat(400_000)} ${'a'.repeat(2_000_000)}`;
  const twins = Array.from({ length: 10_000 }, (_, index) => ({
    slug: 'same',
    name: `Twin ${index}`,
    day: 1,
    time: '07:00',
  }));
  const { data } = importFeed(
    [deep, { slug: 'a', name: long, notes: long, day: deep, types: [deep] }, ...twins],
    {
      ...context,
      format: 'meeting-guide',
    },
  );
  expect(data?.rows).toHaveLength(10_002);
  expect(new Set(data?.meetings.map(({ slug }) => slug)).size).toBe(10_000);
});
