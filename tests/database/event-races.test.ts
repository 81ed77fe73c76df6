import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../bench/random.ts';
import { call, sqlState, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
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
import { replaceInFunction, untilBlocked, untilSeen } from '../support/storms.ts';
import { expectTurnsOfTheModel, watchEveryCommit } from '../support/watched-seats.ts';

/**
 * Everything people and staff can do to the seats of an event, at once, on a real PostgreSQL: every commit is
 * checked while it happens, and a model walks all steps again afterwards. The negative controls at the end
 * take one protection away each and show that this is seen.
 */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());

const connections = 50;

async function watchedDatabase(): Promise<FreshDatabase> {
  const database = await postgres.freshDatabase();
  await watchEveryCommit(database.owner);
  return database;
}

/** What one person or one of the staff does, call after call; each call says how it ended. */
type Caller = (client: Client, random: Random) => AsyncGenerator<string | null>;

/**
 * Lets all callers loose over the connections, each connection one after another, and returns how every call
 * ended: null or an SQLSTATE. Who did not get the lock in time (55P03) tries again, as the site tells people to.
 */
async function hammer(clients: Client[], callers: Caller[]): Promise<(string | null)[]> {
  const ends: (string | null)[] = [];
  const queue = [...callers.entries()];
  await Promise.all(
    clients.map(async (client) => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        for await (const end of next[1](client, new Random(next[0] + 1))) ends.push(end);
      }
    }),
  );
  return ends;
}

const unexpected = (ends: (string | null)[], expected: string[] = []) =>
  ends.filter((end) => end !== null && !expected.includes(end));

/** One call, tried again while the lock is not to be had. Its answer is kept where the caller wants it. */
async function tried(
  client: Client,
  expression: string,
  values: unknown[],
  keep?: (answer: Answer) => void,
): Promise<string | null> {
  for (let attempt = 0; ; attempt++) {
    const end = await sqlState(
      call<Answer>(client, expression, values).then((answer) => {
        keep?.(answer);
      }),
    );
    if (end !== '55P03' || attempt === 5) return end;
  }
}

/** An array as PostgreSQL writes it. */
const list = (values: (string | number | null)[]) => `{${values.map((value) => value ?? 'null').join(',')}}`;

const answer = (
  client: Client,
  slug: string,
  person: string,
  party: number,
  details: object,
  keep?: (a: Answer) => void,
) =>
  tried(
    client,
    'public.create_rsvp($1, $2, $3, p_email => $4, p_details => ($5::text)::jsonb)',
    [slug, person, party, `${person}@example.org`, JSON.stringify(details)],
    keep,
  );
const change = (client: Client, rsvp: string, party: number | null, details: object = {}) =>
  tried(client, 'public.update_rsvp($1, $2, p_details => ($3::text)::jsonb)', [
    rsvp,
    party,
    JSON.stringify(details),
  ]);

/** Answers, and then changes their mind once or twice. */
const person = (slug: string, name: string, details: (random: Random) => object = () => ({})): Caller =>
  async function* (client, random) {
    let rsvp = '';
    yield answer(client, slug, name, random.whole(1, 6), details(random), (told) => (rsvp = told.rsvp));
    for (let more = random.whole(0, 3); more > 0 && rsvp; more--) {
      const act = random.weighted([
        ['change', 4],
        ['cancel', 2],
        ['come-back', 2],
        ['confirm', 1],
        ['forget', 1],
      ] as const);
      if (act === 'change') yield change(client, rsvp, random.whole(1, 6), details(random));
      if (act === 'cancel') yield tried(client, 'public.cancel_rsvp($1)', [rsvp]);
      if (act === 'confirm') yield tried(client, 'public.confirm_rsvp($1)', [rsvp]);
      if (act === 'forget') yield tried(client, 'public.forget_rsvp($1)', [rsvp]);
      if (act === 'come-back') {
        yield tried(client, 'public.cancel_rsvp($1)', [rsvp]);
        yield tried(client, 'public.rejoin_rsvp($1)', [rsvp]);
      }
    }
  };

