import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment } from '#platform/environment.ts';
import { freePort, serve } from '../../local/node-server.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import { openMailroom, twice, type Mailroom, type Outbox } from '../support/mailroom.ts';
import { passOn } from '../support/pass-on.ts';
import { call } from '../support/postgres.ts';
import { addEvent } from '../support/seats.ts';
import { ask, rsvpOf, runOnce, settled } from './asking.ts';
import { answerOf, kill, startFunction } from './deploy.ts';
import { saw } from './seen.ts';

/** Functions in processes of their own on one real PostgreSQL: killed in the middle, and two of each at once. */

let mailroom: Mailroom;
beforeAll(async () => {
  mailroom = await openMailroom();
});
afterAll(() => mailroom.close());

/** The claim of who vanished runs out; then somebody of the staff has it sent again. */
async function settleByHand(outbox: Outbox) {
  await runOnce(deliverMail);
  expect(await outbox.statuses()).toEqual({ sending: 1 });
  await outbox.minutesPass(11);
  await runOnce(deliverMail);
  await outbox.minutesPass(60);
  await runOnce(deliverMail);
  expect(await outbox.statuses()).toEqual({ unknown: 1 });
  const byItself = mailroom.provider.taken.length;
  expect(await call(outbox.owner, '(select public.retry_mail(id) from public.outbox)')).toBe(true);
  await runOnce(deliverMail);
  expect(await outbox.statuses()).toEqual({ sent: 1 });
  return byItself;
}

test('killed after it took a mail and before it sent it: a person decides, and it arrives once', async () => {
  await using outbox = await mailroom.outbox();
  await outbox.queue(1);
  // a provider that lets everybody in and says nothing: whoever comes has taken a mail
  const port = await freePort();
  const silent = createServer().listen(port, '127.0.0.1');
  const connected = once(silent, 'connection');
  const child = startFunction('deliver-mail', { SMTP_URL: `smtp://127.0.0.1:${port}` });
  await connected;
  await kill(child);
  silent.close();

  const byItself = await settleByHand(outbox);
  expect([byItself, mailroom.provider.taken.length]).toEqual([0, 1]);
  await saw('killed-before-sending', {
    visitor: `Their place at once; ${byItself} mails until staff press “Send again”, then ${mailroom.provider.taken.length}`,
    lost: `0 mails: after ten minutes it is “unknown”, and a person decides`,
    figures: ['1 mail'],
  });
});

test('killed after the provider took its mail and before it said so: it is not sent again by itself', async () => {
  await using outbox = await mailroom.outbox();
  await outbox.queue(1);
  const { SUPABASE_URL } = environment();
  const port = await freePort();
  let saysSo = () => {};
  const saidSo = new Promise<void>((resolve) => (saysSo = resolve));
  const before = await serve(port, 'PORT', async (request) => {
    if (!new URL(request.url).pathname.endsWith('/finish_outbox')) return passOn(request, SUPABASE_URL);
    saysSo();
    return new Promise<Response>(() => {});
  });
  const child = startFunction('deliver-mail', { SUPABASE_URL: `http://127.0.0.1:${port}` });
  await saidSo;
  await kill(child);
  await before.close();
  expect(mailroom.provider.taken).toHaveLength(1);

  const byItself = await settleByHand(outbox);
  expect([byItself, mailroom.provider.taken.length]).toEqual([1, 2]);
  await saw('killed-after-sending', {
    visitor: `Their place, and ${byItself} mail`,
    lost: `0 mails: it is “unknown”, is not sent again by itself, and arrives twice only if staff press “Send again”`,
    figures: ['1 mail'],
  });
});

test('two of each at once do everything once', async () => {
  await using outbox = await mailroom.outbox();
  const { owner } = outbox;
  const { provider } = mailroom;
  const answer = await ask(rsvps, '/api/rsvps', rsvpOf('supper', 'before'));
  expect(answer.status).toBe(201);
  await settled();
  await outbox.queue(60);
  await addEvent(owner, 'tomorrow', { capacity: null });
  await addEvent(owner, 'long-ago', { capacity: null });
  await owner.unsafe(
    `select public.create_rsvp(slug, 'Ana', 1, p_email => slug || n || '@example.org')
       from generate_series(1, 8) n, unnest(array['tomorrow', 'long-ago']) slug;
     update public.outbox set status = 'dropped' where rsvp_id in (select rsvp.id from public.rsvps rsvp join public.events on events.id = event_id where slug <> 'supper');
     update public.rsvps set created_at = now() - interval '1 day';
     update public.events set rsvp_closes_at = now(), starts_at = date_trunc('minute', now()) + interval '20 hours', ends_at = now() + interval '22 hours' where slug = 'tomorrow';
     update public.events set rsvp_closes_at = now() - interval '900 days', starts_at = now() - interval '900 days', ends_at = now() - interval '899 days' where slug = 'long-ago';
     insert into public.resources (slug, publish_at, draft) values ('planned', now() - interval '1 minute',
       '{"title": "Planned", "summary": "S", "body": "B", "kind": "guide", "topics": ["work"], "audience": "everyone", "language": "en"}')`,
  );
  const names = ['event-tasks', 'purge-expired', 'publish-due', 'deliver-mail'];
  const done = await Promise.all(
    names.flatMap((name) => [1, 2].map(async () => [name, await answerOf(startFunction(name))] as const)),
  );
  const sum = (name: string, field: string) =>
    done.filter(([of]) => of === name).reduce((total, [, said]) => total + (said[field] ?? 0), 0);
  await outbox.minutesPass(1);
  await runOnce(deliverMail);
  expect([sum('event-tasks', 'queued'), sum('purge-expired', 'rsvps')]).toEqual([8, 8]);
  expect(
    await call(owner, `(select count(*)::integer from public.resources where status = 'published')`),
  ).toBe(1);
  expect(await outbox.statuses()).toEqual({ dropped: 8, sent: 1 + 60 + 8 });
  expect(provider.taken).toHaveLength(69);
  await saw('two-at-once', {
    visitor: `${answer.status}, and each mail ${twice(provider.taken) === 0 ? 'once' : 'more than once'}`,
    lost: `0 of ${provider.taken.length} mails, ${twice(provider.taken)} twice; ${sum('event-tasks', 'queued')} reminders for 8 people, ${sum('purge-expired', 'rsvps')} of 8 old answers forgotten, 1 of 1 planned posts published`,
    figures: [`${names.length} functions, two processes each`],
  });
});
