import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { SeriesRule } from '#events/series/series-dates.ts';
import { clockZones, dates } from './rhythms.ts';

/** Series by rules of every kind, each with the plain reading of its rule: is there one that day? */

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const code = (day: Temporal.PlainDate) => codes[day.dayOfWeek - 1] ?? '';
const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });
const months = (day: Temporal.PlainDate) => day.year * 12 + day.month;

interface Rule {
  rule: string;
  isHeld: (day: Temporal.PlainDate, first: Temporal.PlainDate) => boolean;
}

const every = fc.integer({ min: 1, max: 5 });
const weekdays = fc.subarray(codes, { minLength: 1, maxLength: 4 });

const rules: fc.Arbitrary<Rule> = fc.oneof(
  every.map((days) => ({
    rule: `FREQ=DAILY;INTERVAL=${days}`,
    isHeld: (day: Temporal.PlainDate, first: Temporal.PlainDate) => first.until(day).days % days === 0,
  })),
  fc.record({ weeks: every, on: weekdays }).map(({ weeks, on }) => ({
    rule: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${on.join(',')}`,
    isHeld: (day: Temporal.PlainDate, first: Temporal.PlainDate) =>
      on.includes(code(day)) && (monday(first).until(monday(day)).days / 7) % weeks === 0,
  })),
  fc.record({ every, week: fc.constantFrom(1, 2, 3, 4, 5, -1), on: weekdays }).map(({ every, week, on }) => ({
    rule: `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${on.map((day) => `${week}${day}`).join(',')}`,
    isHeld: (day: Temporal.PlainDate, first: Temporal.PlainDate) =>
      on.includes(code(day)) &&
      (months(day) - months(first)) % every === 0 &&
      (week === -1 ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === week),
  })),
  fc.record({ every, monthDay: fc.integer({ min: 1, max: 31 }) }).map(({ every, monthDay }) => ({
    rule: `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${monthDay}`,
    isHeld: (day: Temporal.PlainDate, first: Temporal.PlainDate) =>
      day.day === monthDay && (months(day) - months(first)) % every === 0,
  })),
);

/** A series, and whether its rule has a date on a day (exceptions and the last day aside). */
export const anySeries: fc.Arbitrary<{
  series: SeriesRule;
  isHeld: (day: Temporal.PlainDate) => boolean;
}> = fc
  .record({
    rule: rules,
    startsOn: dates('2026-01-01', '2026-12-31'),
    minutes: fc.nat(24 * 12 - 1).map((fives) => fives * 5),
    timeZone: fc.constantFrom(...clockZones),
    except: fc.array(fc.nat(400), { maxLength: 10 }),
    lasts: fc.option(fc.nat(500), { nil: null }),
  })
  .map(({ rule, startsOn, minutes, timeZone, except, lasts }) => ({
    series: {
      rule: rule.rule,
      startsOn: startsOn.toString(),
      startTime: Temporal.PlainTime.from('00:00').add({ minutes }).toString(),
      timeZone,
      exceptOn: except.map((days) => startsOn.add({ days }).toString()),
      lastOn: lasts === null ? null : startsOn.add({ days: lasts }).toString(),
    },
    isHeld: (day) => Temporal.PlainDate.compare(day, startsOn) >= 0 && rule.isHeld(day, startsOn),
  }));
