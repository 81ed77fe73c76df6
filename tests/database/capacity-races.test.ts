import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, sqlState, startRealPostgres, type Client } from '../support/postgres.ts';
import { replaceInFunction, storm, untilBlocked, untilSeen } from '../support/storms.ts';
import {
  addEvent,
  cancelRsvp,
  createRsvp,
  expectOneMailPerTransition,
  expectSoundPool,
  readPool,
  updateRsvp,
  type Answer,
} from '../support/seats.ts';

/**
 * What many people at once can do to a list of seats, on a real PostgreSQL with 50 connections. The
 * negative controls at the end take the protection away and show that these tests then fail.
 */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());

const connections = 50;

const partySize = (person: number) => [1, 2, 1, 4, 3, 1, 2, 7][person % 8] ?? 1;
const twoHundredAnswers = (slug: string) =>
  Array.from(
    { length: 200 },
    (_, person) => (client: Client) => createRsvp(client, slug, `person-${person}`, partySize(person)),
  );

describe('200 people answer at once', () => {
  test('nobody gets a seat that is not there, and none stays empty beside a party that fits', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 60 });

    const answers = await storm(await database.clients(connections), twoHundredAnswers(slug));

    expect(answers.map((answer) => answer.outcome)).toEqual(Array(200).fill('created'));
    const after = await expectSoundPool(database.owner, pool);
    expect(after.seats_taken).toBe(60);
    expect(after.parties).toHaveLength(200);
    await expectOneMailPerTransition(database.owner);
  });

  test('seats go in the order people came: replaying the queue gives the same answers', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 60 });
    await storm(await database.clients(connections), twoHundredAnswers(slug));

    let free = 60;
    const { parties } = await readPool(database.owner, pool);
    const replayed = parties.map((party) => {
      const fits = party.party_size <= free;
      if (fits) free -= party.party_size;
      return fits ? 'held' : 'waiting';
    });
    expect(parties.map((party) => party.status)).toEqual(replayed);
  });

  test('in a strict queue nobody passes anybody', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'families', { capacity: 60, queueRule: 'strict' });
    await storm(await database.clients(connections), twoHundredAnswers(slug));

    const { parties } = await readPool(database.owner, pool);
    const firstWaiting = parties.findIndex((party) => party.status === 'waiting');
    expect(firstWaiting).toBeGreaterThan(0);
    expect(parties.slice(firstWaiting).every((party) => party.status === 'waiting')).toBe(true);
  });
});

