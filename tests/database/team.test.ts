import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, sqlState, startRealPostgres, type Client } from '../support/postgres.ts';
import { replaceInFunction, untilBlocked } from '../support/storms.ts';

/** The team, on a real PostgreSQL: who may change whom, two admins at once, sessions that end, the second factor. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());

const roles = ['editor', 'coordinator', 'clinician', 'admin'] as const;
type Person = (typeof roles)[number] | 'other';
const id = (person: Person) =>
  `00000000-0000-4000-8000-0000000000${String([...roles, 'other'].indexOf(person)).padStart(2, '0')}`;
const sessionOf = (person: Person) => id(person).replace('-4000-', '-4111-');

/** One of each role, each with a session that began a minute ago, and a second admin where asked for. */
async function addTeam(owner: Client, people: readonly Person[] = roles) {
  for (const person of people) {
    const role = person === 'other' ? 'admin' : person;
    await owner.unsafe(`
      insert into auth.users (id, email) values ('${id(person)}', '${person}@example.org');
      insert into public.staff (user_id, email, display_name, role)
      values ('${id(person)}', '${person}@example.org', '${person}', '${role}');
      insert into auth.sessions (id, user_id, created_at)
      values ('${sessionOf(person)}', '${id(person)}', now() - interval '1 minute')`);
  }
}

/** Does something in a transaction as this person, with what their token says of the second factor. */
async function as<Result>(
  client: Client,
  person: Person,
  work: () => Promise<Result>,
  aal?: string,
): Promise<Result> {
  await client.unsafe('begin');
  try {
    await claim(client, person, aal);
    const result = await work();
    await client.unsafe('commit');
    return result;
  } catch (error) {
    await client.unsafe('rollback');
    throw error;
  }
}

async function claim(client: Client, person: Person, aal?: string) {
  const claims = {
    role: 'authenticated',
    sub: id(person),
    session_id: sessionOf(person),
    ...(aal && { aal }),
  };
  await client.unsafe(`
    set local role authenticated;
    select set_config('request.jwt.claims', '${JSON.stringify(claims)}', true),
           set_config('request.jwt.claim.sub', '${id(person)}', true)`);
}

const change = (client: Client, person: Person, what: string) =>
  call<{ outcome: string }>(client, `public.change_staff('${id(person)}', ${what})`);
const admins = (owner: Client) =>
  call<number>(owner, `(select count(*)::int from public.staff where role = 'admin' and active)`);
const beganAt = (client: Client, person: Person) =>
  as(client, person, () => call<string | null>(client, '(select began_at from public.staff_session())'));

describe('Who may change the team', () => {
  test('an admin invites, once however often it is sent, and takes back; all others are refused', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    const invite = (form: string, email = 'new@example.org') =>
      call<{ outcome: string; userId?: string }>(
        owner,
        `public.invite_staff('${form}', '${email}', 'New Person', 'editor')`,
      );
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(await as(owner, 'admin', () => invite(first))).toEqual({ outcome: 'invited' });
    expect(await as(owner, 'admin', () => invite(first))).toEqual({ outcome: 'same' });
    expect(await as(owner, 'admin', () => invite(second))).toEqual({ outcome: 'same' });
    expect(await as(owner, 'admin', () => invite(second, 'clinician@example.org'))).toEqual({
      outcome: 'on-the-staff',
      userId: id('clinician'),
    });
    for (const person of ['editor', 'coordinator', 'clinician'] as const) {
      expect(await sqlState(as(owner, person, () => invite(second, 'x@example.org')))).toBe('42501');
      expect(await sqlState(as(owner, person, () => change(owner, person, `null, 'admin'`)))).toBe('42501');
      expect(
        await sqlState(as(owner, person, () => call(owner, `public.end_sessions('${id('admin')}')`))),
      ).toBe('42501');
      expect(
        await as(owner, person, () =>
          call<number>(owner, '(select count(*)::int from public.staff_invitations)'),
        ),
      ).toBe(0);
    }
    expect(await as(owner, 'admin', () => call(owner, `public.withdraw_invitation('${first}')`))).toBe(true);
    expect(await as(owner, 'admin', () => call(owner, `public.withdraw_invitation('${first}')`))).toBe(false);
  });

  test('what is changed is written down with who did it, and never the name or the address', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    await as(owner, 'admin', () => change(owner, 'editor', `null, 'clinician'`));
    await as(owner, 'admin', () => change(owner, 'editor', `null, null, false`));
    await as(owner, 'admin', () => change(owner, 'editor', `null, null, true`));
    await as(owner, 'admin', () => change(owner, 'editor', `'Secret Name'`));
    await as(owner, 'admin', () => call(owner, `public.end_sessions('${id('editor')}')`));
    const lines = await owner.unsafe<{ action: string; detail: string | null; staff_name: string }[]>(
      `select action, detail, staff_name from public.audit_log where subject_id = '${id('editor')}' order by at, id`,
    );
    expect(lines.map(({ action, detail }) => [action, detail])).toEqual([
      ['change', 'editor-to-clinician'],
      ['turn-off', null],
      ['turn-on', null],
      ['change', null],
      ['end-sessions', null],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Secret Name|@example/);
  });

  test('an invitation is opened once, with the role it names and one mail', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    const invitation = crypto.randomUUID();
    await as(owner, 'admin', () =>
      call(owner, `public.invite_staff('${invitation}', 'new@example.org', 'New', 'clinician')`),
    );
    const account = crypto.randomUUID();
    await owner.unsafe(`insert into auth.users (id, email) values ('${account}', 'new@example.org')`);
    const open = () => call<boolean>(owner, `public.open_invitation('${invitation}', '${account}')`);
    expect(await sqlState(as(owner, 'admin', open))).toBe('42501');
    expect([await open(), await open()]).toEqual([true, false]);
    expect(
      await owner.unsafe(`select role, active, display_name from public.staff where user_id = '${account}'`),
    ).toEqual([{ role: 'clinician', active: true, display_name: 'New' }]);
    expect(
      await call(
        owner,
        `(select count(*)::int from public.outbox where kind = 'staff-welcome' and staff_id = '${account}')`,
      ),
    ).toBe(1);
  });
});

