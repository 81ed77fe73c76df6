import fc from 'fast-check';
import { everyWeek, meetingModes, type ListedMeeting, type Schedule } from '#meetings/schema.ts';

/** Any meeting the schema allows, as `fast-check` makes them up. */

const text = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength, unit: 'grapheme' }).map((made) => made.slice(0, maxLength));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}$/);
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((made) => made.toISOString().slice(0, 10));
const degree = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((made) => made + 0);
const zones = [
  'America/Denver',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Europe/London',
  'UTC',
];

const season = fc
  .tuple(orNull(date), orNull(date))
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]));
const schedule = fc.oneof(
  fc.constant(everyWeek),
  fc
    .record({
      everyWeeks: orNull(fc.integer({ min: 2, max: 12 })),
      weeksOfMonth: orNull(
        fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 5 }),
      ),
      months: orNull(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 })),
      season,
    })
    .map(({ everyWeeks, weeksOfMonth, months, season: [first, lastOn = null] }): Schedule => {
      const counted = weeksOfMonth === null ? everyWeeks : null;
      const firstOn = first ?? (counted === null ? null : (lastOn ?? '2026-01-06'));
      return {
        everyWeeks: counted,
        weeksOfMonth: weeksOfMonth as Schedule['weeksOfMonth'],
        months,
        firstOn,
        lastOn,
      };
    }),
);
const exceptions = fc.uniqueArray(
  fc.record({
    on: date,
    moved: orNull(
      fc.record({ to: date, startTime: time, endTime: orNull(time), location: orNull(text(255)) }),
    ),
    note: orNull(text(200)),
  }),
  { selector: ({ on }) => on, maxLength: 4 },
);
const when = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ day: fc.nat(6), startTime: time, endTime: orNull(time), schedule, exceptions }),
  },
  fc.record({
    day: fc.constant(null),
    startTime: fc.constant(null),
    endTime: fc.constant(null),
    schedule: fc.constant(everyWeek),
    exceptions: fc.constant<ListedMeeting['exceptions']>([]),
  }),
);
const position = fc.oneof(
  fc.record({ latitude: degree(90), longitude: degree(180) }),
  fc.constant({ latitude: null, longitude: null }),
);
const kinds = fc.oneof(
  slug,
  fc.constantFrom('open', 'wheelchair-access', 'proof-of-attendance', 'outdoor', 'just-for-today'),
);

export const anyMeeting: fc.Arbitrary<ListedMeeting> = fc
  .record({
    rest: fc.record({
      slug,
      name: text(255),
      fellowship: fc.oneof(slug, fc.constantFrom('aa', 'al-anon', 'na', 'alumni')),
      mode: fc.constantFrom(...meetingModes),
      timeZone: fc.constantFrom(...zones),
      groupName: orNull(text(255)),
      location: orNull(text(255)),
      address: orNull(text(500)),
      region: orNull(text(255)),
      joinUrl: orNull(
        fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant('https://us02web.zoom.us/j/1?pwd=x')),
      ),
      joinPhone: orNull(fc.stringMatching(/^\+?\d[\d,*#]{6,40}$/)),
      joinNotes: orNull(text(1000)),
      notes: orNull(
        fc.oneof(text(4000), fc.constant('<b>Ring</b> John Smith 303-555-0134 & pat@example.org\n')),
      ),
      types: fc.uniqueArray(kinds, { maxLength: 8 }),
      otherTypes: fc.array(fc.oneof(text(100), fc.constantFrom('POA', 'TC', 'O', 'Roll')), { maxLength: 4 }),
      language: orNull(fc.constantFrom('es', 'ase', 'pt-br')),
      alumniOnly: fc.boolean(),
      facilitatorFirstName: orNull(text(60)),
      confirmedAt: orNull(date.map((day) => `${day}T08:30:00+00:00`)),
      source: orNull(
        fc.record({ name: text(100), lastImportedAt: fc.constant('2026-11-01T12:00:00+00:00') }),
      ),
      joinAfterPress: fc.boolean(),
      updatedAt: date.map((day) => `${day}T23:59:59.123456-07:00`),
    }),
    when,
    position,
  })
  .map(({ rest, when: moment, position: place }) => ({
    ...rest,
    ...moment,
    ...place,
    sourceKey: rest.source === null ? null : rest.slug,
  }));