/** Changes how many seats there are, and moves people back to the line when it takes that. */
const coordinator = (event: string, seats: (random: Random) => number, online = false): Caller =>
  async function* (client, random) {
    const capacity = seats(random);
    const affected = await call<string[]>(
      client,
      "(select coalesce(jsonb_agg(rsvp), '[]') from public.affected_by_capacity($1, $2, $3))",
      [event, capacity, online],
    );
    yield tried(client, 'public.set_event_capacity($1, $2, $3, $4)', [
      event,
      capacity,
      online,
      list(affected),
    ]);
    const guest = await call<string | null>(
      client,
      '(select id from public.rsvps where event_id = $1 and cancelled_at is null order by md5(id::text || $2) limit 1)',
      [event, String(random.next())],
    );
    if (guest) yield tried(client, "public.remove_guest($1, 'Asked to by phone')", [guest]);
  };

/** Time passes for those who have to say yes once more, and the minute's run hands their seats on. */
const clock = (event: string, pool: string): Caller =>
  async function* (client) {
    yield sqlState(
      client.begin(async (transaction) => {
        await transaction.unsafe('select private.lock_pool($1)', [pool]);
        await transaction.unsafe(
          "update public.rsvps set confirm_by = now() - interval '1 second' where event_id = $1 and confirm_by is not null",
          [event],
        );
      }),
    );
    yield tried(client, 'public.lapse_unconfirmed()', []);
  };

const people = (count: number, caller: (number: number) => Caller) =>
  Array.from({ length: count }, (_, number) => caller(number));

/** Spreads the few among the many. */
const among = (many: Caller[], few: Caller[]) =>
  many.flatMap((caller, index) => {
    const step = Math.floor(many.length / few.length);
    const other = index % step === step - 1 ? few[Math.floor(index / step)] : undefined;
    return other ? [caller, other] : [caller];
  });

