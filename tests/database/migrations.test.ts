import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowTypes, supabaseCli } from '../../local/database/cli.ts';
import { openSupabase } from '../../local/database/supabase.ts';
import { call, connect, startRealPostgres, unusedKeys, type Client } from '../support/postgres.ts';

/** The migrations as a host applies them: with the real CLI, to a real PostgreSQL. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let url: string;
let owner: Client;

beforeAll(async () => {
  postgres = await startRealPostgres();
  await postgres.server.create('hosted');
  url = postgres.server.url('hosted');
  const supabase = await openSupabase({ kind: 'postgres', url, connections: 1 }, unusedKeys);
  // says which schemas the API shows, as a hosted database does; the advisors look there
  await supabase.execute("alter database hosted set pgrst.db_schemas = 'public'");
  await supabase.close();
  await supabaseCli('db', 'push', '--db-url', url, '--yes');
  owner = connect(url);
});

afterAll(async () => {
  await owner.end({ timeout: 1 });
  await postgres.close();
});

const column = async (sql: string): Promise<string[]> =>
  (await owner.unsafe<{ name: string }[]>(sql)).map((row) => row.name);

test('the CLI applied every migration, and the local stack applies the same ones', async () => {
  const versions = 'select version as name from supabase_migrations.schema_migrations order by version';
  await using local = await postgres.freshDatabase();
  const applied = await column(versions);
  expect(applied.length).toBeGreaterThan(0);
  expect((await local.owner.unsafe(versions)).map((row) => row['name'] as string)).toEqual(applied);
});

test('the committed row types are those of the migrated database (npm run db:types writes them)', async () => {
  expect(await rowTypes(url)).toBe(await readFile('src/platform/database.types.ts', 'utf8'));
});

describe('supabase db advisors', () => {
  interface Advice {
    name: string;
    level: 'INFO' | 'WARN' | 'ERROR';
    detail: string;
  }
  const advise = async (databaseUrl: string): Promise<Advice[]> => {
    const answer = await supabaseCli(
      'db',
      'advisors',
      '--db-url',
      databaseUrl,
      '--type',
      'all',
      '--level',
      'info',
    );
    // the CLI remarks on the connection before it answers
    return JSON.parse(answer.slice(answer.search(/^\[/m))) as Advice[];
  };
  const explained: Record<string, string> = {
    unused_index: 'a database that has served nobody yet has used no index',
  };

  test('have nothing to say at level warn or error, and every info is explained', async () => {
    const unexplained = (await advise(url)).filter(
      (advice) => advice.level !== 'INFO' || !(advice.name in explained),
    );
    expect(unexplained.map((advice) => `${advice.level} ${advice.name}: ${advice.detail}`)).toEqual([]);
  });

  test('negative control: a table without guard, a policy that lets all write and an open search path are named', async () => {
    await using bad = await postgres.freshDatabase();
    await bad.owner.unsafe(`
      do $$ begin execute format('alter database %I set pgrst.db_schemas = ''public''', current_database()); end $$;
      create table public.diary (id integer primary key, entry text);
      grant select on public.diary to anon;
      create policy "Everybody writes" on public.resources for insert to authenticated with check (true);
      create function public.anywhere() returns integer language sql as 'select 1';`);
    const names = (await advise(bad.url))
      .filter((advice) => advice.level !== 'INFO')
      .map((advice) => advice.name);
    expect(names.sort()).toEqual(
      expect.arrayContaining([
        'function_search_path_mutable',
        'rls_disabled_in_public',
        'rls_policy_always_true',
      ]),
    );
  });
});

describe('who may do what', () => {
  test('row level security is on for every table of the API', async () => {
    expect(
      await column(`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`),
    ).toEqual([]);
  });

  test('every table has a policy and says in a grant what the service may do with it', async () => {
    const tables = await column(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    expect(tables.length).toBeGreaterThan(5);
    expect(
      await column(
        "select distinct tablename::text as name from pg_policies where schemaname = 'public' order by 1",
      ),
    ).toEqual(tables);
    const granted = await owner.unsafe<{ name: string; privileges: string[] }[]>(`
      select table_name::text as name, jsonb_agg(privilege_type::text order by privilege_type::text) as privileges
      from information_schema.role_table_grants
      where table_schema = 'public' and grantee = 'service_role' group by table_name order by 1`);
    expect(granted.map((row) => row.name)).toEqual(tables);
    const all = ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];
    const differing = granted.filter(({ privileges }) => !all.every((one) => privileges.includes(one)));
    expect(
      Object.fromEntries(differing.map(({ name, privileges }) => [name, privileges])),
      'what was written down stays as it was written',
    ).toEqual({
      audit_log: ['INSERT', 'SELECT'],
      consent_texts: ['INSERT', 'SELECT'],
      purge_log: ['INSERT', 'SELECT'],
    });
  });

  test('nothing in the API is a view or a table of elsewhere, which row level security would not guard', async () => {
    expect(
      await column(`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')`),
    ).toEqual([]);
  });

  /** Functions a visitor or a signed-in person may call. Everything else is the service's alone. */
  const open: Record<'anon' | 'authenticated', string[]> = {
    anon: [
      'private.late_work()',
      'public.find_resources(text, text, text, text, text, integer, integer)',
      'public.late_work()',
      'public.meeting_list_version()',
    ],
    authenticated: [
      'private.accept_asked(uuid)',
      'private.add_attachment(jsonb)',
      'private.add_event(jsonb, jsonb)',
      'private.archive_resource(uuid, integer, text)',
      'private.asking_page()',
      'private.assign_sign_up(uuid, uuid, uuid)',
      'private.begin_reading(uuid)',
      'private.bring_in_meetings(uuid, jsonb, jsonb)',
      'private.bulk_resources(uuid[], jsonb)',
      'private.call_off_event(uuid, text)',
      'private.change_event(uuid, jsonb, jsonb, boolean)',
      'private.change_staff(uuid, text, text, boolean)',
      'private.check_in(uuid, integer, timestamp with time zone, integer)',
      'private.create_resource(uuid, jsonb, uuid)',
      'private.decline_sign_up(uuid, text, text[])',
      'private.drop_draft(uuid, integer, text)',
      'private.end_previews(uuid)',
      'private.end_reading(uuid, timestamp with time zone, text, text)',
      'private.end_sessions(uuid)',
      'private.event_access_needs(uuid[])',
      'private.feed_fields()',
      'private.hold_seat(uuid, text)',
      'private.intake_people()',
      'private.invite_staff(uuid, text, text, text)',
      'private.late_work()',
      'private.note_sign_up(uuid, uuid, text, text)',
      'private.open_consent(uuid)',
      'private.open_guest(uuid, uuid)',
      'private.open_guests(uuid, text)',
      'private.open_report(uuid)',
      'private.open_series_date(uuid, text, date, timestamp with time zone)',
      'private.open_sign_up(uuid, text, text)',
      'private.part_of(jsonb, text[])',
      'private.publish_resource(uuid, integer, text, timestamp with time zone, timestamp with time zone)',
      'private.reached_by_mail(uuid[])',
      'private.record_people()',
      'private.recorded_subjects()',
      'private.remove_attachment(uuid)',
      'private.remove_guest(uuid, text)',
      'private.reopen_resource(uuid, integer)',
      'private.restore_resource(uuid, integer, integer)',
      'private.retry_mail(uuid)',
      'private.review_resource(uuid, integer, text, text)',
      'private.revoke_consent(uuid)',
      'private.save_cohort(text, jsonb)',
      'private.save_event_sessions(uuid, jsonb)',
      'private.save_resource(uuid, jsonb, integer, boolean)',
      'private.save_settings(jsonb, integer)',
      'private.seat_by_hand(uuid, text)',
      'private.second_factor_offered()',
      'private.session_began()',
      'private.set_event_capacity(uuid, integer, boolean, uuid[])',
      'private.set_sign_up_status(uuid, text, text)',
      'private.settle_mail(uuid, boolean)',
      'private.settle_report(uuid, text, uuid)',
      'private.show_affected(uuid, integer, boolean)',
      'private.show_attachment(uuid)',
      'private.staff_role()',
      'private.take_report(uuid)',
      'private.walk_in(uuid, uuid, text, integer, timestamp with time zone)',
      'private.withdraw_invitation(uuid)',
      'private.write_down_export_of_record()',
      'private.write_to_guests(uuid, text, text, uuid)',
      'public.accept_asked(uuid)',
      'public.accept_meeting_report(uuid, jsonb)',
      'public.add_attachment(jsonb)',
      'public.add_event(jsonb, jsonb)',
      'public.affected_by_capacity(uuid, integer, boolean)',
      'public.archive_resource(uuid, integer, text)',
      'public.assign_sign_up(uuid, uuid, uuid)',
      'public.begin_reading(uuid)',
      'public.bring_in_meetings(uuid, jsonb, jsonb)',
      'public.bulk_resources(uuid[], jsonb)',
      'public.call_off_event(uuid, text)',
      'public.change_event(uuid, jsonb, jsonb, boolean)',
      'public.change_meetings(uuid[], text)',
      'public.change_staff(uuid, text, text, boolean)',
      'public.check_in(uuid, integer, timestamp with time zone, integer)',
      'public.create_resource(uuid, jsonb, uuid)',
      'public.decline_meeting_report(uuid)',
      'public.decline_sign_up(uuid, text, text[])',
      'public.drop_draft(uuid, integer, text)',
      'public.end_previews(uuid)',
      'public.end_reading(uuid, timestamp with time zone, text, text)',
      'public.end_sessions(uuid)',
      'public.event_access_needs(uuid[])',
      'public.event_figures(uuid[])',
      'public.export_record(uuid, text, text, uuid, timestamp with time zone, timestamp with time zone)',
      'public.find_resources(text, text, text, text, text, integer, integer)',
      'public.hold_seat(uuid, text)',
      'public.intake_people()',
      'public.invite_staff(uuid, text, text, text)',
      'public.late_work()',
      'public.meeting_conflicts()',
      'public.meeting_list_version()',
      'public.note_sign_up(uuid, uuid, text, text)',
      'public.open_consent(uuid)',
      'public.open_guest(uuid, uuid)',
      'public.open_guests(uuid, text)',
      'public.open_report(uuid)',
      'public.open_series_date(uuid, text, date, timestamp with time zone)',
      'public.open_sign_up(uuid, text, text)',
      'public.publish_resource(uuid, integer, text, timestamp with time zone, timestamp with time zone)',
      'public.record_lines(uuid, text, text, uuid, timestamp with time zone, timestamp with time zone, bigint, integer)',
      'public.record_people()',
      'public.remove_attachment(uuid)',
      'public.remove_guest(uuid, text)',
      'public.reopen_resource(uuid, integer)',
      'public.restore_resource(uuid, integer, integer)',
      'public.retry_mail(uuid)',
      'public.review_resource(uuid, integer, text, text)',
      'public.revoke_consent(uuid)',
      'public.save_cohort(jsonb, text)',
      'public.save_event_sessions(uuid, jsonb)',
      'public.save_resource(uuid, jsonb, integer, boolean)',
      'public.save_settings(jsonb, integer)',
      'public.seat_by_hand(uuid, text)',
      'public.set_event_capacity(uuid, integer, boolean, uuid[])',
      'public.set_sign_up_status(uuid, text, text)',
      'public.settle_mail(uuid, boolean)',
      'public.settle_meeting_conflict(uuid, text, boolean)',
      'public.show_attachment(uuid)',
      'public.staff_session()',
      'public.undo_meetings(jsonb)',
      'public.walk_in(uuid, uuid, text, integer, timestamp with time zone)',
      'public.withdraw_invitation(uuid)',
      'public.write_to_guests(uuid, text, text, uuid)',
    ],
  };

  test.each(['anon', 'authenticated'] as const)(
    'the functions that %s may call are the listed ones',
    async (role) => {
      expect(await executableBy(owner, role)).toEqual(open[role]);
    },
  );

  test('negative control: a function without a grant of its own that everybody may call is found', async () => {
    await using bad = await postgres.freshDatabase();
    await bad.owner.unsafe(`
      create function public.open_door() returns integer language sql set search_path = '' as 'select 1';
      grant execute on function public.open_door() to public;`);
    expect(await executableBy(bad.owner, 'anon')).toEqual([...open.anon, 'public.open_door()'].sort());
  });

  test("a new function is nobody's until a migration grants it", async () => {
    await using fresh = await postgres.freshDatabase();
    await fresh.owner.unsafe(
      "create function public.unsaid() returns integer language sql set search_path = '' as 'select 1'",
    );
    expect(await executableBy(fresh.owner, 'anon')).toEqual(open.anon);
  });

  test('the service may call every function of the API', async () => {
    expect(
      await column(`
        select oid::regprocedure::text as name from pg_proc
        where pronamespace = 'public'::regnamespace and not has_function_privilege('service_role', oid, 'execute')`),
    ).toEqual([]);
  });

  test('every function has an empty search path, so nobody can slip another table under it', async () => {
    expect(
      await column(`
        select oid::regprocedure::text as name from pg_proc
        where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and not coalesce(proconfig, '{}') @> array['search_path=""']`),
    ).toEqual([]);
  });

  test('what passes row level security by its definer lies outside the API', async () => {
    expect(
      await column(`
        select oid::regprocedure::text as name from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef`),
    ).toEqual([]);
  });

  test('every foreign key has an index that begins with its columns', async () => {
    expect(
      await column(`
        select conrelid::regclass || '.' || conname as name from pg_constraint fk
        where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
          select from pg_index i where i.indrelid = fk.conrelid
          and (i.indkey::int2[])[0:cardinality(fk.conkey) - 1] @> fk.conkey)`),
    ).toEqual([]);
  });
});

async function executableBy(client: Client, role: string): Promise<string[]> {
  const found = await call<string[]>(
    client,
    `(select coalesce(jsonb_agg(format('%s.%s(%s)', pronamespace::regnamespace, proname, oidvectortypes(proargtypes))), '[]')
      from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and has_function_privilege($1, oid, 'execute'))`,
    [role],
  );
  return found.sort();
}
