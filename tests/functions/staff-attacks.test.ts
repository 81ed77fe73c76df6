import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicDatabase, type OnwardDatabase } from '#platform/database.ts';
import { sealedText } from '../support/cohorts.ts';
import { startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
import { signedInClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/**
 * What somebody tries who is signed in and is not content with the pages, or holds nothing but the site's
 * publishable key: every function and table of the API with everybody's ids, on a real PostgreSQL, where grants of
 * columns count. A new function or table fails here until it has its line.
 */

const roles = ['editor', 'coordinator', 'clinician', 'admin'] as const;
const people = ['anon', 'stranger', 'turnedOff', ...roles] as const;
type Person = (typeof people)[number];

/** Planted in everything that is not for the public. */
const secret = 'PLANTEDSECRET';
const marked = /plantedsecret|3035550177/iu;
const sealed = sealedText(secret);
const sealedName = `${secret.padEnd(60, 'a')}..${'b'.repeat(16)}.${'c'.repeat(40)}.${'d'.repeat(22)}`;

const id = {
  pool: randomUUID(),
  event: randomUUID(),
  sketch: randomUUID(),
  guest: randomUUID(),
  waiting: randomUUID(),
  mail: randomUUID(),
  report: randomUUID(),
  meeting: randomUUID(),
  source: randomUUID(),
  upload: randomUUID(),
  signUp: randomUUID(),
  note: randomUUID(),
  consent: randomUUID(),
  resource: randomUUID(),
  draft: randomUUID(),
  attachment: randomUUID(),
  invitation: randomUUID(),
  message: randomUUID(),
};

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let fresh: FreshDatabase;
let stack: TestStack;
let owner: Client;
const as = {} as Record<Person, OnwardDatabase>;
const userIds = {} as Record<Exclude<Person, 'anon'>, string>;

beforeAll(async () => {
  postgres = await startRealPostgres();
  fresh = await postgres.freshDatabase();
  owner = fresh.owner;
  const grants = await owner.unsafe<{ oid: number; acl: string }[]>(
    "select oid::integer as oid, relacl::text as acl from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  stack = await startTestStack({ over: fresh });
  as.anon = publicDatabase();
  for (const person of people.slice(1) as Exclude<Person, 'anon'>[]) {
    userIds[person] = randomUUID();
    const email = `${person.toLowerCase()}@${secret.toLowerCase()}.example`;
    await owner.unsafe(
      `insert into auth.users (id, email, email_confirmed_at, aud, role) values ($1, $2, now(), 'authenticated', 'authenticated')`,
      [userIds[person], email],
    );
    if (person !== 'stranger') {
      await owner.unsafe(
        'insert into public.staff (user_id, email, display_name, role) values ($1, $2, $3, $4)',
        [userIds[person], email, person, person === 'turnedOff' ? 'admin' : person],
      );
    }
    as[person] = await signedInClient(stack, email);
  }
  await owner.unsafe('update public.staff set active = false where user_id = $1', [userIds.turnedOff]);
  await plant();
  // with the first request @supabase/lite grants every table to every role, which a hosted database does before
  // the first migration and never after: from here on the grants are again what the migrations made them
  await as.anon.from('events').select('id');
  for (const { oid, acl } of grants) {
    await owner.unsafe(`update pg_class set relacl = '${acl}' where oid = ${oid}`);
  }
});
afterAll(async () => {
  await stack.close();
  await fresh[Symbol.asyncDispose]();
  await postgres.close();
});

const words = (text: string) => ({
  ...{ title: text, summary: text, body: text, kind: 'guide', topics: ['work'], audience: 'everyone' },
  ...{ language: 'en', services: [], links: [], reviewBy: null },
});

/** One of everything, with the mark wherever it is not for everybody. */
async function plant(): Promise<void> {
  await owner.unsafe(`
    insert into public.seat_pools (id, capacity) values ('${id.pool}', 6), ('${id.sketch}', 6);
    insert into public.events (id, pool_id, slug, title, summary, kind, format, starts_at, ends_at, time_zone, rsvp_closes_at, status)
    values
      ('${id.event}', '${id.pool}', 'supper', 'Supper', 'A table.', 'social', 'in-person', now() + interval '1 day',
        now() + interval '25 hours', 'America/Denver', now() + interval '1 day', 'published'),
      ('${id.sketch}', '${id.sketch}', 'sketch', '${secret}', '${secret}', 'social', 'in-person', now() + interval '1 day',
        now() + interval '25 hours', 'America/Denver', now() + interval '1 day', 'draft');
    insert into public.event_private_details (event_id, address, join_url, arrival_notes)
    values ('${id.event}', '${secret}', 'https://example.org/${secret}', '${secret}');
    insert into public.places (id, pool_id, party_size, status)
    values ('${id.guest}', '${id.pool}', 2, 'held'), ('${id.waiting}', '${id.pool}', 1, 'waiting');
    insert into public.rsvps (id, event_id, place_id, name, email, phone, access_needs, food, answers) values
      ('${id.guest}', '${id.event}', '${id.guest}', '${secret}', '${secret}@example.org', null, '${secret}', '${secret}', '{"a": "${secret}"}'),
      ('${id.waiting}', '${id.event}', '${id.waiting}', '${secret}', null, '+13035550177', null, null, '{}');
    insert into public.event_log (event_id, rsvp_id, action, reason) values ('${id.event}', '${id.guest}', 'seated', '${secret}');
    insert into public.event_messages (id, event_id, audience, body, staff_name)
    values ('${id.message}', '${id.event}', 'going', '${secret}', '${secret}');
    insert into public.outbox (id, kind, rsvp_id, transition, status, last_error)
    values ('${id.mail}', 'rsvp-going', '${id.guest}', 7, 'failed', '${secret}');
    insert into public.meeting_sources (id, slug, name, fellowship, format, url, time_zone)
    values ('${id.source}', 'a-list', 'A list', 'aa', 'meeting-guide', 'https://example.org/?key=${secret}', 'America/Denver');
    insert into public.meeting_uploads (id, source_id, staff_id, content)
    values ('${id.upload}', '${id.source}', '${userIds.coordinator}', '${secret}');
    insert into public.meetings (id, slug, time_zone, name, fellowship, mode, status)
    values ('${id.meeting}', 'here', 'America/Denver', 'Here', 'aa', 'online', 'listed');
    insert into public.meeting_reports (id, kind, name, message, contact, submission_key)
    values ('${id.report}', 'new', '${secret}', '${secret}', '${secret}@example.org', '${secret}');
    insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key, asked_at)
    values ('${id.signUp}', 'AAAA-0001', 'mentor', 'email', '${sealed}', 'key-1', '${secret.padEnd(43, 'k')}', now());
    insert into public.sign_up_notes (id, sign_up_id, sealed, key_id) values ('${id.note}', '${id.signUp}', '${sealed}', 'key-1');
    insert into public.consent_texts (version, scope, language, body, body_hash)
    select '2026-11', 'general', 'en', body, encode(sha256(convert_to(body, 'UTF8')), 'hex') from (values (repeat('word ', 50))) as text (body);
    insert into public.consents (
      id, sign_up_id, patient_name, discloser, information, recipient_kind, recipient, purpose, revocation,
      expires_on, signature, signed_at, signed_on, scope, text_version, language, text_hash, key_id
    ) select '${id.consent}', '${id.signUp}', '${sealedName}', 'The program', '{dates}', 'family', '${sealedName}', 'support-at-home',
      'In writing, at any time, but for what was told before.', current_date + 90, '${sealedName}', now(), current_date,
      scope, version, language, body_hash, 'key-1' from public.consent_texts;
    insert into public.resources (id, slug, title, summary, body, topics, status, draft, published_at, author_name, review, review_note)
    values
      ('${id.resource}', 'rent', 'Rent', 'Help with rent.', 'Call.', '{housing}', 'published', '{"title": "${secret}"}', now(), '${secret}', 'sent-back', '${secret}'),
      ('${id.draft}', null, null, null, null, '{}', 'draft', '{"title": "${secret}"}', null, '${secret}', null, null);
    insert into public.resource_versions (resource_id, number, content, what, staff_name)
    values ('${id.resource}', 1, '{"title": "${secret}"}', 'saved', '${secret}');
    insert into public.attachments (id, resource_id, file_name, label, type, size, sha256, path, added_by_name)
    values ('${id.attachment}', '${id.draft}', 'a.pdf', '${secret}', 'application/pdf', 1, repeat('a', 64), '${id.draft}/${id.attachment}', '${secret}');
    insert into public.staff_invitations (id, email, display_name, role)
    values ('${id.invitation}', 'new@${secret.toLowerCase()}.example', '${secret}', 'admin');
    update public.site_settings set changed_by_name = '${secret}';
    update public.site_builds set failure = '${secret}';
    insert into public.audit_log (staff_name, action, subject, subject_id) values ('${secret}', 'read', 'sign-up', '${id.signUp}')`);
}

/** Everything there is, but for the record of who looked: two of these alike mean that nothing was changed. */
async function everything(): Promise<string> {
  const tables = await owner.unsafe<{ name: string }[]>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'rate_limits' order by 1",
  );
  const sums = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await owner.unsafe<{ sum: string }[]>(
        `select md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as sum from public.${name} row`,
      );
      return `${name} ${row?.sum}`;
    }),
  );
  return sums.join('\n');
}

