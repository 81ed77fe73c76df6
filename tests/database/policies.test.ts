import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';

/**
 * Who may do what with every table of the API: the whole matrix, on a real PostgreSQL, by role and
 * token as PostgREST sets them. A new table fails here until it has its lines.
 */

const people = ['anon', 'stranger', 'editor', 'coordinator', 'clinician', 'admin', 'deactivated'] as const;
type Person = (typeof people)[number];

const userIds: Record<Exclude<Person, 'anon'>, string> = {
  stranger: '00000000-0000-4000-8000-000000000001',
  editor: '00000000-0000-4000-8000-000000000002',
  coordinator: '00000000-0000-4000-8000-000000000003',
  clinician: '00000000-0000-4000-8000-000000000004',
  admin: '00000000-0000-4000-8000-000000000005',
  deactivated: '00000000-0000-4000-8000-000000000006',
};

/**
 * One column a person, in the order of `people`:
 *   x       no right to the table, or the policy's check refuses the new row
 *   0       the right, but no row that one may see or touch
 *   part    every row, but only the columns that `part` names
 *   part-shown  exactly the rows that `shown` describes, and only those columns
 *   shown   exactly the rows that `shown` describes
 *   own     exactly the person's own row
 *   all     every row
 */
interface Expectation {
  /** Rows to try with: SQL run by the owner, in the order of this table. */
  rows: string;
  /** Which rows are public, where only some are. */
  shown?: string;
  /** Which columns are public, where only some are. */
  part?: string;
  select: string;
  insert: string;
  /** A row that is valid for who may insert; `default values` where nobody may. */
  inserts?: string;
  update: string;
  delete: string;
}

const nobody = { insert: 'x x x x x x x', update: 'x x x x x x x', delete: 'x x x x x x x' };
const pool = (number: number) => `10000000-0000-4000-8000-00000000000${number}`;
const event = (number: number) => `20000000-0000-4000-8000-00000000000${number}`;
const cohort = (number: number) => `40000000-0000-4000-8000-00000000000${number}`;
const signUp = '80000000-0000-4000-8000-000000000001';
const sealed = `${'a'.repeat(100)}..b.${'c'.repeat(100)}.d`;
const sealedName = `${'a'.repeat(60)}..${'b'.repeat(16)}.${'c'.repeat(40)}.${'d'.repeat(22)}`;
/** What may be listed without a look being written down: nothing sealed, nothing to find a person by. */
const listedOfSignUps =
  'id, reference, kind, program_id, cohort_id, place_id, channel, key_id, language, status, owner_id, asked_at, waits_for, closed_why, alternatives, closed_at, created_at, updated_at';
const listedOfGuests =
  'id, event_id, place_id, language, attends, children, confirm_by, cancelled_at, cancelled_by, walk_in, held_back, arrived_at, arrived_count, transition, quiet, created_at, updated_at';
const listedOfConsents =
  'id, sign_up_id, recipient_kind, purpose, information, expires_on, signed_at, scope, text_version, language, revoked_at, key_id';
const resource = (number: number) => `70000000-0000-4000-8000-00000000000${number}`;
const program = (number: number) => `30000000-0000-4000-8000-00000000000${number}`;

