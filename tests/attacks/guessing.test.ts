import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arrivalCode } from '#events/door/arrival-code.ts';
import { quietUrl } from '#events/quiet/quiet.ts';
import type { RateLimit } from '#platform/rate-limit.ts';
import { sealToken } from '#platform/sealed-token.ts';
import { issueToken } from '#platform/tokens.ts';
import { factorGuesses } from '#staff/second-factor/factor.ts';
import { factorForm } from '#staff/second-factor/factor-form.ts';
import { codeForm, guessesForOne } from '#staff/sign-in.ts';
import { setTestEnvironment } from '../support/environment.ts';

/** What it takes to guess a link or a code, from the constants that the code runs on. */

setTestEnvironment();

const id = '00000000-0000-4000-8000-000000000001';
const bitsOf = (text: string) => 8 * Buffer.from(text, 'base64url').byteLength;
const secondsOfAYear = 365 * 86_400;
/** Where nothing counts: far more than a database answers, from as many addresses as anybody likes. */
const unlimited = 10_000 * secondsOfAYear;

/** How many tries in a year pass all of these limits. */
const triesWithin = (limits: RateLimit[]) =>
  Math.min(...limits.map(({ max, windowSeconds }) => (max * secondsOfAYear) / windowSeconds));

/** The chance that at least one of so many tries is right. */
const chance = (tries: number, right: number) => -Math.expm1(-tries * right);

const digits = (takes: (code: string) => boolean): number => {
  const lengths = Array.from({ length: 12 }, (_, length) => length).filter((n) => takes('7'.repeat(n)));
  expect(lengths, 'codes have one length').toHaveLength(1);
  return lengths[0] ?? 0;
};

const numbers = (count: number) => new Intl.NumberFormat('en-US').format(count);
const power = (value: number) => `1 in 10^${Math.floor(-Math.log10(value))}`;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** The rows of the table in docs/security.md. */
function rows(): string[][] {
  const secret = (what: string, bits: number) => [
    what,
    `${bits} bits`,
    `${numbers(unlimited)}, none counted`,
    power(chance(unlimited, 2 ** -bits)),
  ];
  const code = (what: string, length: number, rightAtOnce: number, limits: RateLimit[]) => [
    what,
    `${length} digits, ${rightAtOnce} right at any moment`,
    numbers(triesWithin(limits)),
    percent(chance(triesWithin(limits), rightAtOnce / 10 ** length)),
  ];
  const sealed = 64;
  return [
    secret('A personal link, its row’s id known', bitsOf(issueToken('rsvp', id).slice(1)) - 128),
    secret('An answer’s link, a link to a draft', bitsOf(sealToken('test', '', sealed)) - 8 * (sealed + 12)),
    secret('A link for fewer mails', bitsOf(quietUrl(id, 'en').split('.').at(-1) ?? '')),
    secret('A code at the door', bitsOf(arrivalCode(id))),
    code(
      'A mailed code, for one address',
      digits((c) => codeForm.safeParse({ code: c }).success),
      1,
      guessesForOne,
    ),
    code(
      'A second factor, the mailbox known',
      digits((c) => factorForm.safeParse({ action: 'show', code: c }).success),
      // Supabase Auth takes the code before and the one after as well
      3,
      factorGuesses,
    ),
  ];
}

test('no link is guessed, and no code within a year but by a chance of one in twenty', () => {
  for (const [what, , , odds = ''] of rows()) {
    if (odds.startsWith('1 in 10^')) expect(Number(odds.slice(8)), what).toBeGreaterThanOrEqual(25);
    else expect(parseFloat(odds), what).toBeLessThan(5);
  }
});

test('docs/security.md says what the constants give', () => {
  const written = readFileSync('docs/security.md', 'utf8')
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  for (const row of rows()) expect(written).toContainEqual(row);
});

test('negative control: with the limit of a quarter of an hour alone, one year in three would end with a right guess', () => {
  const [quarter] = guessesForOne;
  expect(quarter).toBeDefined();
  expect(chance(triesWithin(quarter ? [quarter] : []), 1e-6)).toBeGreaterThan(0.25);
});
