import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { seal } from '#platform/sealed.ts';
import { checkAdmin, checkDatabase, checkDemo, checkSignUps } from '../../local/doctor/database.ts';
import { type Finding } from '../../local/doctor/finding.ts';
import { checkKeyIds } from '../../local/doctor/keys.ts';
import { checkMail } from '../../local/doctor/mail.ts';
import { checkPublicKey, closedTables } from '../../local/doctor/public-key.ts';
import { freePort, serve, type Answer } from '../../local/node-server.ts';
import { runCommand } from '../support/command.ts';
import { passOn } from '../support/pass-on.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What `npm run doctor` says of database, keys and mail: in order, and broken in one way at a time. */

let stack: TestStack;
let settings: Record<string, string>;
const known = [
  'SITE_URL',
  'SUPABASE_URL',
  'SUPABASE_PUBLISHABLE_KEY',
  'SUPABASE_SECRET_KEY',
  'SMTP_URL',
  'INTAKE_KEYS',
];
beforeAll(async () => {
  stack = await startTestStack();
  settings = Object.fromEntries(known.map((name) => [name, process.env[name] ?? '']));
  const id = randomUUID();
  const { sealed, keyId } = await seal({ nameToUse: 'Planted Person' }, id);
  await stack.database.execute(`
    insert into auth.users (id, email) values ('${id}', 'planted@willow-house.org');
    insert into public.staff (user_id, email, display_name, role) values ('${id}', 'planted@willow-house.org', 'Planted', 'admin');
    insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key)
    values ('${id}', 'KKKK-K222', 'mentor', 'email', '${sealed}', '${keyId}', '${id}')`);
});
beforeEach(() => setEnvironment(settings));
afterAll(() => stack.close());

const marked = (findings: Finding[]) =>
  findings.filter(({ mark }) => mark !== 'good').map(({ mark, what }) => `${mark}: ${what}`);
const set = (name: string, value: string) => setEnvironment({ [name]: value });
/** Does something to the database, looks, and undoes it. */
async function meanwhile<Seen>(done: string, undone: string, see: () => Promise<Seen>): Promise<Seen> {
  await stack.database.execute(done);
  try {
    return await see();
  } finally {
    await stack.database.execute(undone);
  }
}

describe('The database', () => {
  test('in order is in order', { timeout: 60_000 }, async () => {
    const found = await checkDatabase();
    expect(marked(found)).toEqual([]);
    expect(found.length).toBeGreaterThan(4);
    expect(closedTables).toEqual(
      expect.arrayContaining(['rsvps', 'sign_ups', 'staff', 'outbox', 'consents']),
    );
  });

  test('that is away is one finding', async () => {
    set('SUPABASE_URL', 'http://127.0.0.1:9');
    expect(marked(await checkDatabase())).toEqual(['bad: No database answers at 127.0.0.1:9.']);
  });

  test.each([
    ['SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_planted'],
    ['SUPABASE_SECRET_KEY', 'sb_secret_planted'],
  ])('that does not take %s names it, and not its value', async (name, value) => {
    set(name, value);
    expect(marked(await checkDatabase())).toEqual([`bad: The database does not take ${name}.`]);
  });

  test('without one of the tables names it', async () => {
    const found = await meanwhile(
      'alter table public.check_ins rename to check_ins_away',
      'alter table public.check_ins_away rename to check_ins',
      checkDatabase,
    );
    expect(marked(found)).toEqual(['bad: The database has no table check_ins.']);
  });

  test('whose table anybody reads names it, and nobody in it', async () => {
    const found = await meanwhile(
      'alter table public.staff disable row level security; grant select on public.staff to anon',
      'alter table public.staff enable row level security; revoke select on public.staff from anon',
      checkPublicKey,
    );
    expect(marked(found)).toEqual(['bad: Anybody can read staff.']);
    expect(JSON.stringify(found)).not.toMatch(/planted/i);
  });

  test('in which nobody is an admin is noticed', async () => {
    const found = await meanwhile(
      `update public.staff set role = 'editor'`,
      `update public.staff set role = 'admin'`,
      checkAdmin,
    );
    expect(marked(found)).toEqual(['bad: Nobody is an admin.']);
  });

  test('with a row of the demo is something to look at', async () => {
    const found = await meanwhile(
      `insert into public.meeting_sources (slug, name, fellowship, format, time_zone)
       values ('sample-listing', 'Sample listing (made up)', 'alumni', 'csv', 'America/Denver')`,
      'delete from public.meeting_sources',
      checkDemo,
    );
    expect(marked(found)).toEqual(['look: 1 rows are the demo organisation’s.']);
  });

  test('in which anybody can make an account is noticed', async () => {
    const through: Answer = async (request) => {
      if (new URL(request.url).pathname === '/auth/v1/settings')
        return Response.json({ disable_signup: false });
      return passOn(request, settings['SUPABASE_URL'] ?? '');
    };
    const port = await freePort();
    const open = await serve(port, 'PORT', through);
    set('SUPABASE_URL', `http://127.0.0.1:${port}`);
    const found = await checkSignUps().finally(open.close);
    expect(marked(found)).toEqual(['bad: Anybody can make an account.']);
  });
});

