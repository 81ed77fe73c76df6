import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addCohort,
  addProgram,
  addStaff,
  asStaff,
  cohortFields,
  expectNobodyPassed,
  expectPlacesOfPeople,
  sealedText,
  signUp,
  staff,
  type Taken,
} from '../support/cohorts.ts';
import { call, sqlState, startRealPostgres, type Client } from '../support/postgres.ts';
import { expectSoundPool, readPool } from '../support/seats.ts';
import { replaceInFunction, storm, untilBlocked, untilSeen } from '../support/storms.ts';

/** What people and staff do to cohorts, all at once, on a real PostgreSQL. The last tests show that these can fail. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());

async function house() {
  const database = await postgres.freshDatabase();
  await addStaff(database.owner);
  await addProgram(database.owner);
  return database;
}

const connections = 30;
const withdraw = (client: Client, id: string) => call(client, 'public.withdraw_sign_up($1)', [id]);
const forget = (client: Client, id: string) => call(client, 'public.forget_sign_up($1)', [id]);
const outcome = (client: Client, expression: string, values: unknown[]) =>
  call<{ outcome: string }>(client, expression, values).then((answer) => answer.outcome);
const hold = (client: Client, id: string, cohort: string) =>
  asStaff(client, 'clinician', () => outcome(client, 'public.hold_seat($1, $2)', [id, cohort]));

/** Writes down every time that somebody who waits is given a seat. */
const watchPromotions = (owner: Client) =>
  owner.unsafe(`
    create table private.promotions (sign_up_id uuid);
    grant insert on private.promotions to public;
    create function private.see_promotion() returns trigger language plpgsql set search_path = '' as $$
    begin
      insert into private.promotions select id from public.sign_ups where place_id = new.id;
      return null;
    end $$;
    grant execute on function private.see_promotion() to public;
    create trigger promotions_are_seen after update on public.places
      for each row when (old.status = 'waiting' and new.status = 'held') execute function private.see_promotion();`);

test('people and staff at once: no seat too many, none empty, nobody passed, each told once, no deadlock', async () => {
  await using database = await house();
  const { owner } = database;
  const cohorts = ['monday', 'tuesday', 'always'];
  const pools = [
    await addCohort(owner, 'monday', 8),
    await addCohort(owner, 'tuesday', 5),
    await addCohort(owner, 'always', 12),
  ];
  await watchPromotions(owner);
  const early: Taken[] = [];
  for (let person = 0; person < 60; person++) {
    early.push(await signUp(owner, `early-${person}`, cohorts[person % 3] ?? null));
  }
  const someone = (number: number) => early[(number * 7) % early.length]?.signUp ?? '';
  const cohort = (number: number) => cohorts[(number * 5) % 3] ?? '';

  const steps: ((client: Client, number: number) => Promise<unknown>)[] = [
    (client, number) => withdraw(client, someone(number)),
    (client, number) => signUp(client, `late-${number}`, cohort(number)),
    (client, number) => hold(client, someone(number + 1), cohort(number)),
    (client, number) => hold(client, someone(number + 3), cohort(number + 1)),
    (client, number) =>
      asStaff(client, 'admin', () => call(client, 'public.decline_sign_up($1)', [someone(number + 4)])),
    (client, number) =>
      asStaff(client, 'second', () =>
        call(client, "public.set_sign_up_status($1, 'closed', $2)", [
          someone(number + 5),
          number % 2 ? 'started' : 'not-reached',
        ]),
      ),
    (client, number) =>
      asStaff(client, 'coordinator', () =>
        call(client, 'public.save_cohort(p_slug => $1, p_cohort => ($2::text)::jsonb)', [
          cohort(number),
          JSON.stringify(cohortFields(cohort(number), 5 + (number % 9))),
        ]),
      ),
    (client, number) =>
      number % 3 ? hold(client, someone(number), cohort(number)) : forget(client, someone(number)),
    (client, number) =>
      asStaff(client, 'clinician', () => call(client, 'public.open_sign_up($1)', [someone(number + 2)])),
  ];
  const ends = await storm(
    await database.clients(connections),
    Array.from(
      { length: 270 },
      (_, number) => (client: Client) =>
        sqlState(steps[number % steps.length]?.(client, number) ?? Promise.resolve()),
    ),
  );

  expect(ends.filter((code) => code !== null)).toEqual([]);
  for (const pool of pools) await expectSoundPool(owner, pool);
  await expectPlacesOfPeople(owner);
  await expectNobodyPassed(owner);
  expect(await call<number>(owner, '(select count(*)::integer from private.promotions)')).toBeGreaterThan(0);
  const toldWrong = await owner.unsafe(`
    select mine.id, count(distinct mail.id)::integer as told,
      (select count(*)::integer from private.promotions where sign_up_id = mine.id) as promoted
    from public.sign_ups mine
    left join public.outbox mail on mail.sign_up_id = mine.id and mail.kind = 'sign-up-place'
    group by mine.id
    having count(distinct mail.id) <> (select count(*) from private.promotions where sign_up_id = mine.id)`);
  expect([...toldWrong]).toEqual([]);
});

