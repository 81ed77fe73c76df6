import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarRequest } from '#meetings/calendar-request.ts';
import { meetingsCalendar } from '#meetings/calendar.ts';
import { occurrences } from '#meetings/occurrences.ts';
import { everyWeek, type ListedMeeting } from '#meetings/schema.ts';
import { readCalendar, readDates } from '../support/calendar-reader.ts';
import { listedMeeting } from '../support/meeting.ts';
import { rhythmicMeetings } from '../support/rhythms.ts';

const neutral = { neutralName: 'Juniper Hollow', siteUrl: 'https://example.org', titles: 'neutral' } as const;
const real = { ...neutral, titles: 'real' } as const;
const at = (text: string) => Temporal.Instant.from(text);
const wall = (time: Temporal.ZonedDateTime) => time.toPlainDateTime().toString({ smallestUnit: 'second' });

const group = (changes: Partial<ListedMeeting> = {}) =>
  listedMeeting({
    ...{ slug: 'alumni-supper', name: 'Alumni supper, in recovery; with soup', day: 2, endTime: '20:00' },
    ...{ location: 'Recovery House', address: '1105 Orchard Road, Alder Springs' },
    ...{ latitude: 39.5, longitude: -105.5, notes: 'For alumni' },
    ...changes,
  });
const closed = { on: '2026-11-24', moved: null, note: 'Relapse prevention day' };
const moved = {
  on: '2026-12-01',
  moved: { to: '2026-12-02', startTime: '23:00', endTime: '00:30', location: 'AA clubhouse' },
  note: 'Alumni hall is closed',
};
/** The unfolded lines of a file. */
const linesOf = (file: string) => file.replace(/\r\n /g, '').split('\r\n');

