import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RealPostgres } from '../../local/database/postgres.ts';

/** The processes of a PostgreSQL that a test started: the first of them, and those it started. */

const run = promisify(execFile);

/** Their ids, that of the first one first. */
export async function processesOf({ data }: Pick<RealPostgres, 'data'>): Promise<number[]> {
  const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,stat=']);
  const started = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    // one that has ended may still be listed, as a zombie
    .filter(([, parent, state]) => parent === first && !state?.startsWith('Z'))
    .map(([id]) => Number(id));
  return [Number(first), ...started];
}

/** Ends all of them at once with SIGKILL, as when the machine goes dark, and waits until none is left. */
export async function killNine(server: Pick<RealPostgres, 'data'>): Promise<void> {
  const ids = await processesOf(server);
  for (const id of ids) kill(id, 'SIGKILL');
  while (await anyAlive(ids));
}

const kill = (id: number, signal: NodeJS.Signals) => {
  try {
    process.kill(id, signal);
  } catch {
    // it ended by itself, when the first one did
  }
};

async function anyAlive(ids: number[]): Promise<boolean> {
  const list = await run('ps', ['-o', 'stat=', '-p', ids.join(',')]).catch(() => ({ stdout: '' }));
  return list.stdout.split('\n').some((state) => state !== '' && !state.startsWith('Z'));
}
