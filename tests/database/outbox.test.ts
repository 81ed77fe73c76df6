import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventMails } from '#events/mails.ts';
import { deliverMail } from '#mail/deliver.ts';
import { type Conduct } from '../support/mail-provider.ts';
import { openMailroom, twice, type Mailroom } from '../support/mailroom.ts';
import { call } from '../support/postgres.ts';

/**
 * The way of a mail from the outbox to a provider, on a real PostgreSQL and a real SMTP server that is
 * down, slow, unkind or gone in the middle: nothing is lost, and nothing is sent twice.
 */

let mailroom: Mailroom;
let provider: Mailroom['provider'];
beforeAll(async () => {
  mailroom = await openMailroom();
  ({ provider } = mailroom);
});
afterAll(() => mailroom.close());

/** An outbox with so many mails that are due, and nothing handed over yet. */
async function withMails(count: number) {
  const outbox = await mailroom.outbox();
  await outbox.queue(count);
  return outbox;
}
const deliver = () => deliverMail(eventMails);

describe('several deliverers at once', () => {
  test.each<Conduct>(['takes-it', 'slowly'])(
    'six of them, with a provider that %s, send each mail once',
    async (conduct) => {
      const all = conduct === 'slowly' ? 18 : 40;
      await using outbox = await withMails(all);
      provider.behave(conduct);
      const sent = await Promise.all(Array.from({ length: 6 }, deliver));

      expect(sent.reduce((sum, count) => sum + count, 0)).toBe(all);
      expect(await outbox.statuses()).toEqual({ sent: all });
      expect(provider.taken).toHaveLength(all);
      expect(twice(provider.taken)).toBe(0);
    },
  );

  test('one that finishes after its claim was given to another changes nothing', async () => {
    await using outbox = await withMails(1);
    const { owner } = outbox;
    const [claimed] = await owner.unsafe<{ id: string; claimed_at: string }[]>(
      'select id, claimed_at::text from public.claim_outbox(1)',
    );
    await owner.unsafe("update public.outbox set claimed_at = claimed_at + interval '1 second'");
    const late = await call<boolean>(owner, "public.finish_outbox($1, $2, 'sent')", [
      claimed?.id,
      claimed?.claimed_at,
    ]);
    expect(late).toBe(false);
    expect(await outbox.statuses()).toEqual({ sending: 1 });
  });
});

describe('a provider that is down for an hour', () => {
  test('costs each mail a few tries, and all go out once when it is back', async () => {
    await using outbox = await withMails(30);
    await provider.goDown();
    try {
      for (let minute = 0; minute < 6; minute++) {
        await outbox.minutesPass(61);
        expect(await deliver()).toBe(0);
      }
    } finally {
      await provider.comeBack();
    }
    expect(await outbox.statuses()).toEqual({ queued: 30 });

    await outbox.minutesPass(61);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(await outbox.statuses()).toEqual({ sent: 30 });
    expect(provider.taken).toHaveLength(30);
    expect(twice(provider.taken)).toBe(0);
  });

  test('lets the mails behind the first ones keep their tries', async () => {
    await using outbox = await withMails(30);
    await provider.goDown();
    try {
      await deliver();
    } finally {
      await provider.comeBack();
    }
    const tried = await outbox.owner.unsafe('select id from public.outbox where attempts > 0');
    expect(tried).toHaveLength(3);
  });

  test('and one that says “not now” for a while loses nothing and sends nothing twice', async () => {
    await using outbox = await withMails(9);
    provider.behave('not-now');
    await deliver();
    expect(await outbox.statuses()).toEqual({ queued: 9 });
    provider.behave('takes-it');
    await outbox.minutesPass(61);
    await deliver();
    expect(await outbox.statuses()).toEqual({ sent: 9 });
    expect(twice(provider.taken)).toBe(0);
  });
});

