import postgres from 'postgres';
import { startPostgres } from '../../local/database/postgres.ts';
import { migrate, openSupabase } from '../../local/database/supabase.ts';

/** One connection. Transactions by `begin`/`commit` through {@link Client.unsafe} stay on it. */
export type Client = postgres.Sql;

export interface FreshDatabase {
  url: string;
  /** One connection that owns the database. */
  owner: Client;
  /** That many connections, each open and acting as the service. */
  clients(count: number): Promise<Client[]>;
}

const keys = {
  publishableKey: 'sb_publishable_of-a-test',
  secretKey: 'sb_secret_of-a-test',
  jwtSecret: 'only-for-one-run-of-the-tests-'.padEnd(48, 'x'),
};

export const connect = (url: string): Client => postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });

/**
 * A real PostgreSQL with one migrated template, for what one connection cannot show. Start one per file;
 * each test that writes takes a database of its own, which costs a file copy.
 */
export async function startRealPostgres() {
  const server = await startPostgres();
  const opened: Client[] = [];
  const open = (url: string) => {
    const client = connect(url);
    opened.push(client);
    return client;
  };

  await server.create('template_onward');
  const supabase = await openSupabase(
    { kind: 'postgres', url: server.url('template_onward'), connections: 1 },
    keys,
  );
  await migrate(supabase);
  await supabase.close();
  const admin = open(server.url('postgres'));
  let databases = 0;

  return {
    server,
    async freshDatabase(): Promise<FreshDatabase> {
      const name = `fresh_${++databases}`;
      await admin.unsafe(`create database ${name} template template_onward`);
      const url = server.url(name);
      return {
        url,
        owner: open(url),
        clients: async (count) => {
          const all = Array.from({ length: count }, () => open(url));
          for (const client of all) await client.unsafe('set role service_role');
          return all;
        },
      };
    },
    async close() {
      await Promise.all(opened.map((client) => client.end({ timeout: 1 })));
      await server.stop();
    },
  };
}