describe('500 people, 60 seats', () => {
  test.each(['first-that-fits', 'strict'] as const)(
    'with %s, whatever people and staff do at once, every commit keeps every promise',
    async (queueRule) => {
      await using database = await watchedDatabase();
      const { slug, event, pool } = await addEvent(database.owner, 'supper', {
        capacity: 60,
        queueRule,
        fields: { confirmWithinHours: 6 },
      });

      const ends = await hammer(
        await database.clients(connections),
        among(
          people(500, (number) => person(slug, `p${number}`)),
          people(40, (number) =>
            number % 2 ? clock(event, pool) : coordinator(event, (random) => random.whole(30, 90)),
          ),
        ),
      );

      // the guests were others by the time the coordinator pressed the button, or nobody had to be moved
      expect(unexpected(ends, ['EV002', '23514'])).toEqual([]);
      expect(ends.length).toBeGreaterThan(900);
      await expectSoundPool(database.owner, pool, queueRule);
      await expectOneMailPerTransition(database.owner);
      expect(await expectTurnsOfTheModel(database.owner, pool, queueRule)).toBeGreaterThan(20);
      await expectEverySort(database.owner, [
        'rsvp-going',
        'rsvp-waiting',
        'rsvp-promoted',
        'rsvp-updated',
        'rsvp-cancelled',
        'rsvp-lapsed',
        'rsvp-removed',
        'rsvp-moved',
      ]);
    },
  );

  test('in the room and by link, people move from one to the other and no seat of either is lost', async () => {
    await using database = await watchedDatabase();
    const { slug, event } = await addEvent(database.owner, 'mixed', {
      capacity: 40,
      fields: { format: 'hybrid', onlineCapacity: 20 },
    });
    const pools = await poolsOf(database.owner, event);
    expect(pools).toHaveLength(2);
    const way = (random: Random) => ({ attends: random.pick(['in-person', 'online']) });

    const ends = await hammer(
      await database.clients(connections),
      among(
        people(300, (number) => person(slug, `p${number}`, way)),
        people(20, (number) => coordinator(event, (random) => random.whole(10, 50), number % 2 === 1)),
      ),
    );

    expect(unexpected(ends, ['EV002', '23514'])).toEqual([]);
    for (const pool of pools) {
      await expectSoundPool(database.owner, pool);
      expect(await expectTurnsOfTheModel(database.owner, pool)).toBeGreaterThan(5);
    }
    await expectOneMailPerTransition(database.owner);
  });

  test('seats in sessions are given and handed on with the seats of the event', async () => {
    await using database = await watchedDatabase();
    const { slug, event } = await addEvent(database.owner, 'weekend', { capacity: 60 });
    await addSessions(database.owner, event, [10, 20, null]);
    const sessions = await call<string[]>(
      database.owner,
      '(select jsonb_agg(id) from public.event_sessions where event_id = $1)',
      [event],
    );
    const pools = await poolsOf(database.owner, event);
    expect(pools).toHaveLength(4);
    const wishes = (random: Random) => ({ sessions: sessions.filter(() => random.chance(0.5)) });

    const ends = await hammer(
      await database.clients(connections),
      among(
        people(250, (number) => person(slug, `p${number}`, wishes)),
        people(15, () => coordinator(event, (random) => random.whole(30, 70))),
      ),
    );

    expect(unexpected(ends, ['EV002', '23514'])).toEqual([]);
    for (const pool of pools) {
      await expectSoundPool(database.owner, pool);
      await expectTurnsOfTheModel(database.owner, pool);
    }
    await expectOneMailPerTransition(database.owner);
    await expectEverySort(database.owner, ['rsvp-session']);
  });

  test('on four dates of a series, chosen at once in opposite orders, without a deadlock', async () => {
    await using database = await watchedDatabase();
    const { dates, pools } = await addSeries(database.owner, 4, 15);
    const some = (random: Random) => dates.filter(() => random.chance(0.5)).sort(() => random.next() - 0.5);

    const ends = await hammer(
      await database.clients(connections),
      among(
        people(
          200,
          (number) =>
            async function* (client, random) {
              let rsvp = '';
              const first = random.pick(dates);
              yield answer(
                client,
                first,
                `p${number}`,
                random.whole(1, 6),
                { dates: [...some(random), first] },
                (told) => {
                  rsvp = told.rsvp;
                },
              );
              for (let more = random.whole(1, 3); more > 0; more--) {
                yield tried(client, 'public.choose_dates($1, $2)', [rsvp, list(some(random))]);
              }
              if (random.chance(0.1)) yield tried(client, 'public.forget_rsvp($1)', [rsvp]);
            },
        ),
        people(
          10,
          () =>
            async function* (client) {
              yield tried(client, 'public.lapse_unconfirmed()', []);
              yield tried(client, 'public.queue_event_mails()', []);
            },
        ),
      ),
    );

    expect(unexpected(ends)).toEqual([]);
    for (const pool of pools) {
      await expectSoundPool(database.owner, pool);
      await expectTurnsOfTheModel(database.owner, pool);
    }
    await expectOneMailPerTransition(database.owner);
  });
});

