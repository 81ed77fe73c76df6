import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
import { addEvent, createRsvp } from '../support/seats.ts';

/** Checking in, walking in and writing to guests, on a real PostgreSQL: what counts, what counts once. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());

let database: FreshDatabase;
let owner: Client;
let event: string;
let slug: string;
beforeEach(async () => {
  database = await postgres.freshDatabase();
  owner = database.owner;
  ({ event, slug } = await addEvent(owner, 'supper', { capacity: 6 }));
  return () => database[Symbol.asyncDispose]();
});

interface Arrival {
  outcome: string;
  count?: number;
}
const checkIn = (client: Client, rsvp: string, count: number, was: number | null = null) =>
  call<Arrival>(client, 'public.check_in($1, $2, now(), $3)', [rsvp, count, was]);
const walkIn = (client: Client, rsvp: string, party: number) =>
  call<Arrival>(client, 'public.walk_in($1, $2, $3, $4)', [event, rsvp, 'Walk-in', party]);
const here = async (rsvp: string) =>
  (
    await owner.unsafe<{ count: number | null; at: Date | null }[]>(
      `select arrived_count as count, arrived_at as at from public.rsvps where id = '${rsvp}'`,
    )
  )[0];
const actions = async () =>
  (await owner.unsafe<{ action: string }[]>('select action from public.event_log order by id')).map(
    ({ action }) => action,
  );
const taken = () => call<number>(owner, `(select seats_taken from public.seat_pools limit 1)`);

describe('Checking in', () => {
  test('counts once: the same press again changes nothing and is written down once', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 3);
    expect(await checkIn(owner, rsvp, 2, 0)).toEqual({ outcome: 'arrived', count: 2 });
    const first = await here(rsvp);
    expect(await checkIn(owner, rsvp, 2, 0)).toEqual({ outcome: 'arrived', count: 2 });
    expect(await here(rsvp)).toEqual(first);
    expect(await actions()).toEqual(['arrived']);
  });

  test('the third of a party comes later: the count follows, the time stays that of the first', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 3);
    await checkIn(owner, rsvp, 2, 0);
    const first = await here(rsvp);
    await checkIn(owner, rsvp, 3, 2);
    expect(await here(rsvp)).toEqual({ count: 3, at: first?.at });
  });

  test('the first press wins between two devices that know nothing of each other', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 3);
    const devices = await database.clients(2);
    const outcomes = await Promise.all(devices.map((device, index) => checkIn(device, rsvp, 2 + index, 0)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'arrived']);
    const won = outcomes.find(({ outcome }) => outcome === 'arrived')?.count;
    expect((await here(rsvp))?.count).toBe(won);
    expect(outcomes.find(({ outcome }) => outcome === 'already')?.count).toBe(won);
  });

  test('is for who has a seat', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 6);
    const late = await createRsvp(owner, slug, 'sam', 1);
    expect((await checkIn(owner, late.rsvp, 1, 0)).outcome).toBe('not-going');
    await call(owner, 'public.cancel_rsvp($1)', [rsvp]);
    expect((await checkIn(owner, rsvp, 1, 0)).outcome).toBe('not-going');
    expect((await checkIn(owner, late.rsvp, 1, 0)).outcome).toBe('arrived');
    expect((await checkIn(owner, crypto.randomUUID(), 1, 0)).outcome).toBe('unknown');
  });

  test('can be taken back, and the seat stays theirs', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 2);
    await checkIn(owner, rsvp, 2, 0);
    expect((await checkIn(owner, rsvp, 0, 2)).outcome).toBe('taken-back');
    expect(await here(rsvp)).toEqual({ count: null, at: null });
    expect(await taken()).toBe(2);
  });

  test('a press of a device whose clock is ahead is not in the future', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 1);
    await call(owner, `public.check_in($1, 1, now() + interval '2 hours', 0)`, [rsvp]);
    expect((await here(rsvp))?.at?.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
  });
});

describe('Walking in', () => {
  test('takes seats once, however often it is sent, and is refused where there are none', async () => {
    const [mine, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
    expect((await walkIn(owner, mine, 4)).outcome).toBe('arrived');
    expect((await walkIn(owner, mine, 4)).outcome).toBe('arrived');
    expect(await taken()).toBe(4);
    expect((await walkIn(owner, theirs, 3)).outcome).toBe('no-room');
    expect(await taken()).toBe(4);
  });

  test('taken back gives the seat to the next in line, and what is still under way does not take it again', async () => {
    const id = crypto.randomUUID();
    await walkIn(owner, id, 6);
    const waiting = await createRsvp(owner, slug, 'sam', 2);
    expect(waiting.status).toBe('waiting');
    expect((await checkIn(owner, id, 0, 6)).outcome).toBe('taken-back');
    expect(await taken()).toBe(2);
    expect((await walkIn(owner, id, 6)).outcome).toBe('already');
    expect(await taken()).toBe(2);
  });

  test('ten devices with the last two seats give them to two', async () => {
    await createRsvp(owner, slug, 'ana', 4);
    const devices = await database.clients(10);
    const outcomes = await Promise.all(devices.map((device) => walkIn(device, crypto.randomUUID(), 1)));
    expect(outcomes.filter(({ outcome }) => outcome === 'arrived')).toHaveLength(2);
    expect(outcomes.filter(({ outcome }) => outcome === 'no-room')).toHaveLength(8);
    expect(await taken()).toBe(6);
  });

  test('nobody can be made a walk-in who answered', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 1);
    expect((await walkIn(owner, rsvp, 1)).outcome).toBe('unknown');
  });
});

describe('By hand', () => {
  const seat = (rsvp: string) =>
    call<{ outcome: string }>(owner, 'public.seat_by_hand($1, $2)', [rsvp, 'Their ride is here']);

  test('a seat out of turn is given only where there is room, and says why', async () => {
    await createRsvp(owner, slug, 'ana', 5);
    const big = await createRsvp(owner, slug, 'big', 2);
    expect((await seat(big.rsvp)).outcome).toBe('no-room');
    expect(await actions()).toEqual([]);
    await owner.unsafe('update public.seat_pools set capacity = 7');
    expect((await seat(big.rsvp)).outcome).toBe('seated');
    expect((await seat(big.rsvp)).outcome).toBe('unknown');
    expect(await actions()).toEqual(['seated']);
  });

  test('a seat given after the cut-off does not lapse for want of a second yes', async () => {
    await createRsvp(owner, slug, 'ana', 6);
    const late = await createRsvp(owner, slug, 'late', 1);
    await owner.unsafe(
      `update public.events set rsvp_closes_at = now() - interval '1 hour', confirm_within_hours = 24`,
    );
    await owner.unsafe('update public.seat_pools set capacity = 7');
    expect((await seat(late.rsvp)).outcome).toBe('seated');
    expect(await call<number>(owner, 'public.lapse_unconfirmed()')).toBe(0);
    expect(await taken()).toBe(7);
  });

  test('a message sent twice is one message, and writes one mail to each', async () => {
    await createRsvp(owner, slug, 'ana', 1);
    await createRsvp(owner, slug, 'sam', 1);
    const message = crypto.randomUUID();
    const write = () =>
      call<number | null>(owner, `public.write_to_guests($1, 'going', 'Bring a coat', $2)`, [event, message]);
    expect(await write()).toBe(2);
    expect(await write()).toBeNull();
    expect(
      await call<number>(owner, `(select count(*)::int from public.outbox where kind = 'event-message')`),
    ).toBe(2);
  });

  test('writing to everybody while seats change hands ends in no deadlock', async () => {
    const guests = await Promise.all(
      Array.from({ length: 6 }, (_, index) => createRsvp(owner, slug, `guest-${index}`, 1)),
    );
    for (let index = 0; index < 6; index++) await createRsvp(owner, slug, `waiting-${index}`, 1);
    const clients = await database.clients(8);
    await Promise.all(
      clients.map((client, index) =>
        index % 2 === 0
          ? call(client, `public.write_to_guests($1, 'everybody', 'Hello')`, [event])
          : call(client, 'public.cancel_rsvp($1)', [guests[index % guests.length]?.rsvp]),
      ),
    );
    expect(await taken()).toBe(6);
  });

  test('only a mail that did not go out can be sent again, and who did it is written down', async () => {
    const { rsvp } = await createRsvp(owner, slug, 'ana', 1);
    const mail = await call<string>(owner, `(select id from public.outbox where rsvp_id = $1)`, [rsvp]);
    const retry = () => call<boolean>(owner, 'public.retry_mail($1)', [mail]);
    expect(await retry()).toBe(false);
    await owner.unsafe(`update public.outbox set status = 'failed', attempts = 12`);
    expect(await retry()).toBe(true);
    expect(await retry()).toBe(false);
    expect(await actions()).toEqual(['mail-retried']);
  });
});
