import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localAt, nextWeeklyStart, zoneOffsets } from '#meetings/zone-offsets.ts';

const zones = [
  ...['America/Denver', 'America/New_York', 'America/Phoenix', 'America/Sao_Paulo', 'America/St_Johns'],
  ...[
    'America/Nuuk',
    'America/Havana',
    'Europe/London',
    'Europe/Dublin',
    'Africa/Casablanca',
    'Africa/Cairo',
  ],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tehran', 'Asia/Tokyo', 'Australia/Lord_Howe'],
  ...[
    'Australia/Adelaide',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'Pacific/Chatham',
    'Pacific/Honolulu',
    'UTC',
  ],
];

const hour = 3_600_000;
const week = 168 * hour;
const first = Date.UTC(2010, 0, 1);
const instants = fc.integer({ min: 0, max: 20 * 365 * 24 * 60 }).map((minutes) => first + minutes * 60_000);
const there = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const minuteThere = (at: number, zone: string) => {
  const { dayOfWeek, hour, minute } = there(at, zone);
  return (dayOfWeek % 7) * 1440 + hour * 60 + minute;
};

/** Every day's start around an instant, as Temporal has it: the least that is not before. */
function startByTheCalendar(minuteOfWeek: number, zone: string, notBefore: number): number {
  const around = there(notBefore, zone).toPlainDate();
  const plainTime = Temporal.PlainTime.from({
    hour: Math.floor((minuteOfWeek % 1440) / 60),
    minute: minuteOfWeek % 60,
  });
  const starts = Array.from({ length: 20 }, (_, index) => around.add({ days: index - 8 }))
    .filter(({ dayOfWeek }) => dayOfWeek % 7 === Math.floor(minuteOfWeek / 1440))
    .map((date) => date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds)
    .filter((start) => start >= notBefore);
  return Math.min(...starts);
}

test.each(zones)('the offsets of %s change when the calendar of the world says', (zone) => {
  const [from, to] = [Date.UTC(2010, 0, 1), Date.UTC(2030, 0, 1)];
  const expected = [{ from, offsetMinutes: there(from, zone).offsetNanoseconds / 6e10 }];
  for (let at: Temporal.ZonedDateTime | null = there(from, zone); at !== null;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.epochMilliseconds >= to) break;
    const offsetMinutes = at.offsetNanoseconds / 6e10;
    if (offsetMinutes !== expected.at(-1)?.offsetMinutes)
      expected.push({ from: at.epochMilliseconds, offsetMinutes });
  }
  expect(zoneOffsets(zone, from, to)).toEqual(expected);
});

test('the clock of a zone is told as Temporal tells it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, fc.nat(8 * 24), (zone, from, hours) => {
      const at = from + hours * hour;
      const reading = there(at, zone).toPlainDateTime().toZonedDateTime('UTC');
      expect(localAt(at, zoneOffsets(zone, from, from + week + 24 * hour))).toBe(reading.epochMilliseconds);
    }),
    { numRuns: 2000 },
  );
});

test('the next weekly start is the calendar’s, at any instant in any zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, fc.nat(10_079), (zone, now, minuteOfWeek) => {
      const spans = zoneOffsets(zone, now - 24 * hour, now + 9 * 24 * hour);
      expect(nextWeeklyStart(minuteOfWeek, spans, now)).toBe(startByTheCalendar(minuteOfWeek, zone, now));
    }),
    { numRuns: 2000 },
  );
});

test('the next weekly start is right in the hours around every change of the clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      instants,
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: -180, max: 180 }),
      (zone, from, startMinutes, nowMinutes) => {
        const change = there(from, zone).getTimeZoneTransition('next')?.epochMilliseconds;
        fc.pre(change !== undefined);
        const minuteOfWeek = minuteThere(change + startMinutes * 60_000, zone);
        const now = change + nowMinutes * 60_000;
        const spans = zoneOffsets(zone, now - 24 * hour, now + 9 * 24 * hour);
        expect(nextWeeklyStart(minuteOfWeek, spans, now)).toBe(startByTheCalendar(minuteOfWeek, zone, now));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a zone that left a whole day out holds that day’s meetings a day later', () => {
  // Samoa had no December 30 in 2011: Thursday the 29th was followed by Saturday the 31st.
  const now = Temporal.Instant.from('2011-12-29T20:00:00-10:00').epochMilliseconds;
  const spans = zoneOffsets('Pacific/Apia', now, now + week + 24 * hour);
  const friday = 5 * 1440 + 19 * 60;
  expect(there(nextWeeklyStart(friday, spans, now), 'Pacific/Apia').toString()).toContain('2011-12-31T19:00');
});

test('fifty thousand meetings in thirty zones take a moment', () => {
  const now = Date.UTC(2026, 9, 28);
  const began = performance.now();
  const spans = zones.map((zone) => zoneOffsets(zone, now - 24 * hour, now + 9 * 24 * hour));
  let sum = 0;
  for (let index = 0; index < 50_000; index++)
    sum += nextWeeklyStart((index * 37) % 10_080, spans[index % spans.length] ?? [], now);
  expect(sum).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(200);
});
