import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { environmentVariables } from '#platform/environment.ts';
import type { Order } from './function-process.ts';

/** Starts a scheduled function in a process of its own, with the settings of this one. `settings` replace some. */
export function startFunction(name: string, settings: Record<string, string> = {}): ChildProcess {
  const child = fork(fileURLToPath(new URL('./function-process.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const ours = environmentVariables.flatMap((variable) => {
    const value = env[variable];
    return value ? [[variable, value] as const] : [];
  });
  child.send({ name, settings: { ...Object.fromEntries(ours), ...settings } } satisfies Order);
  return child;
}

/** What it answered, when it is done. */
export async function answerOf(child: ChildProcess): Promise<Record<string, number>> {
  const [answer] = (await once(child, 'message')) as [Record<string, number>];
  return answer;
}

/** Ends it at once with SIGKILL, as a host does with a function that takes too long. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
