import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { fact } from '#platform/facts.ts';
import { levelNames } from '#step-down/level.ts';
import { downward, levelSchema } from '#step-down/levels.ts';
import { levelHours } from '#step-down/level-words.ts';
import { hoursAWeek, sampleHours, weekBlocks, weekGrid } from '#step-down/week.ts';
import { hoursInWords } from '#step-down/words.ts';
import { readingGrade } from '#platform/words/reading-grade.ts';

const text = readFileSync('content/en/levels.yml', 'utf8');
const levels = z.array(levelSchema).parse(parse(text));
const level = (id: string) => {
  const found = levels.find((one) => one.id === id);
  if (!found) throw new Error(`no level ${id}`);
  return found;
};
const sampled = (id: string) => hoursAWeek(sampleHours(level(id)));

describe('content/en/levels.yml', () => {
  test('tells of every level a program can be, once, and is shown from the most hours to the fewest', () => {
    expect(levels.map(({ id }) => id).sort()).toEqual([...levelNames].sort());
    expect(downward(levels.toReversed()).map(({ id }) => id)).toEqual([...levelNames]);
  });

  test('gives a figure of hours only where a fact with a source has it', () => {
    for (const one of levels) {
      if ('fact' in one.hours) expect(levelHours(one)).toBe(fact(one.hours.fact).wording);
      else expect(levelHours(one), one.id).not.toMatch(/\d/);
    }
    // outside the hours of a sample week there is no number at all
    const words = levels.flatMap(({ title, also, what, fits, more, ask }) => [
      title,
      also,
      what,
      ...fits,
      ...more,
      ...ask,
    ]);
    expect(words.filter((line) => /\d/.test(line))).toEqual([]);
  });

  test('samples weeks that are of their level', () => {
    expect(sampled('php')).toBeGreaterThanOrEqual(20);
    for (const id of ['iop-day', 'iop-evening', 'iop-weekend', 'iop-virtual']) {
      expect(sampled(id), id).toBeGreaterThanOrEqual(9);
      expect(sampled(id), id).toBeLessThanOrEqual(19);
    }
    for (const id of ['outpatient', 'continuing-care', 'mentoring', 'family-group'])
      expect(sampled(id), id).toBeLessThan(9);
  });

  test('spells each short form out once, and says it nowhere before', () => {
    const titles = downward(levels)
      .map(({ title }) => title)
      .join('\n');
    for (const short of ['PHP', 'IOP', 'OP'])
      expect(titles.match(new RegExp(`\\(${short}\\)`, 'g'))).toHaveLength(1);
  });

  test.each(levels.map((one) => [one.id, one] as const))(
    '%s reads at grade 8 or lower',
    (_, { what, fits, more, ask }) => {
      const all = [what, ...fits.map((line) => `You ${line}.`), ...more, ...ask].join(' ');
      expect(readingGrade(all)).toBeLessThanOrEqual(8);
    },
  );

  test('a week that ends before it starts, a day that is none and a level that is none are refused', () => {
    const one = level('php');
    const block = { day: 'mon', start: '09:00', end: '14:00', label: 'Group' };
    const refused = (changed: object) => !levelSchema.safeParse({ ...one, ...changed }).success;
    expect(refused({ sample: [block] })).toBe(false);
    expect(refused({ sample: [{ ...block, end: '09:00' }] })).toBe(true);
    expect(refused({ sample: [{ ...block, day: 'Monday' }] })).toBe(true);
    expect(refused({ sample: [{ ...block, start: '9:00' }] })).toBe(true);
    expect(refused({ id: 'iop' })).toBe(true);
  });
});

test('negative control: a long sentence of long words is above grade 8', () => {
  expect(
    readingGrade(
      'Individualized multidisciplinary biopsychosocial interventions facilitate sustainable stabilization.',
    ),
  ).toBeGreaterThan(8);
});

const twoDigits = (value: number) => String(value).padStart(2, '0');
const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`);
const hours = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    fc.uniqueArray(time, { minLength: 2, maxLength: 2 }),
  )
  .map(([weekdays, [one = '', other = '']]) => ({
    weekdays,
    startTime: one < other ? one : other,
    endTime: one < other ? other : one,
  }));

describe('A week', () => {
  test('has as many hours as its days together, and more with every day', () => {
    expect(hoursInWords(hoursAWeek([{ weekdays: [1, 2, 4], startTime: '17:30', endTime: '20:30' }]))).toBe(
      '9 hours a week',
    );
    expect(hoursInWords(hoursAWeek([{ weekdays: [4], startTime: '18:00', endTime: '19:30' }]))).toBe(
      '1.5 hours a week',
    );
    expect(hoursInWords(hoursAWeek([{ weekdays: [3], startTime: '18:00', endTime: '19:00' }]))).toBe(
      '1 hour a week',
    );
    fc.assert(
      fc.property(hours, (week) => {
        const byDay = week.weekdays.map((day) => hoursAWeek([{ ...week, weekdays: [day] }]));
        const sum = byDay.reduce((all, one) => all + one, 0);
        expect(hoursAWeek([week])).toBeCloseTo(sum);
        expect(Math.min(...byDay)).toBeGreaterThan(0);
      }),
    );
  });

  test('is drawn inside its grid, one block a day, whatever its hours', () => {
    fc.assert(
      fc.property(hours, (week) => {
        const blocks = weekBlocks(week);
        expect(new Set(blocks.map(({ x }) => x)).size).toBe(week.weekdays.length);
        for (const { x, y, blockWidth, blockHeight } of blocks) {
          expect(x).toBeGreaterThanOrEqual(weekGrid.left);
          expect(x + blockWidth).toBeLessThanOrEqual(weekGrid.width);
          expect(y).toBeGreaterThanOrEqual(weekGrid.top);
          expect(y + blockHeight).toBeLessThanOrEqual(weekGrid.height);
        }
      }),
    );
  });
});
