import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { comingDates } from '#meetings/coming.ts';
import { meetingView } from '#meetings/meeting-view.ts';
import { nextMeetings } from '#meetings/next.ts';
import { occurrenceWords } from '#meetings/occurrence-words.ts';
import { rhythmWords } from '#meetings/rhythm-words.ts';
import { everyWeek, type MeetingException, type Schedule } from '#meetings/schema.ts';
import { structuredData } from '#meetings/structured-data.ts';
import { listedMeeting } from '../support/meeting.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00-07:00');
const tuesdays = (schedule: Partial<Schedule> = {}, exceptions: MeetingException[] = []) =>
  listedMeeting({ day: 2, endTime: '20:00', schedule: { ...everyWeek, ...schedule }, exceptions });
const closed: MeetingException = { on: '2026-11-24', moved: null, note: 'Thanksgiving week' };
const moved: MeetingException = {
  on: '2026-12-01',
  moved: { to: '2026-12-02', startTime: '18:00', endTime: null, location: 'Grange Hall' },
  note: null,
};

test.each<[Partial<Schedule>, string]>([
  [{}, 'Every Tuesday'],
  [{ everyWeeks: 2, firstOn: '2026-01-06' }, 'Every other Tuesday'],
  [{ everyWeeks: 3, firstOn: '2026-01-06' }, 'Every 3 weeks on Tuesday'],
  [{ weeksOfMonth: [2, 4] }, '2nd and 4th Tuesday of the month'],
  [{ weeksOfMonth: [-1] }, 'Last Tuesday of the month'],
  [{ weeksOfMonth: [-1, 3, 1] }, '1st, 3rd, and last Tuesday of the month'],
  [{ months: [6, 7, 8] }, 'Every Tuesday, June to August'],
  [{ months: [1, 2, 12, 11] }, 'Every Tuesday, November to February'],
  [{ months: [6] }, 'Every Tuesday in June'],
  [{ months: [12, 6, 7] }, 'Every Tuesday in June, July, and December'],
  [{ weeksOfMonth: [1], months: [3, 6] }, '1st Tuesday of the month in March and June'],
  [{ lastOn: '2026-12-15' }, 'Every Tuesday, until December 15, 2026'],
  [{ firstOn: '2026-11-24' }, 'Every Tuesday, from November 24, 2026'],
  [{ firstOn: '2026-11-23' }, 'Every Tuesday'],
  [
    { firstOn: '2027-01-05', lastOn: '2027-02-23' },
    'Every Tuesday, from January 5, 2027 until February 23, 2027',
  ],
])('the schedule %o is “%s”', (schedule, said) => {
  expect(rhythmWords(tuesdays(schedule), '2026-11-23')).toBe(said);
});

test('a rhythm is by appointment without a day', () => {
  expect(rhythmWords(listedMeeting({ day: null, startTime: null }))).toBe('By appointment');
});

test('a date says what becomes of it, and why', () => {
  const sameDay = {
    ...moved,
    on: '2026-12-08',
    moved: { ...moved.moved!, to: '2026-12-08', location: null },
  };
  const said = comingDates(tuesdays({}, [closed, moved, { ...sameDay, note: 'Snow' }]), now, 3).map((date) =>
    occurrenceWords(date),
  );
  expect(said).toEqual([
    'Closed on Tuesday, November 24: Thanksgiving week',
    'Moved from Tuesday, December 1 to Wednesday, December 2, 6:00 pm, at Grange Hall',
    'Moved on Tuesday, December 8 to 6:00 pm: Snow',
    'Tuesday, December 15, 7:00 pm',
  ]);
});

test('the meeting’s page names the rhythm and the next date that is held', () => {
  const season = tuesdays({ everyWeeks: 2, firstOn: '2026-11-24', months: [11, 12, 1] }, [closed]);
  const { when, next } = meetingView(season, 'America/Denver', now);
  expect(when).toBe(
    'Every other Tuesday, November to January, from November 24, 2026, 7:00 pm to 8:00 pm, Mountain Time',
  );
  expect(next?.toPlainDate().toString()).toBe('2026-12-08');
  expect(meetingView(tuesdays({ lastOn: '2026-11-17' }), 'America/Denver', now).next).toBeNull();
});

describe('the home page', () => {
  const soon = (...meetings: ReturnType<typeof tuesdays>[]) =>
    nextMeetings(meetings, 'America/Denver', now).map(({ startsAt, place, moved: isMoved }) => [
      startsAt,
      place,
      isMoved,
    ]);

  test('skips a closed date and says when one is moved, and where', () => {
    expect(soon(tuesdays({}, [closed]))).toEqual([['2026-12-01T19:00:00-07:00', 'Hall', undefined]]);
    expect(soon(tuesdays({}, [closed, moved]))).toEqual([['2026-12-02T18:00:00-07:00', 'Grange Hall', true]]);
  });

  test('waits for the season, and leaves out what is over', () => {
    expect(soon(tuesdays({ months: [6] }), tuesdays({ lastOn: '2026-11-17' }))).toEqual([
      ['2027-06-01T19:00:00-06:00', 'Hall', undefined],
    ]);
  });
});

describe('structured data', () => {
  const dataOf = (meeting: ReturnType<typeof tuesdays>) =>
    structuredData(meeting, meetingView(meeting, 'America/Denver', now).next, 'https://example.org/');

  test.each<[Partial<Schedule>, Record<string, unknown>]>([
    [{}, { repeatFrequency: 'P1W', byDay: 'https://schema.org/Tuesday' }],
    [
      { everyWeeks: 2, firstOn: '2026-11-03' },
      { repeatFrequency: 'P2W', startDate: '2026-11-03' },
    ],
    [{ weeksOfMonth: [2, 4] }, { repeatFrequency: 'P1M', byMonthWeek: [2, 4] }],
    [{ weeksOfMonth: [1, -1] }, { repeatFrequency: 'P1M', byDay: ['1TU', '-1TU'] }],
    [
      { months: [11, 12], lastOn: '2026-12-15' },
      { byMonth: [11, 12], endDate: '2026-12-15' },
    ],
  ])('tells the schedule %o', (schedule, said) => {
    expect(dataOf(tuesdays(schedule))?.['eventSchedule']).toMatchObject({ startTime: '19:00', ...said });
  });

  test('keeps a link that is shown after a press to the page', () => {
    const online = { ...tuesdays(), mode: 'online', joinUrl: 'https://zoom.us/j/1' } as const;
    expect(dataOf(online)?.['location']).toMatchObject({ url: 'https://zoom.us/j/1' });
    expect(dataOf({ ...online, joinAfterPress: true })?.['location']).toMatchObject({
      url: 'https://example.org/',
    });
  });

  test('leaves out what is closed, goes where it is moved, and promises nothing that is over', () => {
    expect(dataOf(tuesdays({}, [closed, moved]))).toMatchObject({
      startDate: '2026-12-02T18:00:00-07:00',
      location: { name: 'Grange Hall' },
      eventSchedule: { exceptDate: ['2026-11-24', '2026-12-01'] },
    });
    expect(dataOf(tuesdays({ lastOn: '2026-11-17' }))).toBeNull();
  });
});
