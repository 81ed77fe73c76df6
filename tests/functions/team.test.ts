import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { functionContext } from '../../local/netlify.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import { serviceAccounts } from '#platform/accounts.ts';
import { publicSupabase } from '#platform/supabase.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { currentSettings, forgetSettings } from '#settings/current.ts';
import { noSettings } from '#settings/settings.ts';
import { openAccounts } from '#staff/team/open-accounts.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What the service does for the team and the settings: accounts, the welcome, and reading what is said. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());
beforeEach(() =>
  stack.database.execute(
    'delete from public.staff_invitations; delete from public.outbox; delete from public.staff',
  ),
);

const invited = async (email: string, name = 'New Person', role = 'editor') => {
  const id = crypto.randomUUID();
  await stack.database
    .execute(`insert into public.staff_invitations (id, email, display_name, role, invited_by_name)
    values ('${id}', '${email}', '${name}', '${role}', 'Ana Ortiz')`);
  return id;
};
const invitation = async (id: string) =>
  (
    await stack.database.query<{ opened: boolean; trouble: string | null }>(
      `select opened_at is not null as opened, trouble from public.staff_invitations where id = '${id}'`,
    )
  )[0];
const everyMinute = () => deliverMail(new Request('http://localhost/'), functionContext('127.0.0.1'));
const mailTo = (address: string) => stack.mail.messages.filter(({ to }) => to.includes(address));

describe('Invitations', () => {
  test('within a minute there is an account, a place on the staff, and one mail that says how to sign in', async () => {
    const id = await invited('new.person@example.org', 'New Person', 'clinician');
    await everyMinute();
    await everyMinute();
    expect(await invitation(id)).toEqual({ opened: true, trouble: null });
    expect(
      await stack.database.query('select email, role, display_name as name, active from public.staff'),
    ).toEqual([{ email: 'new.person@example.org', role: 'clinician', name: 'New Person', active: true }]);
    const mails = mailTo('new.person@example.org');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Your sign-in is ready');
    expect(mails[0]?.text).toContain('Ana Ortiz added you');
    expect(mails[0]?.text).toContain(`${stack.origin}/staff/`);
    expect(mails[0]?.text).toMatch(/code of 6 digits comes by mail each time/);
    expect(mails[0]?.text).not.toMatch(/recover|treatment|clinician|alumni/i);

    const { error } = await publicSupabase().auth.signInWithOtp({
      email: 'new.person@example.org',
      options: { shouldCreateUser: false },
    });
    expect(error).toBeNull();
    expect(mailTo('new.person@example.org')).toHaveLength(2);
  });

  test('many at once open each once', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => invited(`${name}@many.example.org`)));
    const opened = await Promise.all([openAccounts(), openAccounts(), openAccounts()]);
    expect(opened.reduce((sum, count) => sum + count)).toBe(3);
    for (const id of ids) expect(await invitation(id)).toEqual({ opened: true, trouble: null });
    expect(
      await stack.database.query(
        "select count(*)::int as mails from public.outbox where kind = 'staff-welcome'",
      ),
    ).toEqual([{ mails: 3 }]);
  });

  test('an account that is there already, as a try that was cut short leaves behind, is taken up', async () => {
    await serviceAccounts().createUser({ email: 'half@example.org', email_confirm: true });
    const id = await invited('half@example.org');
    expect(await openAccounts()).toBe(1);
    expect(await invitation(id)).toMatchObject({ opened: true });
  });

  test('one that cannot be opened says why in a code, keeps no other waiting, and is tried again', async () => {
    // long enough for the table, and no address for Auth
    const bad = await invited('not-an-address');
    const good = await invited('good@example.org');
    expect(await openAccounts()).toBe(1);
    expect(await invitation(bad)).toEqual({ opened: false, trouble: 'validation_failed' });
    expect(await invitation(good)).toMatchObject({ opened: true });
    await stack.database.execute(
      `update public.staff_invitations set email = 'mended@example.org' where id = '${bad}'`,
    );
    expect(await openAccounts()).toBe(1);
    expect(await invitation(bad)).toEqual({ opened: true, trouble: null });
  });

  test('one that was taken back opens nothing', async () => {
    const id = await invited('gone@example.org');
    const account = await serviceAccounts().createUser({
      email: 'gone@example.org',
      email_confirm: true,
    });
    await stack.database.execute(`delete from public.staff_invitations where id = '${id}'`);
    expect(
      rows(
        await serviceDatabase().rpc('open_invitation', {
          p_invitation: id,
          p_user: account.data.user?.id ?? '',
        }),
      ),
    ).toBe(false);
    expect(await stack.database.query('select * from public.staff')).toEqual([]);
  });

  test('somebody turned off before the mail went out gets none', async () => {
    await invited('brief@example.org');
    await openAccounts();
    await stack.database.execute('update public.staff set active = false');
    await everyMinute();
    expect(mailTo('brief@example.org')).toEqual([]);
  });

  test('no line of the log names anybody', async () => {
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {});
    await invited('logged@example.org', 'Logged Person');
    await invited('logged-no-address', 'Logged Person');
    await everyMinute();
    const said = JSON.stringify(lines.mock.calls);
    lines.mockRestore();
    expect(said).toContain('accounts-opened');
    expect(said).not.toMatch(/logged/i);
  });
});

describe('Settings for pages', () => {
  const say = (words: string) =>
    stack.database.execute(
      `update public.site_settings set phone_hours_en = '${words}', closed_days = '[{"on": "2026-12-24", "label": "Eve"}]'`,
    );

  test('are as they stand, kept a moment, and new for whoever changed them', async () => {
    forgetSettings();
    await say('weekdays');
    expect(await currentSettings()).toMatchObject({
      phoneHoursEn: 'weekdays',
      closedDays: [{ on: '2026-12-24', label: 'Eve' }],
    });
    await say('weekends');
    expect((await currentSettings()).phoneHoursEn).toBe('weekdays');
    forgetSettings();
    expect((await currentSettings()).phoneHoursEn).toBe('weekends');
  });

  test('are what was built when the database is away, and nobody waits', async () => {
    await stack.takeDatabaseDown();
    try {
      forgetSettings();
      const built = { ...noSettings, phoneHoursEn: 'as built' };
      const began = performance.now();
      expect(await currentSettings(() => built)).toBe(built);
      expect(await currentSettings()).toBe(noSettings);
      expect(performance.now() - began).toBeLessThan(4_000);
    } finally {
      await stack.bringDatabaseBack();
      forgetSettings();
    }
  });
});
