import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { seed } from '../../local/database/seed.ts';
import { migrate, openSupabase, type EmbeddedSupabase } from '../../local/database/supabase.ts';

const url = 'http://database.test';
const keys = {
  publishableKey: 'sb_publishable_test',
  secretKey: 'sb_secret_test',
  jwtSecret: 'only-for-tests'.padEnd(40, 'x'),
};

/** An embedded database behind the project's own clients, which reach it by fetch. Demo data on request. */
export async function meetingsDatabase(options: { seeded: boolean }): Promise<EmbeddedSupabase> {
  const database = await openSupabase({ kind: 'pglite' }, keys);
  await migrate(database);
  if (options.seeded) await seed(database);
  setEnvironment({
    SITE_URL: 'http://localhost:4321',
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    SMTP_URL: 'smtp://local:local@127.0.0.1:1025',
    MAIL_FROM: 'Juniper Hollow <hello@juniperhollow.example>',
    INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'test', k: 'A'.repeat(43) }] }),
    TOKEN_SECRET: 'only-for-tests'.padEnd(32, 'x'),
  });
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) =>
    database.fetch(new Request(input, init)),
  );
  return database;
}

/**
 * The database with the demo's data for the tests of a file or a describe: opened before them, reachable
 * again before each whatever the one before did to `fetch`, and closed after. Read it inside a test.
 */
export function seededMeetings(): { readonly database: EmbeddedSupabase } {
  let database: EmbeddedSupabase | undefined;
  let reach: typeof fetch;
  beforeAll(async () => {
    database = await meetingsDatabase({ seeded: true });
    reach = globalThis.fetch;
  }, 60_000);
  beforeEach(() => vi.stubGlobal('fetch', reach));
  afterAll(async () => {
    vi.unstubAllGlobals();
    await database?.close();
  });
  return {
    get database() {
      if (database === undefined) throw new Error('The database is opened before the first test');
      return database;
    },
  };
}