type Parameters = Record<string, unknown>;
interface Line {
  with: Parameters;
  /** Whose work it is. */
  for: readonly Person[];
  /** For everybody else: refused outright, or an answer that says and does nothing. */
  otherwise?: 'nothing';
}
const keepers = ['coordinator', 'admin'] as const;
const answerers = ['clinician', 'admin'] as const;
const publishers = ['coordinator', 'clinician', 'admin'] as const;
const readers = publishers;
const admins = ['admin'] as const;
const [p_event, p_rsvp, p_sign_up, p_resource] = [id.event, id.guest, id.signUp, id.resource];

/** Every function of the API that somebody may call who is signed in. */
const functions: Record<string, Line> = {
  accept_asked: { with: { p_rsvp }, for: keepers },
  accept_meeting_report: { with: { p_report: id.report, p_change: {} }, for: keepers, otherwise: 'nothing' },
  add_attachment: { with: { p_attachment: { resourceId: id.draft, id: randomUUID() } }, for: roles },
  add_event: { with: { p_event: { slug: 'x', title: 'X' } }, for: keepers },
  affected_by_capacity: { with: { p_event, p_capacity: 1 }, for: keepers },
  archive_resource: { with: { p_resource, p_version: 1 }, for: publishers },
  assign_sign_up: { with: { p_sign_up, p_to: id.note }, for: answerers },
  begin_reading: { with: { p_source: id.source }, for: keepers },
  bring_in_meetings: { with: { p_source: id.source, p_rows: [] }, for: keepers },
  bulk_resources: {
    with: { p_ids: [id.resource], p_action: { do: 'archive', versions: { [id.resource]: 1 } } },
    for: publishers,
  },
  call_off_event: { with: { p_event }, for: keepers },
  change_event: { with: { p_event, p_fields: { title: 'Mine' } }, for: keepers },
  change_meetings: { with: { p_meetings: [id.meeting], p_do: 'unlist' }, for: keepers, otherwise: 'nothing' },
  change_staff: { with: { p_user: id.note, p_role: 'admin', p_active: true }, for: admins },
  check_in: { with: { p_rsvp, p_count: 1 }, for: keepers },
  create_resource: { with: { p_id: randomUUID(), p_draft: words('Mine') }, for: roles },
  decline_meeting_report: { with: { p_report: id.report }, for: keepers, otherwise: 'nothing' },
  decline_sign_up: { with: { p_sign_up }, for: answerers },
  drop_draft: { with: { p_resource: id.draft, p_version: 1, p_what: 'draft' }, for: roles },
  end_previews: { with: { p_resource: id.draft }, for: roles },
  end_reading: {
    with: { p_source: id.source, p_claimed_at: '2026-01-01T00:00:00Z', p_outcome: 'failed' },
    for: keepers,
  },
  end_sessions: { with: { p_user: id.note }, for: admins },
  event_access_needs: { with: { p_events: [id.event] }, for: keepers },
  event_figures: { with: { p_events: [id.event] }, for: keepers, otherwise: 'nothing' },
  export_record: { with: {}, for: readers },
  find_resources: { with: { p_words: secret }, for: roles, otherwise: 'nothing' },
  hold_seat: { with: { p_sign_up, p_cohort: 'none' }, for: answerers },
  intake_people: { with: {}, for: answerers },
  invite_staff: {
    with: { p_id: randomUUID(), p_email: 'me@example.org', p_name: 'Me', p_role: 'admin' },
    for: admins,
  },
  late_work: { with: {}, for: people },
  meeting_conflicts: { with: {}, for: keepers, otherwise: 'nothing' },
  meeting_list_version: { with: {}, for: people },
  note_sign_up: {
    with: { p_sign_up, p_note: id.message, p_sealed: sealedName, p_key_id: 'key-1' },
    for: answerers,
  },
  open_consent: { with: { p_consent: id.consent }, for: answerers },
  open_guest: { with: { p_event, p_rsvp }, for: keepers },
  open_guests: { with: { p_event, p_what: 'list' }, for: keepers },
  open_report: { with: { p_report: id.report }, for: keepers },
  open_series_date: {
    with: { p_like: id.event, p_slug: 'x', p_on: '2027-01-01', p_starts_at: '2027-01-01T12:00:00Z' },
    for: keepers,
  },
  open_sign_up: { with: { p_sign_up }, for: answerers },
  publish_resource: { with: { p_resource: id.draft, p_version: 1, p_slug: 'mine' }, for: publishers },
  record_lines: { with: {}, for: readers, otherwise: 'nothing' },
  record_people: { with: {}, for: readers },
  remove_attachment: { with: { p_attachment: id.attachment }, for: roles },
  remove_guest: { with: { p_rsvp }, for: keepers },
  reopen_resource: { with: { p_resource, p_version: 1 }, for: roles },
  restore_resource: { with: { p_resource, p_version: 1, p_number: 1 }, for: roles },
  retry_mail: { with: { p_mail: id.mail }, for: keepers },
  review_resource: { with: { p_resource, p_version: 1, p_review: 'asked' }, for: roles },
  revoke_consent: { with: { p_consent: id.consent }, for: answerers },
  save_cohort: { with: { p_cohort: { slug: 'x' } }, for: keepers },
  save_event_sessions: { with: { p_event, p_sessions: [] }, for: keepers },
  save_resource: { with: { p_resource, p_draft: words('Mine'), p_version: 1 }, for: roles },
  save_settings: { with: { p_settings: {}, p_version: 1 }, for: admins },
  seat_by_hand: { with: { p_rsvp: id.waiting, p_reason: 'x' }, for: keepers },
  set_event_capacity: { with: { p_event, p_capacity: 1 }, for: keepers },
  set_sign_up_status: { with: { p_sign_up, p_status: 'contacted' }, for: answerers },
  settle_mail: { with: { p_mail: id.mail, p_again: true }, for: keepers },
  settle_meeting_conflict: {
    with: { p_meeting: id.meeting, p_field: 'name', p_take_feed: true },
    for: keepers,
    otherwise: 'nothing',
  },
  show_attachment: { with: { p_attachment: id.attachment }, for: publishers },
  staff_session: { with: {}, for: people.slice(1), otherwise: 'nothing' },
  undo_meetings: {
    with: { p_were: [{ id: id.meeting, status: 'gone', updatedAt: '2026-01-01T00:00:00Z' }] },
    for: keepers,
    otherwise: 'nothing',
  },
  walk_in: { with: { p_event, p_rsvp: id.message, p_name: 'X' }, for: keepers },
  withdraw_invitation: { with: { p_id: id.invitation }, for: admins },
  write_to_guests: { with: { p_event, p_audience: 'everybody', p_body: 'X' }, for: keepers },
};
/** Functions that a visitor may call too. */
const forVisitors = ['find_resources', 'late_work', 'meeting_list_version'];