describe('a contact that answers again and again', () => {
  /** Every echo and the reply itself are changed, taken back and asked for their link, over and over. */
  async function rush(clients: Client[], slug: string) {
    const [first] = clients as [Client];
    const known = `known-${crypto.randomUUID()}`;
    const mine = await createRsvp(first, slug, known, 1);
    const echoes = await Promise.all(clients.map(() => createRsvp(first, slug, known, 1)));
    expect(new Set(echoes.map(({ echo }) => echo)).size).toBe(clients.length);
    const ends = await Promise.all(
      clients.flatMap((client, index) => [
        tried(client, "public.change_answer($1, true, 'update', $2)", [
          echoes[index]?.echo ?? '',
          1 + (index % 3),
        ]),
        change(client, mine.rsvp, 1 + (index % 5)),
        tried(client, "public.change_answer($1, false, 'update', $2)", [mine.rsvp, 1 + (index % 4)]),
        tried(client, "public.change_answer($1, true, 'cancel')", [echoes[index]?.echo ?? '']),
      ]),
    );
    return { ends, mine };
  }

  test('is answered by both links at once without a deadlock, and only by the reply’s does anything change', async () => {
    await using database = await watchedDatabase();
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 60 });
    const { ends, mine } = await rush(await database.clients(20), slug);
    expect(unexpected(ends)).toEqual([]);
    await expectSoundPool(database.owner, pool);
    const { parties } = await readPool(database.owner, pool);
    expect(parties.map(({ status }) => status)).toEqual(['held']);
    expect(
      await call<string>(database.owner, '(select place_id from public.rsvps where id = $1)', [mine.rsvp]),
    ).toBe(parties[0]?.id);
    expect(
      await call<number>(
        database.owner,
        "(select count(*)::integer from public.outbox where kind = 'rsvp-link')",
      ),
      'the link to the reply, once in ten minutes however many ask',
    ).toBe(1);
    expect(await call<number>(database.owner, '(select count(*)::integer from public.rsvp_echoes)')).toBe(20);
  });

  test('negative control: who locks the reply before its seats waits in a circle (40P01)', async () => {
    await using database = await postgres.freshDatabase();
    const { slug } = await addEvent(database.owner, 'supper', { capacity: 60 });
    await replaceInFunction(
      database.owner,
      'public.change_answer(uuid, boolean, text, integer, text, text, jsonb)',
      'perform private.lock_rsvp(reply);',
      'perform 1 from public.rsvps where id = reply for update;',
    );
    const clients = await database.clients(20);
    const circles = async () => (await rush(clients, slug)).ends.filter((end) => end === '40P01').length;
    expect(await untilSeen(circles)).toBeGreaterThan(0);
  });
});

describe('what staff send while everybody moves', () => {
  test('messages, changes and reminders wait for nobody in a circle', async () => {
    await using database = await watchedDatabase();
    const { slug, event, pool } = await addEvent(database.owner, 'supper', { capacity: 60 });

    const ends = await hammer(
      await database.clients(connections),
      among(
        people(200, (number) => person(slug, `p${number}`)),
        people(
          30,
          (number) =>
            async function* (client) {
              const staff = [
                ["public.write_to_guests($1, 'everybody', 'Bring a chair.')", [event]],
                [
                  `public.change_event($1, jsonb_build_object('title', 'Supper ' || $2))`,
                  [event, String(number)],
                ],
                ['public.queue_event_mails()', []],
              ] as const;
              const [expression, values] = staff[number % 3] as (typeof staff)[number];
              yield tried(client, expression, [...values]);
            },
        ),
      ),
    );

    expect(unexpected(ends)).toEqual([]);
    await expectSoundPool(database.owner, pool);
    await expectOneMailPerTransition(database.owner);
    await expectEverySort(database.owner, ['event-message', 'event-changed']);
  });
});

