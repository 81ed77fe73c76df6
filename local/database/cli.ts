import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the real `supabase` CLI and returns what it printed; throws with its words when it fails. */
export const supabaseCli = async (...parameters: string[]): Promise<string> =>
  (await callCli(parameters)).stdout;

/** The same with what it says beside that, to whoever watches. */
export async function supabaseCliSays(...parameters: string[]): Promise<string> {
  const { stdout, stderr } = await callCli(parameters);
  return stdout + stderr;
}

function callCli(parameters: string[]) {
  return run(`${root}node_modules/.bin/supabase`, parameters, {
    cwd: root,
    env: {
      ...process.env,
      DO_NOT_TRACK: '1',
      SUPABASE_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      PGSSLMODE: 'disable',
    },
    maxBuffer: 32 * 1024 * 1024,
  });
}

/** The row types of a database's public schema, as committed in src/platform/database.types.ts. */
export const rowTypes = (databaseUrl: string) =>
  supabaseCli('gen', 'types', '--lang=typescript', '--db-url', databaseUrl, '--schema', 'public');
