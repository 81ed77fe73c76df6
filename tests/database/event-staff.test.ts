import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, sqlState, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
import { addEvent, cancelRsvp, createRsvp, readPool, type Answer } from '../support/seats.ts';

/** What staff may do with events and guests, as the API lets them: by role and token, on a real PostgreSQL. */

const people = [
  'anon',
  'stranger',
  'editor',
  'clinician',
  'deactivated',
  'coordinator',
  'admin',
  'service',
] as const;
type Person = (typeof people)[number];
const may = new Set<Person>(['coordinator', 'admin', 'service']);
const idOf = (person: Person) => `00000000-0000-4000-8000-00000000000${people.indexOf(person)}`;

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;
let calls: Record<string, [expression: string, values: unknown[]]>;

beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  owner = database.owner;
  const staff = people.filter((person) => person !== 'anon' && person !== 'service');
  await owner.unsafe(`
    insert into auth.users (id, email) values ${staff.map((person) => `('${idOf(person)}', '${person}@example.org')`).join(', ')};
    insert into public.staff (user_id, email, display_name, role, active)
    select id, email, 'Someone', case when email like 'deactivated%' then 'admin' else split_part(email, '@', 1) end,
      email not like 'deactivated%'
    from auth.users where email not like 'stranger%'`);
  const { event } = await addEvent(owner, 'supper', { capacity: 2 });
  const going = await createRsvp(owner, 'supper', 'going', 1);
  const waiting = await createRsvp(owner, 'supper', 'waiting', 2);
  const asked = await call<Answer>(
    owner,
    `public.create_rsvp('supper', 'Asked', 1, p_email => 'asked@example.org', p_details => '{"review": true}')`,
  );
  const mail = await call<string>(owner, '(select id from public.outbox limit 1)');
  await owner.unsafe("update public.outbox set status = 'failed' where id = $1", [mail]);
  const fields = `to_jsonb(event) - 'id' || jsonb_build_object('slug', 'new', 'format', 'online', 'startsAt', event.starts_at,
    'endsAt', event.ends_at, 'timeZone', event.time_zone, 'rsvpClosesAt', event.rsvp_closes_at)`;
  calls = {
    add_event: [`public.add_event((select ${fields} from public.events event where id = $1))`, [event]],
    change_event: [`public.change_event($1, '{"title": "Late supper"}')`, [event]],
    call_off_event: ["public.call_off_event($1, 'Snow')", [event]],
    affected_by_capacity: ['(select count(*) from public.affected_by_capacity($1, 1))', [event]],
    set_event_capacity: ['public.set_event_capacity($1, 5)', [event]],
    save_event_sessions: ["public.save_event_sessions($1, '[]')", [event]],
    write_to_guests: ["public.write_to_guests($1, 'everybody', 'Bring a chair.')", [event]],
    remove_guest: ['public.remove_guest($1)', [going.rsvp]],
    seat_by_hand: ["public.seat_by_hand($1, 'Called')", [waiting.rsvp]],
    accept_asked: ['public.accept_asked($1)', [asked.rsvp]],
    check_in: ['public.check_in($1, 1)', [going.rsvp]],
    walk_in: ["public.walk_in($1, gen_random_uuid(), 'Sam')", [event]],
    retry_mail: ['public.retry_mail($1)', [mail]],
    open_guests: ["public.open_guests($1, 'list')", [event]],
    open_guest: ['public.open_guest($1, $2)', [event, going.rsvp]],
    open_series_date: ["public.open_series_date($1, 'another', '2030-01-01', '2030-01-01T18:00Z')", [event]],
  };
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

/** Does something as a person, as PostgREST would, and takes it back. */
async function as<Result>(person: Person, work: () => Promise<Result>): Promise<Result> {
  const role = person === 'service' ? 'service_role' : person === 'anon' ? 'anon' : 'authenticated';
  const claims = role === 'authenticated' ? { role, sub: idOf(person) } : { role };
  await owner.unsafe('begin');
  try {
    await owner.unsafe(`
      set local role ${role};
      select set_config('request.jwt.claims', '${JSON.stringify(claims)}', true),
             set_config('request.jwt.claim.sub', '${claims.sub ?? ''}', true),
             set_config('request.jwt.claim.role', '${role}', true)`);
    return await work();
  } finally {
    await owner.unsafe('rollback');
  }
}

