import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deliverNow } from '#mail/deliver-now.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import { openMailroom, twice, type Mailroom, type Outbox } from '../support/mailroom.ts';
import { killNine } from '../support/postgres-processes.ts';
import { answersAgain, call, type Client } from '../support/postgres.ts';
import { ask, atOnce, expectNotNow, rsvpOf, settled, type Answered } from './asking.ts';
import { halfStates } from './half-states.ts';
import { saw, seconds } from './seen.ts';

/** A PostgreSQL that writes as in production, killed with all its processes while people answer. */

let mailroom: Mailroom;
beforeAll(async () => {
  // one line in the log for each of the hundreds that are refused
  vi.spyOn(console, 'log').mockReturnValue();
  mailroom = await openMailroom({ durable: true });
});
afterAll(() => mailroom.close());

const seats = { 'supper-1': 60, 'supper-2': 60, 'supper-3': 1000, 'supper-4': 1000, 'supper-5': 1000 };
const suppers = Object.keys(seats);

/** The RSVPs of so many people, over five events of which the first have fewer seats than people. Each tenth has an email address. */
const rsvpsOf = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    ...rsvpOf(suppers[number % suppers.length] ?? '', `p${number}`, { partySize: 1 + (number % 3) }),
    ...(Math.floor(number / suppers.length) % 10 > 0 && {
      email: undefined,
      phone: `30355${50_000 + number}`,
    }),
    name: `Person ${number}`,
  }));
type Sent = ReturnType<typeof rsvpsOf>[number];

/** Sends them, forty at a time, and kills the database when so many were acknowledged. */
async function stormWithKill(sent: Sent[], killAfter: number): Promise<Map<Sent, Answered>> {
  let acknowledged = 0;
  let killed: Promise<void> | null = null;
  const answers = await atOnce(sent, 40, async (rsvp) => {
    const answer = await ask(rsvps, '/api/rsvps', rsvp);
    if (answer.status === 201 && ++acknowledged >= killAfter) killed ??= killNine(mailroom.server);
    return [rsvp, answer] as const;
  });
  await killed;
  await settled();
  return new Map(answers);
}

const withSuppers = () => mailroom.outbox(seats);

async function back(owner: Client): Promise<void> {
  await mailroom.server.startAgain();
  await answersAgain(owner);
}

const isAcknowledged = ({ status }: Answered) => status === 201;
const of = (answers: Map<Sent, Answered>, is: (answer: Answered) => boolean) =>
  [...answers].filter(([, answer]) => is(answer)).map(([rsvp]) => rsvp);

/** Those of them that the database does not know. */
async function missing(owner: Client, sent: Sent[]): Promise<Sent[]> {
  const known = await owner.unsafe<{ name: string }[]>('select name from public.rsvps');
  const names = new Set(known.map(({ name }) => name));
  return sent.filter(({ name }) => !names.has(name));
}

const setting = (owner: Client, name: string) => call<string>(owner, `current_setting('${name}')`);

