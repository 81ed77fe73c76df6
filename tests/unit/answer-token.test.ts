import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { answerToken, readAnswerToken, type GivenAnswer } from '#events/answer-token.ts';
import { instant } from '#platform/clock.ts';
import { openToken, sealToken } from '#platform/sealed-token.ts';
import { readToken } from '#platform/tokens.ts';
import { setTestEnvironment } from '../support/environment.ts';

/** The link in an answer says nothing to who has no key, and the same to everybody who opens it. */

const useSecret = (secret: string) => setTestEnvironment({ TOKEN_SECRET: secret });
beforeAll(() => useSecret('a'.repeat(40)));

const at = instant('2026-12-01T12:00:00Z');
const answer: GivenAnswer = {
  id: 'f3b2c1d0-1111-4222-8333-444455556666',
  echo: false,
  status: 'going',
  position: null,
  partySize: 2,
  dates: 1,
  event: 'creek-walk',
  mail: true,
  at: at.epochMilliseconds / 1000,
};
const soon = () => at.add({ hours: 1 });

const anyAnswer: fc.Arbitrary<GivenAnswer> = fc.record({
  id: fc.uuid({ version: 4 }),
  echo: fc.boolean(),
  status: fc.constantFrom('going', 'waiting', 'asked', 'cancelled'),
  position: fc.option(fc.integer({ min: 1, max: 100_000 })),
  partySize: fc.integer({ min: 1, max: 50 }),
  dates: fc.integer({ min: 1, max: 60 }),
  event: fc.stringMatching(/^[a-z0-9]{1,100}$/),
  mail: fc.boolean(),
  at: fc.constant(answer.at),
});

test('whatever was told comes back, and every token is as long as every other', () =>
  fc.assert(
    fc.asyncProperty(anyAnswer, async (told) => {
      const token = answerToken(told);
      expect(token).toMatch(/^a[A-Za-z0-9_-]{464}$/);
      expect(readAnswerToken(token, soon)).toEqual(told);
    }),
    { numRuns: 100 },
  ));

test('the same answer told again is the same token, and an answer and an echo share no more than chance', async () => {
  const own = answerToken(answer);
  const echo = answerToken({ ...answer, echo: true });
  expect(answerToken({ ...answer })).toBe(own);
  const alike = [...own].filter((letter, place) => letter === echo[place]).length;
  expect(alike).toBeLessThan(40);
});

test('a token with any one character changed opens nothing', async () => {
  const token = answerToken(answer);
  for (let place = 0; place < token.length; place++) {
    const other = token[place] === 'A' ? 'B' : 'A';
    const changed = token.slice(0, place) + other + token.slice(place + 1);
    expect(readAnswerToken(changed, soon), `at ${place}`).toBeNull();
  }
});

test.each([
  ['nothing', ''],
  ['its letter alone', 'a'],
  ['random bytes of its length', `a${randomBytes(348).toString('base64url')}`],
  ['a JWE with a header of its own', 'aeyJhbGciOiJub25lIn0..AAAA.AAAA.AAAA'],
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['emoji', '🌲'.repeat(232)],
])('%s is no token', async (_what, text) => {
  expect(readAnswerToken(text, soon)).toBeNull();
});

test('cut short, padded or wrapped in space it opens nothing', async () => {
  const token = answerToken(answer);
  for (const bad of [token.slice(0, -1), `${token}A`, ` ${token}`, `${token}\n`, token.slice(1)]) {
    expect(readAnswerToken(bad, soon)).toBeNull();
  }
});

test('it ends after thirty days', async () => {
  const token = answerToken(answer);
  const after = (hours: number) => () => at.add({ hours });
  expect(readAnswerToken(token, after(30 * 24 - 1))).toEqual(answer);
  expect(readAnswerToken(token, after(30 * 24))).toBeNull();
});

test('a token of another purpose or under another secret opens nothing', async () => {
  const foreign = `a${sealToken('something-else', answer, 320)}`;
  expect(readAnswerToken(foreign, soon)).toBeNull();
  const token = answerToken(answer);
  useSecret('b'.repeat(40));
  expect(readAnswerToken(token, soon)).toBeNull();
  useSecret('a'.repeat(40));
  expect(readAnswerToken(token, soon)).toEqual(answer);
});

test('it is no link of the other kind, nor the other way round', async () => {
  expect(readToken(answerToken(answer))).toBeNull();
  expect(readToken(answerToken(answer).slice(0, 44))).toBeNull();
});

test('what is too long to look like the others is refused, not cut', async () => {
  expect(() => sealToken('rsvp-answer', 'x'.repeat(319), 320)).toThrow(RangeError);
  expect(openToken('rsvp-answer', sealToken('rsvp-answer', 'x'.repeat(318), 320))).toHaveLength(318);
});
