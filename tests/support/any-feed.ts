import fc from 'fast-check';

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
// Rows that say they come from this software, with what no meeting is.
const odd = fc.constantFrom<unknown>(
  ...[
    '\u0000',
    'half \ud800',
    '0000-01-01',
    '0000-01-01T00:00:00Z',
    '2026-01-01T00:00:00+23:59',
    '9999-12-31',
    null,
  ],
  ...[
    '2026-02-30',
    '24:00',
    'A\\u0000B',
    [],
    {},
    [{ on: '0001-01-01', moved: null, note: null }],
    'x'.repeat(5000),
  ],
);
const either = (value: unknown) => fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, odd);
const ownRow = fc.record({
  ...{
    slug: fc.string({ maxLength: 5 }),
    name: either('Dawn'),
    day: either(1),
    time: either('07:00'),
    end_time: either(null),
  },
  ...{
    timezone: either('America/Denver'),
    notes: either('Side door.'),
    latitude: either(40),
    longitude: either(-105),
  },
  onward: fc.record(
    {
      ...{
        version: fc.constant(1),
        contacts: fc.constant('public'),
        fellowship: either('aa'),
        mode: either('online'),
      },
      ...{
        types: either(['open']),
        otherTypes: either(['X']),
        language: either('es'),
        confirmedAt: either(null),
      },
      ...{ joinNotes: either(null), exceptions: either([]) },
      schedule: fc.oneof(
        odd,
        fc.record({
          everyWeeks: either(null),
          weeksOfMonth: either([2]),
          months: either(null),
          firstOn: either('2026-01-01'),
          lastOn: either(null),
        }),
      ),
    },
    { requiredKeys: ['version', 'contacts', 'fellowship', 'mode', 'types'] },
  ),
});
const rows = fc.array(fc.oneof({ weight: 4, arbitrary: record }, { weight: 2, arbitrary: ownRow }, hostile), {
  maxLength: 6,
});
/** Whatever a server may send in place of a feed: often rows of one, with anything in them. */
export const anyFeed = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withNullPrototype: false }),
  { weight: 3, arbitrary: rows },
  fc.record({ meetings: rows, formats: fc.oneof(fc.jsonValue(), fc.array(record, { maxLength: 3 })) }),
  fc.record({ records: fc.array(fc.record({ fields: record }), { maxLength: 4 }) }),
  fc.record({ values: fc.array(fc.array(field, { maxLength: 5 }), { maxLength: 4 }) }),
);