/** An event full of one answer of each standing, and every function that gives or takes a seat of it. */
async function addFullHouse(owner: Client) {
  const { slug, event, pool } = await addEvent(owner, 'supper', { capacity: 2 });
  const series = await addSeries(owner, 2, 1);
  const going = await createRsvp(owner, slug, 'going', 2);
  const waiting = await createRsvp(owner, slug, 'waiting', 1);
  const gone = await createRsvp(owner, slug, 'gone', 1);
  await cancelRsvp(owner, gone.rsvp);
  const asked = await call<Answer>(
    owner,
    `public.create_rsvp('supper', 'Asked', 1, p_email => 'asked@example.org', p_details => '{"review": true}')`,
  );
  const dated = await createRsvp(owner, series.dates[0] as string, 'dated', 1);
  const again = await createRsvp(owner, slug, 'going', 1);
  await owner.unsafe("update public.rsvps set confirm_by = now() - interval '1 minute' where id = $1", [
    going.rsvp,
  ]);
  const give: Record<string, [expression: string, values: unknown[]]> = {
    create_rsvp: ["public.create_rsvp($1, 'New', 1, p_email => 'new@example.org')", [slug]],
    update_rsvp: ['public.update_rsvp($1, 1)', [going.rsvp]],
    cancel_rsvp: ['public.cancel_rsvp($1)', [going.rsvp]],
    'change_answer of a reply': ["public.change_answer($1, false, 'update', 1)", [going.rsvp]],
    'change_answer of an echo': ["public.change_answer($1, true, 'update', 1)", [again.echo ?? '']],
    rejoin_rsvp: ['public.rejoin_rsvp($1)', [gone.rsvp]],
    confirm_rsvp: ['public.confirm_rsvp($1)', [going.rsvp]],
    lapse_unconfirmed: ['public.lapse_unconfirmed()', []],
    forget_rsvp: ['public.forget_rsvp($1)', [going.rsvp]],
    choose_dates: ['public.choose_dates($1, $2)', [dated.rsvp, list(series.dates)]],
    set_event_capacity: ['public.set_event_capacity($1, 5)', [event]],
    change_event: [`public.change_event($1, '{"title": "Late supper"}')`, [event]],
    call_off_event: ['public.call_off_event($1)', [event]],
    save_event_sessions: ["public.save_event_sessions($1, '[]')", [event]],
    remove_guest: ['public.remove_guest($1)', [going.rsvp]],
    seat_by_hand: ["public.seat_by_hand($1, 'Called twice')", [waiting.rsvp]],
    accept_asked: ['public.accept_asked($1)', [asked.rsvp]],
    check_in: ['public.check_in($1, 1)', [going.rsvp]],
    walk_in: ["public.walk_in($1, gen_random_uuid(), 'Sam')", [event]],
    write_to_guests: ["public.write_to_guests($1, 'going', 'Bring a chair.')", [event]],
  };
  return { event, pools: [pool, ...series.pools], give };
}

describe('every function that gives or takes a seat', () => {
  test('waits for the lock of its event, three seconds and no more (55P03), and leaves nothing half done', async () => {
    await using database = await postgres.freshDatabase();
    const { pools, give } = await addFullHouse(database.owner);
    const [holder, ...clients] = (await database.clients(1 + Object.keys(give).length)) as [
      Client,
      ...Client[],
    ];
    const before = await Promise.all(pools.map((pool) => readPool(database.owner, pool)));

    await holder.unsafe('begin');
    await call(holder, 'private.lock_pools($1)', [list(pools)]);
    const ends = await Promise.all(
      Object.values(give).map(([expression, values], index) =>
        sqlState(call(clients[index] as Client, expression, values)),
      ),
    );
    await holder.unsafe('rollback');

    expect(Object.fromEntries(Object.keys(give).map((name, index) => [name, ends[index]]))).toEqual(
      Object.fromEntries(Object.keys(give).map((name) => [name, '55P03'])),
    );
    expect(await Promise.all(pools.map((pool) => readPool(database.owner, pool)))).toEqual(before);
  });

  test.each(['repeatable read', 'serializable'])('refuses to run at %s', async (level) => {
    await using database = await postgres.freshDatabase();
    const { give } = await addFullHouse(database.owner);
    const [client] = (await database.clients(1)) as [Client];
    const ends: Record<string, string | null> = {};
    for (const [name, [expression, values]] of Object.entries(give)) {
      await client.unsafe(`begin isolation level ${level}`);
      ends[name] = await sqlState(call(client, expression, values));
      await client.unsafe('rollback');
    }
    expect(ends).toEqual(Object.fromEntries(Object.keys(give).map((name) => [name, '25000'])));
  });

  test('who waited for it sees what was done meanwhile: the seat is gone, the answer forgotten, the event off', async () => {
    await using database = await postgres.freshDatabase();
    const { slug, event } = await addEvent(database.owner, 'supper', { capacity: 1 });
    const mine = await createRsvp(database.owner, slug, 'mine', 1);
    await cancelRsvp(database.owner, mine.rsvp);
    const waited = async (first: [string, unknown[]], second: [string, unknown[]]) => {
      const [one, other] = (await database.clients(2)) as [Client, Client];
      const process = await call<number>(other, 'pg_backend_pid()');
      await one.unsafe('begin');
      await call(one, ...first);
      const late = call<Answer>(other, ...second);
      await untilBlocked(database.owner, process);
      await one.unsafe('commit');
      return late;
    };

    expect(
      await waited(
        ["public.create_rsvp($1, 'Other', 1, p_email => 'other@example.org')", [slug]],
        ['public.rejoin_rsvp($1)', [mine.rsvp]],
      ),
    ).toMatchObject({ outcome: 'rejoined', status: 'waiting', position: 1 });
    expect(
      await waited(['public.forget_rsvp($1)', [mine.rsvp]], ['public.update_rsvp($1, 1)', [mine.rsvp]]),
    ).toMatchObject({ outcome: 'unknown' });
    const third = await createRsvp(database.owner, slug, 'third', 1);
    expect(
      await waited(
        ['public.call_off_event($1)', [event]],
        ["public.seat_by_hand($1, 'Called')", [third.rsvp]],
      ),
    ).toMatchObject({ outcome: 'unknown' });
  });
});

