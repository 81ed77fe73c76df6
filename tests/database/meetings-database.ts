import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { seed } from '../../local/database/seed.ts';
import { migrate, openSupabase, type EmbeddedSupabase } from '../../local/database/supabase.ts';
import { setTestEnvironment } from '../support/environment.ts';

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
  setTestEnvironment({
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
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
