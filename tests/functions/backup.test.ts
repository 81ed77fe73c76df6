import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Context } from '@netlify/functions';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceFiles } from '#platform/file-store.ts';
import { environment, setEnvironment } from '#platform/environment.ts';
import { issueToken } from '#platform/tokens.ts';
import { putBytes, readBytes } from '#resources/files/bytes.ts';
import { openWords, sealWords } from '#step-down/sealed-words.ts';
import { openByReference } from '#step-down/sign-ups.ts';
import { readArchive } from '../../local/backup/archive.ts';
import { restoreFiles } from '../../local/backup/files.ts';
import { checkKeys } from '../../local/backup/keys.ts';
import { lockFrom } from '../../local/backup/options.ts';
import { filledByMigrations, restoreRows } from '../../local/backup/restore.ts';
import { shapes } from '../../local/backup/rows.ts';
import { takeBackup } from '../../local/backup/take.ts';
import { seed } from '../../local/database/seed.ts';
import manage from '../../netlify/functions/rsvps-manage.ts';
import { runCommand } from '../support/command.ts';
import { call, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
import { addEvent, createRsvp } from '../support/seats.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { storm } from '../support/storms.ts';

/** A rehearsal: a project in use is backed up, lost, and restored into a new one. */

const planted = { name: 'Wilhelmina Plantedname', email: 'planted.person@example.org' };
let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let folder: string;
let source: FreshDatabase;
let stack: TestStack;
let key: { identity: string };
let lock: { recipients: string[] };
let file: string;
/** The project as it was then. */
let was: Record<string, string>;
let head: Parameters<typeof checkKeys>[1];
const reader = { token: '', reference: 'ABCD-2345' };
const attachment = { path: `${randomUUID()}/${randomUUID()}`, bytes: randomBytes(200_000) };

const behind: Promise<unknown>[] = [];
const context = {
  ip: '203.0.113.9',
  requestId: 'test',
  waitUntil: (work: Promise<unknown>) => void behind.push(work),
} as unknown as Context;
const cancel = async (token: string) => {
  const request = new Request('http://localhost:4321/api/rsvps/manage', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, action: 'cancel' }),
  });
  const { status } = await manage(request, context);
  // mail that goes out behind the answer needs the stack that is closed afterwards
  await Promise.all(behind.splice(0));
  return status;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onward-backup-'));
  postgres = await startRealPostgres();
  source = await postgres.freshDatabase();
  stack = await startTestStack({ over: { url: source.url } });
  // a file of the seed is a transaction, which takes one connection
  await seed({ ...stack.database, execute: async (sql) => void (await source.owner.unsafe(sql).simple()) });
  const identity = await generateX25519Identity();
  key = { identity };
  lock = { recipients: [await identityToRecipient(identity)] };
  await fill();
  file = join(folder, 'whole.age');
  was = await hashes(source);
  await takeBackup(file, source.url, lock);
  for await (const { bytes } of readArchive(file, key)) {
    head = JSON.parse(Buffer.from(bytes).toString()) as typeof head;
    break;
  }
}, 120_000);
afterAll(async () => {
  await stack.close();
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
});

/** A project in use: guests in a storm, one who answered on the site, a request, a file, and lines in the record. */
async function fill() {
  const { slug } = await addEvent(source.owner, 'supper', { capacity: 30 });
  await storm(
    await source.clients(4),
    Array.from({ length: 80 }, (_, at) => (client: Client) => createRsvp(client, slug, `guest-${at}`, 1)),
  );
  const { rsvp } = await createRsvp(source.owner, slug, 'reader', 1);
  reader.token = issueToken('rsvp', rsvp);
  await source.owner.unsafe('update public.rsvps set name = $1, email = $2 where id = $3', [
    ...[planted.name, planted.email, rsvp],
  ]);
  const id = randomUUID();
  const contact = { channel: 'email', value: planted.email, safeToLeaveMessage: true } as const;
  const { sealed, keyId } = await sealWords(
    { kind: 'mentor', nameToUse: planted.name, contact, language: 'en' },
    id,
  );
  await source.owner.unsafe(
    `insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key)
     values ($1, $2, 'mentor', 'email', $3, $4, repeat('c', 43))`,
    [id, reader.reference, sealed, keyId],
  );
  const [resource, row] = attachment.path.split('/');
  await source.owner.unsafe(`
    insert into public.resources (id, topics, status, draft) values ('${resource}', '{}', 'draft', '{"title": "A file"}');
    insert into public.attachments (id, resource_id, file_name, label, type, size, sha256, path) values
      ('${row}', '${resource}', 'a.pdf', 'A file', 'application/pdf', ${attachment.bytes.length}, repeat('a', 64), '${attachment.path}');
    insert into public.audit_log (action, subject) values ('read', 'settings'), ('read', 'settings')`);
  expect(await putBytes(serviceFiles(), attachment.path, attachment.bytes, 'application/pdf')).toBe(true);
}

