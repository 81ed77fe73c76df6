import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceAccounts } from '#platform/accounts.ts';
import { publicSupabase } from '#platform/supabase.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The command as a person types it, against a database that answers as the hosted one does. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

interface Said {
  code: number;
  out: string;
  err: string;
}

const invite = (parameters: string[], environment: Record<string, string> = {}) =>
  new Promise<Said>((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(
      process.execPath,
      ['local/commands/staff-invite.ts', ...parameters],
      { env },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });

const staff = () =>
  stack.database.query<{ email: string; role: string; active: boolean; name: string }>(
    'select email, role, active, display_name as name from public.staff order by email',
  );

test('the first person gets an account, a role, and sign-in codes at their address', async () => {
  const said = await invite(['Dana@Example.org', 'admin']);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toMatch(/^dana@example\.org is on the staff as admin, at 127\.0\.0\.1:\d+\./);
  expect(await staff()).toEqual([{ email: 'dana@example.org', role: 'admin', active: true, name: 'dana' }]);

  const { error } = await publicSupabase().auth.signInWithOtp({
    email: 'dana@example.org',
    options: { shouldCreateUser: false },
  });
  expect(error).toBeNull();
  expect(stack.mail.messages[0]?.to).toEqual(['dana@example.org']);
});

test('inviting somebody again changes the role, and opens a deactivated account', async () => {
  await stack.database.execute("update public.staff set active = false where email = 'dana@example.org'");
  const said = await invite(['dana@example.org', 'clinician']);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toContain('was on the staff already and is clinician from now on');
  expect(await staff()).toEqual([
    { email: 'dana@example.org', role: 'clinician', active: true, name: 'dana' },
  ]);
});

test('an account without a row, as a try that was cut short leaves behind, is taken up', async () => {
  await serviceAccounts().createUser({ email: 'sam@example.org', email_confirm: true });
  expect(await invite(['sam@example.org', 'editor'])).toMatchObject({ code: 0, err: '' });
  expect((await staff()).map(({ email }) => email)).toEqual(['dana@example.org', 'sam@example.org']);
});

test.each([
  [[], 'Name one email address and one role'],
  [['dana@example.org'], 'Name one email address and one role'],
  [['dana', 'admin'], 'Enter an email address in the correct format'],
  [['dana@example.org', 'owner'], 'The role is one of editor, coordinator, clinician, admin'],
])('%j is refused with a sentence', async (parameters, sentence) => {
  const said = await invite(parameters);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toContain(sentence);
  expect(said.err).toContain('npm run staff:invite -- <email>');
  expect(said.err).not.toContain('    at ');
});

test('a wrong key and a database that does not answer are each a sentence', async () => {
  const wrongKey = await invite(['kim@example.org', 'editor'], { SUPABASE_SECRET_KEY: 'sb_secret_wrong' });
  expect(wrongKey).toMatchObject({ code: 1, out: '' });
  expect(wrongKey.err).not.toContain('sb_secret_wrong');

  const away = await invite(['kim@example.org', 'editor'], { SUPABASE_URL: 'http://127.0.0.1:9' });
  expect(away).toMatchObject({ code: 1, out: '', err: 'The database does not answer\n' });
});

test('only the secret key makes accounts', async () => {
  const { error } = await publicSupabase().auth.admin.createUser({ email: 'who@example.org' });
  expect(error?.status).toBe(401);
});