const matrix: Record<string, Expectation> = {
  staff: {
    rows: `insert into auth.users (id, email) values ${Object.entries(userIds)
      .map(([person, id]) => `('${id}', '${person}@example.org')`)
      .join(', ')};
      insert into public.staff (user_id, email, display_name, role, active)
      select id, email, 'Someone', case when email like 'deactivated%' then 'admin' else split_part(email, '@', 1) end,
        email not like 'deactivated%'
      from auth.users where email not like 'stranger%'`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        own    own         own       all   own',
    ...nobody,
  },
  rate_limits: {
    rows: "insert into public.rate_limits values ('a-bucket', now(), 3)",
    select: 'x x x x x x x',
    ...nobody,
  },
  seat_pools: {
    rows: `insert into public.seat_pools (id, capacity) values
      ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `('${pool(number)}', 10)`).join(', ')}`,
    select: 'all all all all all all all',
    ...nobody,
  },
  places: {
    rows: `insert into public.places (id, pool_id, party_size, status) values
      ('50000000-0000-4000-8000-000000000001', '${pool(1)}', 2, 'held'),
      ('50000000-0000-4000-8000-000000000002', '${pool(4)}', 1, 'held')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         all       all   0',
    ...nobody,
  },
  events: {
    rows: `insert into public.events (id, pool_id, slug, title, summary, kind, format, starts_at, ends_at, time_zone, rsvp_closes_at, status)
      select id::uuid, pool_id::uuid, slug, 'Supper', 'A table.', 'social', 'in-person', now() + interval '1 day',
        now() + interval '25 hours', 'America/Denver', now() + interval '1 day', status
      from (values ('${event(1)}', '${pool(1)}', 'open', 'published'), ('${event(2)}', '${pool(2)}', 'off', 'cancelled'),
        ('${event(3)}', '${pool(3)}', 'sketch', 'draft')) as event (id, pool_id, slug, status)`,
    shown: "status <> 'draft'",
    // written by functions only, which tell the guests
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'shown  shown    shown  all         shown     all   shown',
    ...nobody,
  },
  event_series: {
    rows: `insert into public.event_series (id, title, rule, starts_on, start_time, lasts_minutes, time_zone) values
      ('70000000-0000-4000-8000-000000000001', 'Supper', 'FREQ=WEEKLY;BYDAY=TU', current_date, '18:00', 90, 'America/Denver')`,
    inserts: `(title, rule, starts_on, start_time, lasts_minutes, time_zone)
      values ('Walk', 'FREQ=DAILY', current_date, '09:00', 60, 'America/Denver')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'all  all      all    all         all       all   all',
    insert: 'x    x        x      all         x         all   x',
    update: 'x    0        0      all         0         all   0',
    delete: 'x    0        0      all         0         all   0',
  },
  event_sessions: {
    rows: `insert into public.event_sessions (event_id, pool_id, title, starts_at, ends_at) values
      ('${event(1)}', '${pool(7)}', 'Clay', now() + interval '1 day', now() + interval '25 hours'),
      ('${event(3)}', '${pool(8)}', 'Bread', now() + interval '1 day', now() + interval '25 hours')`,
    shown: `event_id <> '${event(3)}'`,
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'shown  shown    shown  all         shown     all   shown',
    ...nobody,
  },
  event_private_details: {
    rows: `insert into public.event_private_details (event_id, address) values ('${event(1)}', 'A kitchen'), ('${event(3)}', 'A porch')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         0         all   0',
    ...nobody,
  },
  rsvps: {
    rows: `insert into public.rsvps (event_id, place_id, name, email) values
      ('${event(1)}', '50000000-0000-4000-8000-000000000001', 'Ana', 'ana@example.org')`,
    part: listedOfGuests,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    x        x      part        x         part  x',
    ...nobody,
  },
  rsvp_sessions: {
    rows: 'insert into public.rsvp_sessions (rsvp_id, session_id) select rsvp.id, session.id from public.rsvps rsvp join public.event_sessions session using (event_id)',
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         0         all   0',
    ...nobody,
  },
  rsvp_echoes: {
    rows: `insert into public.rsvp_echoes (rsvp_id, pool_id, status, party_size) select id, '${pool(1)}', 'going', 2 from public.rsvps`,
    select: 'x x x x x x x',
    ...nobody,
  },
  event_counts: {
    rows: `insert into public.event_counts (event_id, replies, seats, waiting, cancelled, walk_ins) values ('${event(2)}', 9, 12, 0, 1, 2)`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         0         all   0',
    ...nobody,
  },
  event_changes: {
    rows: `insert into public.event_changes (event_id, changes) values ('${event(1)}', '{"link": true}')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         0         all   0',
    ...nobody,
  },
  event_messages: {
    rows: `insert into public.event_messages (event_id, audience, body) values ('${event(1)}', 'going', 'Bring a chair.')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         0         all   0',
    ...nobody,
  },
  event_log: {
    rows: `insert into public.event_log (event_id, action, reason) values ('${event(1)}', 'seated', 'Called twice.')`,
    part: 'id, event_id, rsvp_id, staff_id, staff_name, action, created_at',
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    x        x      part        x         part  x',
    ...nobody,
  },
  programs: {
    rows: `insert into public.programs (id, slug, title, level, summary, week, status) values
      ('${program(1)}', 'evening', 'Evening', 'iop-evening', 'Three evenings.', 'Nine hours', 'published'),
      ('${program(2)}', 'later', 'Later', 'iop-evening', 'Not yet.', 'Nine hours', 'draft')`,
    shown: "status = 'published'",
    inserts: "(slug, title, level, summary, week) values ('new', 'New', 'php', 'Days.', 'Five days')",
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'shown  shown    shown  all         all       all   shown',
    insert: 'x      x        x      all         x         all   x',
    update: 'x      0        0      all         0         all   0',
    delete: 'x      0        0      all         0         all   0',
  },
  cohorts: {
    rows: `insert into public.cohorts (id, program_id, pool_id, slug, starts_on, weekdays, start_time, end_time, time_zone, format, status) values
      ('${cohort(1)}', '${program(1)}', '${pool(4)}', 'spring', current_date + 9, '{1,3}', '17:30', '20:30', 'America/Denver', 'online', 'open'),
      ('${cohort(2)}', '${program(1)}', '${pool(5)}', 'sketch', current_date + 9, '{1,3}', '17:30', '20:30', 'America/Denver', 'online', 'draft')`,
    shown: "status = 'open'",
    // written with their seats, by a function only
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'shown  shown    shown  all         all       all   shown',
    ...nobody,
  },
  sign_ups: {
    rows: `insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key) values
      ('${signUp}', 'AAAA-0001', 'mentor', 'email', '${sealed}', 'key-1', repeat('c', 43))`,
    part: listedOfSignUps,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    x        x      x           part      part  x',
    ...nobody,
  },
  sign_up_notes: {
    rows: `insert into public.sign_up_notes (id, sign_up_id, sealed, key_id) values (gen_random_uuid(), '${signUp}', '${sealed}', 'key-1')`,
    select: 'x x x x x x x',
    ...nobody,
  },
  check_ins: {
    rows: `insert into public.check_ins (sign_up_id, months, due_at) values ('${signUp}', 3, now())`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      0           all       all   0',
    ...nobody,
  },
  consent_texts: {
    rows: `insert into public.consent_texts (version, scope, language, body, body_hash)
      select '2026-11', 'general', 'en', body, encode(sha256(convert_to(body, 'UTF8')), 'hex') from (values (repeat('word ', 50))) as text (body)`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      0           all       all   0',
    ...nobody,
  },
  consents: {
    rows: `insert into public.consents (
        id, sign_up_id, patient_name, discloser, information, recipient_kind, recipient, purpose, revocation,
        expires_on, signature, signed_at, signed_on, scope, text_version, language, text_hash, key_id
      )
      select gen_random_uuid(), '${signUp}', '${sealedName}', 'The program', '{dates}', 'family', '${sealedName}', 'support-at-home',
        'In writing, at any time, but for what was told before.', current_date + 90, '${sealedName}', now(), current_date,
        scope, version, language, body_hash, 'key-1' from public.consent_texts`,
    part: listedOfConsents,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    x        x      x           part      part  x',
    ...nobody,
  },
  audit_log: {
    rows: `insert into public.audit_log (action, subject, subject_id) values ('read', 'sign-up', '${signUp}')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      0           all       all   0',
    ...nobody,
  },
  purge_log: {
    rows: "insert into public.purge_log (what, count) values ('sign-ups', 3)",
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      0           0         all   0',
    ...nobody,
  },
  outbox: {
    rows: "insert into public.outbox (kind, rsvp_id, transition) select 'rsvp-going', id, 1 from public.rsvps",
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         all       all   0',
    ...nobody,
  },
  meeting_sources: {
    rows: `insert into public.meeting_sources (id, slug, name, fellowship, format, url, time_zone) values
      ('60000000-0000-4000-8000-000000000001', 'a-feed', 'A feed', 'aa', 'meeting-guide', 'https://example.org/?key=1', 'America/Denver')`,
    part: 'id, slug, name, fellowship, last_imported_at',
    inserts:
      "(slug, name, fellowship, format, time_zone) values ('new', 'New', 'na', 'bmlt', 'America/Denver')",
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'part   0        all    all         all       all   0',
    insert: 'x      x        x      all         x         all   x',
    update: 'x      0        0      all         0         all   0',
    delete: 'x      0        0      all         0         all   0',
  },
  meeting_uploads: {
    rows: `insert into public.meeting_uploads (id, source_id, staff_id, content)
      values ('60000000-0000-4000-8000-000000000002', '60000000-0000-4000-8000-000000000001', '${userIds.coordinator}', 'Name')`,
    inserts:
      "(id, source_id, content) values (gen_random_uuid(), '60000000-0000-4000-8000-000000000001', 'Name')",
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'x      0        0      all         0         0     0',
    insert: 'x      x        x      all         x         all   x',
    update: 'x      x        x      x           x         x     x',
    delete: 'x      0        0      all         0         0     0',
  },
  meetings: {
    rows: `insert into public.meetings (slug, time_zone, name, fellowship, mode, status) values
      ('here', 'America/Denver', 'Here', 'aa', 'online', 'listed'), ('gone', 'America/Denver', 'Gone', 'aa', 'online', 'gone')`,
    shown: "status = 'listed'",
    inserts:
      "(slug, time_zone, name, fellowship, mode) values ('new', 'America/Denver', 'New', 'na', 'online')",
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'shown  shown    all    all         all       all   shown',
    insert: 'x      x        x      all         x         all   x',
    update: 'x      0        0      all         0         all   0',
    delete: 'x      0        0      all         0         all   0',
  },
  meeting_edits: {
    rows: `insert into public.meeting_edits (meeting_id, field, feed)
      select id, 'notes', '{"notes": "as the feed has it"}' from public.meetings where slug = 'gone'`,
    inserts: `(meeting_id, field, feed) select id, 'name', '{"name": "X"}' from public.meetings where slug = 'here'`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      all         0         all   0',
    insert: 'x    x        x      all         x         all   x',
    update: 'x    0        0      all         0         all   0',
    delete: 'x    0        0      all         0         all   0',
  },
  meeting_exceptions: {
    rows: `insert into public.meeting_exceptions (meeting_id, on_date) select id, date '2026-12-24' from public.meetings`,
    shown: "meeting_id in (select id from public.meetings where status = 'listed')",
    inserts: "(meeting_id, on_date) select id, date '2026-12-31' from public.meetings where slug = 'here'",
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'shown  shown    all    all         all       all   shown',
    insert: 'x      x        x      all         x         all   x',
    update: 'x      0        0      all         0         all   0',
    delete: 'x      0        0      all         0         all   0',
  },
  meeting_reports: {
    rows: `insert into public.meeting_reports (kind, name, contact, submission_key) values
      ('new', 'Porch light', 'ana@example.org', 'key')`,
    part: 'id, kind, meeting_id, reason, name, proposed, message, status, handled_by, handled_by_name, handled_at, created_at',
    inserts: "(kind, name, submission_key) values ('new', 'Porch light', 'another key')",
    //      anon   stranger editor coordinator clinician admin deactivated
    select: 'x      x        x      part        x         part  x',
    insert: 'x      x        x      x           x         x     x',
    update: 'x      0        0      all         0         all   0',
    delete: 'x      x        x      x           x         x     x',
  },
  resources: {
    rows: `insert into public.resources (id, slug, title, summary, body, topics, status, draft, published_at) values
      ('${resource(1)}', 'rent', 'Rent', 'Help with rent.', 'Call.', '{housing}', 'published', null, now()),
      ('${resource(2)}', null, null, null, null, '{}', 'draft', '{"title": "Work"}', null),
      ('${resource(3)}', 'old', 'Old', 'Gone.', 'Was.', '{legal}', 'archived', null, now()),
      ('${resource(4)}', 'over', 'Over', 'Over.', 'Was.', '{legal}', 'published', null, now());
      update public.resources set expires_at = now() - interval '1 minute' where slug = 'over'`,
    shown: "slug = 'rent'",
    part: 'id, slug, title, summary, body, kind, topics, audience, language, services, links, pair_id, status, published_at, review_by, expires_at, updated_at, search',
    //      anon         stranger editor coordinator clinician admin deactivated
    select: 'part-shown 0         all    all         all       all   0',
    ...nobody,
  },
  gone_addresses: {
    rows: "insert into public.gone_addresses (slug) values ('older')",
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'all  all      all    all         all       all   all',
    ...nobody,
  },
  resource_versions: {
    rows: `insert into public.resource_versions (resource_id, number, content, what) values ('${resource(1)}', 1, '{}', 'saved')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        all    all         all       all   0',
    ...nobody,
  },
  attachments: {
    rows: `insert into public.attachments (id, resource_id, file_name, label, type, size, sha256, path, shown_at)
      select id, id, 'a.pdf', 'A', 'application/pdf', 1, repeat('a', 64), id || '/' || id, now() from public.resources`,
    shown: `resource_id = '${resource(1)}'`,
    part: 'id, resource_id, file_name, label, type, size, width, height, sha256, path, sort',
    //      anon        stranger editor coordinator clinician admin deactivated
    select: 'part-shown 0        all    all         all       all   0',
    ...nobody,
  },
  staff_invitations: {
    rows: `insert into public.staff_invitations (id, email, display_name, role) values ('${resource(9)}', 'new@example.org', 'New', 'editor')`,
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      0           0         all   0',
    ...nobody,
  },
  site_settings: {
    rows: "update public.site_settings set notice_en = 'Closed', notice_until = now()",
    part: 'id, notice_en, notice_es, notice_link, notice_until, phone_hours_en, phone_hours_es, closed_days, updated_at',
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'part all      all    all         all       all   all',
    ...nobody,
  },
  task_runs: {
    rows: 'update public.task_runs set done_at = now()',
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        0      0           0         all   0',
    ...nobody,
  },
  site_builds: {
    rows: 'update public.site_builds set asked_at = now()',
    //      anon stranger editor coordinator clinician admin deactivated
    select: 'x    0        all    all         all       all   0',
    ...nobody,
  },
};

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;

beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  for (const { rows } of Object.values(matrix)) await database.owner.unsafe(rows);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

test('the matrix covers exactly the tables that exist', async () => {
  const tables = await database.owner.unsafe<{ name: string }[]>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')",
  );
  expect(Object.keys(matrix).sort()).toEqual(tables.map((table) => table.name).sort());
});

const actions = ['select', 'insert', 'update', 'delete'] as const;

test.each(Object.keys(matrix))(
  '%s: everybody may do what the matrix says, and nothing else',
  async (table) => {
    const expectation = matrix[table] as Expectation;
    const rows = await keys(database.owner, `select * from public.${table}`);
    expect(rows.length, 'rows to try with').toBeGreaterThan(0);
    const shown =
      expectation.shown &&
      (await keys(database.owner, `select * from public.${table} where ${expectation.shown}`));
    const shownPart =
      expectation.shown === undefined || expectation.part === undefined
        ? undefined
        : await keys(
            database.owner,
            `select ${expectation.part} from public.${table} where ${expectation.shown}`,
          );

    const seen: Record<string, string> = {};
    for (const action of actions) {
      const words: string[] = [];
      for (const person of people) {
        const touched = await attempt(person, statement(table, action, expectation.inserts));
        const own = person === 'anon' ? '' : userIds[person];
        const partly =
          touched === null && action === 'select' && expectation.part
            ? await attempt(person, `select ${expectation.part} from public.${table}`)
            : null;
        if (partly && partly.join() === shownPart?.join()) words.push('part-shown');
        else if (partly?.length === rows.length) words.push('part');
        else words.push(describe(touched, { action, rows, shown, own }));
      }
      seen[action] = words.join(' ');
    }

    const wanted = Object.fromEntries(
      actions.map((action) => [action, expectation[action].split(/\s+/).join(' ')]),
    );
    expect(seen, people.join(' ')).toEqual(wanted);
  },
);

test('negative control: a policy that lets everybody read is seen', async () => {
  await database.owner.unsafe(`
    grant select on public.sign_ups to anon;
    create policy "An open door" on public.sign_ups for select to anon using (true)`);
  try {
    expect(await attempt('anon', statement('sign_ups', 'select'))).toHaveLength(1);
  } finally {
    await database.owner.unsafe(
      'drop policy "An open door" on public.sign_ups; revoke select on public.sign_ups from anon',
    );
  }
});

test('the columns that may be listed are all there are but the sealed ones, what is personal and what finds a person', async () => {
  const open = async (table: string) => {
    const columns = await database.owner.unsafe<{ name: string }[]>(
      `select attname as name from pg_attribute where attrelid = 'public.${table}'::regclass and attnum > 0
        and not attisdropped and not has_column_privilege('authenticated', attrelid, attnum, 'select') order by attname`,
    );
    return columns.map((column) => column.name);
  };
  expect(await open('sign_ups')).toEqual(['contact_key', 'idempotency_key', 'reply', 'sealed', 'transition']);
  expect(await open('rsvps')).toEqual([
    ...[
      'access_needs',
      'answers',
      'conduct_version',
      'contact',
      'email',
      'food',
      'idempotency_key',
      'name',
      'phone',
    ],
  ]);
  expect(await open('event_log')).toEqual(['reason']);
  expect(await open('meeting_reports')).toEqual(['contact', 'submission_key']);
  expect(await open('consents')).toEqual(expect.arrayContaining(['patient_name', 'recipient', 'signature']));
});

function statement(table: string, action: (typeof actions)[number], inserts = 'default values'): string {
  const name = `public.${table}`;
  if (action === 'select') return `select * from ${name}`;
  if (action === 'insert') return `insert into ${name} ${inserts}`;
  if (action === 'delete') return `delete from ${name}`;
  return `update ${name} set ${firstColumn[table] ?? 'id = id'}`;
}

/** A change that changes nothing, where a table has no column named id. */
const firstColumn: Record<string, string> = {
  staff: 'active = active',
  rate_limits: 'hits = hits',
  event_private_details: 'address = address',
  event_counts: 'seats = seats',
  event_log: 'action = action',
  rsvp_sessions: 'place_id = place_id',
  meeting_edits: 'edited_at = edited_at',
  meeting_reports: 'status = status',
  consent_texts: 'body = body',
  audit_log: 'action = action',
  gone_addresses: 'slug = slug',
  resource_versions: 'what = what',
  purge_log: 'count = count',
  task_runs: 'done_at = done_at',
};

/** Runs one statement as a person and takes it back. Null: the right or the policy's check refused it. */
async function attempt(person: Person, sql: string): Promise<string[] | null> {
  const role = person === 'anon' ? 'anon' : 'authenticated';
  const claims = person === 'anon' ? { role } : { role, sub: userIds[person] };
  const client = database.owner;
  await client.unsafe('begin');
  try {
    await client.unsafe(`
      set local role ${role};
      select set_config('request.jwt.claims', '${JSON.stringify(claims)}', true),
             set_config('request.jwt.claim.sub', '${claims.sub ?? ''}', true),
             set_config('request.jwt.claim.role', '${role}', true)`);
    if (sql.startsWith('select')) return await keys(client, sql);
    const { count } = await client.unsafe(sql);
    return Array<string>(count).fill('touched');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501') return null;
    // another row refers to it: nothing but that row kept it from being deleted
    if (code === '23503') return ['touched', 'kept by a reference'];
    throw error;
  } finally {
    await client.unsafe('rollback');
  }
}

/** Every row as text, sorted, to compare what two people see. */
async function keys(client: Client, sql: string): Promise<string[]> {
  const found = await client.unsafe<{ row: string }[]>(
    `select to_jsonb(found)::text as row from (${sql}) as found order by 1`,
  );
  return found.map(({ row }) => row);
}

function describe(
  touched: string[] | null,
  context: { action: string; rows: string[]; shown: string[] | string | undefined; own: string },
): string {
  if (touched === null) return 'x';
  if (touched.length === 0) return '0';
  if (context.action === 'insert') return 'all';
  if (touched.includes('kept by a reference') || touched.length === context.rows.length) return 'all';
  if (context.action !== 'select') return `${touched.length} of ${context.rows.length}`;
  if (Array.isArray(context.shown) && touched.join() === context.shown.join()) return 'shown';
  if (touched.length === 1 && touched[0]?.includes(context.own)) return 'own';
  return `${touched.length} of ${context.rows.length}`;
}
