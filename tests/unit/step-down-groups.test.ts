import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyChosen,
  anything,
  factsOf,
  fits,
  groupsAddress,
  languages,
  readFilters,
  times,
  ways,
  weekdays,
  weeks,
  type GroupFilters,
} from '#step-down/groups/filters.ts';
import type { Cohort } from '#step-down/programs.ts';
import { signUpWords } from '#step-down/seats.ts';

const cohort = (changed: Partial<Cohort> = {}): Cohort => ({
  slug: 'evenings',
  startsOn: '2026-12-07',
  endsOn: null,
  weekdays: [1, 2, 4],
  startTime: '17:30',
  endTime: '20:30',
  timeZone: 'America/Denver',
  format: 'in-person',
  placeName: null,
  language: 'en',
  ledBy: null,
  seats: 12,
  seatsLeft: 12,
  waiting: 0,
  ...changed,
});
const today = '2026-11-22';
const found = (group: Partial<Cohort>, filters: Partial<GroupFilters>) =>
  fits(factsOf(cohort(group)), { ...anything, ...filters }, today);

describe('A group is found', () => {
  test('by the time at which it begins', () => {
    expect(factsOf(cohort({ startTime: '11:59' })).times).toEqual(['morning']);
    expect(factsOf(cohort({ startTime: '12:00' })).times).toEqual(['afternoon']);
    expect(factsOf(cohort({ startTime: '16:59' })).times).toEqual(['afternoon']);
    expect(factsOf(cohort({ startTime: '17:00' })).times).toEqual(['evening']);
    expect(found({}, { time: ['evening'] })).toBe(true);
    expect(found({}, { time: ['morning', 'weekend'] })).toBe(false);
    expect(found({}, { time: ['morning', 'evening'] })).toBe(true);
  });

  test('as one of the weekend when it meets on no other day', () => {
    expect(factsOf(cohort({ weekdays: [6, 0], startTime: '09:00' })).times).toEqual(['morning', 'weekend']);
    expect(factsOf(cohort({ weekdays: [5, 6], startTime: '09:00' })).times).toEqual(['morning']);
  });

  test('by the days somebody can come, when it asks for no other', () => {
    expect(found({}, { day: ['mon', 'tue', 'thu'] })).toBe(true);
    expect(found({}, { day: ['mon', 'tue', 'thu', 'sun'] })).toBe(true);
    expect(found({}, { day: ['mon', 'tue'] })).toBe(false);
    expect(found({ weekdays: [0] }, { day: ['sun'] })).toBe(true);
  });

  test('with a room and a link by who looks for either', () => {
    expect(ways.map((how) => found({ format: 'hybrid' }, { how }))).toEqual([true, true]);
    expect(ways.map((how) => found({ format: 'online' }, { how }))).toEqual([false, true]);
    expect(ways.map((how) => found({ format: 'in-person' }, { how }))).toEqual([true, false]);
  });

  test('by when it meets first, up to the last day of the weeks', () => {
    expect(found({ startsOn: '2026-12-06', weekdays: [0] }, { within: '2' })).toBe(true);
    expect(found({ startsOn: '2026-12-07', weekdays: [1] }, { within: '2' })).toBe(false);
    // its dates are rounder than its weeks: the first session counts
    expect(found({ startsOn: '2026-12-06', weekdays: [1] }, { within: '2' })).toBe(false);
    expect(found({ startsOn: '2027-01-05', weekdays: [2] }, { within: '8' })).toBe(true);
  });

  test('by its language', () => {
    expect(found({ language: 'es' }, { language: 'es' })).toBe(true);
    expect(found({}, { language: 'es' })).toBe(false);
  });
});

const orNull = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);
const inOrder = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const anyFilters: fc.Arbitrary<GroupFilters> = fc.record({
  time: inOrder(times),
  day: inOrder(weekdays),
  how: orNull(ways),
  within: orNull(weeks),
  language: orNull(languages),
});
const anyGroup = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    startTime: fc.constantFrom('08:00', '09:30', '12:00', '16:59', '17:00', '19:00'),
    format: fc.constantFrom('in-person' as const, 'online' as const, 'hybrid' as const),
    language: fc.constantFrom(...languages),
    startsOn: fc
      .integer({ min: 0, max: 90 })
      .map((days) => new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10)),
  })
  .map((changed) => factsOf(cohort(changed)));

describe('Filters', () => {
  test('are the same after a trip through the address, and an address says nothing else', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const address = groupsAddress(filters);
        expect(readFilters(new URL(address, 'https://example.org').searchParams)).toEqual(filters);
        expect(anyChosen(filters)).toBe(address !== '/step-down/groups/');
        expect(decodeURIComponent(address)).toMatch(/^\/step-down\/groups\/(\?[a-z0-9=&-]+)?$/);
      }),
    );
  });

  test('find every group when nothing is asked, and whatever an address asks is read without a fault', () => {
    fc.assert(fc.property(anyGroup, (group) => fits(group, anything, today)));
    for (const query of [
      'time=',
      'time=night&day=someday',
      'within=3',
      'how=HYBRID',
      'language=',
      'x=1',
      'how=online%00',
    ]) {
      expect(readFilters(new URLSearchParams(query)), query).toEqual(anything);
    }
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(Object.keys(readFilters(new URLSearchParams(query)))).toEqual(Object.keys(anything));
      }),
    );
  });

  test('find no more when one is added, and no less when more times or days will do', () => {
    fc.assert(
      fc.property(anyGroup, anyFilters, (group, filters) => {
        const here = fits(group, filters, today);
        for (const name of ['how', 'within', 'language'] as const) {
          if (here) expect(fits(group, { ...filters, [name]: null }, today)).toBe(true);
        }
        if (filters.time.length > 0 && here)
          expect(fits(group, { ...filters, time: [...times] }, today)).toBe(true);
        if (filters.day.length > 0 && here)
          expect(fits(group, { ...filters, day: [...weekdays] }, today)).toBe(true);
        if (filters.within === '2' && here)
          expect(fits(group, { ...filters, within: '4' }, today)).toBe(true);
      }),
    );
  });
});

test('pressing the button of a full group joins the waiting list, and it says so', () => {
  expect(signUpWords({ seatsLeft: 0 })).toBe('Join the waiting list');
  expect(signUpWords({ seatsLeft: 1 })).toBe('Sign up');
  expect(signUpWords({ seatsLeft: null })).toBe('Sign up');
});