test('each acknowledged RSVP is there afterwards, nothing is half, and the rest is told to try again', async () => {
  await using database = await withSuppers();
  const { owner } = database;
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
    expect(await setting(owner, name), name).toBe('on');

  const sent = rsvpsOf(1000);
  const answers = await stormWithKill(sent, 400);
  const acknowledged = of(answers, isAcknowledged);
  const refused = [...answers.values()].filter((answer) => !isAcknowledged(answer));
  expect(acknowledged.length).toBeGreaterThanOrEqual(400);
  expect(refused.length).toBeGreaterThan(100);
  const words = new Set(refused.map(expectNotNow));
  expect(words.size).toBe(1);

  const started = performance.now();
  await back(owner);
  const recovery = performance.now() - started;
  expect(await missing(owner, acknowledged)).toEqual([]);
  expect(await halfStates(owner)).toEqual({});

  // whoever was told to try again does, and whoever was not sure does too
  const unsure = of(answers, (answer) => !isAcknowledged(answer));
  const committedUnsaid = unsure.length - (await missing(owner, unsure)).length;
  const again = await atOnce([...unsure, ...acknowledged.slice(0, 50)], 20, async (rsvp) => {
    let answer = await ask(rsvps, '/api/rsvps', rsvp);
    // a line from before the kill breaks at its first use, and says so: once more, as a person would
    for (let tries = 0; answer.status === 503 && tries < 12; tries += 1)
      answer = await ask(rsvps, '/api/rsvps', rsvp);
    return answer;
  });
  const statuses = (status: number) => again.filter((answer) => answer.status === status).length;
  expect([statuses(201), statuses(200)]).toEqual([unsure.length - committedUnsaid, committedUnsaid + 50]);
  expect(await call<number>(owner, '(select count(*)::integer from public.rsvps)')).toBe(1000);
  expect(await halfStates(owner)).toEqual({});

  const mails = await allMails(database);
  expect(mails.sent + mails.unknown).toBe(100);
  // as many as the deliverers of that moment had in their hands, three each
  expect(mails.unknown).toBeLessThanOrEqual(12);
  await saw('database-killed', {
    visitor: `Acknowledged, or ${[...words].join()} with Retry-After and the form as typed; sent again, it goes through once`,
    lost: `${(await missing(owner, sent)).length} RSVPs, ${Object.keys(await halfStates(owner)).length} half states, ${twice(mailroom.provider.taken)} mails twice. A few mails that were being handed over wait for a person who decides`,
    figures: [
      `1,000 sent: ${acknowledged.length} acknowledged, ${refused.length} told to try again`,
      `${committedUnsaid} of those were stored all the same, and answered as repeated`,
      `${mails.unknown} mails left to a person`,
      `back in ${seconds(recovery)}`,
    ],
  });
});

/** Sends everything that is due, lets the claims of those who vanished run out, and counts how the mails ended. */
async function allMails({
  owner,
  statuses,
  minutesPass,
}: Outbox): Promise<{ sent: number; unknown: number }> {
  await minutesPass(61);
  const left = () =>
    call<number>(
      owner,
      `(select count(*)::integer from public.outbox where status in ('queued', 'sending'))`,
    );
  while ((await left()) > 0) await deliverNow();
  expect(twice(mailroom.provider.taken)).toBe(0);
  const { sent = 0, unknown = 0 } = await statuses();
  return { sent, unknown };
}

describe('negative controls: this test can fail', () => {
  test('a database that says “stored” before it is written loses what it acknowledged', async () => {
    await using database = await withSuppers();
    const { owner } = database;
    await owner.unsafe(`alter system set synchronous_commit = off`);
    await owner.unsafe(`alter system set wal_writer_delay = '10s'`);
    await owner.unsafe('select pg_reload_conf()');
    // the server hears of it when it comes to it
    await expect.poll(() => setting(owner, 'synchronous_commit'), { timeout: 20_000 }).toBe('off');
    const answers = await stormWithKill(rsvpsOf(120), 100);
    await back(owner);
    expect((await missing(owner, of(answers, isAcknowledged))).length).toBeGreaterThan(0);
    expect(await halfStates(owner)).toEqual({});
  });

  test('every kind of half state is found', async () => {
    await using database = await withSuppers();
    const { owner } = database;
    await atOnce(rsvpsOf(20), 5, (rsvp) => ask(rsvps, '/api/rsvps', rsvp));
    await settled();
    expect(await halfStates(owner)).toEqual({});
    const one = `(select id from public.rsvps where name = 'Person 3')`;
    for (const [what, damage] of [
      ['seats of nobody', `delete from public.rsvps where id = ${one}`],
      ['answers without a seat', `update public.rsvps set place_id = gen_random_uuid() where id = ${one}`],
      ['answers without their mail', `delete from public.outbox where rsvp_id = ${one}`],
      ['mails about nobody', `update public.outbox set rsvp_id = gen_random_uuid()  where rsvp_id = ${one}`],
      [
        'figures that are wrong',
        `update public.seat_pools set seats_taken = seats_taken - 1 where seats_taken > 0`,
      ],
      ['events over their seats', `update public.seat_pools set capacity = 1`],
      ['free seats beside who waits', `update public.places set status = 'waiting' where party_size = 1`],
      [
        'people twice',
        `drop index public.rsvps_one_per_person; update public.rsvps set email = 'p@example.org', phone = null`,
      ],
    ] as const) {
      await owner.unsafe(`begin; set local session_replication_role = replica;
        alter table public.seat_pools drop constraint seat_pools_never_oversold; ${damage}`);
      expect(await halfStates(owner)).toHaveProperty(what);
      await owner.unsafe('rollback');
    }
  });
});
