import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addStaff,
  asStaff,
  cohortFields,
  sealedText,
  signUp,
  staff,
  type StaffPerson,
} from '../support/cohorts.ts';
import { call, sqlState, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';

/** Nobody of the staff reads what is about a person without a line in the record, by any grant there is. */

/** Planted in everything that is about a person; phone numbers are their own mark. */
const mark = 'SEALEDMARK';
const phone = '+13035550177';
const marked = /sealedmark|3035550177/iu;
const sealedName = `${mark.padEnd(60, 'a')}..${'b'.repeat(16)}.${'c'.repeat(40)}.${'d'.repeat(22)}`;
const consent = '90000000-0000-4000-8000-000000000001';
const note = '90000000-0000-4000-8000-000000000002';
const event = '90000000-0000-4000-8000-000000000003';
const guest = '90000000-0000-4000-8000-000000000004';
const byPhone = '90000000-0000-4000-8000-000000000005';
const report = '90000000-0000-4000-8000-000000000006';
const mail = '90000000-0000-4000-8000-000000000007';
const pool = '90000000-0000-4000-8000-000000000008';

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;
let request: string;
beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  owner = database.owner;
  await addStaff(owner);
  await plantGuests();
  request = (await signUp(owner, mark, null, { kind: 'mentor' })).signUp;
  await owner.unsafe(
    `insert into public.sign_up_notes (id, sign_up_id, sealed, key_id) values ('${note}', $1, $2, 'key-1')`,
    [request, sealedText(mark)],
  );
  await owner.unsafe('update public.sign_ups set reply = sealed');
  await owner.unsafe(`
    insert into public.consent_texts (version, scope, language, body, body_hash)
    select '2026-11', 'general', 'en', body, encode(sha256(convert_to(body, 'UTF8')), 'hex') from (values (repeat('word ', 50))) as text (body);
    insert into public.consents (
      id, sign_up_id, patient_name, discloser, information, recipient_kind, recipient, purpose, revocation,
      expires_on, signature, signed_at, signed_on, scope, text_version, language, text_hash, key_id
    )
    select '${consent}', '${request}', '${sealedName}', 'The program', '{dates}', 'family', '${sealedName}', 'support-at-home',
      'In writing, at any time, but for what was told before.', current_date + 90, '${sealedName}', now(), current_date,
      scope, version, language, body_hash, 'key-1' from public.consent_texts`);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

/** Two who come, one by mail and one by phone, one who waits for the same seats, and a report with a contact. */
async function plantGuests(): Promise<void> {
  await owner.unsafe(`
    insert into public.seat_pools (id, capacity) values ('${pool}', 6);
    insert into public.events (
      id, pool_id, slug, title, summary, kind, format, starts_at, ends_at, time_zone, rsvp_closes_at, status
    ) values (
      '${event}', '${pool}', 'supper', 'Supper', 'A table.', 'social', 'in-person', now() + interval '1 day',
      now() + interval '25 hours', 'America/Denver', now() + interval '1 day', 'published'
    );
    insert into public.places (id, pool_id, party_size, status)
    values ('${guest}', '${pool}', 2, 'held'), ('${byPhone}', '${pool}', 1, 'waiting');
    insert into public.rsvps (id, event_id, place_id, name, email, phone, access_needs, food, answers) values
      ('${guest}', '${event}', '${guest}', '${mark}', '${mark}@example.org', null, '${mark}', '${mark}', '{"a": "${mark}"}'),
      ('${byPhone}', '${event}', '${byPhone}', '${mark}', null, '${phone}', null, null, '{}');
    insert into public.event_log (event_id, rsvp_id, action, reason) values ('${event}', '${guest}', 'seated', '${mark}');
    insert into public.outbox (id, kind, rsvp_id, transition, status) values ('${mail}', 'rsvp-going', '${guest}', 7, 'failed');
    insert into public.meeting_reports (id, kind, name, contact, submission_key)
    values ('${report}', 'new', 'Porch light', '${mark}@example.org', '${mark}');
    insert into public.programs (slug, title, level, summary, week, status)
    values ('evening', 'Evening', 'iop-evening', 'Three evenings.', 'Nine hours', 'published')`);
}

const people = Object.keys(staff) as StaffPerson[];

interface Column {
  table_name: string;
  column_name: string;
}
const columns = () =>
  owner.unsafe<Column[]>(`
    select table_name::text, column_name::text from information_schema.columns
    where table_schema in ('public', 'private') order by 1, 2`);

/** The columns that hold a mark, as somebody may read them. */
async function markedColumns(read: (sql: string) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of await columns()) {
    const sql = `(select coalesce(string_agg(${column}::text, ' '), '') from public.${table})`;
    if (marked.test(String(await read(sql)))) found.push(`${table}.${column}`);
  }
  return found;
}

