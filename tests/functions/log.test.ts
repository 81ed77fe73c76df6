import type { Context } from '@netlify/functions';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseUnavailable } from '#platform/database.ts';
import { answering } from '#platform/endpoint.ts';
import { errorCode, log, type LogEntry } from '#platform/log.ts';
import { callWith, sayable } from '#platform/request-id.ts';

/** A line for each request that failed, with its number, and nothing of anybody in it whatever was thrown. */

let logged: string[];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => vi.restoreAllMocks());

const runs = Number(process.env['PROPERTY_RUNS'] ?? 50);
const requestId = '01KAV6ZS3T8Q4M9XY2NB7C5DRW';
const context = { ip: '203.0.113.9', requestId } as Context;
const failing = (thrown: unknown) =>
  answering('/api/test', () => {
    throw thrown;
  });
const ask = (path = '/api/test') => new Request(`http://localhost:4321${path}`);

/** What a person may have typed, with a mark to find it by. */
const planted = fc
  .tuple(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Wilhelmina P.', 'ana@example.org', '+1 303 555 0142', 'O’Neil'),
  )
  .map(([more, mark]) => `${mark}${more}`);

/** Errors that carry it wherever an error can carry words. */
const carriers: [string, (text: string) => unknown][] = [
  ['its message', (text) => new Error(text)],
  ['a message that looks like ours', (text) => new Error(`Database error ${text}`)],
  ['its name', (text) => Object.assign(new Error('x'), { name: text })],
  ['its stack', (text) => Object.assign(new Error('x'), { stack: text })],
  ['its cause', (text) => new TypeError('x', { cause: new Error(text) })],
  ['fields of its own', (text) => Object.assign(new Error('x'), { code: text, detail: text, hint: text })],
  ['the name of its class', (text) => new { [text]: class extends Error {} }[text]!(text)],
  ['a DOMException', (text) => new DOMException(text, text)],
  ['several at once', (text) => new AggregateError([new Error(text)], text)],
  ['no error at all', (text) => text],
  ['an object', (text) => ({ message: text, name: text })],
  ['a constructor that says it', (text) => Object.assign(new Error('x'), { constructor: { name: text } })],
  [
    'a getter that throws it',
    (text) =>
      Object.defineProperty(new Error('x'), 'message', {
        get: () => {
          throw new Error(text);
        },
      }),
  ],
];

describe('whatever is thrown', () => {
  test.each(carriers)('a line has nothing of a person who stands in %s', async (_where, carry) => {
    await fc.assert(
      fc.asyncProperty(planted, async (text) => {
        logged.length = 0;
        const answer = await failing(carry(text))(ask(), context);
        expect(answer.status).toBe(500);
        expect(await answer.text()).not.toContain(text);
        expect(logged).toHaveLength(1);
        expect(logged[0]).not.toContain(text);
        expect(JSON.stringify(JSON.parse(logged[0] ?? ''))).not.toContain(JSON.stringify(text).slice(1, -1));
        expect(JSON.parse(logged[0] ?? '')).toMatchObject({ event: 'failed', requestId, status: 500 });
      }),
      { numRuns: runs },
    );
  });

  test('negative control: a line that said the message would be seen', () => {
    const thrown = carriers[0]?.[1]('ana@example.org') as Error;
    console.log(JSON.stringify({ event: 'failed', code: thrown.message }));
    expect(logged[0]).toContain('ana@example.org');
  });

  test('classes and codes of the database are still said', () => {
    expect(errorCode(new TypeError('x'))).toBe('TypeError');
    expect(errorCode(new DatabaseUnavailable())).toBe('DatabaseUnavailable');
    expect(errorCode(new Error('Database error 23505'))).toBe('Error:23505');
    expect(errorCode(new Error('Database error PGRST116'))).toBe('Error:PGRST116');
    expect(errorCode(AbortSignal.abort().reason)).toBe('AbortError');
    expect(errorCode(undefined)).toBe('unknown');
  });
});

test('a field that does not exist and a value that is no name do not reach a line', () => {
  const careless = {
    event: 'x',
    route: 'to ana@example.org',
    code: '+1 303 5550142',
    email: 'ana@example.org',
  };
  log(careless as LogEntry);
  log({ event: 'x', requestId: 'ana@example.org', count: 'ana' as unknown as number });
  const [first, second] = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toEqual({
    at: expect.any(String) as string,
    event: 'x',
    route: 'unsayable',
    code: 'unsayable',
  });
  expect(second).toEqual({ at: expect.any(String) as string, event: 'x', requestId: 'unsayable' });
});

describe('the number of a request', () => {
  test.each([
    [new Error('x'), 500],
    [new DatabaseUnavailable(), 503],
  ])('stands in the problem, in its words and in the line: %s', async (thrown, status) => {
    const answer = await failing(thrown)(ask(), context);
    expect(answer.status).toBe(status);
    const body = (await answer.json()) as { requestId: string; detail: string };
    expect(body.requestId).toBe(requestId);
    expect(body.detail).toContain(`name the number ${sayable(requestId)}.`);
    expect(logged[0]).toContain(requestId);
  });

  test('is said by its end, which a search through the log finds, in both languages', () => {
    expect(requestId.endsWith(sayable(requestId))).toBe(true);
    expect(callWith('es', requestId)).toBe(
      `Si nos llama por esto, mencione el número ${sayable(requestId)}.`,
    );
  });
});
