import postgres from 'postgres';
import { startPostgres } from '../../local/database/postgres.ts';
import { migrate, openSupabase } from '../../local/database/supabase.ts';

/** One connection, so what it sets (role, transaction) stays. */
export type Client = postgres.Sql;

export interface FreshDatabase extends AsyncDisposable {
  url: string;
  /** One connection that owns the database. */
  owner: Client;
  /** That many connections, each open and acting as the service. */
  clients(count: number): Promise<Client[]>;
}

/** What a database must have before the first migration: `openSupabase` asks for keys, nobody uses these. */
export const unusedKeys = {
  publishableKey: 'sb_publishable_of-a-test',
  secretKey: 'sb_secret_of-a-test',
  jwtSecret: 'only-for-one-run-of-the-tests-'.padEnd(48, 'x'),
};

const template = 'template_onward';

/**
 * A real PostgreSQL with one migrated template, for what one connection cannot show. Start one per file;
 * each test takes a database of its own (`await using`), which costs a file copy.
 */
export async function startRealPostgres(options?: Parameters<typeof startPostgres>[0]) {
  const server = await startPostgres(options);
  const admin = connect(server.url('postgres'));
  // what is only made for the tests is not waited for
  const set = (fsync: string) =>
    admin.unsafe(`alter system ${fsync}`).then(() => admin.unsafe('select pg_reload_conf()'));
  if (options?.durable) await set('set fsync = off');
  await server.create(template);
  const supabase = await openSupabase(
    { kind: 'postgres', url: server.url(template), connections: 1 },
    unusedKeys,
  );
  await migrate(supabase);
  await supabase.close();
  if (options?.durable) await set('reset fsync');

  let databases = 0;
  return {
    server,
    async freshDatabase(): Promise<FreshDatabase> {
      const name = `fresh_${++databases}`;
      await admin.unsafe(`create database ${name} template ${template}`);
      const opened = [connect(server.url(name))] as const;
      const all: Client[] = [...opened];
      return {
        url: server.url(name),
        owner: opened[0],
        async clients(count) {
          const more = Array.from({ length: count }, () => connect(server.url(name)));
          all.push(...more);
          // one after another: sessions that open all at once trip over the catalogue
          for (const client of more) await client.unsafe('set role service_role');
          return more;
        },
        async [Symbol.asyncDispose]() {
          await Promise.all(all.map((client) => client.end({ timeout: 1 })));
        },
      };
    },
    async close() {
      await admin.end({ timeout: 1 });
      await server.stop();
    },
  };
}

export function connect(url: string): Client {
  return postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
}

/** Whether the server takes what this connection asks. */
export const answers = (client: Client): Promise<boolean> =>
  client.unsafe('select').then(
    () => true,
    () => false,
  );

/** Waits until it does: after an outage the first use of a connection from before breaks. */
export async function answersAgain(client: Client): Promise<void> {
  while (!(await answers(client)));
}

/** What `select`ing one function of ours returns. */
export async function call<Answer>(
  client: Client,
  expression: string,
  values: unknown[] = [],
): Promise<Answer> {
  const [row] = await client.unsafe<{ answer: Answer }[]>(
    `select ${expression} as answer`,
    values as never[],
  );
  return (row as { answer: Answer }).answer;
}

/** The SQLSTATE a call ends with, or null when it succeeds. */
export async function sqlState(work: PromiseLike<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof postgres.PostgresError) return error.code;
    throw error;
  }
}
