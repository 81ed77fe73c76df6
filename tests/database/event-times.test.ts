import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
import { addEvent, cancelRsvp, createRsvp, type Answer } from '../support/seats.ts';

/** What the clock does with events. The tests move the rows through time, not the clock. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());
beforeEach(async () => {
  database = await postgres.freshDatabase();
  owner = database.owner;
  return () => database[Symbol.asyncDispose]();
});

/** Puts the start of an event so far from now; it lasts two hours, and answers are a day old. */
const starts = (slug: string, when: string) =>
  owner.unsafe(
    `with moved as (
       update public.events set starts_at = now() + $2::text::interval, ends_at = now() + $2::text::interval + interval '2 hours',
         rsvp_closes_at = now() + $2::text::interval - interval '1 day'
       where slug = $1 returning id
     ) update public.rsvps set created_at = now() - interval '1 day' where event_id in (select id from moved)`,
    [slug, when],
  );
const mailsTo = async (answer: Answer) =>
  call<string[]>(
    owner,
    `(select coalesce(jsonb_agg(kind order by created_at, kind), '[]') from public.outbox where rsvp_id = $1
      and kind in ('rsvp-reminder', 'rsvp-soon', 'rsvp-thanks'))`,
    [answer.rsvp],
  );
const run = async () => {
  await call(owner, 'public.queue_event_mails()');
  await call(owner, 'public.queue_event_mails()');
};

describe('reminders', () => {
  test('go once to who comes, a day before, and not to who waits, cancelled or left a phone', async () => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 3 });
    const going = await createRsvp(owner, slug, 'going', 2);
    const gone = await createRsvp(owner, slug, 'gone', 1);
    const phone = await call<Answer>(
      owner,
      "public.create_rsvp('supper', 'Bo', 1, p_phone => '+13035550100')",
    );
    await cancelRsvp(owner, gone.rsvp);
    const waiting = await createRsvp(owner, slug, 'waiting', 3);

    await starts(slug, '25 hours');
    await run();
    expect(await mailsTo(going)).toEqual([]);
    await starts(slug, '23 hours');
    await run();
    expect(await Promise.all([going, gone, phone, waiting].map(mailsTo))).toEqual([
      ['rsvp-reminder'],
      [],
      [],
      [],
    ]);
  });

  test('go again when the event is moved, and only then', async () => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 3 });
    const going = await createRsvp(owner, slug, 'going', 2);
    await starts(slug, '20 hours');
    await run();
    await starts(slug, '22 hours');
    await run();
    await run();
    expect(await mailsTo(going)).toEqual(['rsvp-reminder', 'rsvp-reminder']);
  });

  test('two hours before, where the event has it, the second one comes alone', async () => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 3, fields: { remindsTwoHours: true } });
    const going = await createRsvp(owner, slug, 'going', 2);
    await starts(slug, '1 hour');
    await run();
    expect(await mailsTo(going)).toEqual(['rsvp-soon']);
  });

  test('who answered an hour ago is not told again', async () => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 3 });
    const going = await createRsvp(owner, slug, 'going', 2);
    await starts(slug, '20 hours');
    await owner.unsafe("update public.rsvps set created_at = now() - interval '1 hour'");
    await run();
    expect(await mailsTo(going)).toEqual([]);
  });

  test('somebody whose answer is being changed comes with the next run, and nobody waits for them', async () => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 3 });
    const [one, other] = [await createRsvp(owner, slug, 'one', 1), await createRsvp(owner, slug, 'other', 1)];
    await starts(slug, '20 hours');
    const [client] = (await database.clients(1)) as [Client];
    await client.unsafe('begin');
    await client.unsafe('select from public.rsvps where id = $1 for update', [one.rsvp]);
    expect(await call(owner, 'public.queue_event_mails()')).toBe(1);
    expect(await mailsTo(other)).toEqual(['rsvp-reminder']);
    await client.unsafe('rollback');
    expect(await call(owner, 'public.queue_event_mails()')).toBe(1);
  });
});

describe('thanks', () => {
  const thanked = async (thanks: boolean, arrived: string | null) => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 3, fields: { thanks } });
    const [came, stayed] = [
      await createRsvp(owner, slug, 'came', 1),
      await createRsvp(owner, slug, 'stayed', 1),
    ];
    if (arrived) await call(owner, 'public.check_in($1, 1)', [came.rsvp]);
    await starts(slug, '-15 hours');
    await run();
    return Promise.all([came, stayed].map(mailsTo));
  };
  test('are off unless the event says so', async () => {
    expect(await thanked(false, null)).toEqual([[], []]);
  });
  test('go once to who came, or to everybody where nobody was checked in', async () => {
    expect(await thanked(true, null)).toEqual([['rsvp-thanks'], ['rsvp-thanks']]);
  });
  test('do not go to who was not seen at the door', async () => {
    expect(await thanked(true, 'came')).toEqual([['rsvp-thanks'], []]);
  });
});

