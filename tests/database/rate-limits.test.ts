import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

/** So long that no run of the tests sees one end. */
const windowSeconds = 100_000_000;

const request = async (bucket: string, limit = 3, seconds = windowSeconds) => {
  const [row] = await stack.database.query<{ wait: number }>(
    `select public.take_rate_limit('${bucket}', ${limit}, ${seconds}) as wait`,
  );
  return row?.wait ?? -1;
};

test('requests within the limit pass, the next is told how long to wait', async () => {
  expect([await request('a'), await request('a'), await request('a')]).toEqual([0, 0, 0]);
  const wait = await request('a');
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(windowSeconds);
});

test('who is over the limit stays over it for the window', async () => {
  for (let count = 0; count < 3; count++) await request('b');
  expect([await request('b'), await request('b')].every((wait) => wait > 0)).toBe(true);
});

test('one bucket does not fill another', async () => {
  for (let count = 0; count < 4; count++) await request('c');
  expect(await request('d')).toBe(0);
});

test('an older window counts for nothing', async () => {
  for (let count = 0; count < 4; count++) await request('e');
  await stack.database.query(
    `update public.rate_limits set window_start = window_start - interval '${windowSeconds} s' where bucket = 'e'`,
  );
  expect(await request('e')).toBe(0);
});

test('a limit of nought lets nobody through', async () => {
  expect(await request('f', 0)).toBeGreaterThan(0);
});

test('the purge forgets buckets two days old and keeps the present ones', async () => {
  await request('old', 3, 3600);
  await request('new', 3, 3600);
  await stack.database.query(
    "update public.rate_limits set window_start = window_start - interval '3 days' where bucket = 'old'",
  );
  await stack.database.query('select public.purge_rsvps(30)');
  const left = await stack.database.query(
    "select bucket from public.rate_limits where bucket in ('old', 'new')",
  );
  expect(left).toEqual([{ bucket: 'new' }]);
});