test('fifty who want the last seats: as many as there are hold one, in the order they came', async () => {
  await using database = await house();
  const pool = await addCohort(database.owner, 'monday', 7);
  const answers = await storm(
    await database.clients(connections),
    Array.from({ length: 50 }, (_, person) => (client: Client) => signUp(client, `p-${person}`, 'monday')),
  );
  expect(answers.filter(({ place }) => place === 'held')).toHaveLength(7);
  await expectSoundPool(database.owner, pool);
  await expectNobodyPassed(database.owner);
});

test('the same person moved by ten of the staff at once holds one place, and the other cohorts get theirs back', async () => {
  await using database = await house();
  const { owner } = database;
  const pools = [await addCohort(owner, 'monday', 1), await addCohort(owner, 'tuesday', 1)];
  const ana = await signUp(owner, 'ana', 'monday');
  const ben = await signUp(owner, 'ben', 'monday');

  await storm(
    await database.clients(10),
    Array.from(
      { length: 40 },
      (_, number) => (client: Client) => hold(client, ana.signUp, number % 2 ? 'monday' : 'tuesday'),
    ),
  );

  for (const pool of pools) await expectSoundPool(owner, pool);
  await expectPlacesOfPeople(owner);
  await expectNobodyPassed(owner);
  expect(ben.place).toBe('waiting');
  expect(
    await call(
      owner,
      '(select status from public.places where id = (select place_id from public.sign_ups where id = $1))',
      [ben.signUp],
    ),
  ).toBe('held');
});

test('fewer seats than are held are refused with their number, and more go to the queue at once', async () => {
  await using database = await house();
  const { owner } = database;
  const pool = await addCohort(owner, 'monday', 2);
  for (const person of ['ana', 'ben', 'cal', 'dee']) await signUp(owner, person, 'monday');
  const save = (seats: number | null) =>
    asStaff(owner, 'coordinator', () =>
      call(owner, 'public.save_cohort(p_slug => $1, p_cohort => ($2::text)::jsonb)', [
        'monday',
        JSON.stringify(cohortFields('monday', seats)),
      ]),
    );
  expect(await save(1)).toEqual({ outcome: 'seats-held', held: 2 });
  expect((await readPool(owner, pool)).capacity).toBe(2);
  expect(await save(3)).toMatchObject({ outcome: 'saved' });
  expect((await readPool(owner, pool)).parties_waiting).toBe(1);
  expect(await save(null)).toMatchObject({ outcome: 'saved' });
  expect((await readPool(owner, pool)).parties_waiting).toBe(0);
});

test('ten who add a cohort of one name add one, and the others hear that the name is taken', async () => {
  await using database = await house();
  const outcomes = await storm(
    await database.clients(10),
    Array.from(
      { length: 10 },
      () => (client: Client) =>
        asStaff(client, 'coordinator', () =>
          outcome(client, 'public.save_cohort(($1::text)::jsonb)', [
            JSON.stringify(cohortFields('monday', 4)),
          ]),
        ),
    ),
  );
  expect(outcomes.sort()).toEqual(['saved', ...Array<string>(9).fill('slug-taken')]);
  expect(await call(database.owner, '(select count(*)::integer from public.seat_pools)')).toBe(1);
});