test('what is about a person stands in these columns', async () => {
  expect(await markedColumns((sql) => call(owner, sql))).toEqual([
    'consents.patient_name',
    'consents.recipient',
    'consents.signature',
    'event_log.reason',
    'meeting_reports.contact',
    'meeting_reports.submission_key',
    'rsvps.access_needs',
    'rsvps.answers',
    'rsvps.contact',
    'rsvps.email',
    'rsvps.food',
    'rsvps.name',
    'rsvps.phone',
    'sign_up_notes.sealed',
    'sign_ups.contact_key',
    'sign_ups.reply',
    'sign_ups.sealed',
  ]);
});

test.each(people)('%s reads none of them by any column of any table', async (person) => {
  const read = (sql: string) =>
    asStaff(owner, person, () => call(owner, sql)).catch((error: unknown) => {
      expect((error as { code?: string }).code).toBe('42501');
      return '';
    });
  expect(await markedColumns(read)).toEqual([]);
});

/** [call, the line it writes when it hands out what is about a person, who may] */
type Passing = [call: string, line: string | null, who: 'intake' | 'events'];
const who = {
  intake: ['clinician', 'admin'],
  events: ['coordinator', 'admin'],
} as const satisfies Record<Passing[2], readonly StaffPerson[]>;

const cohort = JSON.stringify({ ...cohortFields('birch', 5) });
/** Every function that a signed-in person may call and that sees these tables past their policies. */
const passing: Record<string, Passing | Passing[]> = {
  'private.accept_asked': [`private.accept_asked('${guest}')`, null, 'events'],
  'private.add_event': [
    `private.add_event(jsonb_build_object('slug', 'walk', 'title', 'Walk', 'summary', 'A walk.', 'kind', 'social', 'format',
      'in-person', 'startsAt', now() + interval '1 day', 'endsAt', now() + interval '2 days', 'timeZone', 'America/Denver',
      'rsvpClosesAt', now() + interval '1 day'), '{}')`,
    null,
    'events',
  ],
  'private.assign_sign_up': ['private.assign_sign_up(:request, null, null)', null, 'intake'],
  'private.call_off_event': [`private.call_off_event('${event}', 'Snow.')`, null, 'events'],
  'private.change_event': [
    `private.change_event('${event}', '{"placeName": "Barn"}', null, true)`,
    null,
    'events',
  ],
  'private.check_in': [`private.check_in('${guest}', 1, now(), 0)`, null, 'events'],
  'private.decline_sign_up': ["private.decline_sign_up(:request, null, '{}')", null, 'intake'],
  'private.event_access_needs': [
    `(select jsonb_agg(needs) from private.event_access_needs(array['${event}'::uuid]) needs)`,
    null,
    'events',
  ],
  'private.hold_seat': ["private.hold_seat(:request, 'none')", null, 'intake'],
  'private.intake_people': ['private.intake_people()', null, 'intake'],
  'private.note_sign_up': [
    `private.note_sign_up(:request, '${note}', '${sealedName}', 'key-1')`,
    null,
    'intake',
  ],
  'private.open_consent': [`private.open_consent('${consent}')`, `consent-read consent ${consent}`, 'intake'],
  'private.open_guest': [
    [`private.open_guest('${event}', '${guest}')`, `read guest ${guest} ${event}`, 'events'],
    [`private.open_guest('${event}', '${byPhone}')`, `read guest ${byPhone} ${event}`, 'events'],
    [`private.open_guest('${consent}', '${guest}')`, null, 'events'],
  ],
  'private.open_guests': [
    [`private.open_guests('${event}', 'list')`, `list event ${event} 2`, 'events'],
    [`private.open_guests('${event}', 'export')`, `export event ${event} 2`, 'events'],
    [`private.open_guests('${event}', 'call')`, `list event ${event} to-call`, 'events'],
    [`private.open_guests('${event}', 'door')`, `door event ${event} 2`, 'events'],
    [`private.open_guests('${consent}', 'list')`, null, 'events'],
  ],
  'private.open_report': [`private.open_report('${report}')`, `read report ${report}`, 'events'],
  'private.open_sign_up': [
    ["private.open_sign_up(:request, 'read', null)", 'read sign-up :request', 'intake'],
    ["private.open_sign_up(:request, 'export', 'law')", 'export sign-up :request law', 'intake'],
  ],
  'private.reached_by_mail': [
    `(select jsonb_agg(reached) from private.reached_by_mail(array['${event}'::uuid]) reached)`,
    null,
    'events',
  ],
  'private.remove_guest': [`private.remove_guest('${guest}', 'x')`, null, 'events'],
  'private.retry_mail': [`private.retry_mail('${mail}')`, null, 'events'],
  'private.revoke_consent': [`private.revoke_consent('${consent}')`, null, 'intake'],
  'private.save_cohort': [`private.save_cohort(null, '${cohort}')`, null, 'events'],
  'private.save_event_sessions': [`private.save_event_sessions('${event}', '[]')`, null, 'events'],
  'private.seat_by_hand': [`private.seat_by_hand('${byPhone}', 'x')`, null, 'events'],
  'private.set_event_capacity': [`private.set_event_capacity('${event}', 9, false, '{}')`, null, 'events'],
  'private.set_sign_up_status': ["private.set_sign_up_status(:request, 'contacted', null)", null, 'intake'],
  'private.settle_mail': [`private.settle_mail('${mail}', true)`, null, 'events'],
  'private.show_affected': [
    [
      `(select jsonb_agg(affected) from private.show_affected('${event}', 1, false) affected)`,
      `list event ${event} seats`,
      'events',
    ],
    [
      `(select coalesce(jsonb_agg(affected), '[]') from private.show_affected('${event}', 6, false) affected)`,
      null,
      'events',
    ],
  ],
  'private.walk_in': [`private.walk_in('${event}', '${note}', 'Dee', 1, now())`, null, 'events'],
  'private.write_to_guests': [
    `private.write_to_guests('${event}', 'everybody', 'Hello.', '${note}')`,
    null,
    'events',
  ],
};