test('a calendar program finds the dates that the site tells, for any rhythm in six zones over two years', () => {
  const [from, until] = [at('2026-11-02T00:00:00Z'), at('2028-11-02T00:00:00Z')];
  fc.assert(
    fc.property(rhythmicMeetings, (meeting) => {
      // A time that the clock skips is no date at all (3.3.10), and one that comes twice is the first
      // (3.3.5); programs differ on both, so they are left out.
      const odd = new Set<number>();
      const expected = occurrences(meeting, from, until).flatMap((date) => {
        const { start, end, on, state } = date;
        const said = state === 'moved' ? wall(start) : `${on}T${meeting.startTime}`;
        const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
          Temporal.PlainDateTime.from(said).toZonedDateTime(meeting.timeZone, { disambiguation }),
        );
        if (earlier !== undefined && later !== undefined && !later.equals(earlier)) {
          odd.add(earlier.epochMilliseconds).add(later.epochMilliseconds);
          return [];
        }
        if (state === 'closed') return [];
        const usualEnd = end ?? start.add({ hours: 1 });
        // A series has one length (3.8.5.3): where the clock changes meanwhile, the wall says otherwise.
        const across = usualEnd.offset !== start.offset;
        return [{ start: start.epochMilliseconds, localEnd: across ? null : wall(usualEnd) }];
      });
      const found = readDates(meetingsCalendar([meeting], neutral), from, until)
        .filter(({ start }) => !odd.has(start))
        .map(({ start, localEnd }, index) => ({
          start,
          localEnd: expected[index]?.localEnd === null ? null : localEnd,
        }));
      expect(found).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

describe('a series', () => {
  const meeting = group({ exceptions: [closed, moved] });
  const lines = linesOf(meetingsCalendar([meeting], neutral));

  test('has its name, stamp, zone, rule, closed dates and length', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'PRODID:-//Juniper Hollow//Onward//EN',
        'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
        'X-PUBLISHED-TTL:PT12H',
        'TZID:America/Denver',
        'UID:alumni-supper@example.org',
        'DTSTAMP:20261101T120000Z',
        'DTSTART;TZID=America/Denver:20261006T190000',
        'DTEND;TZID=America/Denver:20261006T200000',
        'RRULE:FREQ=WEEKLY;BYDAY=TU',
        'EXDATE;TZID=America/Denver:20261124T190000',
        'URL;VALUE=URI:https://example.org/meetings/alumni-supper/',
        'GEO:39.5;-105.5',
        'CLASS:PRIVATE',
      ]),
    );
  });

  test('puts a moved date where it is moved to, past midnight', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'RECURRENCE-ID;TZID=America/Denver:20261201T190000',
        'DTSTART;TZID=America/Denver:20261202T230000',
        'DTEND;TZID=America/Denver:20261203T003000',
      ]),
    );
    expect(lines.filter((line) => line === 'UID:alumni-supper@example.org')).toHaveLength(2);
  });

  test('is the same file for the same meeting', () => {
    expect(meetingsCalendar([meeting], neutral)).toBe(meetingsCalendar([{ ...meeting }], neutral));
  });

  test('lasts an hour where nobody says how long, and ends on the next day after midnight', () => {
    const ends = (changes: Partial<ListedMeeting>) =>
      linesOf(meetingsCalendar([group(changes)], neutral)).find((line) => line.startsWith('DTEND'));
    expect(ends({ endTime: null })).toBe('DTEND;TZID=America/Denver:20261006T200000');
    expect(ends({ startTime: '23:30', endTime: '00:15' })).toBe('DTEND;TZID=America/Denver:20261007T001500');
    expect(ends({ startTime: '23:30', endTime: null })).toBe('DTEND;TZID=America/Denver:20261007T003000');
  });

  test('ends with its last day', () => {
    const term = group({ schedule: { ...everyWeek, firstOn: '2026-11-03', lastOn: '2026-12-22' } });
    expect(
      readDates(meetingsCalendar([term], neutral), at('2026-01-01T00:00Z'), at('2028-01-01T00:00Z')),
    ).toHaveLength(8);
  });

  test('never begins on a date whose time the clock skips', () => {
    const early = group({ day: 0, startTime: '02:30', endTime: null, updatedAt: '2026-04-05T12:00:00Z' });
    expect(linesOf(meetingsCalendar([early], neutral))).toContain(
      'DTSTART;TZID=America/Denver:20260315T023000',
    );
  });

  test('comes after the properties of the calendar and after the zones, each once', () => {
    const many = meetingsCalendar(
      [meeting, group({ slug: 'other' }), group({ slug: 'far', timeZone: 'Asia/Tokyo' })],
      neutral,
    );
    const begun = linesOf(many).filter((line) => /^(BEGIN|REFRESH)/.test(line));
    const zones = [
      'BEGIN:VTIMEZONE',
      'BEGIN:DAYLIGHT',
      'BEGIN:STANDARD',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
    ];
    expect(begun.slice(0, 8)).toEqual([
      'BEGIN:VCALENDAR',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      ...zones,
      'BEGIN:VEVENT',
    ]);
    expect(begun.slice(7)).toEqual(Array<string>(4).fill('BEGIN:VEVENT'));
  });

  test('has the table of its zone, under the name the meeting gives', () => {
    for (const [timeZone, name] of [
      ['US/Mountain', /America\/Denver|US\/Mountain/],
      ['asia/kolkata', /Asia\/(Kolkata|Calcutta)/],
      ['UTC', /Etc\/UTC/],
    ] as const) {
      const file = readCalendar(meetingsCalendar([group({ timeZone })], neutral));
      const zone = file.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid');
      const start = file.getFirstSubcomponent('vevent')?.getFirstProperty('dtstart');
      expect(zone).toMatch(name);
      expect(start?.getParameter('tzid')).toBe(zone);
    }
  });
});

test('what is by appointment, paused, over or in a nameless zone has no series', () => {
  const none = [
    group({ day: null, startTime: null, endTime: null }),
    group({ mode: 'paused' }),
    group({ schedule: { ...everyWeek, lastOn: '2026-01-01' } }),
    group({ timeZone: '-07:00' }),
  ];
  const file = meetingsCalendar(none, neutral);
  expect(file).not.toContain('BEGIN:VEVENT');
  // A calendar holds at least one component (3.4).
  expect(readCalendar(file).getAllSubcomponents()).toHaveLength(1);
});