describe('negative controls: these tests can fail', () => {
  const rushOn = (slug: string) => people(300, (number) => person(slug, `p${number}`));

  test('without the lock, the check at the commits or the CHECK behind the lock speaks up', async () => {
    await using database = await watchedDatabase();
    await replaceInFunction(
      database.owner,
      'private.lock_pool(uuid)',
      'where id = p_pool for update',
      'where id = p_pool',
    );
    const clients = await database.clients(connections);
    let round = 0;
    const seen = await untilSeen(async () => {
      const { slug } = await addEvent(database.owner, `supper-${++round}`, { capacity: 60 });
      const ends = await hammer(clients, rushOn(slug));
      return ends.filter((end) => end === 'WATCH' || end === '23514').length;
    });
    expect(seen).toBeGreaterThan(0);
  });

  test('a promotion in a transaction of its own leaves a free seat beside who waits, and the next newcomer takes it', async () => {
    await using database = await postgres.freshDatabase();
    const promotion = 'return query select * from private.promote_waiting(pool);';
    await replaceInFunction(database.owner, 'private.release_place(uuid)', promotion, '');
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 1 });
    const leaving = await createRsvp(database.owner, slug, 'leaving', 1);
    await createRsvp(database.owner, slug, 'first', 1);

    await cancelRsvp(database.owner, leaving.rsvp);
    await expect(expectSoundPool(database.owner, pool)).rejects.toThrow(/kept from a party that fits/);
    const newcomer = await createRsvp(database.owner, slug, 'newcomer', 1);
    await call(database.owner, '(select count(*) from private.promote_waiting($1))', [pool]);
    expect(newcomer.status, 'who came last sits').toBe('going');
  });

  test('the same is refused at its commit where commits are watched', async () => {
    await using database = await watchedDatabase();
    const promotion = 'return query select * from private.promote_waiting(pool);';
    await replaceInFunction(database.owner, 'private.release_place(uuid)', promotion, '');
    const { slug } = await addEvent(database.owner, 'supper', { capacity: 1 });
    const leaving = await createRsvp(database.owner, slug, 'leaving', 1);
    await createRsvp(database.owner, slug, 'first', 1);
    expect(await sqlState(cancelRsvp(database.owner, leaving.rsvp))).toBe('WATCH');
  });

  test('a queue that is walked from its end is refused too, and the model says whose turn it was', async () => {
    await using database = await watchedDatabase();
    for (const order of ['place.queue_number limit 1', 'first.queue_number limit 1']) {
      await replaceInFunction(
        database.owner,
        'private.promote_waiting(uuid)',
        `order by ${order}`,
        `order by ${order.replace(' limit', ' desc limit')}`,
      );
    }
    const { slug, pool } = await addEvent(database.owner, 'supper', { capacity: 1 });
    const leaving = await createRsvp(database.owner, slug, 'leaving', 1);
    for (const name of ['first', 'second']) await createRsvp(database.owner, slug, name, 1);
    expect(await sqlState(cancelRsvp(database.owner, leaving.rsvp))).toBe('WATCH');

    await database.owner.unsafe('drop trigger turns_are_checked on public.places');
    await cancelRsvp(database.owner, leaving.rsvp);
    await expect(expectTurnsOfTheModel(database.owner, pool)).rejects.toThrow(/whose turn it was/);
  });

  test('a mail that is not queued with what it tells is missed at the commit', async () => {
    await using database = await watchedDatabase();
    const { slug } = await addEvent(database.owner, 'supper', { capacity: 4 });
    const { rsvp } = await createRsvp(database.owner, slug, 'ana', 1);
    await replaceInFunction(
      database.owner,
      'private.tell(text,uuid)',
      'perform private.queue_rsvp_mail(p_kind, p_rsvp);',
      '',
    );
    expect(await sqlState(updateRsvp(database.owner, rsvp, 2))).toBe('WATCH');
  });

  const lockBoth = async (clients: Client[], pools: string[]) => {
    const ends = await Promise.all(
      clients.map(async (client, index) => {
        const order = index % 2 ? pools : [...pools].reverse();
        const seen: (string | null)[] = [];
        for (let round = 0; round < 20; round++) {
          seen.push(
            await sqlState(
              client.begin((transaction) =>
                transaction.unsafe('select private.lock_pools($1)', [list(order)]),
              ),
            ),
          );
        }
        return seen;
      }),
    );
    return ends.flat().filter((end) => end === '40P01').length;
  };

  test('pools that are locked in the order they are named in make a circle (40P01)', async () => {
    await using database = await postgres.freshDatabase();
    const { pools } = await addSeries(database.owner, 2, 4);
    const clients = await database.clients(10);
    expect(await lockBoth(clients, pools), 'in one order nobody waits in a circle').toBe(0);

    await replaceInFunction(
      database.owner,
      'private.lock_pools(uuid[])',
      'select distinct id from unnest(p_pools) id order by id',
      'select id from unnest(p_pools) id',
    );
    expect(await untilSeen(() => lockBoth(clients, pools))).toBeGreaterThan(0);
  });
});

