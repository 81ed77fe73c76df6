import { App, setExperimental, SmtpEmailDriver } from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { answerAdmin } from './admin-users.ts';
import { fileStorage } from './file-storage.ts';

/**
 * The one place that knows `@supabase/lite`: Supabase's REST, Auth and Storage interfaces in this process, over
 * PGlite (development, preview, most tests) or over a real PostgreSQL (tests about concurrency).
 */

export interface SupabaseKeys {
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
}

export interface EmbeddedSupabase {
  /** Answers `/rest/v1/*`, `/auth/v1/*` and `/storage/v1/*` as hosted Supabase does. */
  fetch(request: Request): Promise<Response>;
  /** Runs SQL as the owner of the database, with several statements at once. */
  execute(sql: string): Promise<void>;
  /** Runs one statement as the owner of the database and returns its rows. */
  query<Row = Record<string, unknown>>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export type DatabaseSource =
  { kind: 'pglite'; directory?: string } | { kind: 'postgres'; url: string; connections?: number };

interface MailServer {
  host: string;
  port: number;
  from: string;
}

const migrationsFolder = fileURLToPath(new URL('../../supabase/migrations/', import.meta.url));
const signInMail = fileURLToPath(new URL('../../supabase/templates/code.html', import.meta.url));
const rolesSql = readFileSync(new URL('./roles.sql', import.meta.url), 'utf8');

/** Opens the database and brings Auth and the roles up, without any migration of ours. Files lie
 * beside the database, or in memory where it has no folder. */
export async function openSupabase(
  source: DatabaseSource,
  keys: SupabaseKeys,
  mail?: MailServer,
): Promise<EmbeddedSupabase> {
  const connection =
    source.kind === 'pglite'
      ? await createPgliteConnection({ ...(source.directory && { url: source.directory }) })
      : createPostgresConnection({
          url: source.url,
          postgresOptions: { max: source.connections ?? 20, onnotice: () => {} },
        });

  const app = new App({
    connection,
    auth: {
      enabled: true,
      site_url: 'http://localhost:4321',
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      enable_signup: false,
      // as docs/deploy.md has a hosted project set: supabase/config.toml says the same
      email: {
        enable_signup: false,
        otp_length: 6,
        otp_expiry: 600,
        template: { magic_link: { subject: 'Your code', content_path: signInMail } },
      },
    },
    storage: { enabled: true },
    options: {
      server: { admin: false },
      // the catcher speaks no TLS, and with a user and password the driver would insist on it
      ...(mail && { drivers: { email: new SmtpEmailDriver(mail) } }),
    },
  });
  app._storageAdapter = fileStorage(
    source.kind === 'pglite' && source.directory ? `${source.directory}-files` : null,
  );
  const ready = app.init();
  // a switch of the package until it calls its Storage finished; thrown before, it warns those who start the site
  setExperimental('storage', true);
  await ready;
  await app.ensureSystemSchema();

  const execute = async (sql: string) => {
    if (source.kind === 'pglite') await (connection as PgliteLike).driver.exec(sql);
    else await (connection as PostgresLike).driver.unsafe(sql).simple();
  };
  const query = async <Row>(sql: string): Promise<Row[]> => {
    if (source.kind === 'pglite') return (await (connection as PgliteLike).driver.query(sql)).rows as Row[];
    return [...(await (connection as PostgresLike).driver.unsafe(sql))] as Row[];
  };
  await execute(rolesSql);
  return {
    fetch: async (request) => (await answerAdmin(request, { query }, keys.secretKey)) ?? app.fetch(request),
    execute,
    query,
    close: () => connection.close(),
  };
}

/** Applies the migrations that this database has not seen, each in a transaction, in the CLI's own table. */
export async function migrate(database: EmbeddedSupabase): Promise<string[]> {
  const applied = new Set(
    (
      await database.query<{ version: string }>('select version from supabase_migrations.schema_migrations')
    ).map((row) => row.version),
  );
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort();
  const pending = files.filter((name) => !applied.has(name.slice(0, 14)));
  for (const name of pending) {
    const sql = await readFile(`${migrationsFolder}${name}`, 'utf8');
    const version = name.slice(0, 14);
    const title = name.slice(15, -4);
    await database.execute(
      `begin;\n${sql}\ninsert into supabase_migrations.schema_migrations (version, name) values ('${version}', '${title}');\ncommit;`,
    );
  }
  return pending;
}

interface PgliteLike {
  driver: { exec(sql: string): Promise<unknown>; query(sql: string): Promise<{ rows: unknown[] }> };
}
interface PostgresLike {
  driver: { unsafe(sql: string): Promise<unknown[]> & { simple(): Promise<unknown> } };
}
