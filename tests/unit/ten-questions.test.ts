import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import { readingGrade } from '#platform/words/reading-grade.ts';
import { asked } from '#tools/ten-questions/asked.ts';
import {
  answersOf,
  places,
  questionsDrawer,
  wordsIn,
  type ProgramAnswers,
  type Written,
} from '#tools/ten-questions/ten-questions.ts';
import { shortly, type NoteId } from '#tools/ten-questions/words.ts';

const noteIds = Object.keys(shortly) as NoteId[];
const words = fc.string({ maxLength: 200 });
const sheet = fc
  .array(
    fc.record({
      place: fc.constantFrom(...places),
      field: fc.constantFrom<NoteId | 'name'>('name', ...noteIds),
      words,
    }),
    { maxLength: 40 },
  )
  .map((fields) => [...new Map(fields.map((one) => [`${one.place} ${one.field}`, one])).values()]);

const read = (value: unknown) =>
  readKept(questionsDrawer, { version: 1, changed: '2026-11-22T20:00:00Z', value });
const named = (name: string, notes: ProgramAnswers['programs'][number]['notes'] = {}) => ({ name, notes });

test('there are ten questions, each with a short name, and all read at grade 8 or lower', () => {
  expect(asked).toHaveLength(10);
  expect([...asked.map(({ id }) => id), 'felt']).toEqual(noteIds);
  for (const { ask } of asked) expect(ask).toMatch(/\?$/);
  expect(readingGrade(asked.map(({ ask, listen }) => `${ask} ${listen}`).join(' '))).toBeLessThanOrEqual(8);
});

test('what is written in the sheet stands in the same fields when it is opened again', () => {
  fc.assert(
    fc.property(sheet, (fields) => {
      const again = read(JSON.parse(JSON.stringify(answersOf(fields))));
      expect(again).toHaveProperty('value');
      const answers = 'value' in again ? again.value : undefined;
      for (const field of fields) {
        expect(wordsIn(answers, field)).toBe(field.words.trim() === '' ? '' : field.words);
      }
    }),
  );
});

test('an empty sheet has nothing in any field, and nothing to say', () => {
  expect(wordsIn(undefined, { place: 0, field: 'cost' })).toBe('');
  expect(questionsDrawer.inWords(answersOf([]))).toEqual([]);
});

test('notes are read out with their program and their question, in one line each', () => {
  const fields: Written[] = [
    { place: 0, field: 'name', words: 'Hillside' },
    { place: 0, field: 'cost', words: 'In writing.\nAsk Kim.' },
    { place: 1, field: 'felt', words: 'calm, busy, kind' },
    { place: 2, field: 'name', words: 'Creekside' },
  ];
  expect(questionsDrawer.inWords(answersOf(fields))).toEqual([
    'Hillside. Cost: In writing. / Ask Kim.',
    'Program 2. How the call felt: calm, busy, kind',
    'Creekside',
  ]);
});

test('what is no sheet is refused', () => {
  for (const value of [
    null,
    [],
    {},
    { programs: 'three' },
    { programs: [{ name: 5 }] },
    { programs: [{ notes: { cost: 5 } }] },
    { programs: Array(4).fill(named('one too many')) },
  ]) {
    expect(read(value)).toEqual({ trouble: 'not-ours' });
  }
});

test('a saved sheet joins the one that is here: the same program once, others where there is room', () => {
  const here = { programs: [named('Hillside', { cost: 'low' }), named(''), named('Lakeview')] };
  const saved = { programs: [named('hillside ', { cost: 'high', hours: 'evenings' }), named('Creekside')] };
  expect(questionsDrawer.merge?.(here, saved)).toEqual({
    programs: [named('Hillside', { cost: 'low', hours: 'evenings' }), named('Creekside'), named('Lakeview')],
  });
});

test('joining loses nothing that is here, has room for no fourth, and twice is as once', () => {
  fc.assert(
    fc.property(sheet, sheet, (one, other) => {
      const here = answersOf(one);
      const joined = questionsDrawer.merge?.(here, answersOf(other)) ?? here;
      expect(joined.programs).toHaveLength(3);
      for (const field of one) {
        if (field.words.trim() !== '') expect(wordsIn(joined, field)).toBe(field.words);
      }
      expect(questionsDrawer.merge?.(joined, here)).toEqual(joined);
    }),
  );
});