interface Reaching {
  name: string;
  source: string;
  /** Passes row level security, and may be called by who is signed in. */
  passes: boolean;
}
const functions = () =>
  owner.unsafe<Reaching[]>(`
    select pronamespace::regnamespace || '.' || proname as name, prosrc as source,
      prosecdef and has_function_privilege('authenticated', oid, 'execute') as passes
    from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)`);

/** Those that see these tables, themselves or by a function they call. */
function reaching(all: Reaching[], tables: RegExp): Set<string> {
  const found = new Set(all.filter(({ source }) => tables.test(source)).map(({ name }) => name));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { name, source } of all) {
      if ([...found].some((inner) => source.includes(`${inner}(`))) found.add(name);
    }
  }
  return found;
}

test('the functions that pass the policies of these tables are the ones tried below', async () => {
  const all = await functions();
  const reach = reaching(all, /sign_ups|sign_up_notes|public\.consents|rsvps|event_log|meeting_reports/);
  const found = all.filter(({ name, passes }) => passes && reach.has(name)).map(({ name }) => name);
  expect(found.sort()).toEqual(Object.keys(passing).sort());
});

/** Calls a function as somebody, and takes it all back. */
async function tried(person: StaffPerson, sql: string): Promise<{ answer: string; lines: string[] }> {
  const undone = new Error('undone');
  let seen = { answer: '', lines: [] as string[] };
  const before = await call<number>(owner, '(select coalesce(max(id), 0)::integer from public.audit_log)');
  await asStaff(owner, person, async () => {
    const answer = await call(owner, sql.replaceAll(':request', `'${request}'`));
    await owner.unsafe('reset role');
    const lines = await owner.unsafe<{ line: string; staff_id: string }[]>(
      `select concat_ws(' ', action, subject, subject_id, detail) as line, staff_id from public.audit_log
       where id > $1 order by id`,
      [before],
    );
    for (const { staff_id } of lines) expect(staff_id).toBe(staff[person]);
    seen = { answer: JSON.stringify(answer), lines: lines.map(({ line }) => line) };
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return seen;
}

const calls = Object.entries(passing).flatMap(([name, lines]) =>
  (Array.isArray(lines[0]) ? (lines as Passing[]) : [lines as Passing]).map((one) => [name, ...one] as const),
);

test.each(calls)('%s hands out what is about a person only with a line: %s', async (_, sql, line, roles) => {
  for (const person of who[roles]) {
    const { answer, lines } = await tried(person, sql);
    expect(marked.test(answer)).toBe(line !== null);
    if (line !== null) expect(lines).toEqual([line.replace(':request', request)]);
  }
  const counts = /private\.reached_by_mail/.test(sql);
  for (const person of people.filter(
    (one) => one !== 'second' && !(who[roles] as readonly string[]).includes(one),
  )) {
    // a figure is nothing for others, and no refusal: pages of everybody ask for it
    if (counts) expect(await tried(person, sql)).toEqual({ answer: 'null', lines: [] });
    else expect(await sqlState(tried(person, sql))).toBe('42501');
  }
});

test('the door says once in a quarter of an hour and for each person that it was opened', async () => {
  const open = (person: StaffPerson) =>
    asStaff(owner, person, () => call(owner, `public.open_guests('${event}', 'door') -> 'guests' -> 0`));
  const doors = () =>
    call<number>(owner, "(select count(*)::integer from public.audit_log where action = 'door')");
  const before = await doors();
  const shown = await open('coordinator');
  expect(shown).toMatchObject({
    name: mark,
    email: null,
    phone: null,
    access_needs: null,
    food: null,
    answers: {},
  });
  for (let sync = 0; sync < 3; sync++) await open('coordinator');
  expect((await doors()) - before).toBe(1);
  await open('admin');
  expect((await doors()) - before).toBe(2);
  // a line of a while ago does not count; only the owner of the test can set it back, with the triggers off
  await owner.unsafe(`
    set session_replication_role = replica;
    update public.audit_log set at = at - interval '16 minutes' where action = 'door';
    set session_replication_role = origin`);
  await open('coordinator');
  expect((await doors()) - before).toBe(3);
});

test('what staff change of a guest or of a report is a line, with why left where it was written', async () => {
  const lines = async (sql: string) => (await tried('coordinator', sql)).lines;
  expect(await lines(`private.remove_guest('${guest}', '${mark}')`)).toEqual([
    `removed guest ${guest} ${event}`,
  ]);
  expect(await lines(`private.seat_by_hand('${byPhone}', '${mark}')`)).toEqual([
    `seated guest ${byPhone} ${event}`,
  ]);
  expect(await lines(`private.check_in('${guest}', 2, now(), 0)`)).toEqual([
    `arrived guest ${guest} ${event}`,
  ]);
  expect(await lines(`private.walk_in('${event}', '${note}', '${mark}', 1, now())`)).toEqual([
    `walked-in guest ${note} ${event}`,
  ]);
  expect(await lines(`private.write_to_guests('${event}', 'going', '${mark}', '${note}')`)).toEqual([
    `wrote event ${event}`,
  ]);
  expect(await lines(`public.decline_meeting_report('${report}')`)).toEqual([`declined report ${report}`]);
});

test('an export is written down as one', async () => {
  await asStaff(owner, 'clinician', () => call(owner, "public.open_sign_up($1, 'export')", [request]));
  expect(await call(owner, '(select action from public.audit_log order by id desc limit 1)')).toBe('export');
  await asStaff(owner, 'coordinator', () => call(owner, 'public.export_record()'));
  expect(
    await call(owner, "(select action || ' ' || subject from public.audit_log order by id desc limit 1)"),
  ).toBe('export everything');
});

test('a line is changed or taken away by nobody: no role, not the service, not the owner', async () => {
  const statements = [
    "update public.audit_log set detail = 'x'",
    'delete from public.audit_log',
    'truncate public.audit_log',
  ];
  const adds = `insert into public.audit_log (action, subject, subject_id) values ('read', 'sign-up', '${request}')`;
  for (const statement of [...statements, adds]) {
    for (const person of people) {
      expect(await sqlState(asStaff(owner, person, () => owner.unsafe(statement)))).toBe('42501');
    }
  }
  const [service] = (await database.clients(1)) as [Client];
  for (const statement of statements) expect(await sqlState(service.unsafe(statement))).toBe('42501');
  // the owner has every right, and is held by the triggers all the same
  for (const statement of statements) expect(await sqlState(owner.unsafe(statement))).toBe('42501');
});

test('negative control: without its trigger the owner could rewrite a line', async () => {
  await using other = await postgres.freshDatabase();
  await other.owner.unsafe("insert into public.audit_log (action, subject) values ('read', 'settings')");
  await other.owner.unsafe('drop trigger audit_log_is_only_added_to on public.audit_log');
  expect(await sqlState(other.owner.unsafe("update public.audit_log set detail = 'x'"))).toBeNull();
});

test('who is turned off stays in the record with their name, and reads it no more', async () => {
  await using other = await postgres.freshDatabase();
  await addStaff(other.owner);
  const { signUp: id } = await signUp(other.owner, 'ana', null, { kind: 'mentor' });
  await asStaff(other.owner, 'clinician', () => call(other.owner, 'public.open_sign_up($1)', [id]));
  await asStaff(other.owner, 'admin', () =>
    call(other.owner, 'public.change_staff($1, p_active => false)', [staff.clinician]),
  );
  const names = (person: StaffPerson) =>
    asStaff(other.owner, person, () =>
      call(
        other.owner,
        "(select coalesce(string_agg(staff_name, ',' order by id), '') from public.audit_log)",
      ),
    );
  expect(await names('admin')).toBe('clinician,admin');
  expect(await names('clinician')).toBe('');
  expect(await asStaff(other.owner, 'admin', () => call(other.owner, 'public.record_people()'))).toEqual([
    { id: staff.admin, name: 'admin' },
    { id: staff.clinician, name: 'clinician' },
  ]);
});

test('each sees of the record what is about their part of the work, also when they take it away', async () => {
  await using other = await postgres.freshDatabase();
  await addStaff(other.owner);
  const subjects = [
    'sign-up',
    'consent',
    'event',
    'guest',
    'report',
    'resource',
    'meeting',
    'staff',
    'settings',
    'everything',
  ];
  await other.owner.unsafe(
    `insert into public.audit_log (action, subject) values ${subjects.map((one) => `('read', '${one}')`).join(', ')}`,
  );
  const seen = (person: StaffPerson) =>
    asStaff(other.owner, person, () =>
      call<string[]>(
        other.owner,
        "(select coalesce(jsonb_agg(subject order by id), '[]') from public.audit_log)",
      ),
    );
  const taken = async (person: StaffPerson) =>
    (
      await asStaff(other.owner, person, () =>
        call<{ subject: string }[]>(other.owner, 'public.export_record()'),
      )
    )
      .map(({ subject }) => subject)
      .reverse();
  const expected = {
    editor: [],
    coordinator: ['event', 'guest', 'report', 'meeting'],
    clinician: ['sign-up', 'consent'],
    admin: subjects,
  };
  for (const [person, mine] of Object.entries(expected))
    expect(await seen(person as StaffPerson)).toEqual(mine);
  expect(await taken('coordinator')).toEqual(expected.coordinator);
  expect(await taken('clinician')).toEqual(expected.clinician);
  expect((await taken('admin')).filter((one) => one === 'everything')).toHaveLength(4);
  expect(await sqlState(taken('editor'))).toBe('42501');
});

test('the lines stay when the request and the person on the staff are gone', async () => {
  await using other = await postgres.freshDatabase();
  await addStaff(other.owner);
  const { signUp: id } = await signUp(other.owner, 'ana', null, { kind: 'mentor' });
  await asStaff(other.owner, 'clinician', () => call(other.owner, 'public.open_sign_up($1)', [id]));
  await call(other.owner, 'public.forget_sign_up($1)', [id]);
  await other.owner.unsafe('delete from auth.users where id = $1', [staff.clinician]);
  expect([
    ...(await other.owner.unsafe('select staff_id, staff_name, action from public.audit_log')),
  ]).toEqual([{ staff_id: staff.clinician, staff_name: 'clinician', action: 'read' }]);
});

test('negative control: a grant on one such column is seen', async () => {
  await owner.unsafe('update public.sign_ups set reply = sealed');
  await owner.unsafe(
    'grant select (reply) on public.sign_ups to authenticated; grant select (food) on public.rsvps to authenticated',
  );
  const read = (person: StaffPerson) => (sql: string) =>
    asStaff(owner, person, () => call(owner, sql)).catch(() => '');
  expect(await markedColumns(read('clinician'))).toEqual(['sign_ups.reply']);
  expect(await markedColumns(read('coordinator'))).toEqual(['rsvps.food']);
  await owner.unsafe(
    'revoke select (reply) on public.sign_ups from authenticated; revoke select (food) on public.rsvps from authenticated',
  );
});
