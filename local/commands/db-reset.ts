import { rm } from 'node:fs/promises';
import { seed } from '../database/seed.ts';
import { migrate, openSupabase } from '../database/supabase.ts';
import { localSecrets } from '../secrets.ts';
import { runningStack } from '../stack.ts';

/** `npm run db:reset`: an empty local database, every migration, the demo data. Secrets stay. */

const directory = '.data';

async function run(): Promise<string> {
  const running = await runningStack(directory);
  if (running) throw new Error(`The local stack is running (process ${running}). Stop it first, then reset.`);
  await rm(`${directory}/database`, { recursive: true, force: true });
  await rm(`${directory}/database-files`, { recursive: true, force: true });
  const source = { kind: 'pglite', directory: `${directory}/database` } as const;
  const database = await openSupabase(source, await localSecrets(directory));
  try {
    const applied = await migrate(database);
    await seed(database);
    return `The local database is new: ${applied.length} migrations, and the demo data counted from today.`;
  } finally {
    await database.close();
  }
}

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
