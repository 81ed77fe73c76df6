import { describe, expect, test } from 'vitest';
import { newReference } from '#step-down/reference.ts';
import { seatsInWords } from '#step-down/seats.ts';
import type { SignUpView } from '#step-down/sign-ups.ts';
import { canWithdraw, placeInQueue, standing } from '#step-down/status-words.ts';
import { weekBlocks, weekGrid } from '#step-down/week.ts';
import {
  dateInWords,
  firstMeeting,
  lastMeeting,
  timeInWords,
  weekdaysInWords,
  zoneInWords,
} from '#step-down/words.ts';

describe('A group', () => {
  test('says its days from Monday on, and its hours', () => {
    expect(weekdaysInWords([0, 4, 1])).toBe('Monday, Thursday, and Sunday');
    expect(weekdaysInWords([2])).toBe('Tuesday');
    expect([timeInWords('00:00'), timeInWords('09:30'), timeInWords('12:05'), timeInWords('18:00')]).toEqual([
      '12 am',
      '9:30 am',
      '12:05 pm',
      '6 pm',
    ]);
    expect(dateInWords('2026-12-01', { year: true })).toBe('Tuesday, December 1, 2026');
    expect(zoneInWords('America/Denver')).toBe('Mountain Time');
  });

  test.each([
    ['2026-12-01', [2], '2026-12-01'],
    ['2026-12-01', [1], '2026-12-07'],
    ['2026-12-30', [0, 6], '2027-01-02'],
  ])('that starts on %s and meets on %j meets first on %s', (startsOn, weekdays, first) => {
    expect(firstMeeting({ startsOn, weekdays })).toBe(first);
  });

  test('ends on a day on which it meets, or not at all', () => {
    expect(lastMeeting({ endsOn: '2027-01-30', weekdays: [1, 2, 4] })).toBe('2027-01-28');
    expect(lastMeeting({ endsOn: null, weekdays: [1] })).toBeNull();
  });

  test('is drawn inside its week, whatever its hours', () => {
    for (const [startTime, endTime] of [
      ['05:00', '07:00'],
      ['08:00', '09:30'],
      ['21:00', '23:59'],
    ] as const) {
      for (const { x, y, blockWidth, blockHeight } of weekBlocks({
        weekdays: [0, 1, 6],
        startTime,
        endTime,
      })) {
        expect(x + blockWidth).toBeLessThanOrEqual(weekGrid.width);
        expect(y).toBeGreaterThanOrEqual(weekGrid.top);
        expect(y + blockHeight).toBeLessThanOrEqual(weekGrid.height);
      }
    }
  });

  test.each([
    [{ seats: 12, seatsLeft: 4, waiting: 0 }, '4 places left'],
    [{ seats: 12, seatsLeft: 1, waiting: 0 }, '1 place left'],
    [{ seats: 12, seatsLeft: 0, waiting: 0 }, 'Full — join the waiting list'],
    [{ seats: 12, seatsLeft: 0, waiting: 3 }, 'Full — join the waiting list, 3 ahead of you'],
    [{ seats: null, seatsLeft: null, waiting: 0 }, 'Places for everyone who comes'],
  ])('with %j says “%s”', (seats, words) => {
    expect(seatsInWords(seats)).toBe(words);
  });
});

describe('A reference', () => {
  test('can be read out without asking back, and is not soon used up', () => {
    const references = Array.from({ length: 2000 }, newReference);
    for (const reference of references)
      expect(reference).toMatch(/^[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$/);
    expect(new Set(references).size).toBe(2000);
  });
});

describe("The person's page", () => {
  const signUp: SignUpView = {
    signUp: '5f0c9a4e-7d0f-4d53-9f4a-0d7b2f3c1e11',
    reference: '7KXM-3RTD',
    kind: 'program',
    status: 'received',
    channel: 'text',
    language: 'en',
    receivedAt: '2026-11-22T01:00:00+00:00',
    program: 'Evening program',
    startsOn: '2026-12-01',
    place: 'waiting',
    position: 3,
  };

  test('says who does what next, and when', () => {
    expect(standing(signUp, 'by Monday').next).toBe(
      'A person on our team will read it and get in touch by text message by Monday.',
    );
  });

  test('tells the truth about a place', () => {
    expect(placeInQueue(signUp)).toBe('You are on the waiting list, with 2 ahead of you.');
    expect(placeInQueue({ ...signUp, position: 1 })).toBe('You are on the waiting list, and next in line.');
    expect(placeInQueue({ ...signUp, place: 'held', position: null })).toBe('A place is kept for you.');
    expect(placeInQueue({ ...signUp, place: null, position: null })).toBeNull();
  });

  test.each(['received', 'read', 'contacted', 'scheduled', 'closed', 'withdrawn'] as const)(
    'that stands at %s gives nothing away to somebody looking over a shoulder',
    (status) => {
      const { heading, next } = standing({ ...signUp, status }, 'by Monday');
      expect(`${heading} ${next}`).not.toMatch(/recover|rehab|iop|outpatient|addict|alumni|treatment|sober/i);
      expect(canWithdraw({ ...signUp, status })).toBe(status !== 'closed' && status !== 'withdrawn');
    },
  );
});
