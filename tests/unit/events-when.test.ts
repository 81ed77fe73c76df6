import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { daysOf, monthGrid, monthsWithEvents } from '#events/month/month-grid.ts';
import { ruleInWords } from '#events/series/rule-words.ts';
import { rhythmOf } from '#events/series/coming-dates.ts';
import { byOtherClock, daysInWords, localDay, spansDays, startHour } from '#events/when-words.ts';
import { zoneName } from '#platform/zone-name.ts';

const plain = (text: string | null) => text?.replace(/\s/g, ' ');
const denver = 'America/Denver';
const evening = { startsAt: '2026-12-06T01:00:00Z', endsAt: '2026-12-06T03:00:00Z', timeZone: denver };
const weekend = { startsAt: '2027-02-06T00:00:00Z', endsAt: '2027-02-07T19:00:00Z', timeZone: denver };

describe('when an event is, in words', () => {
  test('one evening is one day, several days are named from first to last', () => {
    expect(plain(daysInWords(evening))).toBe('Saturday, December 5, 2026');
    expect(plain(daysInWords(weekend))).toBe('Friday, February 5 – Sunday, February 7, 2027');
  });

  test('an evening past midnight belongs to its day, and what ends at midnight to the day before', () => {
    expect(spansDays({ ...evening, endsAt: '2026-12-06T09:00:00Z' })).toBe(false);
    const untilMidnight = { ...weekend, endsAt: '2027-02-07T07:00:00Z' };
    expect(plain(daysInWords(untilMidnight))).toBe('Friday, February 5 – Saturday, February 6, 2027');
  });

  test('clocks elsewhere are said only where they differ, with the day where that differs', () => {
    expect(plain(byOtherClock(evening, 'America/New_York'))).toBe('8:00 – 10:00 PM EST');
    expect(plain(byOtherClock(evening, 'Europe/Paris'))).toBe('Sun, Dec 6, 2:00 – 4:00 AM GMT+1');
    expect(byOtherClock(evening, 'America/Boise')).toBeNull();
    // Phoenix keeps no summer time: the same clock in winter, another one in July
    expect(byOtherClock(evening, 'America/Phoenix')).toBeNull();
    const july = { ...evening, startsAt: '2026-07-06T01:00:00Z', endsAt: '2026-07-06T03:00:00Z' };
    expect(plain(byOtherClock(july, 'America/Phoenix'))).toBe('6:00 – 8:00 PM MST');
    expect(zoneName('America/New_York')).toBe('Eastern Time');
    expect(plain(startHour(evening.startsAt, denver))).toBe('6:00 PM');
  });
});

describe('how often a series comes, in words', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=TU', 'Every Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every other Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=TU', 'Every 3 weeks on Tuesday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'Every Monday, Wednesday, and Friday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'Every other week on Monday and Thursday'],
    ['FREQ=MONTHLY;BYDAY=1FR', '1st Friday of the month'],
    ['FREQ=MONTHLY;BYDAY=3SU,1SU', '1st and 3rd Sunday of the month'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'Last Friday of the month'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU', 'Every other month on the 2nd Tuesday'],
    ['FREQ=MONTHLY;BYMONTHDAY=22', 'Every month on the 22nd'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
    ['FREQ=DAILY', 'Every day'],
    ['FREQ=WEEKLY;BYDAY=TU;WKST=SU', 'Every Tuesday'],
  ])('%s is “%s”', (rule, words) => {
    expect(ruleInWords(rule)).toBe(words);
  });

  test.each([
    'FREQ=YEARLY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=2TU',
    'FREQ=MONTHLY;BYDAY=TU',
    'FREQ=MONTHLY;BYDAY=1FR,2SA',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=40',
    'FREQ=WEEKLY;BYDAY=TU;COUNT=5',
  ])('%s has no short words, so none are said', (rule) => {
    expect(ruleInWords(rule)).toBeNull();
  });

  test('whatever the database allows as a rule, words or none come back', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/),
        (rule) => {
          const words = ruleInWords(rule);
          expect(words === null || !/undefined|NaN|null/.test(words)).toBe(true);
        },
      ),
    );
  });

  test('a series that ends says until when', () => {
    const series = { id: '', title: '', rule: 'FREQ=WEEKLY;BYDAY=TU', updatedAt: '' };
    expect(rhythmOf({ ...series, lastOn: '2027-05-25' })).toBe('Every Tuesday, until May 25, 2027');
    expect(rhythmOf({ ...series, lastOn: null })).toBe('Every Tuesday');
  });
});

const zones = [
  'America/Denver',
  'America/St_Johns',
  'Europe/Paris',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'UTC',
  'Africa/Casablanca',
];

