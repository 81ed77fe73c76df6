import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import { dayInWords, addDays, isDay, dayHere } from '#platform/device-day.ts';
import { eachLine, planDrawer, type Plan } from '#tools/plan/plan.ts';

const read = (value: unknown) => readKept(planDrawer, { version: 1, changed: '2026-11-22T20:00:00Z', value });

function plan(fields: Partial<Plan>): Plan {
  const kept = read(fields);
  if (!('value' in kept)) throw new Error('no plan');
  return kept.value;
}

test('a plan comes back as it was kept, and what was left empty is empty', () => {
  expect(plan({ 'reason-1': 'Sam’s breakfast', 'phone-2': '(303) 555-0133' })).toMatchObject({
    'reason-1': 'Sam’s breakfast',
    'phone-2': '(303) 555-0133',
    'if-i-use': '',
  });
});

test('what is no plan is left as it is, and fields it does not know are dropped', () => {
  for (const value of [null, 'plan', 7, { 'reason-1': 5 }, { 'sign-1': 'x'.repeat(1001) }]) {
    expect(read(value)).toEqual({ trouble: 'not-ours' });
  }
  expect(read({ other: 'x' })).not.toHaveProperty('value.other');
});

test('in words it reads from reasons to review, people in the order to call them', () => {
  const words = planDrawer.inWords(
    plan({
      'look-again': '2027-02-20',
      'do-danger': 'Leave\n\n  Call Dee ',
      'person-1': 'Dee',
      'phone-1': '303 555 0133',
      'when-1': 'before ten',
      'when-3': 'any hour',
      'sign-2': 'Skipping meals',
      'safe-places': 'The library',
    }),
  );
  expect(words).toEqual([
    'Early sign 2: Skipping meals',
    'In danger (red): Leave',
    'In danger (red): Call Dee',
    'Call first: Dee 303 555 0133, before ten',
    'Call third: any hour',
    'Safe place: The library',
    'Look at it again on: February 20, 2027',
  ]);
});

test('nothing that is written gets lost in words, and an empty plan has none', () => {
  expect(planDrawer.inWords(plan({}))).toEqual([]);
  const fields = Object.keys(plan({})).filter((field) => field !== 'look-again');
  const word = fc.stringMatching(/^[a-zé🌻]{1,40}$/u);
  fc.assert(
    fc.property(fc.constantFrom(...fields), word, (field, written) => {
      expect(planDrawer.inWords(plan({ [field]: `  ${written}\n` })).join()).toContain(written);
    }),
  );
});

test('a box is read line by line', () => {
  expect(eachLine('Eat\n \nCall Dee\n')).toEqual(['Eat', 'Call Dee']);
});

test('days are the calendar’s own: over leap days, year ends and clock changes', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-11-22', 90)).toBe('2027-02-20');
  expect(addDays('2026-03-08', 1)).toBe('2026-03-09');
  expect(dayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(dayInWords('2027-02-20', { dateStyle: 'full' })).toBe('Saturday, February 20, 2027');
  for (const none of ['', '2026-02-30', 'tomorrow', '2026-13-01', '20260101']) {
    expect(isDay(none), none).toBe(false);
    expect(dayInWords(none)).toBe('');
  }
});

test('going so many days on and back leads to the same day', () => {
  const day = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20_000 }), (from, days) => {
      expect(addDays(addDays(from, days), -days)).toBe(from);
    }),
  );
});
