import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nextMeetings } from '#meetings/next.ts';
import type { ListedMeeting } from '#meetings/schema.ts';
import { firstStartAfter, nextStart } from '#meetings/week.ts';
import { listedMeeting } from '../support/meeting.ts';

const at = (text: string) => Temporal.Instant.from(text);
const denver = { day: 0, startTime: '19:00', timeZone: 'America/Denver' };

describe('the next start of a weekly meeting', () => {
  test('is today while one can still make it: until ten minutes after the start', () => {
    expect(nextStart(denver, at('2026-11-22T19:09:59-07:00')).toString()).toContain('2026-11-22T19:00');
    expect(nextStart(denver, at('2026-11-22T19:10:00-07:00')).toString()).toContain('2026-11-29T19:00');
  });

  test('counts a meeting that began before midnight as still to be made', () => {
    const late = { day: 6, startTime: '23:55', timeZone: 'America/Denver' };
    expect(nextStart(late, at('2026-11-22T00:03:00-07:00')).toString()).toContain('2026-11-21T23:55');
  });

  test('keeps its local time when clocks change', () => {
    const spring = nextStart(denver, at('2026-03-07T12:00:00-07:00'));
    expect(spring.toString()).toBe('2026-03-08T19:00:00-06:00[America/Denver]');
    const autumn = nextStart(denver, at('2026-10-31T12:00:00-06:00'));
    expect(autumn.toString()).toBe('2026-11-01T19:00:00-07:00[America/Denver]');
  });

  test('a time the clock skips is held when it strikes again', () => {
    const skipped = { day: 0, startTime: '02:30', timeZone: 'America/Denver' };
    expect(nextStart(skipped, at('2026-03-07T12:00:00-07:00')).toString()).toContain(
      '2026-03-08T03:30:00-06:00',
    );
  });

  test('is never more than a week and a bit away, and always on its day', () => {
    for (let hour = 0; hour < 400; hour += 7) {
      const after = at('2026-10-25T00:00:00Z').add({ hours: hour });
      const start = firstStartAfter(denver, after);
      expect(start.dayOfWeek % 7).toBe(0);
      expect(start.epochMilliseconds - after.epochMilliseconds).toBeLessThanOrEqual(
        7 * 86_400_000 + 3_600_000,
      );
    }
  });
});

describe('the next three meetings', () => {
  const meeting = (slug: string, changes: Partial<ListedMeeting>): ListedMeeting =>
    listedMeeting({ slug, name: slug, ...changes });
  const now = at('2026-11-22T17:00:00-07:00');

  test('come soonest first across zones, without those that are paused, unsure or by appointment', () => {
    const meetings = [
      meeting('eight', { startTime: '20:00' }),
      meeting('new-york', { startTime: '20:30', timeZone: 'America/New_York' }),
      meeting('paused', { startTime: '17:30', mode: 'paused' }),
      meeting('unsure', { startTime: '17:30', mode: 'unconfirmed' }),
      meeting('asked', { day: null, startTime: null }),
      meeting('monday', { day: 1, startTime: '07:00' }),
      meeting('tuesday', { day: 2, startTime: '07:00' }),
    ];
    const soon = nextMeetings(meetings, 'America/Denver', now);
    expect(soon.map(({ slug, day, start, zone }) => [slug, day, start, zone])).toEqual([
      ['new-york', 'today', '20:30', 'America/New_York'],
      ['eight', 'today', '20:00', undefined],
      ['monday', 'tomorrow', '07:00', undefined],
    ]);
  });

  test('are found among two thousand without making anybody wait', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      meeting(`m${index}`, { day: index % 7, startTime: `${String(index % 24).padStart(2, '0')}:00` }),
    );
    const began = performance.now();
    expect(nextMeetings(many, 'America/Denver', now)).toHaveLength(3);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