/** Every table with a hash of its rows. */
async function hashes(database: FreshDatabase): Promise<Record<string, string>> {
  const tables = await database.owner.begin((transaction) => shapes(transaction));
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    all[name] = await call<string>(
      database.owner,
      `(select count(*) || ' ' || md5(coalesce(string_agg(row::text, '|' order by row::text), '')) from ${name} row)`,
    );
  }
  return all;
}
const total = (of: Record<string, string>) =>
  Object.values(of).reduce((sum, text) => sum + Number(text.split(' ')[0]), 0);
/** A new project, as the migrations leave it. */
const restored = async (from = file) => {
  const database = await postgres.freshDatabase();
  await restoreRows(from, database.url, key);
  return database;
};

/** Rows of one table that name a row of another that is not there. */
async function orphans(database: FreshDatabase): Promise<number> {
  const links = await database.owner.unsafe<{ sql: string }[]>(`
    select format('select count(*)::integer from %s child where %s and not exists (select from %s parent where %s)',
      conrelid::regclass,
      (select string_agg(format('child.%I is not null', a.attname), ' and ') from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k),
      confrelid::regclass,
      (select string_agg(format('child.%I = parent.%I', a.attname, b.attname), ' and ')
        from unnest(conkey, confkey) as pair (k, f)
        join pg_attribute a on a.attrelid = conrelid and a.attnum = k
        join pg_attribute b on b.attrelid = confrelid and b.attnum = f)) as sql
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  expect(links.length).toBeGreaterThan(20);
  let found = 0;
  for (const { sql } of links) found += await call<number>(database.owner, `(${sql})`);
  return found;
}

describe('the rehearsal', () => {
  test('every table comes back row by row, with its accounts, and no trigger wrote a line of its own', async () => {
    await using database = await restored();
    const is = await hashes(database);
    expect(is).toEqual(was);
    expect(total(is)).toBeGreaterThan(300);
    expect(Object.keys(is)).toEqual(expect.arrayContaining(['"auth"."users"', '"public"."audit_log"']));
    expect(await orphans(database)).toBe(0);
    // triggers are on again for whoever comes next
    await expect(database.owner.unsafe("update public.audit_log set detail = 'x'")).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('what is added afterwards is numbered on, and seats are counted on', async () => {
    await using database = await restored();
    const last = await call<string>(database.owner, '(select max(id)::text from public.audit_log)');
    await database.owner.unsafe("insert into public.audit_log (action, subject) values ('read', 'settings')");
    expect(
      Number(await call(database.owner, '(select max(id)::text from public.audit_log)')),
    ).toBeGreaterThan(Number(last));
    const next = await createRsvp((await database.clients(1))[0] as Client, 'supper', 'late', 1);
    expect(next).toMatchObject({ outcome: 'created', status: 'waiting', position: 52 });
  });

  test('mails that waited wait again, unless they are let be as docs/backup.md says', async () => {
    await using database = await restored();
    const waiting = "(select count(*)::integer from public.outbox where status = 'queued')";
    expect(await call(database.owner, waiting)).toBeGreaterThan(80);
    const [, letBe = ''] =
      /`(update public\.outbox [^`]+)`/.exec(await readFile('docs/backup.md', 'utf8')) ?? [];
    await database.owner.unsafe(letBe);
    expect(await call(database.owner, waiting)).toBe(0);
    expect(await call(database.owner, '(select count(*)::integer from public.claim_outbox(3))')).toBe(0);
  });

  test('a request opens, a personal link works, and the files are back in a new project with the old keys', async () => {
    const { INTAKE_KEYS, TOKEN_SECRET, ...project } = environment();
    const kept = { INTAKE_KEYS: JSON.stringify(INTAKE_KEYS), TOKEN_SECRET };
    await using database = await restored();
    const next = await startTestStack({ over: { url: database.url } });
    try {
      setEnvironment(kept);
      expect(await checkKeys(database.url, head)).toEqual({
        lines: [
          'A text sealed under key "test-1" opens with INTAKE_KEYS (1 record).',
          'Personal links that people hold open: TOKEN_SECRET is the same.',
        ],
        errors: [],
      });
      const signUp = await openByReference(reader.reference);
      expect(signUp && (await openWords(signUp.sealed, signUp.id)).nameToUse).toBe(planted.name);
      expect(await cancel(reader.token)).toBe(200);
      expect(await cancel(issueToken('rsvp', randomUUID()))).toBe(404);
      expect(await restoreFiles(file, key)).toBe(1);
      expect(await restoreFiles(file, key), 'run once more').toBe(1);
      const bytes = await readBytes(serviceFiles(), attachment.path);
      expect(Buffer.from(bytes ?? []).equals(attachment.bytes)).toBe(true);
    } finally {
      await next.close();
      setEnvironment({ ...(project as unknown as Record<string, string>), ...kept });
    }
  }, 60_000);

  test('what people write while it is made is in it whole or not at all', async () => {
    const during = join(folder, 'during.age');
    const [client] = (await source.clients(1)) as [Client];
    let written = 0;
    await takeBackup(during, source.url, lock, async () => {
      // between any two tables: a seat, its answer and its mail are rows of several
      await createRsvp(client, 'supper', `meanwhile-${++written}`, 1);
    });
    expect(written).toBeGreaterThan(30);
    await using database = await restored(during);
    expect(
      await call(
        database.owner,
        "(select count(*)::integer from public.rsvps where email like 'meanwhile-%')",
      ),
    ).toBe(0);
    expect(
      await call(source.owner, "(select count(*)::integer from public.rsvps where email like 'meanwhile-%')"),
    ).toBe(written);
    expect(await orphans(database)).toBe(0);
    const pools = `(select bool_and(seats_taken = (
      select coalesce(sum(party_size), 0) from public.places where pool_id = pool.id and status = 'held'
    )) from public.seat_pools pool)`;
    expect(await call(database.owner, pools)).toBe(true);
    await source.owner.unsafe("delete from public.rsvps where email like 'meanwhile-%'");
  });
});

