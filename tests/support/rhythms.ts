import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { everyWeek, type ListedMeeting, type MeetingException, type Schedule } from '#meetings/schema.ts';
import { listedMeeting } from './meeting.ts';

/** Meetings of every rhythm for property tests, and the same dates counted day by day. */

export const clockZones = [
  'America/Denver',
  'America/New_York',
  'Europe/London',
  // by half an hour
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  // on the other side of the date line
  'Pacific/Apia',
];

export const dates = (from: string, to: string) => {
  const first = Temporal.PlainDate.from(from);
  return fc.nat(first.until(to).days).map((days) => first.add({ days }));
};

const time = fc.nat(24 * 12 - 1).map((fives) =>
  Temporal.PlainTime.from('00:00')
    .add({ minutes: fives * 5 })
    .toString({ smallestUnit: 'minute' }),
);

const someOf = <Value>(values: Value[], longest: number) =>
  fc.subarray(values, { minLength: 1, maxLength: longest });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 1 });

const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    rhythm: fc.oneof(
      fc.constant({}),
      fc.record({ everyWeeks: fc.integer({ min: 2, max: 12 }) }),
      fc.record({
        weeksOfMonth: someOf<NonNullable<Schedule['weeksOfMonth']>[number]>([1, 2, 3, 4, 5, -1], 5),
      }),
    ),
    months: maybe(someOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 11)),
    ends: maybe(dates('2026-10-01', '2027-12-31')),
    begins: dates('2026-01-01', '2026-12-31'),
    always: fc.boolean(),
  })
  .map(({ rhythm, months, ends, begins, always }) => {
    const firstOn = always && !('everyWeeks' in rhythm) ? null : begins.toString();
    const lastOn = ends?.toString() ?? null;
    return {
      ...everyWeek,
      ...rhythm,
      months,
      firstOn,
      lastOn: lastOn !== null && firstOn !== null && lastOn < firstOn ? firstOn : lastOn,
    };
  });

/** Whether the rhythm has a meeting held that day: the plain reading, without a rule. */
export function isHeld({ day, schedule }: ListedMeeting, date: Temporal.PlainDate): boolean {
  const { everyWeeks, weeksOfMonth, months, firstOn, lastOn } = schedule;
  if (date.dayOfWeek % 7 !== day) return false;
  if (firstOn !== null && date.toString() < firstOn) return false;
  if (lastOn !== null && date.toString() > lastOn) return false;
  if (months !== null && !months.includes(date.month)) return false;
  const isLast = date.day + 7 > date.daysInMonth;
  if (weeksOfMonth !== null)
    return weeksOfMonth.some((week) => (week === -1 ? isLast : week === Math.ceil(date.day / 7)));
  if (everyWeeks === null || firstOn === null) return true;
  let begun = Temporal.PlainDate.from(firstOn);
  while (begun.dayOfWeek % 7 !== day) begun = begun.add({ days: 1 });
  return (begun.until(date).days / 7) % everyWeeks === 0;
}

/** A meeting of any rhythm with some dates, held or not, that are closed or moved. */
export const rhythmicMeetings: fc.Arbitrary<ListedMeeting> = fc
  .record({
    day: fc.nat(6),
    startTime: time,
    endTime: maybe(time),
    timeZone: fc.constantFrom(...clockZones),
    schedule: schedules,
    exceptions: fc.uniqueArray(
      fc.record({
        on: dates('2026-10-01', '2027-10-01'),
        near: fc.integer({ min: -5, max: 5 }),
        moved: maybe(
          fc.record({ startTime: time, endTime: maybe(time), location: maybe(fc.constant('Barn')) }),
        ),
      }),
      { maxLength: 12, selector: ({ on }) => on.toString() },
    ),
  })
  .map(({ exceptions, ...meeting }) => {
    const listed = listedMeeting(meeting);
    const real = exceptions.map(({ on, near, moved }): MeetingException => {
      // Most fall on a date of the rhythm, some beside it.
      let date = on;
      for (let tries = 0; near !== 5 && !isHeld(listed, date) && tries < 400; tries++)
        date = date.add({ days: 1 });
      const to = date.add({ days: near }).toString();
      return { on: date.toString(), moved: moved && { to, ...moved }, note: 'A holiday' };
    });
    const once = new Map(real.map((exception) => [exception.on, exception]));
    return { ...listed, exceptions: [...once.values()].sort((a, b) => (a.on < b.on ? -1 : 1)) };
  });
