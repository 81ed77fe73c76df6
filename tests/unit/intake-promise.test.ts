import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { answerDue, dueWords, standsAt, type Hours } from '#step-down/intake/promise.ts';

/** When an answer is due, and how that is said. */

const denver: Hours = {
  timeZone: 'America/Denver',
  businessHours: {
    ...{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00', answerWithinDays: 1 },
    holidays: ['2026-11-26', '2026-12-25'],
  },
};
const within = (answerWithinDays: number): Hours => ({
  ...denver,
  businessHours: { ...denver.businessHours, answerWithinDays },
});
const at = (local: string, { timeZone } = denver) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
const due = (local: string, hours = denver) => answerDue(at(local), hours).toPlainDateTime().toString();

describe('By the end of the next business day', () => {
  test.each([
    ['2026-11-23T12:00', '2026-11-24T18:00:00', 'Monday noon'],
    ['2026-11-23T00:00', '2026-11-24T18:00:00', 'the first minute of Monday'],
    ['2026-11-23T23:59', '2026-11-24T18:00:00', 'late on Monday, as the person reads it'],
    ['2026-11-20T17:00', '2026-11-23T18:00:00', 'Friday: Monday'],
    ['2026-11-21T09:00', '2026-11-23T18:00:00', 'Saturday: Monday'],
    ['2026-11-22T23:59', '2026-11-23T18:00:00', 'Sunday: Monday'],
    ['2026-11-25T10:00', '2026-11-27T18:00:00', 'the day before a holiday: the day after it'],
    ['2026-11-26T10:00', '2026-11-27T18:00:00', 'on a holiday: the day after it'],
    ['2026-12-24T10:00', '2026-12-28T18:00:00', 'a holiday and a weekend in a row'],
  ])('asked %s is due %s (%s)', (asked, expected) => {
    expect(due(asked)).toBe(expected);
  });

  test('with no days it is the same day while that is open, and the next business day after', () => {
    expect(due('2026-11-23T17:59', within(0))).toBe('2026-11-23T18:00:00');
    expect(due('2026-11-23T18:01', within(0))).toBe('2026-11-24T18:00:00');
    expect(due('2026-11-21T10:00', within(0))).toBe('2026-11-23T18:00:00');
  });

  test('six in the evening stays six in the evening when the clocks change', () => {
    // the clocks go back on Sunday, November 1, and forward on Sunday, March 14
    expect(answerDue(at('2026-10-30T12:00'), denver).toString()).toContain('2026-11-02T18:00:00-07:00');
    expect(answerDue(at('2027-03-12T12:00'), denver).toString()).toContain('2027-03-15T18:00:00-06:00');
  });
});

const anyHours = fc.record({
  timeZone: fc.constantFrom('America/Denver', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'),
  businessHours: fc.record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
    from: fc.constantFrom('00:00', '08:00'),
    to: fc.constantFrom('12:00', '18:00', '23:59'),
    holidays: fc.uniqueArray(
      fc
        .integer({ min: 0, max: 60 })
        .map((days) => Temporal.PlainDate.from('2026-10-10').add({ days }).toString()),
      { maxLength: 20 },
    ),
    answerWithinDays: fc.integer({ min: 0, max: 5 }),
  }),
});
const anyInstant = fc
  .integer({ min: 0, max: 70 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2026-10-01T00:00Z').add({ minutes }));

describe('Whatever the hours and the zone', () => {
  test('an answer is never due on a day on which nobody answers, and always at the close', () => {
    fc.assert(
      fc.property(anyInstant, anyHours, (asked, hours) => {
        const close = answerDue(asked, hours);
        const { days, holidays, to } = hours.businessHours;
        expect(days).toContain(close.dayOfWeek % 7);
        expect(holidays).not.toContain(close.toPlainDate().toString());
        expect(close.toPlainTime().toString()).toBe(`${to}:00`);
        expect(Temporal.Instant.compare(close.toInstant(), asked)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('who asks later is never due earlier', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyHours, (one, other, hours) => {
        const [first, second] = [one, other].sort((a, b) => Temporal.Instant.compare(a, b)) as [
          typeof one,
          typeof one,
        ];
        expect(
          Temporal.Instant.compare(answerDue(first, hours).toInstant(), answerDue(second, hours).toInstant()),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a longer promise is never due earlier', () => {
    fc.assert(
      fc.property(anyInstant, anyHours, (asked, hours) => {
        const { businessHours } = hours;
        const longer = { ...businessHours, answerWithinDays: businessHours.answerWithinDays + 1 };
        expect(
          Temporal.Instant.compare(
            answerDue(asked, hours).toInstant(),
            answerDue(asked, { ...hours, businessHours: longer }).toInstant(),
          ),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('The promise in words', () => {
  const said = (asked: string, now: string) =>
    dueWords(standsAt(at(asked).toString(), at(now), denver), at(now), denver.timeZone);

  test.each([
    ['2026-11-23T12:00', '2026-11-23T13:00', 'Due by Tuesday 6 pm'],
    ['2026-11-23T12:00', '2026-11-24T18:00', 'Due today by 6 pm'],
    ['2026-11-23T12:00', '2026-11-24T18:01', 'Late by 1 minute'],
    ['2026-11-23T12:00', '2026-11-24T21:30', 'Late by 3 hours'],
    ['2026-11-23T12:00', '2026-11-26T18:00', 'Late by 2 days'],
  ])('asked %s, read %s: %s', (asked, now, words) => {
    expect(said(asked, now)).toBe(words);
  });

  test('a day more than a week away has its date', () => {
    const hours = within(8);
    const now = at('2026-11-30T12:00');
    const state = standsAt(now.toString(), now, hours);
    expect(dueWords(state, now, hours.timeZone)).toBe('Due by Thursday, December 10 6 pm');
  });
});
