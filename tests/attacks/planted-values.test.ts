import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { seed } from '../../local/database/seed.ts';
import purgeExpired from '../../netlify/functions/purge-expired.ts';
import { act } from '#step-down/mine/act.ts';
import { allRows, type Rows } from '../support/all-rows.ts';
import { columnsWith, everyValue, inClear, listenToLog, nowhere, plantedIn } from '../support/planted.ts';
import { goEveryWay, type Journeys } from '../support/planted-journeys.ts';
import { columnsIn, privacyTable } from '../support/privacy-page.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';

/** Unusual words go through every journey that takes personal data; then everything that was left of it is searched. */

let desk: RsvpDesk;
let gone: Journeys;
let log: ReturnType<typeof listenToLog>;
/** Of every request to the database and to Auth, which write addresses into logs of their own. */
let addresses: string[];
let rows: Rows;
beforeAll(async () => {
  desk = await openRsvpDesk();
  await seed(desk.stack.database);
  log = listenToLog();
  const asked = vi.spyOn(globalThis, 'fetch');
  gone = await goEveryWay(desk);
  addresses = asked.mock.calls.map(([to]) => (to instanceof Request ? to.url : String(to)));
  asked.mockRestore();
  log.stop();
  rows = await allRows(desk.stack.database);
}, 600_000);
afterAll(() => desk.close());

/** "what: the words", for whatever holds any. */
const found = (texts: Record<string, string>) =>
  Object.entries(texts).flatMap(([what, text]) => plantedIn(text).map((words) => `${what}: ${words}`));
const mails = () => desk.stack.mail.messages;
const codeOnly = /^[\w:. -]*$/;

test('every journey was gone: the answers and mails of each are there', () => {
  const statuses = new Set(gone.answers.map(({ status }) => status));
  for (const status of [200, 201, 202, 404, 422, 503]) expect([...statuses]).toContain(status);
  expect([...statuses].filter((status) => status >= 500 && status !== 503)).toEqual([]);
  const subjects = mails().map(({ subject }) => subject);
  expect(new Set(subjects).size).toBeGreaterThan(8);
  const kinds = [...rows.values()]
    .filter(({ table }) => table === 'public.outbox')
    .map(({ columns }) => columns['kind']);
  expect(new Set(kinds).size).toBeGreaterThan(8);
});

test('no line that is written names anybody, whatever failed', () => {
  const lines = log.lines.join('\n');
  for (const event of ['failed', 'mail-failed', 'mail-retry']) expect(lines).toContain(`"event":"${event}"`);
  expect(found({ log: lines })).toEqual([]);
});

test('no address of a request to the database names anybody', () => {
  expect(addresses.filter((address) => address.includes('/rest/v1/')).length).toBeGreaterThan(50);
  expect(found({ requests: addresses.join('\n') })).toEqual([]);
});