describe('the same person, many times at once', () => {
  test('50 submits with one key make one answer, and all hear the same', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 10 });

    const answers = await storm(
      await database.clients(connections),
      Array.from({ length: 50 }, () => (client: Client) => createRsvp(client, slug, 'ana', 2, 'one-key')),
    );

    expect(new Set(answers.map((answer) => answer.rsvp)).size).toBe(1);
    expect(answers.filter((answer) => answer.outcome === 'created')).toHaveLength(1);
    expect(answers.filter((answer) => answer.outcome === 'repeat-key')).toHaveLength(49);
    expect((await expectSoundPool(database.owner, pool)).seats_taken).toBe(2);
    await expectOneMailPerTransition(database.owner);
  });

  test('50 submits with different keys and one address make one answer and one mail', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 10 });

    const answers = await storm(
      await database.clients(connections),
      Array.from(
        { length: 50 },
        (_, key) => (client: Client) => createRsvp(client, slug, 'ana', 2, `key-${key}`),
      ),
    );

    expect(new Set(answers.map((answer) => answer.rsvp)).size).toBe(1);
    expect(answers.filter((answer) => answer.outcome === 'repeat-person')).toHaveLength(49);
    expect((await expectSoundPool(database.owner, pool)).parties).toHaveLength(1);
    expect(await call(database.owner, '(select count(*)::integer from public.outbox)')).toBe(1);
  });

  test('one key serves two events: it names a submission, not a person', async () => {
    await using database = await postgres.freshDatabase();
    await addEvent(database.owner, 'supper', { capacity: 10 });
    await addEvent(database.owner, 'walk', { capacity: 10 });

    const supper = await createRsvp(database.owner, 'supper', 'ana', 1, 'one-key');
    const walk = await createRsvp(database.owner, 'walk', 'ana', 1, 'one-key');

    expect([supper.outcome, walk.outcome]).toEqual(['created', 'created']);
    expect(supper.rsvp).not.toBe(walk.rsvp);
  });

  test('50 sign-ups with one key and no cohort to wait for make one sign-up', async () => {
    await using database = await postgres.freshDatabase();
    const answers = await storm(
      await database.clients(connections),
      Array.from(
        { length: 50 },
        (_, number) => (client: Client) =>
          call<{ outcome: string; reference: string }>(
            client,
            "public.create_sign_up(gen_random_uuid(), $1, 'mentor', 'email', repeat('a', 142) || '.b.c.d.e', 'key-1', repeat('c', 43), p_idempotency_key => 'one-key')",
            [`AAAA-${String(number).padStart(4, '0')}`],
          ),
      ),
    );

    expect(new Set(answers.map((answer) => answer.reference)).size).toBe(1);
    expect(answers.filter((answer) => answer.outcome === 'repeat')).toHaveLength(49);
    expect(await call(database.owner, '(select count(*)::integer from public.sign_ups)')).toBe(1);
  });
});

describe('people leave while others wait', () => {
  test('ten cancels of one answer are one cancel, and one party moves up', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 2 });
    const leaving = await createRsvp(database.owner, slug, 'leaving', 2);
    for (const person of ['first', 'second']) await createRsvp(database.owner, slug, person, 2);

    const answers = await storm(
      await database.clients(10),
      Array.from({ length: 10 }, () => (client: Client) => cancelRsvp(client, leaving.rsvp)),
    );

    expect(answers.map((answer) => answer.outcome).sort()).toEqual([
      'cancelled',
      ...Array<string>(9).fill('unknown'),
    ]);
    const after = await expectSoundPool(database.owner, pool);
    expect(after.parties.map((party) => party.status)).toEqual(['released', 'held', 'waiting']);
    const told = await database.owner.unsafe(
      "select count(*)::integer from public.outbox where kind = 'rsvp-promoted'",
    );
    expect(told[0]).toEqual({ count: 1 });
    await expectOneMailPerTransition(database.owner);
  });

  test('fifteen leave at once: each seat goes on, each promoted party hears of it once', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 15 });
    const people: Answer[] = [];
    for (let person = 0; person < 40; person++)
      people.push(await createRsvp(database.owner, slug, `p${person}`, 1));

    await storm(
      await database.clients(15),
      people.slice(0, 15).map((person) => (client: Client) => cancelRsvp(client, person.rsvp)),
    );

    const after = await expectSoundPool(database.owner, pool);
    expect(after.parties.map((party) => party.status)).toEqual([
      ...Array<string>(15).fill('released'),
      ...Array<string>(15).fill('held'),
      ...Array<string>(10).fill('waiting'),
    ]);
    await expectOneMailPerTransition(database.owner);
  });

  test('answers, changes, cancels and new capacities at once keep every promise, without a deadlock', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool, event } = await addEvent(database.owner, 'supper', { capacity: 40 });
    const known: Answer[] = [];
    for (let person = 0; person < 60; person++) {
      known.push(await createRsvp(database.owner, slug, `early-${person}`, partySize(person)));
    }
    const resized = new Set<string>();
    const someone = (number: number) => known[(number * 7) % known.length]?.rsvp ?? '';

    const ends = await storm(
      await database.clients(connections),
      Array.from({ length: 300 }, (_, number) => (client: Client) => {
        if (number % 6 === 0) return sqlState(cancelRsvp(client, someone(number)));
        if (number % 6 === 1) {
          resized.add(someone(number));
          return sqlState(updateRsvp(client, someone(number), 1 + (number % 8)));
        }
        if (number % 30 === 2) {
          return sqlState(call(client, 'public.set_event_capacity($1, $2)', [event, 30 + (number % 40)]));
        }
        return sqlState(createRsvp(client, slug, `late-${number}`, partySize(number)));
      }),
    );

    // a capacity below the seats given is refused by the CHECK; nothing else may go wrong
    expect(ends.filter((code) => code !== null && code !== '23514')).toEqual([]);
    const after = await expectSoundPool(database.owner, pool);
    await expectOneMailPerTransition(database.owner);

    const places = new Map(
      (
        await database.owner.unsafe<{ id: string; place_id: string }[]>(
          'select id, place_id from public.rsvps',
        )
      ).map((row) => [row.place_id, row.id]),
    );
    const steady = after.parties.filter((party) => !resized.has(places.get(party.id) ?? ''));
    const passed = steady.filter(
      (waiting) =>
        waiting.status === 'waiting' &&
        steady.some(
          (held) =>
            held.status === 'held' && held.queue > waiting.queue && held.party_size >= waiting.party_size,
        ),
    );
    expect(passed, 'nobody who came later and needs as much sits where an earlier party waits').toEqual([]);
  });
});

