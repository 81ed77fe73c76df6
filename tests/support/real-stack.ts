import postgres from 'postgres';
import { rows, serviceDatabase } from '#platform/database.ts';
import { openSupabase } from '../../local/database/supabase.ts';
import { freePort, serve } from '../../local/node-server.ts';
import { callError, functionCalls } from './function-calls.ts';
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
  const service = await callsAsService(database.url);
  const api = await serve(
    port,
    'SUPABASE_PORT',
    async (request) => (await service.answer(request)) ?? supabase.fetch(request),
  );
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
      await service.close();
      await supabase.close();
    },
  };
}

/**
 * Answers calls of functions, each in one statement: @supabase/lite writes JSON twice on this driver, and what
 * it had begun never ends when the database goes away in the middle.
 */
async function callsAsService(url: string) {
  const sql = postgres(url, {
    max: 12,
    onnotice: () => {},
    fetch_types: false,
    connection: { role: 'service_role' },
    // said at once, as PostgREST does
    backoff: () => 0,
  });
  const calls = await functionCalls(sql);
  return {
    async answer(request: Request): Promise<Response | null> {
      const name = /^\/rest\/v1\/rpc\/(\w+)$/.exec(new URL(request.url).pathname)?.[1];
      if (!name || request.headers.get('apikey') !== unusedKeys.secretKey) return null;
      const body = await request.text();
      try {
        const [row] = await sql.unsafe<{ answer: string | null }[]>(calls.statement(name, body), [body]);
        return json(200, row?.answer ?? 'null');
      } catch (error) {
        return json(500, callError(error));
      }
    },
    close: () => sql.end({ timeout: 1 }),
  };
}

const json = (status: number, body: string) =>
  new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