describe('a month as weeks', () => {
  const month = fc
    .tuple(fc.integer({ min: 2024, max: 2032 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

  test('every day of it is there once, in order, under its weekday', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...zones), (which, zone) => {
        const weeks = monthGrid(which, [], zone);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        const days = weeks.flat();
        expect(days.filter(({ inMonth }) => inMonth).map(({ date }) => date)).toEqual(
          Array.from(
            { length: Temporal.PlainYearMonth.from(which).daysInMonth },
            (_, index) => `${which}-${String(index + 1).padStart(2, '0')}`,
          ),
        );
        for (const [index, { date }] of days.entries())
          expect(Temporal.PlainDate.from(date).dayOfWeek % 7).toBe(index % 7);
      }),
    );
  });

  // around both changes of the clocks, the new year and a leap day, for a quarter of an hour up to six days
  const eventAround = (which: string) =>
    fc
      .record({
        day: fc.integer({ min: -8, max: 36 }),
        minute: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
        lasts: fc
          .oneof(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 48, max: 600 }))
          .map((quarters) => quarters * 15),
        timeZone: fc.constantFrom(...zones),
      })
      .map(({ day, minute, lasts, timeZone }) => {
        const start = Temporal.PlainYearMonth.from(which)
          .toPlainDate({ day: 1 })
          .add({ days: day })
          .toZonedDateTime({ timeZone, plainTime: '00:00' })
          .add({ minutes: minute });
        return {
          startsAt: start.toInstant().toString(),
          endsAt: start.add({ minutes: lasts }).toInstant().toString(),
          timeZone,
        };
      });

  test('an event is on the days that it touches by the clocks of the table, numbered from first to last', () => {
    fc.assert(
      fc.property(
        month.chain((which) => fc.tuple(fc.constant(which), fc.array(eventAround(which), { maxLength: 5 }))),
        fc.constantFrom(...zones),
        ([which, events], zone) => {
          const cells = monthGrid(which, events, zone).flat();
          for (const event of events) {
            const starts = Temporal.Instant.from(event.startsAt);
            const ends = Temporal.Instant.from(event.endsAt);
            const long = ends.since(starts).total('hours') > 12;
            const touched = cells.filter(({ date, inMonth }) => {
              const day = Temporal.PlainDate.from(date);
              const from = day.toZonedDateTime(zone).toInstant();
              const until = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
              const begins =
                Temporal.Instant.compare(starts, from) >= 0 && Temporal.Instant.compare(starts, until) < 0;
              const overlaps =
                Temporal.Instant.compare(starts, until) < 0 && Temporal.Instant.compare(ends, from) > 0;
              return inMonth && (long ? overlaps : begins);
            });
            const shown = cells.filter(({ items }) => items.some((item) => item.event === event));
            expect(shown.map(({ date }) => date)).toEqual(touched.map(({ date }) => date));
            const all = daysOf(event, zone);
            for (const { date, items } of shown) {
              const item = items.find((one) => one.event === event);
              expect(item).toMatchObject({ day: all.indexOf(date) + 1, of: all.length });
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('negative control: by the clocks of another zone an evening is on another day', () => {
    const days = (zone: string) =>
      monthGrid('2026-12', [evening], zone)
        .flat()
        .flatMap(({ date, items }) => (items.length > 0 ? [date] : []));
    expect(days('America/Denver')).toEqual(['2026-12-05']);
    expect(days('Europe/Paris')).toEqual(['2026-12-06']);
  });

  test('days across the new year belong to both months', () => {
    const turn = { startsAt: '2026-12-30T17:00:00Z', endsAt: '2027-01-02T19:00:00Z', timeZone: denver };
    const days = (which: string) =>
      monthGrid(which, [turn], denver)
        .flat()
        .flatMap(({ date, items: [item] }) => (item ? [`${date}: ${item.day} of ${item.of}`] : []));
    expect(days('2026-12')).toEqual(['2026-12-30: 1 of 4', '2026-12-31: 2 of 4']);
    expect(days('2027-01')).toEqual(['2027-01-01: 3 of 4', '2027-01-02: 4 of 4']);
    expect(monthsWithEvents([turn], denver, '2026-11-22')).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  test('only months of the year before and the year and a half ahead have a page', () => {
    const at = (day: string) => ({
      startsAt: `${day}T18:00:00Z`,
      endsAt: `${day}T19:00:00Z`,
      timeZone: denver,
    });
    const far = ['2025-10-05', '2025-11-05', '2028-05-05', '2028-06-05'].map(at);
    expect(monthsWithEvents(far, denver, '2026-11-22')).toEqual(['2025-11', '2026-11', '2028-05']);
  });
});

test('the local day of a moment is that of its zone', () => {
  expect(localDay('2027-01-01T06:59:59Z', denver)).toBe('2026-12-31');
  expect(localDay('2027-01-01T07:00:00Z', denver)).toBe('2027-01-01');
});
