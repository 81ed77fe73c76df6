import { expect, test } from 'vitest';
import { DatabaseUnavailable, rows } from '#platform/database.ts';

/** What an error of the database means for whoever asked: try again, or it is our mistake. */

const answered = (code: string, status = 500) =>
  ({
    data: null,
    status,
    error: { code, message: 'private words', details: '', hint: '' },
  }) as unknown as Parameters<typeof rows>[0];

test.each([
  ['08006', 'the connection broke'],
  ['25006', 'nothing may be written, since the disk is full'],
  ['40001', 'two changed the same'],
  ['40P01', 'two waited for each other'],
  ['53100', 'the disk is full'],
  ['53200', 'no memory is left'],
  ['53300', 'too many connections'],
  ['57014', 'it took too long'],
  ['57P01', 'it is shut down'],
  ['57P02', 'it crashed'],
  ['58030', 'its disk fails'],
  ['PGRST000', 'it cannot be reached'],
  ['CONNECTION_CLOSED', 'it went away'],
])('%s, when %s: try again', (code) => {
  expect(() => rows(answered(code))).toThrow(DatabaseUnavailable);
});

test('a lock that others hold: try again soon', () => {
  expect(() => rows(answered('55P03'))).toThrow(expect.objectContaining({ retryAfterSeconds: 3 }) as Error);
});

test.each(['23505', '23514', '42501', '42P01', '22P02', 'P0001', 'XX000'])(
  '%s is our mistake, and nothing of its words is said',
  (code) => {
    expect(() => rows(answered(code))).toThrow(new Error(`Database error ${code}`));
    expect(() => rows(answered(code))).not.toThrow(DatabaseUnavailable);
  },
);
