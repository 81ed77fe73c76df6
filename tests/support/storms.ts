import { expect } from 'vitest';
import { call, type Client } from './postgres.ts';

/** Many connections at once, and what is asked about them. */

/** Runs all the work, spread over the connections; each connection does its share one by one. */
export async function storm<Result>(
  clients: Client[],
  work: ((client: Client) => Promise<Result>)[],
): Promise<Result[]> {
  const shares = clients.map((client, start) => async () => {
    const results: Result[] = [];
    for (let next = start; next < work.length; next += clients.length) {
      const task = work[next];
      if (task) results.push(await task(client));
    }
    return results;
  });
  return (await Promise.all(shares.map((share) => share()))).flat();
}

/** Repeats work whose outcome is a matter of luck until it shows something, ten times at most. */
export async function untilSeen(work: () => Promise<number>): Promise<number> {
  for (let round = 0; round < 10; round++) {
    const seen = await work();
    if (seen > 0) return seen;
  }
  return 0;
}

/** Asks until that session waits for a lock: no guess about how long that takes. */
export async function untilBlocked(owner: Client, process: number): Promise<void> {
  while (!(await call<boolean>(owner, `cardinality(pg_blocking_pids(${process})) > 0`)));
}

/** Takes something out of a function: what a negative control does. */
export async function replaceInFunction(
  owner: Client,
  name: string,
  part: string,
  by: string,
): Promise<void> {
  const source = await call<string>(owner, `pg_get_functiondef('${name}'::regprocedure)`);
  expect(source).toContain(part);
  await owner.unsafe(source.replace(part, by));
}