describe('who takes care of a request', () => {
  test('of ten who claim it at once one has it, and the others hear whose it is', async () => {
    await using database = await house();
    const { signUp: id } = await signUp(database.owner, 'ana', null, { kind: 'mentor' });
    const clients = await database.clients(10);
    const answers = await Promise.all(
      clients.map((client, number) => {
        const who = number % 2 ? 'clinician' : 'second';
        return asStaff(client, who, () => outcome(client, 'public.assign_sign_up($1, $2)', [id, staff[who]]));
      }),
    );
    // who has it and asks once more has it
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'assigned')).toHaveLength(5);
    const claims = await database.owner.unsafe(
      "select distinct staff_id from public.audit_log where action = 'claim'",
    );
    expect([...claims]).toHaveLength(1);
  });
});

describe('check-ins', () => {
  const due = [{ months: 1, dueAt: '2026-01-01T12:00:00Z' }];
  const wishes = { kind: 'check-ins', days: due };

  test('asked for by thirty at once, each person is asked once, by mail or by putting them into the queue', async () => {
    await using database = await house();
    const { owner } = database;
    for (let person = 0; person < 20; person++) {
      await signUp(owner, `p-${person}`, null, { ...wishes, channel: person % 2 ? 'email' : 'phone' });
    }
    const asked = await storm(
      await database.clients(connections),
      Array.from({ length: 60 }, () => (client: Client) => call<number>(client, 'public.queue_check_ins()')),
    );
    expect(asked.reduce((sum, number) => sum + number, 0)).toBe(20);
    const count = (condition: string) =>
      call<number>(owner, `(select count(*)::integer from public.outbox where ${condition})`);
    expect(await count("kind = 'check-in'")).toBe(10);
    expect(await count("kind = 'sign-up-for-staff'")).toBe(10);
    expect(
      await call(
        owner,
        "(select count(*)::integer from public.sign_ups where status = 'received' and waits_for = 'check-in')",
      ),
    ).toBe(10);
  });

  test('several days that have come are one question', async () => {
    await using database = await house();
    const two = [...due, { months: 3, dueAt: '2026-03-01T12:00:00Z' }];
    await signUp(database.owner, 'ana', null, { ...wishes, days: two });
    expect(await call(database.owner, 'public.queue_check_ins()')).toBe(1);
    expect(
      await call(database.owner, "(select count(*)::integer from public.outbox where kind = 'check-in')"),
    ).toBe(1);
    expect(await call(database.owner, 'public.queue_check_ins()')).toBe(0);
  });

  test('“please call me” ten times over and “stop these” at once leave one end, and no seat behind', async () => {
    await using database = await house();
    const { owner } = database;
    const pool = await addCohort(owner, 'monday', 1);
    const { signUp: id } = await signUp(owner, 'ana', null, wishes);
    await hold(owner, id, 'monday');
    const ends = await storm(
      await database.clients(11),
      Array.from(
        { length: 11 },
        (_, number) => (client: Client) =>
          sqlState(call(client, 'public.answer_check_in($1, $2)', [id, number === 5 ? 'stop' : 'call-me'])),
      ),
    );
    expect(ends.filter((code) => code !== null)).toEqual([]);
    expect(await call(owner, '(select closed_why from public.sign_ups where id = $1)', [id])).toBe('stopped');
    expect((await readPool(owner, pool)).seats_taken).toBe(0);
  });

  test('the daily mail to staff is queued once a day, however many ask for it, and only when somebody waits', async () => {
    await using database = await house();
    expect(await call(database.owner, 'public.queue_intake_daily()')).toBe(false);
    await signUp(database.owner, 'ana', null, { kind: 'mentor' });
    const queued = await storm(
      await database.clients(10),
      Array.from(
        { length: 20 },
        () => (client: Client) => call<boolean>(client, 'public.queue_intake_daily()'),
      ),
    );
    expect(queued.filter(Boolean)).toHaveLength(1);
  });
});

test('a note that is written while the person withdraws is not kept', async () => {
  await using database = await house();
  const [first, second] = (await database.clients(2)) as [Client, Client];
  const { signUp: id } = await signUp(database.owner, 'ana', null, { kind: 'mentor' });
  const process = await call<number>(second, 'pg_backend_pid()');
  await first.unsafe('begin');
  await withdraw(first, id);
  const noted = asStaff(second, 'clinician', () =>
    outcome(second, "public.note_sign_up($1, gen_random_uuid(), $2, 'key-1')", [id, sealedText('note')]),
  );
  await untilBlocked(database.owner, process);
  await first.unsafe('commit');
  expect(await noted).toBe('unknown');
  expect(await call(database.owner, '(select count(*)::integer from public.sign_up_notes)')).toBe(0);
});

