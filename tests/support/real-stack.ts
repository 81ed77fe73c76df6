import { rows, serviceDatabase } from '#platform/database.ts';
import { setEnvironment } from '#platform/environment.ts';
import { openSupabase } from '../../local/database/supabase.ts';
import { freePort, serve } from '../../local/node-server.ts';
import type { FreshDatabase } from './postgres.ts';
import { unusedKeys } from './postgres.ts';

/**
 * The REST interface over a real PostgreSQL, and an environment that names it: what several functions at
 * once stand on, where one connection cannot show a race.
 */
export async function serveRest(
  database: FreshDatabase,
  settings: Record<string, string> = {},
): Promise<AsyncDisposable> {
  const port = await freePort();
  const supabase = await openSupabase({ kind: 'postgres', url: database.url, connections: 12 }, unusedKeys);
  const api = await serve(port, 'SUPABASE_PORT', (request) => supabase.fetch(request));
  setEnvironment({
    SITE_URL: 'http://localhost:4321',
    SUPABASE_URL: `http://127.0.0.1:${port}`,
    SUPABASE_PUBLISHABLE_KEY: unusedKeys.publishableKey,
    SUPABASE_SECRET_KEY: unusedKeys.secretKey,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Juniper Hollow <hello@juniperhollow.example>',
    INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'test', k: 'A'.repeat(43) }] }),
    TOKEN_SECRET: 'only-for-tests'.padEnd(32, 'x'),
    ...settings,
  });
  // the first one writes functions of Auth's into the catalogue, which two at once trip over
  rows(await serviceDatabase().from('outbox').select('id').limit(1));
  return {
    async [Symbol.asyncDispose]() {
      await api.close();
      await supabase.close();
    },
  };
}
