import { rows, serviceDatabase } from '#platform/database.ts';
import { openSupabase } from '../../local/database/supabase.ts';
import { freePort, serve } from '../../local/node-server.ts';
import type { FreshDatabase } from './postgres.ts';
import { unusedKeys } from './postgres.ts';
import { setTestEnvironment } from './environment.ts';

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
  setTestEnvironment({
    SUPABASE_URL: `http://127.0.0.1:${port}`,
    SUPABASE_PUBLISHABLE_KEY: unusedKeys.publishableKey,
    SUPABASE_SECRET_KEY: unusedKeys.secretKey,
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
