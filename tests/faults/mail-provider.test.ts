import { afterAll, beforeAll, expect, test } from 'vitest';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import { openMailroom, twice, type Mailroom } from '../support/mailroom.ts';
import { call } from '../support/postgres.ts';
import { ask, atOnce, rsvpOf, runOnce, settled } from './asking.ts';
import { saw, seconds } from './seen.ts';

/** People say yes while the mail provider is as unkind as providers are. tests/database/outbox.test.ts has the outbox alone. */

let mailroom: Mailroom;
let provider: Mailroom['provider'];
beforeAll(async () => {
  mailroom = await openMailroom();
  ({ provider } = mailroom);
});
afterAll(() => mailroom.close());

async function withSupper() {
  const outbox = await mailroom.outbox();
  return {
    ...outbox,
    /** These people say yes; returns what they are answered, each the same. */
    async sayYes(...people: string[]) {
      const answers = await atOnce(people, 5, (person) => ask(rsvps, '/api/rsvps', rsvpOf('supper', person)));
      const seen = new Set(answers.map(({ status, body }) => `${status}, “${String(body['status'])}”`));
      expect(seen.size).toBe(1);
      const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
      return { seen: [...seen].join(), slowest };
    },
    async [Symbol.asyncDispose]() {
      await settled();
      await outbox[Symbol.asyncDispose]();
    },
  };
}
const people = (count: number) => Array.from({ length: count }, (_, number) => `p${number}`);

test('down for an hour: each mail backs off, and all arrive once when it is back', async () => {
  await using supper = await withSupper();
  const { owner } = supper;
  await provider.goDown();
  const { seen } = await supper.sayYes(...people(12));
  await settled();
  for (let minute = 0; minute < 60; minute += 2) {
    await supper.minutesPass(2);
    await runOnce(deliverMail);
  }
  const tries = await call<number>(owner, '(select max(attempts) from public.outbox)');
  expect(await supper.statuses()).toEqual({ queued: 12 });
  // 1 + 2 + 4 + 8 + 16 minutes, and 32 more
  expect(tries).toBeLessThanOrEqual(7);
  expect(tries).toBeGreaterThan(3);
  await provider.comeBack();
  await supper.minutesPass(61);
  await runOnce(deliverMail);
  expect(await supper.statuses()).toEqual({ sent: 12 });
  await saw('mail-down-an-hour', {
    visitor: `${seen}; the mail comes when the provider is back`,
    lost: `${12 - provider.taken.length} of 12 mails, ${twice(provider.taken)} twice`,
    figures: [`${tries} tries of the same mail in the hour at most`],
  });
});

test('slow: nobody waits for it', async () => {
  await using supper = await withSupper();
  provider.behave('slowly');
  const { seen, slowest } = await supper.sayYes(...people(12));
  const before = provider.taken.length;
  await settled();
  await supper.minutesPass(1);
  await runOnce(deliverMail);
  expect(await supper.statuses()).toEqual({ sent: 12 });
  await saw('mail-slow', {
    visitor: `${seen}, without waiting for the mail`,
    lost: `${12 - provider.taken.length} of 12 mails, ${twice(provider.taken)} twice`,
    figures: [`the slowest answer after ${seconds(slowest)}, with ${before} of 12 mails out`],
  });
});

test('refuses some for good and some for now: each mail goes its own way', async () => {
  await using supper = await withSupper();
  const { owner } = supper;
  provider.behave('refuses-some');
  const { seen } = await supper.sayYes('gone1', 'gone2', 'full1', 'full2', ...people(8));
  for (let minute = 0; minute < 3; minute++) {
    await settled();
    await supper.minutesPass(1);
    await runOnce(deliverMail);
  }
  expect(await supper.statuses()).toEqual({ failed: 2, queued: 2, sent: 8 });
  provider.behave('takes-it');
  await supper.minutesPass(61);
  await runOnce(deliverMail);
  const ended = await supper.statuses();
  expect(ended).toEqual({ failed: 2, sent: 10 });
  expect(await call(owner, `(select max(attempts) from public.outbox where status = 'failed')`)).toBe(1);
  await saw('mail-refuses-some', {
    visitor: `${seen}; who gave an address that does not exist hears from staff`,
    lost: `0 of ${ended['sent']} mails to addresses that work, ${twice(provider.taken)} twice; ${ended['failed']} to addresses refused for good are “failed” on the page of guests`,
    figures: ['12 people, 2 addresses refused for good, 2 for now'],
  });
});

test('takes a letter and drops the line: unknown, and never sent twice by itself', async () => {
  await using supper = await withSupper();
  provider.behave('hangs-up-after');
  const { seen } = await supper.sayYes(...people(3));
  await settled();
  await supper.minutesPass(1);
  await runOnce(deliverMail);
  provider.behave('takes-it');
  for (let hour = 0; hour < 12; hour++) {
    await supper.minutesPass(60);
    await runOnce(deliverMail);
  }
  const ended = await supper.statuses();
  expect(ended).toEqual({ unknown: 3 });
  expect(provider.handed).toHaveLength(3);
  await saw('mail-line-breaks', {
    visitor: `${seen}; a mail that may have arrived`,
    lost: `0 mails: ${ended['unknown']} of 3 are “unknown” on the page of guests, ${twice(provider.handed)} handed over twice in twelve hours`,
    figures: ['3 mails'],
  });
});