test('this says of every function that staff call through the API who may', async () => {
  const functions = await call<string[]>(
    owner,
    `(select jsonb_agg(distinct proname order by proname) from pg_proc
      where pronamespace = 'private'::regnamespace and prosecdef and prosrc like '%private.event_staff()%')`,
  );
  expect(Object.keys(calls).sort()).toEqual(functions);
});

describe.each(people)('%s', (person) => {
  test(may.has(person) ? 'does everything with events' : 'is refused everything (42501)', async () => {
    const ends: Record<string, string | null> = {};
    for (const [name, [expression, values]] of Object.entries(calls)) {
      ends[name] = await as(person, () => sqlState(call(owner, expression, values)));
    }
    const wanted = may.has(person) ? null : '42501';
    expect(ends).toEqual(Object.fromEntries(Object.keys(calls).map((name) => [name, wanted])));
  });

  test('cannot write to seats, answers, mails and events past the functions', async () => {
    if (person === 'service') return;
    for (const statement of [
      'update public.seat_pools set capacity = 1000',
      "update public.places set status = 'held'",
      'delete from public.rsvps',
      "insert into public.outbox (kind, transition) values ('rsvp-going', 1)",
      "update public.events set status = 'cancelled'",
      'delete from public.events',
      "insert into public.event_private_details (event_id, address) select id, 'Here' from public.events",
    ]) {
      expect(await as(person, () => sqlState(owner.unsafe(statement)))).toBe('42501');
    }
    const inside = "private.give_back(gen_random_uuid(), 'staff')";
    expect(await as(person, () => sqlState(call(owner, inside)))).toBe('42501');
  });
});

describe('fewer seats', () => {
  test('below those given is refused, and nobody is moved who is not named', async () => {
    const { slug, event, pool } = await addEvent(owner, 'tight', { capacity: 6 });
    const guests = [];
    for (const [name, party] of [
      ['first', 2],
      ['second', 3],
      ['third', 1],
    ] as const)
      guests.push(await createRsvp(owner, slug, name, party));
    const lower = (seats: number, move: string[]) =>
      sqlState(
        call(owner, 'public.set_event_capacity($1, $2, false, $3)', [event, seats, `{${move.join(',')}}`]),
      );

    expect(await lower(4, [])).toBe('23514');
    expect(await lower(4, [guests[2]?.rsvp ?? '']), 'who is moved are not those who came last').toBe('EV002');
    expect((await readPool(owner, pool)).parties.map(({ status }) => status)).toEqual([
      'held',
      'held',
      'held',
    ]);
  });

  test('moves as few as it takes, to the front of the line, and tells them', async () => {
    const { slug, event } = await addEvent(owner, 'smaller', { capacity: 6 });
    for (const [name, party] of [
      ['first', 2],
      ['second', 3],
      ['third', 1],
      ['big', 5],
    ] as const)
      await createRsvp(owner, slug, name, party);
    const affected = await call<{ rsvp: string; name: string }[]>(
      owner,
      '(select jsonb_agg(affected) from public.affected_by_capacity($1, 4) affected)',
      [event],
    );
    // the one who came last fits into what the one before leaves over
    expect(affected.map(({ name }) => name)).toEqual(['second']);

    const moved = affected[0]?.rsvp ?? '';
    await call(owner, 'public.set_event_capacity($1, 4, false, $2)', [event, `{${moved}}`]);
    expect(await call(owner, 'private.rsvp_standing($1)', [moved])).toMatchObject({
      status: 'waiting',
      position: 1,
    });
    expect(
      await call(
        owner,
        "(select count(*)::integer from public.outbox where rsvp_id = $1 and kind = 'rsvp-moved')",
        [moved],
      ),
    ).toBe(1);
    await call(owner, 'public.set_event_capacity($1, 6)', [event]);
    expect(await call(owner, 'private.rsvp_standing($1)', [moved])).toMatchObject({ status: 'going' });
  });
});

