import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { startPostgres } from '../../local/database/postgres.ts';
import { migrate, openSupabase } from '../../local/database/supabase.ts';
import { freePort } from '../../local/node-server.ts';
import { callError, functionCalls } from '../support/function-calls.ts';

/**
 * A real PostgreSQL and before it, in place of PostgREST, what calls its functions in the same way: one
 * transaction a request, the role set in it, one statement with all parameters as one JSON. In a process of
 * its own, as a host keeps it. Tells its parent where things are and ends when the parent does.
 */

export interface DatabaseAddresses {
  /** Of the database itself. */
  sql: string;
  settings: Record<string, string>;
}

const random = () => randomBytes(32).toString('base64url');
const keys = {
  publishableKey: `sb_publishable_${random()}`,
  secretKey: `sb_secret_${random()}`,
  jwtSecret: random(),
};
const server = await startPostgres();
await server.create('bench');
const url = server.url('bench');
const supabase = await openSupabase({ kind: 'postgres', url, connections: 1 }, keys);
await migrate(supabase);
await supabase.close();

const sql = postgres(url, { max: 10, onnotice: () => {}, fetch_types: false });
const calls = await functionCalls(sql);

async function callFunction(name: string, body: string): Promise<{ status: number; json: string }> {
  // mail is for a deliverer of its own, who is not measured
  if (name === 'claim_outbox') return { status: 200, json: '[]' };
  try {
    const [row] = await sql.begin(async (transaction) => {
      // one after the other on the line, without waiting in between
      void transaction.unsafe("select set_config('role', 'service_role', true)").execute();
      return transaction.unsafe<{ answer: string | null }[]>(calls.statement(name, body), [body], {
        prepare: true,
      });
    });
    return { status: 200, json: row?.answer ?? 'null' };
  } catch (error) {
    return { status: 500, json: callError(error) };
  }
}

const port = await freePort();
// Node's own server and nothing on it: PostgREST is a compiled program
const api = createServer((request, response) => {
  void (async () => {
    const { status, json } = await callFunction(request.url?.split('/').at(-1) ?? '', await text(request));
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(json),
    });
    response.end(json);
  })();
});
api.listen(port, '127.0.0.1');
await once(api, 'listening');

const site = 'http://localhost:4321';
process.send?.({
  sql: url,
  settings: {
    SITE_URL: site,
    SUPABASE_URL: `http://127.0.0.1:${port}`,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    SMTP_URL: 'smtp://local:local@127.0.0.1:9',
    MAIL_FROM: 'Bench <bench@example.org>',
    INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'bench', k: random() }] }),
    TOKEN_SECRET: random(),
    BUILD_HOOK_URL: `${site}/.local/build-hook`,
  },
} satisfies DatabaseAddresses);

process.on('disconnect', () => {
  void (async () => {
    api.closeAllConnections();
    api.close();
    await sql.end({ timeout: 1 });
    await server.stop();
    process.exit(0);
  })();
});
