import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instant } from '#platform/clock.ts';
import { checkInDays } from '#step-down/check-in-days.ts';

describe('The days of check-ins', () => {
  const days = (now: string, months: number[], zone = 'America/Denver') =>
    checkInDays(instant(now), months, zone).map(({ dueAt }) =>
      instant(dueAt).toZonedDateTimeISO(zone).toString(),
    );

  test('are so many months later at ten in the morning there, whatever the clocks did between', () => {
    expect(days('2026-11-22T11:00:00Z', [1, 3, 6])).toEqual([
      '2026-12-22T10:00:00-07:00[America/Denver]',
      '2027-02-22T10:00:00-07:00[America/Denver]',
      '2027-05-22T10:00:00-06:00[America/Denver]',
    ]);
  });

  test('count from the day that it is there, not at Greenwich', () => {
    expect(days('2026-11-01T03:00:00Z', [1])).toEqual(['2026-11-30T10:00:00-07:00[America/Denver]']);
  });

  test('fall on the last of a month that is too short, and the next is not moved by it', () => {
    expect(days('2027-01-31T20:00:00Z', [1, 2])).toEqual([
      '2027-02-28T10:00:00-07:00[America/Denver]',
      '2027-03-31T10:00:00-06:00[America/Denver]',
    ]);
  });

  test('are in order and in the month they were promised for, from any moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom('America/Denver', 'Pacific/Auckland', 'America/Havana', 'UTC'),
        (seconds, zone) => {
          const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
          const today = now.toZonedDateTimeISO(zone).toPlainDate();
          for (const { months, dueAt } of checkInDays(now, [1, 3, 6], zone)) {
            const day = instant(dueAt).toZonedDateTimeISO(zone);
            expect((day.year - today.year) * 12 + day.month - today.month).toBe(months);
            expect([day.hour, day.minute]).toEqual([10, 0]);
          }
        },
      ),
    );
  });
});
