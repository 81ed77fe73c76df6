import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { meetingView } from '#meetings/meeting-view.ts';
import { savedFacts } from '#meetings/saved/facts.ts';
import { myWeek } from '#meetings/saved/my-week.ts';
import { mostSaved, readMeeting, readSaved, writeSaved, type SavedMeeting } from '#meetings/saved/saved.ts';
import type { ListedMeeting } from '#meetings/schema.ts';
import { listedMeeting } from '../support/meeting.ts';

const sunday = Temporal.Instant.from('2026-11-22T12:00:00-07:00');
const saved = (changes: Partial<ListedMeeting> = {}, now = sunday): SavedMeeting => {
  const meeting = listedMeeting(changes);
  return savedFacts(meeting, meetingView(meeting, 'America/Denver', now), now);
};

describe('what is kept', () => {
  test('comes back as it was', () => {
    const meetings = [saved(), saved({ slug: 'late', startTime: '23:30', mode: 'paused' })];
    expect(readSaved(writeSaved(meetings))).toEqual(meetings);
    expect(readMeeting(JSON.parse(JSON.stringify(saved())))).toEqual(saved());
  });

  test('whatever stands there, reading it does not throw, and gives only meetings', () => {
    const likely = fc.record(
      {
        slug: fc.oneof(fc.constant('a-b'), fc.anything()),
        name: fc.oneof(fc.string(), fc.anything()),
        timeZone: fc.oneof(fc.constantFrom('America/Denver', 'Mars/Base'), fc.anything()),
        day: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.anything()),
        start: fc.oneof(fc.constantFrom('07:00', '7 PM', '24:00'), fc.anything()),
        dates: fc.oneof(
          fc.array(fc.record({ at: fc.oneof(fc.string(), fc.constant('2026-11-24T19:00Z')) })),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(fc.oneof(likely, fc.anything())).map((meetings) => JSON.stringify({ version: 1, meetings })),
    );
    fc.assert(
      fc.property(text, (kept) => {
        const meetings = readSaved(kept);
        expect(meetings.length).toBeLessThanOrEqual(mostSaved);
        expect(readSaved(writeSaved(meetings))).toEqual(meetings);
        // and the week can be shown from it
        const { days, others } = myWeek(meetings, sunday.epochMilliseconds, 'America/Denver');
        expect(days.length + others.length).toBeGreaterThanOrEqual(Math.min(1, meetings.length));
      }),
      { numRuns: 500 },
    );
  });

  test('nothing, another version and other things are an empty list', () => {
    for (const text of [null, '', 'null', '[]', '{"version":2,"meetings":[{"slug":"a","name":"A"}]}'])
      expect(readSaved(text), String(text)).toEqual([]);
    expect(readSaved('{"version":1,"meetings":[null,{"slug":"a","name":"A"}]}')).toHaveLength(1);
  });

  test('holds no link, number or code', () => {
    const kept = JSON.stringify(
      saved({ mode: 'online', joinUrl: 'https://zoom.us/j/1', joinPhone: '+13035550161', joinNotes: 'x1y' }),
    );
    expect(kept).not.toMatch(/zoom|0161|x1y/);
  });
});

describe('my week', () => {
  const week = (meetings: SavedMeeting[], zone = 'America/Denver', now = sunday) =>
    myWeek(meetings, now.epochMilliseconds, zone);
  const told = (meetings: SavedMeeting[], zone?: string, now?: Temporal.Instant) =>
    week(meetings, zone, now).days.flatMap(({ near, date, entries }) =>
      entries.map(({ meeting, time, there }) =>
        [near + date, `${time.hour} ${time.half}`, meeting.slug, there].filter(Boolean).join(' | '),
      ),
    );

  test('begins with what comes next, by the clock of who reads', () => {
    const eastern = saved({ slug: 'east', day: 1, startTime: '00:30', timeZone: 'America/New_York' });
    expect(told([saved(), eastern, saved({ slug: 'early', day: 3, startTime: '07:15' })])).toEqual([
      'Today, Sunday, November 22 | 7:00 pm | sunday-evening',
      'Today, Sunday, November 22 | 10:30 pm | east | Monday, 12:30 am Eastern Time',
      'Wednesday, November 25 | 7:15 am | early',
    ]);
    expect(told([eastern], 'Europe/Berlin')).toEqual([
      'Tomorrow, Monday, November 23 | 6:30 am | east | Monday, 12:30 am Eastern Time',
    ]);
  });

  test('what has begun is there until it is over, and is next week’s then', () => {
    const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}-07:00`);
    expect(told([saved()], 'America/Denver', at('19:55:00'))).toHaveLength(1);
    expect(told([saved()], 'America/Denver', at('20:01:00'))).toEqual([]);
    expect(week([saved()], 'America/Denver', at('20:01:00')).others).toHaveLength(1);
  });

  test('a date that is closed is shown as such, and one that is moved on its new day', () => {
    const moved = { to: '2026-11-24', startTime: '18:00', endTime: null, location: null };
    const { days } = week([
      saved({ slug: 'shut', exceptions: [{ on: '2026-11-22', moved: null, note: 'roof work' }] }),
      saved({ slug: 'away', exceptions: [{ on: '2026-11-22', moved, note: null }] }),
    ]);
    expect(days.flatMap(({ entries }) => entries)).toMatchObject([
      { held: false, note: 'Closed on Sunday, November 22: roof work', meeting: { slug: 'shut' } },
      { held: true, time: { hour: '6:00', half: 'pm' }, meeting: { slug: 'away' } },
    ]);
  });

  test('months after it was read a weekly meeting still has its times, right across clock changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/Denver', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns'),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 5, max: 23 }),
        fc.integer({ min: 0, max: 700 }),
        (timeZone, day, hour, later) => {
          const startTime = `${String(hour).padStart(2, '0')}:15`;
          const now = sunday.add({ hours: later * 24 });
          const meeting = saved({ day, startTime, timeZone });
          const entries = week([meeting], timeZone, now).days.flatMap((one) => one.entries);
          for (const { at } of entries) {
            const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
            expect(there.dayOfWeek % 7).toBe(day);
            expect(there.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(startTime);
          }
          // today's may be over
          expect(entries.length).toBeLessThanOrEqual(1);
          if (day !== now.toZonedDateTimeISO(timeZone).dayOfWeek % 7) expect(entries).toHaveLength(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('paused, by appointment and seasonal ones without a date stand apart, with when they are held', () => {
    const { days, others } = week([
      saved({ slug: 'shop', mode: 'paused' }),
      saved({ slug: 'ask', day: null, startTime: null }),
      saved({
        slug: 'summer',
        schedule: { everyWeeks: null, weeksOfMonth: null, months: [7], firstOn: null, lastOn: null },
      }),
    ]);
    expect(days).toEqual([]);
    expect(others.map(({ slug, when, caution }) => [slug, when, caution])).toEqual([
      ['shop', 'Every Sunday, 7:00 pm, Mountain Time', 'Paused for now'],
      ['ask', 'By appointment', null],
      ['summer', 'Every Sunday in July, 7:00 pm, Mountain Time', null],
    ]);
  });
});