describe('the lock', () => {
  test('who cannot have it in three seconds is told to try again (55P03), and nothing is stored', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 1 });
    const [first, second] = (await database.clients(2)) as [Client, Client];

    await first.unsafe('begin');
    await call(first, 'private.lock_pool($1)', [pool]);
    const started = performance.now();
    expect(await sqlState(createRsvp(second, slug, 'ana', 1))).toBe('55P03');
    expect(performance.now() - started).toBeGreaterThan(2900);
    await first.unsafe('rollback');

    expect(await readPool(database.owner, pool)).toMatchObject({ seats_taken: 0, parties: [] });
  });

  test('who waited for it sees what was done meanwhile', async () => {
    await using database = await postgres.freshDatabase();
    const { slug } = await addEvent(database.owner, 'supper', { capacity: 1 });
    const [first, second] = (await database.clients(2)) as [Client, Client];
    const secondProcess = await call<number>(second, 'pg_backend_pid()');

    await first.unsafe('begin');
    const taken = await createRsvp(first, slug, 'ana', 1);
    const late = createRsvp(second, slug, 'ben', 1);
    await untilBlocked(database.owner, secondProcess);
    await first.unsafe('commit');

    expect(taken.status).toBe('going');
    expect(await late).toMatchObject({ status: 'waiting', position: 1 });
  });

  test('an event called off while somebody waits for its seats takes no answer', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 5 });
    const [first, second] = (await database.clients(2)) as [Client, Client];
    const secondProcess = await call<number>(second, 'pg_backend_pid()');

    await first.unsafe('begin');
    await call(first, 'private.lock_pool($1)', [pool]);
    await first.unsafe("update public.events set status = 'cancelled' where slug = 'supper'");
    const late = createRsvp(second, slug, 'ben', 1);
    await untilBlocked(database.owner, secondProcess);
    await first.unsafe('commit');

    expect(await late).toMatchObject({ outcome: 'closed' });
  });

  test.each(['repeatable read', 'serializable'])(
    'at %s every function that gives seats refuses',
    async (level) => {
      await using database = await postgres.freshDatabase();
      const { slug, event } = await addEvent(database.owner, 'supper', { capacity: 5 });
      const { rsvp } = await createRsvp(database.owner, slug, 'ana', 1);
      const [client] = (await database.clients(1)) as [Client];

      const refused = await Promise.all(
        [
          () => createRsvp(client, slug, 'ben', 1),
          () => updateRsvp(client, rsvp, 2),
          () => cancelRsvp(client, rsvp),
          () => call(client, 'public.set_event_capacity($1, 9)', [event]),
          () =>
            call(
              client,
              "public.create_sign_up(gen_random_uuid(), 'AAAA-0001', 'mentor', 'email', repeat('a', 142) || '.b.c.d.e', 'key', repeat('c', 43))",
            ),
        ].map((work) => work),
      );
      for (const work of refused) {
        await client.unsafe(`begin isolation level ${level}`);
        expect(await sqlState(work())).toBe('25000');
        await client.unsafe('rollback');
      }
    },
  );
});