describe('to whoever looks over a shoulder', () => {
  const meetings = [
    group({ exceptions: [closed, moved] }),
    group({ slug: 'second', schedule: { ...everyWeek, weeksOfMonth: [1] } }),
    group({ slug: 'third', address: null, latitude: null, longitude: null }),
    group({
      slug: 'fourth',
      mode: 'online',
      joinUrl: 'https://zoom.us/my/recovery',
      joinNotes: 'pass: alumni',
    }),
  ];
  const shown = (file: string) =>
    linesOf(file).filter((line) =>
      /^(SUMMARY|LOCATION|DESCRIPTION|NAME|X-WR-CALNAME|CATEGORIES|COMMENT)/.test(line),
    );

  test('it is some weekly group at an address', () => {
    const lines = shown(meetingsCalendar(meetings, neutral));
    expect(lines.join('\n')).not.toMatch(/recover|alumni|relapse|\bAA\b|clubhouse|zoom/i);
    expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
      ...['SUMMARY:Weekly group', 'SUMMARY:Weekly group', 'SUMMARY:Group', 'SUMMARY:Weekly group'],
      'SUMMARY:Weekly group',
    ]);
    // The moved one is elsewhere: the usual address would mislead.
    expect(lines.filter((line) => line.startsWith('LOCATION'))).toEqual([
      'LOCATION:1105 Orchard Road\\, Alder Springs',
      'LOCATION:1105 Orchard Road\\, Alder Springs',
    ]);
  });

  test('it has its own name for who asks, escaped, with place, reason and link', () => {
    const lines = shown(meetingsCalendar(meetings, real));
    expect(lines).toEqual(
      expect.arrayContaining([
        'SUMMARY:Alumni supper\\, in recovery\\; with soup',
        'LOCATION:Recovery House\\, 1105 Orchard Road\\, Alder Springs',
        'LOCATION:AA clubhouse',
        'DESCRIPTION:Moved this time\\nAlumni hall is closed',
        'DESCRIPTION:https://zoom.us/my/recovery',
      ]),
    );
    expect(lines).toContain('X-WR-CALNAME:Juniper Hollow');
  });

  test('a way in that is shown after a press is in no file', () => {
    const pressed = group({
      mode: 'online',
      joinUrl: 'https://zoom.us/j/1?pwd=x',
      joinPhone: '+13035550161,,12#',
      joinAfterPress: true,
    });
    expect(meetingsCalendar([pressed], real)).not.toMatch(/zoom|5550161/);
  });
});

test('lines end with CRLF and are folded within 75 octets, also in the middle of long words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
      const file = meetingsCalendar([group({ name })], real);
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      const lines = file.split('\r\n');
      expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
      expect(readCalendar(file).getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(name);
    }),
    { numRuns: 200 },
  );
});

describe('the address of a calendar', () => {
  const asked = (query: string) => calendarRequest(`https://example.org/api/meetings/calendar.ics${query}`);

  test('names groups once each, in order, neutral unless it says otherwise', () => {
    expect(asked('?slug=b&slug=a&slug=b')).toEqual({ slugs: ['a', 'b'], titles: 'neutral', errors: null });
    expect(asked('?slug=a&titles=real')).toMatchObject({ titles: 'real' });
  });

  test.each([
    ['', 'slug'],
    ['?slug=', 'slug'],
    ['?slug=Not%20a%20slug', 'slug'],
    [`?${Array.from({ length: 101 }, (_, index) => `slug=g${index}`).join('&')}`, 'slug'],
    ['?slug=a&titles=funny', 'titles'],
    ['?slug=a&titles=real&titles=neutral', 'titles'],
  ])('%s is refused with what to correct', (query, field) => {
    const { errors } = asked(query);
    expect(Object.keys(errors ?? {})).toEqual([field]);
    expect(errors?.[field]).toHaveLength(1);
  });
});