describe('Sessions', () => {
  test.each([
    ['another role', (client: Client) => change(client, 'coordinator', `null, 'editor'`)],
    ['being turned off', (client: Client) => change(client, 'coordinator', 'null, null, false')],
    ['ending all sessions', (client: Client) => call(client, `public.end_sessions('${id('coordinator')}')`)],
  ])('%s ends those that there are, and one begun after it holds', async (_what, press) => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    expect(await beganAt(owner, 'coordinator')).not.toBeNull();
    await as(owner, 'admin', () => press(owner));
    expect(await beganAt(owner, 'coordinator')).toBeNull();
    const role = () => as(owner, 'coordinator', () => call(owner, 'private.staff_role()'));
    expect(await role()).toBeNull();
    await as(owner, 'admin', () => change(owner, 'coordinator', 'null, null, true'));
    await owner.unsafe(
      `update auth.sessions set created_at = now() + interval '1 second' where id = '${sessionOf('coordinator')}'`,
    );
    expect(await beganAt(owner, 'coordinator')).not.toBeNull();
    expect(await role()).not.toBeNull();
  });

  test('a token whose session was signed out opens nothing, however fresh it is', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    const role = () => as(owner, 'admin', () => call(owner, 'private.staff_role()'));
    expect(await role()).toBe('admin');
    await owner.unsafe(`delete from auth.sessions where user_id = '${id('admin')}'`);
    expect(await role()).toBeNull();
    expect(await beganAt(owner, 'admin')).toBeNull();
  });

  test('another name ends none', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    await as(owner, 'admin', () => change(owner, 'coordinator', `'Another Name'`));
    expect(await beganAt(owner, 'coordinator')).not.toBeNull();
  });
});

describe('The last admin', () => {
  test('stays, whoever asks and however', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    for (const what of [`null, 'editor'`, 'null, null, false'])
      expect(await as(owner, 'admin', () => change(owner, 'admin', what))).toEqual({ outcome: 'last-admin' });
    await addTeam(owner, ['other']);
    expect(await as(owner, 'other', () => change(owner, 'admin', `null, 'editor'`))).toEqual({
      outcome: 'changed',
    });
    expect(await as(owner, 'other', () => change(owner, 'other', `null, 'editor'`))).toEqual({
      outcome: 'last-admin',
    });
  });

  /** Two admins each take the role from the other; the second begins before the first has ended. */
  async function demoteEachOther(weaken?: (owner: Client) => Promise<void>) {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner, ['admin', 'other']);
    await weaken?.(owner);
    const [one, two] = (await database.clients(2)) as [Client, Client];
    const process = await call<number>(two, 'pg_backend_pid()');
    await one.unsafe('begin');
    await claim(one, 'admin');
    const first = await change(one, 'other', `null, 'editor'`);
    const later = as(two, 'other', () => change(two, 'admin', `null, 'editor'`));
    // without the lock nothing waits, and the second is through before the first ends
    await Promise.race([untilBlocked(owner, process), later]);
    await one.unsafe('commit');
    return { outcomes: [first.outcome, (await later).outcome], left: await admins(owner) };
  }

  test('two admins who demote each other at once leave one', async () => {
    expect(await demoteEachOther()).toEqual({ outcomes: ['changed', 'last-admin'], left: 1 });
  });

  test('negative control: without the lock they leave none', async () => {
    const weaken = (owner: Client) =>
      replaceInFunction(
        owner,
        'private.change_staff(uuid, text, text, boolean)',
        `perform 1 from public.staff where role = 'admin' order by user_id for update;`,
        '',
      );
    expect(await demoteEachOther(weaken)).toEqual({ outcomes: ['changed', 'changed'], left: 0 });
  });
});

