import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { comingDates, nextOccurrence } from '#meetings/coming.ts';
import { isPlainWeekly, occurrences } from '#meetings/occurrences.ts';
import { firstHeldDate, heldDates, recurrenceRule } from '#meetings/recurrence.ts';
import { everyWeek, type ListedMeeting } from '#meetings/schema.ts';
import { nextStart } from '#meetings/week.ts';
import { listedMeeting } from '../support/meeting.ts';
import { clockZones, dates, isHeld, rhythmicMeetings } from '../support/rhythms.ts';

const at = (text: string) => Temporal.Instant.from(text);
const on = (text: string) => Temporal.PlainDate.from(text);
const epoch = ({ start }: { start: Temporal.ZonedDateTime }) => start.epochMilliseconds;
const local = ({ start }: { start: Temporal.ZonedDateTime }) =>
  start.toPlainDateTime().toString({ smallestUnit: 'minute' });

/** Tuesdays at seven in Denver, changed where a test cares. */
const tuesdays = (changes: Partial<ListedMeeting> = {}) =>
  listedMeeting({ day: 2, endTime: '20:00', ...changes });
const autumn = [at('2026-10-01T00:00:00-06:00'), at('2027-01-01T00:00:00-07:00')] as const;

/** The starts a meeting should have, one day after the other. */
function startsByTheCalendar(meeting: ListedMeeting, from: Temporal.Instant, until: Temporal.Instant) {
  const { timeZone, startTime } = meeting;
  const start = (date: string, time: string) =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
  const starts: number[] = [];
  const last = until.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 10 });
  let date = from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 10 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!isHeld(meeting, date)) continue;
    const moved = meeting.exceptions.find((exception) => exception.on === date.toString())?.moved;
    starts.push(start(moved?.to ?? date.toString(), moved?.startTime ?? startTime ?? ''));
  }
  return starts
    .filter((moment) => moment >= from.epochMilliseconds && moment < until.epochMilliseconds)
    .sort((a, b) => a - b);
}

const spans = fc
  .tuple(dates('2026-10-01', '2027-10-01'), fc.integer({ min: 1, max: 200 * 24 }))
  .map(([date, hours]) => {
    const from = date.toZonedDateTime('UTC').toInstant();
    return { from, until: from.add({ hours }) };
  });

