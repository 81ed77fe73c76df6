import { expect, test } from 'vitest';
import { claims, isSaid, promised } from '../support/promises.ts';

/** content/promises.yml: what this site answers, and where. The pages as built are read in tests/browser/promises.test.ts. */

const all = await promised();
const claimed = await claims();

/** How many each group of them has: A1 to A8, and so on. */
const counts = {
  ...{ A: 8, B: 11, C: 7, D: 11, E: 5, F: 3, G: 10, H: 3, I: 6 },
  ...{ J: 6, K: 2, M: 7, N: 8, O: 7, P: 5, Q: 3 },
};
const ids = Object.entries(counts).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
);

test('the list has every promise, once', () => {
  expect(ids).toHaveLength(102);
  expect(all.map(({ id }) => id)).toEqual(ids);
  expect(new Set(all.map(({ promise }) => promise)).size).toBe(102);
});

test('nothing claims to answer what nobody promised', () => {
  expect(claimed.filter(({ id }) => !ids.includes(id))).toEqual([]);
});

test('every promise is answered by at least one page', () => {
  const answered = new Set(claimed.map(({ id }) => id));
  expect(ids.filter((id) => !answered.has(id))).toEqual([]);
});

test('a text that claims to answer a promise has the words for it', () => {
  const texts = claimed.filter(({ text }) => text !== undefined);
  expect(texts.length).toBeGreaterThan(60);
  const hollow = texts.flatMap(({ id, address, text = '' }) => {
    const promise = all.find((one) => one.id === id);
    return promise && !isSaid(promise, text)
      ? [`${address} claims ${id} and does not say /${promise.says}/`]
      : [];
  });
  expect(hollow).toEqual([]);
});

test('negative control: a page that says nothing of the matter is hollow for every promise', () => {
  expect(
    all.filter((promise) => isSaid(promise, 'Bowling on Friday. Bring socks.')).map(({ id }) => id),
  ).toEqual([]);
});