test('no subject, sender, header, file name or link of a mail names anybody but its recipient', () => {
  const told = mails().map(({ subject, from, headers, text, html, attachments }) => {
    const { to: _to, 'delivered-to': _delivered, ...others } = headers;
    const links = [...`${text} ${html}`.matchAll(/https?:[^\s"<>]+/g)].map(([link]) => link);
    const files = attachments.map(({ filename }) => filename);
    return [subject, from, JSON.stringify(others), ...links, ...files].join('\n');
  });
  expect(told.length).toBeGreaterThan(20);
  expect(found({ mails: told.join('\n') })).toEqual([]);
});

test('a calendar file names the address it goes to, and nothing else of anybody', () => {
  const calendars = mails().flatMap(({ to, calendar, attachments }) => {
    const texts = [calendar?.content ?? '', ...attachments.map(({ content }) => content)];
    return texts.filter((text) => text.includes('BEGIN:VCALENDAR')).map((text) => ({ to, text }));
  });
  expect(calendars.length).toBeGreaterThan(2);
  for (const { to, text } of calendars) {
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    expect(plantedIn(unfolded).filter((words) => !to.includes(words))).toEqual([]);
  }
});

test('no header of an answer and no address of a page names anybody', async () => {
  const told = await Promise.all(
    gone.answers.map(async (answer) => {
      const { manageUrl = '' } = (await answer
        .clone()
        .json()
        .catch(() => ({}))) as { manageUrl?: string };
      return `${manageUrl} ${JSON.stringify([...answer.headers])}`;
    }),
  );
  expect(told.join()).toContain('/r/');
  expect(found({ answers: told.join('\n') })).toEqual([]);
});

test('the outbox and the record hold codes', () => {
  for (const { table, columns } of rows.values()) {
    if (table === 'public.outbox') {
      expect(String(columns['last_error'] ?? '')).toMatch(codeOnly);
      expect(String(columns['kind'])).toMatch(codeOnly);
    }
    if (table === 'public.audit_log') expect(found({ record: JSON.stringify(columns) })).toEqual([]);
  }
  const errors = [...rows.values()].map(({ columns }) => columns['last_error']).filter(Boolean);
  expect(errors.length).toBeGreaterThan(0);
});

describe('In a copy of the database', () => {
  test.each(Object.entries(inClear))(
    '%s stands in the columns docs/privacy.md names, and in no other',
    async (_what, { words, columns }) => {
      const named = (await privacyTable('In the database')).flatMap((row) => columnsIn(row['Where']));
      const there = columnsWith(rows, words);
      // the accounts of staff belong to Supabase Auth, whose tables the page names as one
      expect(there.filter((column) => !column.startsWith('auth.'))).toEqual(columns);
      for (const column of columns) {
        const short = column.replace('public.', '');
        expect(named.includes(short) || named.includes(short.replace(/\.\w+$/, '.*')), column).toBe(true);
      }
      if (!columns.some((column) => column.startsWith('public.staff'))) expect(there).toEqual(columns);
    },
  );

  test.each(Object.entries(nowhere))('%s stands nowhere', (_what, words) => {
    expect(columnsWith(rows, words)).toEqual([]);
  });

  test('the page calls sealed what is not found', async () => {
    const sealed = (await privacyTable('In the database'))
      .filter((row) => /\bSealed\b|Encrypted before/.test(row['What, and for what'] ?? ''))
      .flatMap((row) => columnsIn(row['Where']));
    expect(sealed.sort()).toEqual(
      ['patient_name', 'recipient', 'signature']
        .map((name) => `consents.${name}`)
        .concat('sign_up_notes.sealed', 'sign_ups.reply', 'sign_ups.sealed'),
    );
    for (const column of sealed) {
      const [table = '', name = ''] = column.split('.');
      const values = [...rows.values()]
        .filter((row) => row.table === `public.${table}`)
        .map(({ columns }) => columns[name]);
      expect(values.filter(Boolean).length, `${column} was written`).toBeGreaterThan(0);
    }
  });
});

describe('negative control', () => {
  test('a value in a log line, an address, and an open column is found, also in other dress', () => {
    const control = listenToLog();
    console.log(JSON.stringify({ event: 'failed', to: nowhere.refusedEmail }));
    process.stderr.write(`cannot reach ${encodeURIComponent(nowhere.signUpPhone)}\n`);
    control.stop();
    expect(plantedIn(control.lines.join('\n'))).toEqual([nowhere.signUpPhone, nowhere.refusedEmail]);
    const hidden = Buffer.from(nowhere.signUpNote).toString('base64');
    const row = { table: 'public.programs', key: '1', columns: { summary: `x${hidden}`, week: 'y' } };
    expect(columnsWith(new Map([['1', row]]), nowhere.signUpNote)).toEqual(['public.programs.summary']);
  });

  test('in the database itself too', async () => {
    const { database } = desk.stack;
    const summary = (words: string) =>
      database.execute(`update public.programs set summary = '${words}' where slug = 'evenings'`);
    const [before] = await database.query<{ summary: string }>(
      `select summary from public.programs where slug = 'evenings'`,
    );
    await summary(nowhere.staffNote);
    expect(columnsWith(await allRows(database), nowhere.staffNote)).toEqual(['public.programs.summary']);
    await summary((before?.summary ?? '').replaceAll("'", "''"));
  });
});

test('after “delete everything”, a withdrawal, and the daily run past each limit, nothing is found anywhere', async () => {
  const { database } = desk.stack;
  expect((await desk.change({ token: gone.guestLink, action: 'cancel' })).response.status).toBe(200);
  const { guestName, guestEmail, needs, food, answer } = inClear;
  const left = (now: Rows, words: string) => columnsWith(now, words);
  expect(left(await allRows(database), guestName.words), 'cancelling keeps the row').toEqual(
    guestName.columns,
  );
  await desk.change({ token: gone.guestLink, action: 'forget' });
  await act(gone.signUp, 'withdraw');
  await act(gone.checkIns, 'forget');
  const forgotten = await allRows(database);
  for (const { words } of [guestName, guestEmail, needs, food, answer])
    expect(left(forgotten, words)).toEqual([]);
  const withdrawn = forgotten.get(`public.sign_ups ${gone.signUp}`)?.columns;
  expect([withdrawn?.['sealed'], withdrawn?.['contact_key']]).toEqual([
    'withdrawn....',
    `withdrawn-${gone.signUp}`,
  ]);

  await database.execute(`
    update public.events set starts_at = now() - interval '32 days', ends_at = now() - interval '31 days',
      rsvp_closes_at = now() - interval '33 days';
    update public.meeting_reports set created_at = now() - interval '181 days'`);
  await purgeExpired(new Request(desk.stack.origin), desk.context);
  const after = await allRows(database);
  const staff = [inClear.newStaffName.words, inClear.newStaffEmail.words];
  expect(everyValue.filter((words) => !staff.includes(words) && left(after, words).length > 0)).toEqual([]);
});