/**
 * Ana is moved from Monday to Tuesday while she withdraws, and somebody who has Tuesday's seats then wants her
 * row. Returns how each of the two ended.
 */
async function moveWhileWithdrawing(database: Awaited<ReturnType<typeof house>>) {
  const { owner } = database;
  const monday = await addCohort(owner, 'monday', 1);
  const tuesday = await addCohort(owner, 'tuesday', 1);
  const { signUp: ana } = await signUp(owner, 'ana', 'monday');
  const seat = await call<string>(owner, '(select id from private.take_place($1, 1))', [tuesday]);
  const [mover, leaver, other] = (await database.clients(3)) as [Client, Client, Client];
  const process = await call<number>(leaver, 'pg_backend_pid()');
  await other.unsafe('begin');
  await call(other, 'private.lock_pool($1)', [tuesday]);
  await mover.unsafe('begin');
  await call(mover, 'private.lock_pool($1)', [monday]);
  await mover.unsafe("update public.places set status = 'released' where pool_id = $1", [monday]);
  await mover.unsafe(
    `update public.sign_ups set place_id = $2, cohort_id = (select id from public.cohorts where slug = 'tuesday') where id = $1`,
    [ana, seat],
  );
  const left = sqlState(withdraw(leaver, ana));
  await untilBlocked(owner, process);
  await mover.unsafe('commit');
  await untilBlocked(owner, process);
  const seen = await sqlState(other.unsafe('select 1 from public.sign_ups where id = $1 for update', [ana]));
  await other.unsafe(seen ? 'rollback' : 'commit');
  return { ends: [seen, await left], pool: await readPool(owner, tuesday) };
}

test('who withdraws while being moved gives back the seat they were moved to, and nobody waits in a circle', async () => {
  await using database = await house();
  const { ends, pool } = await moveWhileWithdrawing(database);
  expect(ends).toEqual([null, null]);
  expect(pool).toMatchObject({ seats_taken: 0 });
});

describe('negative controls: these tests can fail', () => {
  test('without a second look at what was moved two wait in a circle', async () => {
    await using database = await house();
    await replaceInFunction(
      database.owner,
      'private.lock_sign_up(uuid, uuid)',
      'if seen is distinct from',
      'if false and seen is distinct from',
    );
    expect((await moveWhileWithdrawing(database)).ends).not.toEqual([null, null]);
  });

  test('without the lock and the CHECK a cohort is oversold', async () => {
    await using database = await house();
    await replaceInFunction(
      database.owner,
      'private.lock_pool(uuid)',
      'where id = p_pool for update',
      'where id = p_pool',
    );
    await database.owner.unsafe('alter table public.seat_pools drop constraint seat_pools_never_oversold');
    const clients = await database.clients(connections);
    let round = 0;
    const oversold = await untilSeen(async () => {
      const slug = `group-${++round}`;
      const pool = await addCohort(database.owner, slug, 7);
      await storm(
        clients,
        Array.from(
          { length: 60 },
          (_, person) => (client: Client) => signUp(client, `p-${round}-${person}`, slug),
        ),
      );
      return (await readPool(database.owner, pool)).seats_taken - 7;
    });
    expect(oversold).toBeGreaterThan(0);
  });

  test('without “for update” check-ins are asked for twice', async () => {
    await using database = await house();
    await replaceInFunction(
      database.owner,
      'public.queue_check_ins()',
      'for update of check_in, sign_up skip locked',
      '',
    );
    const clients = await database.clients(connections);
    const extra = await untilSeen(async () => {
      await database.owner.unsafe('delete from public.sign_ups');
      for (let person = 0; person < 10; person++) {
        await signUp(database.owner, `p-${person}`, null, {
          ...{ kind: 'check-ins', channel: 'phone', days: [{ months: 1, dueAt: '2026-01-01T12:00:00Z' }] },
        });
      }
      const asked = await Promise.all(
        clients.map((client) => call<number>(client, 'public.queue_check_ins()').catch(() => 0)),
      );
      return asked.reduce((sum, number) => sum + number, 0) - 10;
    });
    expect(extra).toBeGreaterThan(0);
  });
});