async function addSessions(owner: Client, event: string, capacities: (number | null)[]): Promise<void> {
  await call(
    owner,
    `public.save_event_sessions($1, (
      select jsonb_agg(jsonb_build_object(
        'title', 'Session ' || number, 'startsAt', event.starts_at + number * interval '1 hour',
        'endsAt', event.starts_at + (number + 1) * interval '1 hour', 'capacity', capacity
      )) from public.events event, unnest($2::integer[]) with ordinality as session (capacity, number) where event.id = $1
    ))`,
    [event, list(capacities)],
  );
}

/** That many dates of one series, a week apart, each with so many seats. */
async function addSeries(owner: Client, count: number, capacity: number) {
  const [added] = await owner.unsafe<{ id: string }[]>(
    `insert into public.event_series (title, rule, starts_on, start_time, lasts_minutes, time_zone)
     values ('Supper', 'FREQ=WEEKLY', current_date, '18:00', 120, 'America/Denver') returning id`,
  );
  const dates: string[] = [];
  const pools: string[] = [];
  for (let week = 1; week <= count; week++) {
    const { slug, pool } = await addEvent(owner, `tuesday-${week}`, {
      capacity,
      fields: { seriesId: added?.id, seriesOn: `2030-01-${String(week).padStart(2, '0')}` },
    });
    dates.push(slug);
    pools.push(pool);
  }
  return { dates, pools };
}

const poolsOf = (owner: Client, event: string) =>
  call<string[]>(
    owner,
    `(select to_jsonb(array_remove(array[event.pool_id, event.online_pool_id] || array(
        select session.pool_id from public.event_sessions session where session.event_id = event.id
      ), null)) from public.events event where event.id = $1)`,
    [event],
  );

/** What was to happen did happen: a race in which nobody is ever moved proves nothing about moving. */
async function expectEverySort(owner: Client, kinds: string[]): Promise<void> {
  const sent = await call<string[]>(owner, '(select jsonb_agg(distinct kind) from public.outbox)');
  expect(sent).toEqual(expect.arrayContaining(kinds));
}