describe('a seat that asks for a second yes', () => {
  const promoted = async (closes: string) => {
    const { slug } = await addEvent(owner, 'supper', { capacity: 1, fields: { confirmWithinHours: 6 } });
    const [leaving, first, second] = [
      await createRsvp(owner, slug, 'leaving', 1),
      await createRsvp(owner, slug, 'first', 1),
      await createRsvp(owner, slug, 'second', 1),
    ];
    await owner.unsafe('update public.events set rsvp_closes_at = now() + $1::text::interval', [closes]);
    await cancelRsvp(owner, leaving.rsvp);
    return { first, second };
  };
  const standing = async ({ rsvp }: Answer) =>
    (await call<Answer>(owner, 'private.rsvp_standing($1)', [rsvp])).status;
  const late = () =>
    owner.unsafe(
      "update public.rsvps set confirm_by = now() - interval '1 second' where confirm_by is not null",
    );

  test('goes on when nobody says it in time, and the next one is asked', async () => {
    const { first, second } = await promoted('1 day');
    expect(await call(owner, 'public.lapse_unconfirmed()')).toBe(0);
    await late();
    expect(await call(owner, 'public.lapse_unconfirmed()')).toBe(1);
    expect([await standing(first), await standing(second)]).toEqual(['cancelled', 'going']);
    expect(
      await call(
        owner,
        "(select jsonb_agg(kind order by kind) from public.outbox where kind in ('rsvp-lapsed', 'rsvp-promoted'))",
      ),
    ).toEqual(['rsvp-lapsed', 'rsvp-promoted', 'rsvp-promoted']);
  });

  test('stays with who says it, or changes their answer', async () => {
    const { first } = await promoted('1 day');
    await call(owner, 'public.update_rsvp($1, p_name => $2)', [first.rsvp, 'Ana']);
    await late();
    expect(await call(owner, 'public.lapse_unconfirmed()')).toBe(0);
    expect(await standing(first)).toBe('going');
  });

  test('is not asked for when it could go to nobody after that, and not taken after the cut-off', async () => {
    const { first } = await promoted('2 hours');
    expect(await call(owner, '(select confirm_by from public.rsvps where id = $1)', [first.rsvp])).toBeNull();
    await owner.unsafe("update public.rsvps set confirm_by = now() - interval '1 second' where id = $1", [
      first.rsvp,
    ]);
    await owner.unsafe("update public.events set rsvp_closes_at = now() - interval '1 second'");
    expect(await call(owner, 'public.lapse_unconfirmed()')).toBe(0);
    expect(await standing(first)).toBe('going');
  });
});

describe('afterwards', () => {
  const held = async (when: string) => {
    const { slug, event } = await addEvent(owner, 'supper', { capacity: 4, fields: { asksFood: true } });
    const ana = await call<Answer>(
      owner,
      `public.create_rsvp('supper', 'Ana', 3, p_email => 'ana@example.org', p_access_needs => 'A ramp', p_details => '{"food": "No nuts"}')`,
    );
    await createRsvp(owner, slug, 'waiting', 2);
    const gone = await createRsvp(owner, slug, 'gone', 1);
    await cancelRsvp(owner, gone.rsvp);
    await call(owner, "public.walk_in($1, gen_random_uuid(), 'Sam')", [event]);
    await call(owner, 'public.check_in($1, 2)', [ana.rsvp]);
    await call(owner, "public.write_to_guests($1, 'going', 'Ana, bring a chair.')", [event]);
    await starts(slug, when);
    return { event, ana };
  };

  test('needs and food go with the next run, everything else stays until its day', async () => {
    const { ana } = await held('-3 hours');
    expect(await call(owner, 'public.purge_rsvps(30)')).toBe(0);
    expect(
      await call(
        owner,
        "(select jsonb_build_object('needs', access_needs, 'food', food, 'name', name) from public.rsvps where id = $1)",
        [ana.rsvp],
      ),
    ).toEqual({ needs: null, food: null, name: 'Ana' });
  });

  test('after so many days nobody is named anywhere, and the counts stay', async () => {
    const { event } = await held('-31 days');
    expect(await call(owner, 'public.purge_rsvps(30)')).toBe(4);
    expect(await call(owner, 'public.purge_rsvps(30)')).toBe(0);
    expect(
      await call(
        owner,
        "(select to_jsonb(counts) - 'event_id' - 'counted_at' from public.event_counts counts where event_id = $1)",
        [event],
      ),
    ).toEqual({ replies: 3, seats: 4, waiting: 1, cancelled: 1, walk_ins: 1, arrived: 3 });
    for (const table of ['rsvps', 'outbox', 'event_messages', 'event_log']) {
      expect(await call(owner, `(select count(*)::integer from public.${table})`), table).toBe(0);
    }
  });
});

describe('a person who wants to be forgotten', () => {
  test('leaves nothing: not what they cancelled, not what was said of them', async () => {
    const { slug, event } = await addEvent(owner, 'supper', { capacity: 1 });
    const first = await createRsvp(owner, slug, 'ana', 1);
    await cancelRsvp(owner, first.rsvp);
    await createRsvp(owner, slug, 'other', 1);
    const again = await createRsvp(owner, slug, 'ana', 1);
    await call(owner, "public.remove_guest((select id from public.rsvps where name = 'other'), 'Called')");
    await call(owner, "private.log_event($1, $2, 'seated', 'Ana called twice')", [event, again.rsvp]);

    expect(await call(owner, 'public.forget_rsvp($1)', [again.rsvp])).toEqual({ outcome: 'forgotten' });
    expect(
      await call(owner, "(select count(*)::integer from public.rsvps where contact = 'ana@example.org')"),
    ).toBe(0);
    expect(
      await call(owner, "(select count(*)::integer from public.event_log where reason like '%Ana%')"),
    ).toBe(0);
  });
});