describe('Keys', () => {
  const key = (kid: string) => ({ kty: 'oct', kid, k: 'Rk8fZ0yT1m2pQx7Lw3VhJc9uBn4sEd6Ga5iKoPtYrXM' });
  const kept = () => (JSON.parse(settings['INTAKE_KEYS'] ?? '') as { keys: object[] }).keys;

  test('that open everything are in order', async () => {
    expect(marked(await checkKeyIds())).toEqual([]);
  });

  test('of which one is missing are named with how much needs it', async () => {
    set('INTAKE_KEYS', JSON.stringify({ keys: [key('new')] }));
    expect(marked(await checkKeyIds())).toEqual([
      'bad: INTAKE_KEYS has no key "test-1", and 1 sealed records need it.',
    ]);
  });

  test('that were changed and not rotated are something to look at', async () => {
    set('INTAKE_KEYS', JSON.stringify({ keys: [key('new'), ...kept()] }));
    expect(marked(await checkKeyIds())).toEqual(['look: Records are still sealed with "test-1".']);
  });
});

describe('Mail', () => {
  /** A provider on this machine that is asked as one elsewhere is. */
  async function provider(options: ConstructorParameters<typeof SMTPServer>[0]): Promise<AsyncDisposable> {
    const port = await freePort();
    const server = new SMTPServer(options);
    server.on('error', () => {});
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    setEnvironment({
      SITE_URL: 'https://alumni.willow-house.org',
      SMTP_URL: `smtp://planted-user:planted-word@127.0.0.1:${port}`,
    });
    return { [Symbol.asyncDispose]: () => new Promise<void>((done) => server.close(() => done())) };
  }

  test('to the catcher of this machine is something to look at, and sends nothing', async () => {
    const before = stack.mail.messages.length;
    expect(marked(await checkMail())).toEqual(['look: The mail catcher of this machine takes mail.']);
    expect(stack.mail.messages).toHaveLength(before);
  });

  test('goes to who is named, and to nobody else', async () => {
    await checkMail('me@willow-house.org');
    expect(stack.mail.messages[0]).toMatchObject({ to: ['me@willow-house.org'], subject: 'A test' });
  });

  test('to nobody who listens is noticed', async () => {
    set('SMTP_URL', 'smtp://planted-user:planted-word@127.0.0.1:9');
    const found = await checkMail();
    expect(marked(found).join()).toEqual('bad: The mail provider cannot be reached at 127.0.0.1 (ESOCKET).');
    expect(JSON.stringify(found)).not.toContain('planted');
  });

  test('in the clear is refused before the password went out', async () => {
    let signedIn = 0;
    await using _open = await provider({
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(null, { user: String(++signedIn) }),
    });
    const found = await checkMail();
    expect(marked(found).join()).toMatch(/^bad: No encrypted line to the mail provider comes about \(ETLS/);
    expect(signedIn).toBe(0);
  });

  test('to a provider whose certificate nobody vouches for is refused', async () => {
    await using _server = await provider({ onAuth: (_auth, _session, done) => done(null, { user: 'any' }) });
    expect(marked(await checkMail()).join()).toMatch(/^bad: No encrypted line/);
  });

  test('with a wrong password is noticed', async () => {
    await using _server = await provider({
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(new Error('planted-user is unknown')),
    });
    set('SITE_URL', settings['SITE_URL'] ?? '');
    const found = await checkMail();
    expect(marked(found)).toEqual(['bad: The mail provider refuses user or password.']);
    expect(JSON.stringify(found)).not.toContain('planted');
  });
});

describe('The command', () => {
  test(
    'ends with 1 when something is wrong, and prints neither a secret nor a person',
    { timeout: 60_000 },
    async () => {
      const said = await runCommand('doctor', [], { SUPABASE_SECRET_KEY: 'sb_secret_planted' });
      expect(said).toMatchObject({ code: 1, err: '' });
      expect(said.out).toContain('✗ The database does not take SUPABASE_SECRET_KEY.');
      expect(said.out).toMatch(/\d+ in order, \d+ to look at, \d+ wrong\.\n$/);
      expect(said.out).not.toMatch(/planted/i);
    },
  );
});
