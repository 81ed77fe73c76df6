import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { isAsked } from '#step-down/right-now/asked.ts';
import { keptTalkPart, questionsOf, talkPartsOf } from '#step-down/right-now/talk-list.ts';
import { readingGrade } from '#platform/words/reading-grade.ts';

const text = readFileSync('content/en/is-iop-right.yml', 'utf8');
const parts = z.array(keptTalkPart).parse(talkPartsOf(text));
const statements = parts.flatMap((part) => part.statements);
const questions = questionsOf(parts);
const toBring = (ticked: string[]) => questions.filter(({ from }) => isAsked(from, new Set(ticked)));

describe('“Is IOP right for me now?”', () => {
  test('has each statement and each question once', () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    expect(new Set(questions.map(({ words }) => words)).size).toBe(questions.length);
    for (const { ask } of statements) expect(questions.map(({ words }) => words)).toContain(ask);
  });

  test('reads at grade 8 or lower, and holds no number to be scored by', () => {
    const words = [
      ...parts.map(({ title }) => `${title}.`),
      ...statements.map((one) => one.words),
      ...questions.map((one) => one.words),
    ].join(' ');
    expect(readingGrade(words)).toBeLessThanOrEqual(8);
    expect(words).not.toMatch(/\d|score|result|diagnos|severe|mild/i);
  });

  test('with nothing ticked brings every question, as it does on paper', () => {
    expect(toBring([])).toEqual(questions);
  });

  test('with some ticked brings theirs and those for everybody, and no other', () => {
    const everybody = questions.filter(({ from }) => from.length === 0);
    expect(everybody.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.subarray(statements, { minLength: 1 }), (chosen) => {
        const expected = [...everybody.map(({ words }) => words), ...chosen.map(({ ask }) => ask)];
        expect(
          toBring(chosen.map(({ id }) => id))
            .map(({ words }) => words)
            .sort(),
        ).toEqual([...new Set(expected)].sort());
      }),
    );
  });

  test('says a question of two statements once, for either', () => {
    const ask = 'What would help with this?';
    const [first, ...more] = questionsOf([
      {
        id: 'one',
        title: 'One',
        ask: [],
        statements: [
          { id: 'a', words: 'This is so.', ask },
          { id: 'b', words: 'That is so.', ask },
        ],
      },
    ]);
    expect(first).toEqual({ words: ask, from: ['a', 'b'] });
    expect(more).toEqual([]);
  });

  test('keeps nothing and asks nobody: its script names no way to do so', () => {
    const script = ['asked', 'talk-list-element']
      .map((name) => readFileSync(`src/step-down/right-now/${name}.ts`, 'utf8'))
      .join('\n');
    expect(script).not.toMatch(
      /fetch|XMLHttp|sendBeacon|localStorage|sessionStorage|indexedDB|cookie|history|location|WebSocket/,
    );
  });
});