/** How a client of PostgreSQL begins when it wants a line that nobody reads along. */
const asksToEncrypt = (bytes: Buffer) => bytes.toString('hex') === '0000000804d2162f';

describe('as commands', () => {
  const settings = { BACKUP_PASSPHRASE: 'four words that nobody guesses' };
  const made = () => join(folder, 'by-command.age');

  test('one makes the file and says what is in it, the other brings it back and tries the keys', async () => {
    const taken = await runCommand('backup', [made(), '--from', source.url], settings);
    expect(taken.err).toBe('');
    expect(taken.out).toMatch(
      /"public"\."rsvps": \d+\n[\s\S]*rows of \d+ tables and 1 file are in .*\(\d+ kB\)/,
    );
    await using database = await postgres.freshDatabase();
    const back = await runCommand('restore', [made(), '--into', database.url], settings);
    expect(back.err).toBe('');
    expect(back.out).toContain('each table compared.');
    expect(back.out).toContain('1 file waits: npm run restore -- ');
    expect(back.out).toContain('A text sealed under key "test-1" opens with INTAKE_KEYS (1 record).');
    expect(await hashes(database)).toEqual(await hashes(source));
    const files = await runCommand('restore', [made(), '--files'], settings);
    expect(files).toMatchObject({ code: 0, out: expect.stringContaining('1 file is there.') as string });
    expect(taken.out + back.out + files.out).not.toMatch(/planted|four words/i);
  }, 120_000);

  test('a password in the address and a passphrase that is too short are not repeated', async () => {
    const password = 'hunter2';
    const told = [
      await runCommand('backup', [made(), '--from', `mysql://me:${password}@db.example.org/x`], settings),
      await runCommand('restore', [made()], settings),
      await runCommand('backup', [`${made()}2`, '--from', source.url], { BACKUP_PASSPHRASE: 'hunter2' }),
    ];
    for (const { code, out, err } of told) {
      expect(code).toBe(1);
      expect(err.trim().split('\n').length, err).toBeLessThan(5);
      expect(out + err).not.toContain('hunter2');
    }
  });

  test('to another machine nothing goes unless it is encrypted', async () => {
    const heard: Buffer[] = [];
    // has no encryption, and lets nobody in
    const refusal = Buffer.from('SFATAL\0C28000\0Mno\0\0');
    const length = Buffer.alloc(4);
    length.writeInt32BE(refusal.length + 4);
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (bytes: Buffer) => {
        heard.push(bytes);
        socket.end(asksToEncrypt(bytes) ? 'N' : Buffer.concat([Buffer.from('E'), length, refusal]));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '0.0.0.0', listening));
    const { port } = server.address() as AddressInfo;
    const password = 'planted';
    const at = (host: string, more = '') =>
      `postgresql://somebody:${password}@${host}:${port}/postgres${more}`;
    try {
      // an address of this machine that is not taken for one
      await expect(takeBackup(join(folder, 'far.age'), at('0.0.0.0'), lock)).rejects.toThrow();
      expect(heard.map(asksToEncrypt)).toEqual([true]);
      heard.length = 0;
      await expect(
        takeBackup(join(folder, 'far.age'), at('0.0.0.0', '?sslmode=disable'), lock),
      ).rejects.toThrow();
      expect(heard.map(asksToEncrypt), 'negative control: who asks for it gets it').toEqual([false]);
    } finally {
      server.close();
    }
  });
});

