import { afterAll, beforeAll, expect, test } from 'vitest';
import { addStaff, asStaff, sealedText, signUp, staff, type StaffPerson } from '../support/cohorts.ts';
import { call, sqlState, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';

/** Nobody reads what is sealed without a line in the log, by any grant there is; and a line stays as it is. */

const mark = 'SEALEDMARK';
const sealedName = `${mark.padEnd(60, 'a')}..${'b'.repeat(16)}.${'c'.repeat(40)}.${'d'.repeat(22)}`;
const consent = '90000000-0000-4000-8000-000000000001';
const note = '90000000-0000-4000-8000-000000000002';

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;
let request: string;
beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  owner = database.owner;
  await addStaff(owner);
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

const people = Object.keys(staff) as StaffPerson[];
const looks = () =>
  call<number>(
    owner,
    "(select count(*)::integer from public.audit_log where action like '%read' or action = 'export')",
  );

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
    if (String(await read(sql)).includes(mark)) found.push(`${table}.${column}`);
  }
  return found;
}

test('what is sealed stands in these columns', async () => {
  expect(await markedColumns((sql) => call(owner, sql))).toEqual([
    'consents.patient_name',
    'consents.recipient',
    'consents.signature',
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

/** Every function that a signed-in person may call and that sees these tables past their policies. */
const passing: Record<string, [call: string, opens: boolean]> = {
  'private.assign_sign_up': ['private.assign_sign_up($1, null, null)', false],
  'private.decline_sign_up': ["private.decline_sign_up($1, null, '{}')", false],
  'private.hold_seat': ["private.hold_seat($1, 'none')", false],
  'private.intake_people': ['(select private.intake_people() where $1::uuid is not null)', false],
  'private.note_sign_up': [`private.note_sign_up($1, '${note}', '${sealedName}', 'key-1')`, false],
  'private.open_consent': [`(select private.open_consent('${consent}') where $1::uuid is not null)`, true],
  'private.open_sign_up': ["private.open_sign_up($1, 'read', null)", true],
  'private.revoke_consent': [
    `(select private.revoke_consent('${consent}') where $1::uuid is not null)`,
    false,
  ],
  'private.set_sign_up_status': ["private.set_sign_up_status($1, 'contacted', null)", false],
};

test('the functions that pass the policies of these tables are the ones tried below', async () => {
  const found = await owner.unsafe<{ name: string }[]>(`
    select pronamespace::regnamespace || '.' || proname as name from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and prosecdef
      and has_function_privilege('authenticated', oid, 'execute')
      and prosrc ~ 'sign_ups|sign_up_notes|public\.consents|lock_sign_up' order by 1`);
  expect(found.map(({ name }) => name)).toEqual(Object.keys(passing).sort());
});

test.each(Object.entries(passing))(
  '%s hands out what is sealed only with a line in the log',
  async (_, [sql, opens]) => {
    for (const person of ['clinician', 'admin'] as const) {
      const before = await looks();
      const answer = JSON.stringify(await asStaff(owner, person, () => call(owner, sql, [request])));
      expect(answer.includes(mark)).toBe(opens);
      expect((await looks()) - before).toBe(opens ? 1 : 0);
      if (opens) {
        const [line] = await owner.unsafe(
          'select staff_id, staff_name from public.audit_log order by id desc limit 1',
        );
        expect(line).toEqual({ staff_id: staff[person], staff_name: person });
      }
      await owner.unsafe("update public.sign_ups set status = 'read', closed_at = null, closed_why = null");
    }
    for (const person of ['coordinator', 'editor'] as const) {
      expect(await sqlState(asStaff(owner, person, () => call(owner, sql, [request])))).toBe('42501');
    }
  },
);

test('an export is written down as one', async () => {
  await asStaff(owner, 'clinician', () => call(owner, "public.open_sign_up($1, 'export')", [request]));
  expect(await call(owner, '(select action from public.audit_log order by id desc limit 1)')).toBe('export');
});

test('a line of the log is changed, added or taken away by nobody who comes through the API', async () => {
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

test('negative control: a grant on one sealed column is seen', async () => {
  await owner.unsafe('update public.sign_ups set reply = sealed');
  await owner.unsafe('grant select (reply) on public.sign_ups to authenticated');
  const read = (sql: string) => asStaff(owner, 'clinician', () => call(owner, sql)).catch(() => '');
  expect(await markedColumns(read)).toEqual(['sign_ups.reply']);
  await owner.unsafe('revoke select (reply) on public.sign_ups from authenticated');
});
