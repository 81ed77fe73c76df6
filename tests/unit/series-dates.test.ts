import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { seriesDates, type SeriesRule } from '#events/series/series-dates.ts';
import { anySeries } from '../support/any-series.ts';
import { dates } from '../support/rhythms.ts';

const at = (text: string) => Temporal.Instant.from(text);
const suppers: SeriesRule = {
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  startsOn: '2026-10-20',
  startTime: '18:30:00',
  timeZone: 'America/Denver',
  exceptOn: [],
  lastOn: null,
};
const days = (series: SeriesRule, from: string, count: number) =>
  seriesDates(series, at(from), count).map(({ on }) => on);

test('whatever the rule, zone and clock changes: the same dates as counted day by day', () => {
  fc.assert(
    fc.property(
      anySeries,
      dates('2026-01-01', '2027-06-30'),
      fc.nat(1439),
      fc.integer({ min: 1, max: 12 }),
      ({ series, isHeld }, day, minutes, count) => {
        const from = day
          .toZonedDateTime({ timeZone: series.timeZone, plainTime: Temporal.PlainTime.from('00:00') })
          .add({ minutes })
          .toInstant();
        const counted: { on: string; startsAt: string }[] = [];
        let one = day.subtract({ days: 2 });
        for (let step = 0; step < 900 && counted.length < count; step++, one = one.add({ days: 1 })) {
          const on = one.toString();
          if (!isHeld(one) || series.exceptOn.includes(on)) continue;
          if (series.lastOn !== null && on > series.lastOn) break;
          const start = one.toZonedDateTime({
            timeZone: series.timeZone,
            plainTime: Temporal.PlainTime.from(series.startTime),
          });
          if (start.epochMilliseconds >= from.epochMilliseconds)
            counted.push({ on, startsAt: start.toInstant().toString() });
        }
        expect(seriesDates(series, from, count).slice(0, counted.length)).toEqual(counted);
        if (series.lastOn !== null) expect(seriesDates(series, from, count)).toHaveLength(counted.length);
      },
    ),
    { numRuns: 400 },
  );
});

describe('dates of a series', () => {
  test('keep their time on the wall when the clocks change', () => {
    expect(seriesDates(suppers, at('2026-10-21T00:31:00Z'), 2)).toEqual([
      { on: '2026-10-27', startsAt: '2026-10-28T00:30:00Z' },
      { on: '2026-11-03', startsAt: '2026-11-04T01:30:00Z' },
    ]);
  });

  test('a date that starts at this moment is still to come, one a second ago is not', () => {
    expect(days(suppers, '2026-10-21T00:30:00Z', 1)).toEqual(['2026-10-20']);
    expect(days(suppers, '2026-10-21T00:30:01Z', 1)).toEqual(['2026-10-27']);
  });

  test('a time that the clock skips is held as it strikes again', () => {
    const early = { ...suppers, rule: 'FREQ=DAILY', startsOn: '2027-03-14', startTime: '02:30' };
    expect(seriesDates(early, at('2027-03-01T00:00:00Z'), 1)).toEqual([
      { on: '2027-03-14', startsAt: '2027-03-14T09:30:00Z' },
    ]);
  });

  test('leave out the exceptions, which are not made up for by COUNT', () => {
    const four = { ...suppers, rule: 'FREQ=WEEKLY;COUNT=4', exceptOn: ['2026-11-03'] };
    expect(days(four, '2026-10-01T00:00:00Z', 9)).toEqual(['2026-10-20', '2026-10-27', '2026-11-10']);
  });

  test.each(['FREQ=WEEKLY;UNTIL=20261103', 'FREQ=WEEKLY;UNTIL=20261104T013000Z'])(
    '%s holds the last day',
    (rule) => {
      expect(days({ ...suppers, rule }, '2026-10-01T00:00:00Z', 9)).toEqual([
        '2026-10-20',
        '2026-10-27',
        '2026-11-03',
      ]);
    },
  );

  test('once a year is found twelve years ahead, and a day that never comes is none', () => {
    expect(days({ ...suppers, rule: 'FREQ=YEARLY' }, '2027-01-01T00:00:00Z', 12).at(-1)).toBe('2038-10-20');
    expect(
      days({ ...suppers, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, '2027-01-01T00:00:00Z', 3),
    ).toEqual([]);
  });

  test('a rule that cannot be read throws', () => {
    expect(() => days({ ...suppers, rule: 'FREQ=WEEKLY;BYDAY=XX' }, '2027-01-01T00:00:00Z', 3)).toThrow();
  });
});