describe('what is refused', () => {
  const untouched = async (work: (database: FreshDatabase) => Promise<unknown>, says: RegExp) => {
    await using database = await postgres.freshDatabase();
    const before = await hashes(database);
    await expect(work(database)).rejects.toThrow(says);
    expect(await hashes(database)).toEqual(before);
  };

  test.each([0.02, 0.5, 0.999])('a file of which one byte was changed, at %d of it', async (at) => {
    const bytes = await readFile(file);
    const place = Math.floor(bytes.length * at);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    const changed = join(folder, `changed-${at}.age`);
    await writeFile(changed, bytes);
    await untouched(
      (database) => restoreRows(changed, database.url, key),
      /changed or cut short|does not open/,
    );
  });

  test('a file that was cut short, between two blocks too', async () => {
    const bytes = await readFile(file);
    for (const [name, length] of [
      ['mid', bytes.length - 100],
      ['most', Math.floor(bytes.length / 2)],
    ] as const) {
      const cut = join(folder, `${name}.age`);
      await writeFile(cut, bytes.subarray(0, length));
      await untouched((database) => restoreRows(cut, database.url, key), /changed or cut short/);
    }
  });

  test('another key, and a file that is no backup', async () => {
    const identity = await generateX25519Identity();
    await untouched((database) => restoreRows(file, database.url, { identity }), /does not open with this/);
    const other = join(folder, 'other.txt');
    await writeFile(other, 'hello');
    await untouched((database) => restoreRows(other, database.url, key), /is no backup/);
    await untouched(
      (database) => restoreRows(`${folder}/none`, database.url, key),
      /cannot be read \(ENOENT\)/,
    );
  });

  test('a database with a row in it', async () => {
    await untouched(async (database) => {
      const [client] = (await database.clients(1)) as [Client];
      await client
        .unsafe("insert into public.rate_limits (bucket, window_start, hits) values ('a', now(), 1)")
        .catch(() => {});
      await addEvent(database.owner, 'mine', { capacity: 1 });
      const before = await hashes(database);
      await restoreRows(file, database.url, key).finally(async () => {
        expect(await hashes(database)).toEqual(before);
        await database.owner.unsafe(
          'set session_replication_role = replica; delete from public.events; delete from public.seat_pools; delete from public.event_private_details; delete from public.rate_limits; set session_replication_role = origin',
        );
      });
    }, /is not empty: there are rows in/);
  });

  test('a database at another migration', async () => {
    await untouched(async (database) => {
      await database.owner.unsafe(
        'delete from supabase_migrations.schema_migrations where version = (select max(version) from supabase_migrations.schema_migrations)',
      );
      await restoreRows(file, database.url, key);
    }, /The backup is of migration \d{14}, and the database is at \d{14}/);
  });

  test('negative control: rows that come back other than they were', async () => {
    // a column that spells what it is given in another way is what comparing is there for
    await untouched(async (database) => {
      await database.owner.unsafe('alter table public.meetings alter column name type char(200)');
      try {
        await restoreRows(file, database.url, key);
      } finally {
        await database.owner.unsafe('alter table public.meetings alter column name type text');
      }
    }, /"meetings" did not come back as it was/);
  });

  test('tables that the migrations fill are the listed ones', async () => {
    await using database = await postgres.freshDatabase();
    const filled = Object.entries(await hashes(database)).filter(([, text]) => !text.startsWith('0 '));
    expect(filled.map(([name]) => name)).toEqual(filledByMigrations);
  });
});