describe('a meeting of any rhythm in any zone', () => {
  test('is held as often, and when, as the days are counted one by one', () => {
    fc.assert(
      fc.property(rhythmicMeetings, spans, (meeting, { from, until }) => {
        expect(occurrences(meeting, from, until).map(epoch)).toEqual(
          startsByTheCalendar(meeting, from, until),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('has a rule for calendars that comes to the same dates', () => {
    fc.assert(
      fc.property(rhythmicMeetings, dates('2026-10-01', '2027-10-01'), (meeting, from) => {
        const to = from.add({ days: 200 });
        const first = firstHeldDate(meeting, from);
        const held = heldDates(meeting, from, to).map(String);
        expect(held[0]).toBe(first !== null && String(first) <= String(to) ? String(first) : undefined);
        const rule = recurrenceRule({ ...meeting, timeZone: 'UTC' });
        if (first === null || rule === null) return;
        const series = new RRuleTemporal({
          rruleString: `RRULE:${rule}`,
          dtstart: first.toZonedDateTime('UTC'),
          temporal: Temporal,
        });
        const until = to.toZonedDateTime('UTC');
        const ruled = series.between(first.toZonedDateTime('UTC'), until, true);
        expect(ruled.map((date) => date.toPlainDate().toString())).toEqual(held);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps its weekday and its local time, unless the clock skips it or it is moved', () => {
    fc.assert(
      fc.property(rhythmicMeetings, spans, (meeting, { from, until }) => {
        for (const { start, state, on: date } of occurrences(meeting, from, until)) {
          if (state === 'moved') continue;
          const time = start.toPlainTime().toString({ smallestUnit: 'minute' });
          const skipped =
            start.toPlainDateTime().toString({ smallestUnit: 'minute' }) !== `${date}T${meeting.startTime}`;
          if (skipped) expect(time > (meeting.startTime ?? '')).toBe(true);
          else expect(start.dayOfWeek % 7).toBe(meeting.day);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('says closed on each closed date it would have had, and moves each moved one once', () => {
    fc.assert(
      fc.property(rhythmicMeetings, spans, (meeting, { from, until }) => {
        const found = occurrences(meeting, from, until);
        expect(new Set(found.map((occurrence) => occurrence.on)).size).toBe(found.length);
        for (const { on: date, state } of found) {
          const exception = meeting.exceptions.find((one) => one.on === date);
          expect(state).toBe(exception ? (exception.moved ? 'moved' : 'closed') : 'as-usual');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('ends after it starts, within a day and an hour', () => {
    fc.assert(
      fc.property(rhythmicMeetings, spans, (meeting, { from, until }) => {
        for (const { start, end } of occurrences(meeting, from, until)) {
          if (end === null) continue;
          const minutes = (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
          expect(minutes).toBeGreaterThan(0);
          expect(minutes).toBeLessThanOrEqual(25 * 60);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('is next when its first occurrence that is not closed comes', () => {
    fc.assert(
      fc.property(rhythmicMeetings, spans, (meeting, { from }) => {
        const year = occurrences(meeting, from.subtract({ minutes: 10 }), from.add({ hours: 399 * 24 }));
        const expected = year.filter(({ state }) => state !== 'closed').map(epoch);
        const still = expected.filter((start) => start > from.epochMilliseconds - 600_000);
        const next = nextOccurrence(meeting, from);
        if (still.length > 0) expect(next?.start.epochMilliseconds).toBe(still[0]);
        expect(
          comingDates(meeting, from, 3)
            .filter(({ state }) => state !== 'closed')
            .map(epoch),
        ).toEqual(expect.arrayContaining(still.slice(0, 3)));
      }),
      { numRuns: 200 },
    );
  });
});

test.each(clockZones)('a plain weekly meeting in %s is next when its week says so', (timeZone) => {
  const meeting = listedMeeting({ timeZone, startTime: '01:45' });
  expect(isPlainWeekly(meeting)).toBe(true);
  for (let hours = 0; hours < 24 * 400; hours += 13) {
    const now = at('2026-01-01T00:00:00Z').add({ hours });
    const next = nextOccurrence(meeting, now)?.start.epochMilliseconds;
    expect(next).toBe(nextStart({ day: 0, startTime: '01:45', timeZone }, now).epochMilliseconds);
  }
});

describe('a rhythm', () => {
  const rule = (changes: Partial<ListedMeeting['schedule']>) =>
    recurrenceRule(tuesdays({ schedule: { ...everyWeek, ...changes } }));

  test('is a rule of RFC 5545', () => {
    expect(rule({})).toBe('FREQ=WEEKLY;BYDAY=TU');
    expect(rule({ everyWeeks: 2, firstOn: '2026-11-03' })).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU');
    expect(rule({ weeksOfMonth: [2, 4] })).toBe('FREQ=MONTHLY;BYDAY=2TU,4TU');
    expect(rule({ weeksOfMonth: [-1], months: [6, 7] })).toBe('FREQ=MONTHLY;BYDAY=-1TU;BYMONTH=6,7');
    expect(rule({ lastOn: '2026-12-15' })).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261216T065959Z');
    expect(recurrenceRule(listedMeeting({ day: null, startTime: null }))).toBeNull();
  });

  test('begins on the first date that it is held, in season and in step', () => {
    const first = (changes: Partial<ListedMeeting['schedule']>, from: string) =>
      firstHeldDate(tuesdays({ schedule: { ...everyWeek, ...changes } }), on(from))?.toString() ?? null;
    expect(first({}, '2026-11-25')).toBe('2026-12-01');
    expect(first({ firstOn: '2027-01-05' }, '2026-11-25')).toBe('2027-01-05');
    expect(first({ firstOn: '2027-01-06' }, '2026-11-25')).toBe('2027-01-12');
    expect(first({ months: [6] }, '2026-11-25')).toBe('2027-06-01');
    expect(first({ everyWeeks: 3, firstOn: '2026-11-03', months: [6] }, '2026-11-25')).toBe('2027-06-01');
    expect(first({ weeksOfMonth: [5] }, '2026-11-25')).toBe('2026-12-29');
    expect(first({ lastOn: '2026-11-24' }, '2026-11-25')).toBeNull();
  });

  test('holds its first and its last day', () => {
    const meeting = tuesdays({ schedule: { ...everyWeek, firstOn: '2026-11-03', lastOn: '2026-11-17' } });
    expect(heldDates(meeting, on('2026-01-01'), on('2027-12-31')).map(String)).toEqual([
      ...['2026-11-03', '2026-11-10', '2026-11-17'],
    ]);
    expect(nextOccurrence(meeting, at('2026-11-18T12:00:00-07:00'))).toBeNull();
  });

  test('the second and fourth Tuesday are never the 15th', () => {
    const meeting = tuesdays({ schedule: { ...everyWeek, weeksOfMonth: [2, 4] } });
    expect(occurrences(meeting, ...autumn).map(({ start }) => start.day)).toEqual([13, 27, 10, 24, 8, 22]);
  });

  test('of every other week stays in step across the end of daylight time', () => {
    const meeting = tuesdays({ schedule: { ...everyWeek, everyWeeks: 2, firstOn: '2026-10-13' } });
    expect(
      occurrences(meeting, ...autumn)
        .slice(0, 3)
        .map(({ start }) => start.toString()),
    ).toEqual([
      '2026-10-13T19:00:00-06:00[America/Denver]',
      '2026-10-27T19:00:00-06:00[America/Denver]',
      '2026-11-10T19:00:00-07:00[America/Denver]',
    ]);
  });
});

describe('a date that is not as usual', () => {
  const closed = { on: '2026-11-24', moved: null, note: 'Thanksgiving week' };
  const moved = {
    on: '2026-12-01',
    moved: { to: '2026-12-02', startTime: '18:00', endTime: null, location: 'Grange Hall' },
    note: null,
  };
  const meeting = tuesdays({ exceptions: [closed, moved] });
  const now = at('2026-11-23T12:00:00-07:00');

  test('is listed with what becomes of it', () => {
    expect(
      comingDates(meeting, now, 2).map((date) => [
        local(date),
        date.on,
        date.state,
        date.location,
        date.note,
      ]),
    ).toEqual([
      ['2026-11-24T19:00', '2026-11-24', 'closed', null, 'Thanksgiving week'],
      ['2026-12-02T18:00', '2026-12-01', 'moved', 'Grange Hall', null],
      ['2026-12-08T19:00', '2026-12-08', 'as-usual', null, null],
    ]);
  });

  test('is found by where it is moved to, however far', () => {
    const far = { ...moved, moved: { ...moved.moved, to: '2027-03-03' } };
    const [only, none] = [at('2027-03-03T00:00:00-07:00'), at('2026-12-01T00:00:00-07:00')].map((from) =>
      occurrences(tuesdays({ exceptions: [far] }), from, from.add({ hours: 24 })).map(local),
    );
    expect([only, none]).toEqual([['2027-03-03T18:00'], []]);
  });

  test('says nothing where the rhythm holds no meeting', () => {
    const strays = [
      { ...closed, on: '2026-11-25' },
      { ...moved, on: '2026-12-03' },
    ];
    const usual = occurrences(tuesdays(), ...autumn).map(local);
    expect(occurrences(tuesdays({ exceptions: strays }), ...autumn).map(local)).toEqual(usual);
  });
});

test('none are by appointment, none while paused', () => {
  expect(occurrences(listedMeeting({ day: null, startTime: null }), ...autumn)).toEqual([]);
  expect(occurrences(listedMeeting({ mode: 'paused' }), ...autumn)).toEqual([]);
});

describe('the end', () => {
  const ends = (changes: Partial<ListedMeeting>, from: string) =>
    occurrences(tuesdays(changes), at(from), at(from).add({ hours: 24 * 7 })).map(
      ({ end }) => end?.toString() ?? null,
    );

  test('is on the next day when it is not after the start', () => {
    expect(ends({ startTime: '23:00', endTime: '00:15' }, '2026-11-23T12:00:00-07:00')).toEqual([
      '2026-11-25T00:15:00-07:00[America/Denver]',
    ]);
    expect(ends({ endTime: null }, '2026-11-23T12:00:00-07:00')).toEqual([null]);
  });

  test('stays after a start that the clock skips', () => {
    // 2:15 is skipped on March 14, 2027: it is held at 3:15, and 2:45 would be before that.
    const sunday = { day: 0, startTime: '02:15', endTime: '03:00' };
    expect(ends(sunday, '2027-03-13T12:00:00-07:00')).toEqual(['2027-03-14T04:00:00-06:00[America/Denver]']);
  });
});

test('a date that a zone left out at the date line is held on the next', () => {
  // Samoa had no Friday, December 30, in 2011.
  const friday = listedMeeting({ day: 5, timeZone: 'Pacific/Apia' });
  const from = at('2011-12-31T08:00:00Z').subtract({ hours: 24 });
  expect(
    occurrences(friday, from, from.add({ hours: 48 })).map(({ start, on: date }) => [date, start.toString()]),
  ).toEqual([['2011-12-30', '2011-12-31T19:00:00+14:00[Pacific/Apia]']]);
  expect(nextOccurrence(friday, from)?.start.toString()).toContain('2011-12-31T19:00');
});