describe('the outbox', () => {
  const mails = 300;
  const claimAll = async (client: Client, claimed: string[]) => {
    for (;;) {
      const batch = await client.unsafe<{ id: string }[]>('select id from public.claim_outbox(10)');
      if (batch.length === 0) return;
      claimed.push(...batch.map((mail) => mail.id));
    }
  };
  const queueMails = async (owner: Client) => {
    await addEvent(owner, 'supper', { capacity: null });
    await owner.unsafe(
      `select public.create_rsvp('supper', 'Ana', 1, p_email => 'p' || n || '@example.org') from generate_series(1, ${mails}) n`,
    );
  };

  test('eight deliverers share the mails and none is taken twice', async () => {
    await using database = await postgres.freshDatabase();
    await queueMails(database.owner);
    const claimed: string[] = [];
    await Promise.all((await database.clients(8)).map((client) => claimAll(client, claimed)));
    expect(claimed).toHaveLength(mails);
    expect(new Set(claimed).size).toBe(mails);
  });

  test('negative control: without "for update skip locked" mails are taken twice', async () => {
    await using database = await postgres.freshDatabase();
    await queueMails(database.owner);
    await replaceInFunction(database.owner, 'public.claim_outbox(integer)', 'for update skip locked', '');
    const clients = await database.clients(8);
    const duplicates = await untilSeen(async () => {
      // workers that wait for each other's rows also deadlock now and then: what the others took tells
      const claimed: string[] = [];
      await Promise.all(clients.map((client) => sqlState(claimAll(client, claimed))));
      await database.owner.unsafe("update public.outbox set status = 'queued'");
      return claimed.length - new Set(claimed).size;
    });
    expect(duplicates).toBeGreaterThan(0);
  });
});

describe('negative controls: these tests can fail', () => {
  const withoutLock = (owner: Client) =>
    replaceInFunction(owner, 'private.lock_pool(uuid)', 'where id = p_pool for update', 'where id = p_pool');

  test('without the lock and the CHECK the event is oversold', async () => {
    await using database = await postgres.freshDatabase();
    await withoutLock(database.owner);
    await database.owner.unsafe('alter table public.seat_pools drop constraint seat_pools_never_oversold');
    const clients = await database.clients(connections);
    let round = 0;
    const oversold = await untilSeen(async () => {
      const { slug, pool } = await addEvent(database.owner, `supper-${++round}`, { capacity: 60 });
      await storm(clients, twoHundredAnswers(slug));
      return (await readPool(database.owner, pool)).seats_taken - 60;
    });
    expect(oversold).toBeGreaterThan(0);
  });

  test('without the lock alone the CHECK behind it refuses the seat too many', async () => {
    await using database = await postgres.freshDatabase();
    await withoutLock(database.owner);
    const clients = await database.clients(connections);
    let round = 0;
    const refusals = await untilSeen(async () => {
      const { slug, pool } = await addEvent(database.owner, `supper-${++round}`, { capacity: 60 });
      const ends = await storm(
        clients,
        twoHundredAnswers(slug).map((answer) => (client: Client) => sqlState(answer(client))),
      );
      expect((await readPool(database.owner, pool)).seats_taken).toBeLessThanOrEqual(60);
      return ends.filter((code) => code === '23514').length;
    });
    expect(refusals).toBeGreaterThan(0);
  });
});