describe('the keys', () => {
  const withSettings = async (settings: Record<string, string>, work: () => Promise<void>) => {
    const { INTAKE_KEYS, TOKEN_SECRET } = environment();
    setEnvironment(settings);
    await work().finally(() => setEnvironment({ INTAKE_KEYS: JSON.stringify(INTAKE_KEYS), TOKEN_SECRET }));
  };
  const jwk = (kid: string) =>
    JSON.stringify({ keys: [{ kty: 'oct', kid, k: randomBytes(32).toString('base64url') }] });
  const check = async () => checkKeys(source.url, head);

  test('one that is missing is named', () =>
    withSettings({ INTAKE_KEYS: jwk('another') }, async () => {
      expect((await check()).errors).toEqual([
        'INTAKE_KEYS has no key "test-1": 1 record of sign-ups stay closed until it is put back.',
      ]);
    }));

  test('another of the same name is seen', () =>
    withSettings({ INTAKE_KEYS: jwk('test-1') }, async () => {
      expect((await check()).errors).toEqual([
        'The key "test-1" of INTAKE_KEYS is another one than 1 record were sealed under.',
      ]);
    }));

  test('another TOKEN_SECRET is seen', () =>
    withSettings({ TOKEN_SECRET: randomBytes(32).toString('base64url') }, async () => {
      expect((await check()).errors).toEqual([expect.stringContaining('TOKEN_SECRET is another one')]);
    }));
});

describe('the file', () => {
  test('is closed: nothing of anybody stands in it, and only its owner reads it', async () => {
    const bytes = await readFile(file);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    for (const word of [planted.email, planted.name, 'rsvps', reader.reference, 'head.json']) {
      expect(bytes.includes(word), word).toBe(false);
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('holds no key, open or closed', async () => {
    const { INTAKE_KEYS, TOKEN_SECRET, SUPABASE_SECRET_KEY } = environment();
    const secrets = [
      TOKEN_SECRET,
      SUPABASE_SECRET_KEY,
      ...INTAKE_KEYS.keys.map(({ k }) => k),
      stack.jwtSecret,
    ];
    let seen = '';
    for await (const { bytes } of readArchive(file, key)) seen += Buffer.from(bytes).toString('latin1');
    expect(seen).toContain(planted.email);
    for (const secret of secrets) expect(seen.includes(secret)).toBe(false);
  });

  // scrypt takes as long as it is meant to
  test('opens with a passphrase too', async () => {
    const passphrase = 'four words that nobody guesses';
    const closed = join(folder, 'passphrase.age');
    await takeBackup(closed, source.url, { passphrase });
    const names: string[] = [];
    for await (const { name } of readArchive(closed, { passphrase })) names.push(name);
    expect([names[0], names.at(-1)]).toEqual(['head.json', 'manifest.json']);
  }, 120_000);

  test('is never made without a lock, and never over another', async () => {
    expect(() => lockFrom([])).toThrow(/always closed/);
    expect(() => lockFrom(['ssh-ed25519 AAAA'])).toThrow(/no public key/);
    const before = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    await expect(takeBackup(file, source.url, lock)).rejects.toThrow(/is there already/);
    expect(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ).toBe(before);
  });

  test('is not left behind half-made', async () => {
    const half = join(folder, 'half.age');
    await expect(
      takeBackup(half, source.url, lock, () => {
        throw new Error('the line went dead');
      }),
    ).rejects.toThrow('the line went dead');
    await expect(access(half)).rejects.toThrow();
  });
});