describe('The second factor', () => {
  const offer = `create table auth.mfa_factors (id uuid primary key)`;
  const standing = (client: Client, person: Person, aal?: string) =>
    as(
      client,
      person,
      async () => ({
        role: await call<string | null>(client, 'private.staff_role()'),
        factor: await call<string>(client, '(select second_factor from public.staff_session())'),
      }),
      aal,
    );

  test('where Auth keeps none, everybody is who they are with the mailed code alone', async () => {
    await using database = await postgres.freshDatabase();
    await addTeam(database.owner);
    for (const role of roles) {
      const factor = role === 'clinician' || role === 'admin' ? 'not-offered' : 'not-needed';
      expect(await standing(database.owner, role)).toEqual({ role, factor });
    }
  });

  test('where Auth keeps them, clinicians and admins are nobody until they showed theirs', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    await owner.unsafe(offer);
    for (const person of ['clinician', 'admin'] as const) {
      for (const aal of [undefined, 'aal1', 'aal22'])
        expect(await standing(owner, person, aal)).toEqual({ role: null, factor: 'to-be-shown' });
      expect(await standing(owner, person, 'aal2')).toEqual({ role: person, factor: 'shown' });
    }
    for (const person of ['editor', 'coordinator'] as const)
      expect(await standing(owner, person, 'aal1')).toEqual({ role: person, factor: 'not-needed' });
  });

  test('without it an admin sees and changes nobody', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    await owner.unsafe(offer);
    const seen = (aal: string) =>
      as(owner, 'admin', () => call<number>(owner, '(select count(*)::int from public.staff)'), aal);
    expect([await seen('aal1'), await seen('aal2')]).toEqual([1, 4]);
    const press = (aal: string) => as(owner, 'admin', () => change(owner, 'editor', `'Ed'`), aal);
    expect(await sqlState(press('aal1'))).toBe('42501');
    expect(await press('aal2')).toEqual({ outcome: 'changed' });
  });

  test('negative control: a function that does not ask takes the mailed code for enough', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    await owner.unsafe(offer);
    await replaceInFunction(owner, 'private.staff_role()', `not private.second_factor_offered()`, 'true');
    expect((await standing(owner, 'admin', 'aal1')).role).toBe('admin');
  });
});

describe('The settings', () => {
  const save = (client: Client, version: number, words = 'Hello') =>
    call<{ outcome: string; by?: string }>(
      client,
      `public.save_settings('${JSON.stringify({ noticeEn: words, noticeUntil: '2027-01-01T00:00:00Z', closedDays: [] })}', ${version})`,
    );

  test('are an admin’s to change, and everybody’s to read but for who said so', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner);
    for (const person of ['editor', 'coordinator', 'clinician'] as const)
      expect(await sqlState(as(owner, person, () => save(owner, 1)))).toBe('42501');
    expect(await as(owner, 'admin', () => save(owner, 1))).toMatchObject({ outcome: 'saved' });
    await owner.unsafe('set role anon');
    expect(await call(owner, '(select notice_en from public.site_settings)')).toBe('Hello');
    expect(await sqlState(call(owner, '(select changed_by_name from public.site_settings)'))).toBe('42501');
    expect(await sqlState(owner.unsafe(`update public.site_settings set notice_en = 'Mine'`))).toBe('42501');
    await owner.unsafe('reset role');
  });

  test('of two admins at once the second is told who was first, and changes nothing', async () => {
    await using database = await postgres.freshDatabase();
    const { owner } = database;
    await addTeam(owner, ['admin', 'other']);
    const [one, two] = (await database.clients(2)) as [Client, Client];
    const process = await call<number>(two, 'pg_backend_pid()');
    await one.unsafe('begin');
    await claim(one, 'admin');
    expect(await save(one, 1, 'First')).toMatchObject({ outcome: 'saved' });
    const later = as(two, 'other', () => save(two, 1, 'Second'));
    await untilBlocked(owner, process);
    await one.unsafe('commit');
    expect(await later).toMatchObject({ outcome: 'changed-meanwhile', by: 'admin' });
    expect(await call(owner, '(select notice_en from public.site_settings)')).toBe('First');
  });
});
