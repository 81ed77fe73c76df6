import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { issueToken, keyedHash, readToken } from '#platform/tokens.ts';
import { setTestEnvironment } from '../support/environment.ts';

const useSecret = (secret: string) => setTestEnvironment({ TOKEN_SECRET: secret });

beforeAll(() => useSecret('a'.repeat(40)));

const id = 'f3b2c1d0-1111-4222-8333-444455556666';

test.each(['rsvp', 'sign-up'] as const)('a %s token opens its own row and no other', (purpose) => {
  expect(readToken(issueToken(purpose, id))).toEqual({ purpose, id });
});

test('tokens of different purposes share no signature, so one cannot be turned into another', () => {
  const rsvp = issueToken('rsvp', id);
  const signUp = issueToken('sign-up', id);
  expect(rsvp.slice(1)).not.toBe(signUp.slice(1));
  for (const letter of 'as') expect(readToken(letter + rsvp.slice(1))).toBeNull();
});

test('a token with any one character changed opens nothing, also where base64 has bits to spare', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const token = issueToken('sign-up', id);
  for (let place = 0; place < token.length; place++) {
    for (const letter of alphabet.replace(token[place] ?? '', '')) {
      expect(
        readToken(token.slice(0, place) + letter + token.slice(place + 1)),
        `${letter} at ${place}`,
      ).toBeNull();
    }
  }
});

test('a token is 44 characters: cut short, padded or wrapped in space it opens nothing', () => {
  const token = issueToken('rsvp', id);
  expect(token).toHaveLength(44);
  for (const bad of [token.slice(0, -1), `${token}A`, ` ${token}`, `${token}\n`, token.toUpperCase(), '']) {
    expect(readToken(bad), JSON.stringify(bad)).toBeNull();
  }
});

test.each([
  ['a SQL fragment', "' or 1=1 --"],
  ['a path', '../../etc/passwd'],
  ['a bare id', id],
  ['emoji', '🌲'.repeat(22)],
  ['a null byte', `r${'\u0000'.repeat(43)}`],
  ['ten thousand letters', 'r'.repeat(10_000)],
])('%s is no token', (_what, text) => {
  expect(readToken(text)).toBeNull();
});

test("ten thousand random texts of a token's own shape open nothing", () => {
  const opened = Array.from({ length: 10_000 }, (_, count) => {
    const letter = 'rs'[count % 2] ?? 'r';
    return readToken(letter + randomBytes(33).toString('base64url').slice(0, 43));
  }).filter((read) => read !== null);
  expect(opened).toEqual([]);
});

test('a new secret ends every link of the old one', () => {
  const token = issueToken('rsvp', id);
  useSecret('b'.repeat(40));
  expect(readToken(token)).toBeNull();
  useSecret('a'.repeat(40));
  expect(readToken(token)).toEqual({ purpose: 'rsvp', id });
});

test('a keyed hash is the same for the same words, differs by purpose, and does not hold what it hides', () => {
  const address = '203.0.113.7';
  expect(keyedHash('rate-limit', address)).toBe(keyedHash('rate-limit', address));
  expect(keyedHash('rate-limit', address)).not.toBe(keyedHash('idempotency', address));
  expect(keyedHash('rate-limit', address)).not.toContain(address);
  expect(keyedHash('rate-limit', randomUUID())).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