describe('an event that is called off', () => {
  test('gives its seats to nobody, whoever leaves', async () => {
    const { slug, event, pool } = await addEvent(owner, 'snow', { capacity: 1 });
    const going = await createRsvp(owner, slug, 'going', 1);
    const waiting = await createRsvp(owner, slug, 'waiting', 1);
    expect(await call(owner, 'public.call_off_event($1)', [event])).toMatchObject({
      outcome: 'called-off',
      told: 2,
    });
    await cancelRsvp(owner, going.rsvp);
    expect(await call(owner, "public.seat_by_hand($1, 'Called')", [waiting.rsvp])).toEqual({
      outcome: 'unknown',
    });
    expect((await readPool(owner, pool)).parties.map(({ status }) => status)).toEqual([
      'released',
      'waiting',
    ]);
  });
});

test('a later cut-off lets in who fits, at the event and in its sessions', async () => {
  const { slug, event } = await addEvent(owner, 'weekend', { capacity: 3 });
  await call(
    owner,
    `public.save_event_sessions($1, (select jsonb_build_array(jsonb_build_object('title', 'Clay', 'capacity', 1,
      'startsAt', starts_at, 'endsAt', ends_at)) from public.events where id = $1))`,
    [event],
  );
  const session = await call<string>(owner, '(select id from public.event_sessions where event_id = $1)', [
    event,
  ]);
  const join = (name: string, party: number) =>
    call<Answer>(
      owner,
      "public.create_rsvp($1, $2, $3, p_email => $2 || '@example.org', p_details => jsonb_build_object('sessions', jsonb_build_array($4::text)))",
      [slug, name, party, session],
    );
  const [one, other] = [await join('one', 1), await join('other', 1)];
  const [late] = [await join('late', 2)];

  await owner.unsafe("update public.events set rsvp_closes_at = now() - interval '1 minute' where id = $1", [
    event,
  ]);
  await cancelRsvp(owner, one.rsvp);
  expect(await call(owner, 'private.rsvp_standing($1)', [late.rsvp])).toMatchObject({ status: 'waiting' });
  await call(owner, `public.change_event($1, jsonb_build_object('rsvpClosesAt', now() + interval '1 day'))`, [
    event,
  ]);
  expect(await call(owner, 'private.rsvp_standing($1)', [late.rsvp])).toMatchObject({ status: 'going' });
  expect(await call(owner, "(public.read_rsvp($1) -> 'sessions' -> 0 ->> 'status')", [other.rsvp])).toBe(
    'going',
  );
});

test('who was held back for a look stays so: after a cancel, and on further dates', async () => {
  const { slug } = await addEvent(owner, 'quiet', { capacity: 5 });
  const { rsvp } = await call<Answer>(
    owner,
    `public.create_rsvp($1, 'Bo', 1, p_email => 'bo@example.org', p_details => '{"review": true}')`,
    [slug],
  );
  await cancelRsvp(owner, rsvp);
  expect(await call(owner, 'public.rejoin_rsvp($1)', [rsvp])).toMatchObject({
    outcome: 'rejoined',
    status: 'asked',
  });
  expect(await call(owner, 'public.accept_asked($1)', [rsvp])).toMatchObject({ status: 'going' });
  await cancelRsvp(owner, rsvp);
  expect(await call(owner, 'public.rejoin_rsvp($1)', [rsvp])).toMatchObject({ status: 'going' });
});

test('who was taken off the list does not put themselves back', async () => {
  const { slug } = await addEvent(owner, 'calm', { capacity: 5 });
  const { rsvp } = await createRsvp(owner, slug, 'loud', 1);
  await call(owner, "public.remove_guest($1, 'Asked to stay away')", [rsvp]);
  expect(await call(owner, 'public.rejoin_rsvp($1)', [rsvp])).toEqual({ outcome: 'closed' });
});