type Answer = { data: unknown; error: { code?: string } | null };
const ask = async (person: Person, name: string, parameters: Parameters) =>
  (await as[person].rpc(name as 'staff_session', parameters as never)) as Answer;

test('every function of the API that can be called has its line', async () => {
  const found = await owner.unsafe<{ name: string }[]>(`
    select distinct proname::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', oid, 'execute') order by 1`);
  expect(found.map(({ name }) => name)).toEqual(Object.keys(functions).sort());
});

test('with everybody’s ids nobody does through a function what is not theirs, and nothing is changed by trying', async () => {
  const before = await everything();
  const wrong: string[] = [];
  for (const [name, line] of Object.entries(functions)) {
    for (const person of people.filter((one) => !line.for.includes(one))) {
      const { data, error } = await ask(person, name, line.with);
      const mayBeQuiet = line.otherwise === 'nothing' && (person !== 'anon' || forVisitors.includes(name));
      const fine = mayBeQuiet
        ? error === null || error.code === '42501' || /^(23|22|P0)/.test(error.code ?? '')
        : error?.code === '42501';
      if (!fine || marked.test(JSON.stringify(data ?? '')))
        wrong.push(`${person} ${name}: ${error?.code} ${JSON.stringify(data)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await everything()).toBe(before);
}, 120_000);

test('negative control: whose work it is gets through to the same functions', async () => {
  const opened: [Person, string, Parameters][] = [
    ['coordinator', 'open_guests', { p_event, p_what: 'list' }],
    ['clinician', 'open_sign_up', { p_sign_up }],
    ['coordinator', 'open_report', { p_report: id.report }],
  ];
  for (const [person, name, parameters] of opened) {
    const { data, error } = await ask(person, name, parameters);
    expect(error).toBeNull();
    expect(JSON.stringify(data)).toMatch(marked);
  }
});

test('negative control: nobody is refused, for want of a right, what is their work', async () => {
  const refused: string[] = [];
  let tried = 0;
  for (const [name, line] of Object.entries(functions))
    for (const person of roles.filter((one) => line.for.includes(one))) {
      tried += 1;
      await callAs(person, name, line.with, 'rollback').catch((error: { code?: string; message: string }) => {
        if (error.code === '42501') refused.push(`${person} ${name}: ${error.message}`);
      });
    }
  expect(tried).toBeGreaterThan(120);
  expect(refused).toEqual([]);
}, 120_000);

test('a guest of one event is not opened as one of another, and no look is written down that was none', async () => {
  const looks = async () => (await owner.unsafe('select from public.audit_log')).length;
  const before = await looks();
  expect(await callAs('coordinator', 'open_guest', { p_event: id.sketch, p_rsvp })).toBeNull();
  expect(await looks()).toBe(before);
  expect(JSON.stringify(await callAs('coordinator', 'open_guest', { p_event, p_rsvp }))).toMatch(marked);
  expect(await looks(), 'control: as one of its own').toBe(before + 1);
});

describe('With the publishable key alone', () => {
  /** What a visitor reads, by table: what the public site shows and nothing of who works on it. */
  const shown: Record<string, string> = {
    attachments: 'file_name height id label path resource_id sha256 size sort type width',
    cohorts: 'all',
    event_series: 'all',
    event_sessions: 'all',
    events: 'all',
    gone_addresses: 'all',
    meeting_exceptions: 'all',
    meeting_sources: 'fellowship id join_after_press last_imported_at name slug updated_at',
    meetings: 'all',
    programs: 'all',
    resources:
      'audience body expires_at id kind language links pair_id published_at review_by search services slug status summary title topics updated_at',
    seat_pools: 'all',
    site_settings:
      'closed_days id notice_en notice_es notice_link notice_until phone_hours_en phone_hours_es updated_at',
  };

  test('these columns can be read, and nothing that is planted stands in them', async () => {
    const columns = await owner.unsafe<{ table_name: string; names: string[] }[]>(`
      select table_name::text, jsonb_agg(column_name::text order by column_name::text) as names
      from information_schema.columns where table_schema = 'public' group by 1 order by 1`);
    const readable: Record<string, string> = {};
    for (const { table_name: table, names } of columns) {
      const open: string[] = [];
      for (const name of names) {
        const { data, error } = (await as.anon.from(table as 'events').select(name)) as Answer;
        if (error) expect(error.code).toBe('42501');
        else open.push(name);
        expect(JSON.stringify(data ?? ''), `${table}.${name}`).not.toMatch(marked);
      }
      if (open.length > 0) readable[table] = open.length === names.length ? 'all' : open.join(' ');
    }
    expect(readable).toEqual(shown);
  }, 120_000);

  test('these functions answer, and say nothing that is planted', async () => {
    const all = await owner.unsafe<{ name: string }[]>(
      "select distinct proname::text as name from pg_proc where pronamespace = 'public'::regnamespace order by 1",
    );
    const answering: string[] = [];
    for (const { name } of all) {
      const { data, error } = await ask('anon', name, functions[name]?.with ?? {});
      if (error === null) answering.push(name);
      expect(JSON.stringify(data ?? ''), name).not.toMatch(marked);
    }
    expect(answering).toEqual(forVisitors);
  }, 120_000);

  test('no row of any table is added, changed or deleted', async () => {
    const before = await everything();
    const tables = await owner.unsafe<{ name: string }[]>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    for (const { name } of tables) {
      const table = as.anon.from(name as 'events');
      const column = name === 'staff' ? 'user_id' : 'id';
      for (const answer of [
        await table.insert({ [column]: randomUUID() } as never),
        await table.delete().neq(column as 'id', randomUUID()),
      ]) {
        expect(answer.error, name).not.toBeNull();
      }
    }
    expect(await everything()).toBe(before);
  }, 120_000);
});

/**
 * Calls a function as somebody with a session, past the REST interface: @supabase/lite hands JSON to a real
 * PostgreSQL as one string, in which no key is found.
 */
async function callAs(
  person: Exclude<Person, 'anon'>,
  name: string,
  parameters: Parameters,
  end: 'commit' | 'rollback' = 'commit',
): Promise<unknown> {
  const sub = userIds[person];
  const given = Object.entries(parameters).map(([one, value], at) =>
    typeof value === 'object' ? `${one} => ($${at + 1}::text)::jsonb` : `${one} => $${at + 1}`,
  );
  const values = Object.values(parameters).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : (value as string | number),
  );
  await owner.unsafe('begin');
  try {
    await owner.unsafe(
      "select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true)",
      [JSON.stringify({ role: 'authenticated', sub }), sub],
    );
    await owner.unsafe('set local role authenticated');
    const [row] = await owner.unsafe(`select public.${name}(${given.join(', ')}) as answer`, values);
    await owner.unsafe(end);
    return row?.['answer'];
  } catch (error) {
    await owner.unsafe('rollback');
    throw error;
  }
}

describe('More than the form has', () => {
  test('keys in a resource’s draft make nobody its author and publish nothing', async () => {
    const resource = randomUUID();
    const more = {
      ...words('Mine'),
      ...{ status: 'published', author_id: userIds.admin, author_name: 'admin', published_at: '2020-01-01' },
      ...{
        version: 99,
        slug: 'home',
        preview_key: id.note,
        reviewer_name: 'admin',
        publish_at: '2020-01-01',
      },
    };
    const stands = async () =>
      (
        await owner.unsafe(
          'select status, author_id, author_name, published_at, version, slug, reviewer_name, publish_at from public.resources where id = $1',
          [resource],
        )
      )[0];
    const mine = {
      ...{ status: 'draft', author_id: userIds.editor, author_name: 'editor', published_at: null },
      ...{ version: 1, slug: null, reviewer_name: null, publish_at: null },
    };
    expect(await callAs('editor', 'create_resource', { p_id: resource, p_draft: more })).toMatchObject({
      outcome: 'created',
    });
    expect(await stands()).toEqual(mine);
    await callAs('editor', 'save_resource', { p_resource: resource, p_draft: more, p_version: 1 });
    expect(await stands()).toEqual({ ...mine, version: 2 });
    // an editor publishes by no way there is
    for (const [name, parameters] of [
      ['publish_resource', { p_resource: resource, p_version: 2, p_slug: 'mine' }],
      ['bulk_resources', { p_ids: [resource], p_action: { do: 'undo', was: {} } }],
    ] as const) {
      expect((await ask('editor', name, parameters)).error).toMatchObject({ code: '42501' });
    }
    expect(await stands()).toEqual({ ...mine, version: 2 });

    const outcome = await callAs('coordinator', 'publish_resource', {
      p_resource: resource,
      p_version: 2,
      p_slug: 'mine',
    });
    expect(outcome).toMatchObject({ outcome: 'published', slug: 'mine' });
    expect(await stands()).toMatchObject({
      author_id: userIds.editor,
      reviewer_name: 'coordinator',
      version: 3,
    });
    const visitor = (await as.anon.from('resources').select('title, body').eq('id', resource)) as Answer;
    expect(visitor.data).toEqual([{ title: 'Mine', body: 'Mine' }]);
  });

  test('keys in an event take nobody’s seats and no other event', async () => {
    const event = randomUUID();
    const when = Date.now();
    const at = (hours: number) => new Date(when + hours * 3_600_000).toISOString();
    await callAs('coordinator', 'add_event', {
      p_private: {},
      p_event: {
        ...{
          id: event,
          slug: 'walk',
          title: 'Walk',
          summary: 'A walk.',
          kind: 'social',
          format: 'in-person',
        },
        ...{ startsAt: at(24), endsAt: at(26), timeZone: 'America/Denver', rsvpClosesAt: at(24) },
        ...{ poolId: id.pool, pool_id: id.pool, seatsTaken: 0, created_at: '2020-01-01', revision: 99 },
      },
    });
    const [made] = await owner.unsafe(
      'select pool_id, revision, status, created_at from public.events where id = $1',
      [event],
    );
    expect(made).toMatchObject({ revision: 0, status: 'draft' });
    expect(made?.['pool_id']).not.toBe(id.pool);
    expect(new Date(made?.['created_at'] as string).getFullYear()).not.toBe(2020);
  });

  test('keys in the settings change no version', async () => {
    const data = await callAs('admin', 'save_settings', {
      p_settings: { version: 99, changed_by_name: 'somebody', noticeEn: null, closedDays: [] },
      p_version: 1,
    });
    expect(data).toMatchObject({ outcome: 'saved', version: 2 });
    const [row] = await owner.unsafe('select changed_by_name from public.site_settings');
    expect(row).toEqual({ changed_by_name: 'admin' });
  });

  test('columns in a write to a table are refused: what a visitor reported, whose file it is, who is on the staff', async () => {
    const before = await everything();
    const tried: [Person, string, 'insert' | 'update', Record<string, unknown>][] = [
      ['coordinator', 'meeting_reports', 'update', { contact: 'me@example.org' }],
      ['coordinator', 'meeting_reports', 'update', { kind: 'closed' }],
      [
        'coordinator',
        'meeting_uploads',
        'insert',
        {
          ...{ id: randomUUID(), source_id: id.source, content: 'x', staff_id: userIds.admin },
        },
      ],
      ['coordinator', 'meeting_uploads', 'update', { content: 'x' }],
      ['editor', 'staff', 'update', { role: 'admin' }],
      ['admin', 'staff', 'update', { role: 'editor' }],
      [
        'admin',
        'staff',
        'insert',
        { user_id: userIds.stranger, email: 'a@example.org', display_name: 'A', role: 'admin' },
      ],
      [
        'admin',
        'staff_invitations',
        'insert',
        { id: randomUUID(), email: 'a@example.org', display_name: 'A', role: 'admin' },
      ],
      ['admin', 'resources', 'update', { status: 'published' }],
      ['editor', 'resources', 'update', { author_id: userIds.editor }],
      [
        'admin',
        'resource_versions',
        'insert',
        { resource_id: id.resource, number: 9, content: {}, what: 'saved' },
      ],
      ['editor', 'attachments', 'insert', { resource_id: id.resource, path: `${id.draft}/${id.attachment}` }],
      ['coordinator', 'events', 'update', { title: 'Mine' }],
      ['coordinator', 'rsvps', 'update', { name: 'Mine' }],
      ['coordinator', 'places', 'update', { status: 'held' }],
      ['admin', 'audit_log', 'insert', { action: 'read', subject: 'settings' }],
      ['admin', 'audit_log', 'update', { staff_name: 'somebody' }],
      ['admin', 'site_settings', 'update', { notice_en: 'Mine' }],
      ['admin', 'site_builds', 'update', { failure: null }],
      ['clinician', 'sign_ups', 'update', { status: 'closed' }],
      ['clinician', 'consents', 'update', { revoked_at: null }],
    ];
    for (const [person, table, what, row] of tried) {
      const asked = as[person].from(table as 'events');
      const key =
        {
          staff: 'user_id',
          meeting_reports: 'status',
          site_settings: 'version',
          site_builds: 'failure',
          audit_log: 'action',
        }[table] ?? 'id';
      const { error } =
        what === 'insert'
          ? await asked.insert(row as never)
          : await asked.update(row as never).not(key as 'id', 'is', null);
      expect(error, `${person} ${what} ${table}`).toMatchObject({ code: '42501' });
    }
    expect(await everything()).toBe(before);
  });
});

describe('Rows of others', () => {
  test('an account that is turned off or never was on the staff reads what a visitor reads, at most', async () => {
    const tables = await owner.unsafe<{ name: string }[]>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    for (const person of ['stranger', 'turnedOff'] as const) {
      for (const { name } of tables) {
        const { data } = (await as[person].from(name as 'events').select('*')) as Answer;
        // their own row of the staff says who they were
        if (name === 'staff') expect((data as unknown[]).length).toBeLessThanOrEqual(1);
        else expect(JSON.stringify(data ?? ''), `${person} ${name}`).not.toMatch(marked);
      }
    }
  }, 120_000);

  test('a file that somebody else brought is nobody else’s, an admin’s neither', async () => {
    const { data } = (await as.admin.from('meeting_uploads').select('*')) as Answer;
    expect(data).toEqual([]);
    await as.admin.from('meeting_uploads').delete().eq('id', id.upload);
    expect(((await as.coordinator.from('meeting_uploads').select('id')) as Answer).data).toEqual([
      { id: id.upload },
    ]);
  });

  test('nobody makes themselves an admin, and no admin takes the last one away', async () => {
    for (const person of ['editor', 'coordinator', 'clinician'] as const) {
      const { error } = await ask(person, 'change_staff', { p_user: userIds[person], p_role: 'admin' });
      expect(error).toMatchObject({ code: '42501' });
    }
    const { data } = await ask('admin', 'change_staff', { p_user: userIds.admin, p_active: false });
    expect(data).toMatchObject({ outcome: 'last-admin' });
  });
});