describe('a line that breaks', () => {
  test('before the letter is whole: it goes out later, once', async () => {
    await using outbox = await withMails(3);
    provider.behave('hangs-up-before');
    await deliver();
    expect(await outbox.statuses()).toEqual({ queued: 3 });
    provider.behave('takes-it');
    await outbox.minutesPass(61);
    await deliver();
    expect(await outbox.statuses()).toEqual({ sent: 3 });
    expect(provider.handed).toHaveLength(3);
  });

  test('after the letter was handed over: it is unknown, and never sent again by itself', async () => {
    await using outbox = await withMails(3);
    provider.behave('hangs-up-after');
    await deliver();
    expect(await outbox.statuses()).toEqual({ unknown: 3 });
    provider.behave('takes-it');
    for (let minute = 0; minute < 3; minute++) {
      await outbox.minutesPass(61);
      await deliver();
    }
    expect(provider.handed).toHaveLength(3);
    expect(twice(provider.handed)).toBe(0);
  });

  test('an answer that never comes after the letter is unknown too', async () => {
    await using outbox = await withMails(1);
    provider.behave('says-nothing-after');
    await deliver();
    expect(await outbox.statuses()).toEqual({ unknown: 1 });
    expect(provider.handed).toHaveLength(1);
  });

  test('a deliverer that vanished leaves a mail that a person decides about', async () => {
    await using outbox = await withMails(1);
    await outbox.owner.unsafe('select public.claim_outbox(1)');
    await deliver();
    expect(await outbox.statuses()).toEqual({ sending: 1 });
    await outbox.owner.unsafe("update public.outbox set claimed_at = now() - interval '11 minutes'");
    await deliver();
    expect(await outbox.statuses()).toEqual({ unknown: 1 });
    expect(provider.handed).toEqual([]);

    // somebody looked: it may arrive twice now, and that was their choice
    const [mail] = await outbox.owner.unsafe<{ id: string }[]>('select id from public.outbox');
    expect(await call(outbox.owner, 'public.retry_mail($1)', [mail?.id])).toBe(true);
    await deliver();
    expect(await outbox.statuses()).toEqual({ sent: 1 });
    expect(await call(outbox.owner, 'public.retry_mail($1)', [mail?.id])).toBe(false);
  });
});

describe('a refusal for good', () => {
  test.each<Conduct>(['refuses-the-address', 'refuses-the-letter'])(
    '%s: it is tried once',
    async (conduct) => {
      await using outbox = await withMails(1);
      provider.behave(conduct);
      await deliver();
      await outbox.minutesPass(61);
      await deliver();
      const [mail] = await outbox.owner.unsafe('select status, attempts, last_error from public.outbox');
      expect(mail).toMatchObject({ status: 'failed', attempts: 1 });
      expect(String(mail?.['last_error'])).not.toContain('example.org');
    },
  );
});

describe('the pause before the next try', () => {
  test('grows from a minute to an hour at most, is spread, and ends after twelve tries', async () => {
    await using outbox = await withMails(1);
    const { owner } = outbox;
    const pauses: number[] = [];
    for (let tries = 1; tries <= 12; tries++) {
      await outbox.minutesPass(61);
      const [claimed] = await owner.unsafe<{ id: string; claimed_at: string }[]>(
        'select id, claimed_at::text from public.claim_outbox(1)',
      );
      await owner.unsafe(
        `select public.finish_outbox('${claimed?.id}', '${claimed?.claimed_at}', 'retry', 'ECONNECTION')`,
      );
      const [row] = await owner.unsafe<{ minutes: number }[]>(
        'select extract(epoch from due_at - now())::float / 60 as minutes from public.outbox',
      );
      if (tries < 12) pauses.push(row?.minutes ?? 0);
    }
    pauses.forEach((pause, place) => {
      const whole = Math.min(60, 2 ** place);
      expect(pause).toBeLessThanOrEqual(whole);
      expect(pause).toBeGreaterThan(whole * 0.79 - 0.05);
    });
    expect(
      new Set(pauses.map((pause, place) => (pause / Math.min(60, 2 ** place)).toFixed(4))).size,
    ).toBeGreaterThan(1);
    expect(await outbox.statuses()).toEqual({ failed: 1 });
  });
});
