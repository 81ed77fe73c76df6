import type { Challenge, Solution } from 'altcha-lib';

/**
 * The browser's side of proof of work: asks for a challenge and has a worker solve it, so that nothing
 * waits for it but the sending. Whoever cannot do it sends without, and somebody looks at the answer first.
 */

/** How long a send waits for a solution that is not there yet. */
const patience = 8000;

/** A challenge is good for an hour. */
const keepsFor = 50 * 60_000;

/** Starts at once. What it returns gives the solution, or nothing when there is none in time. */
export function startWork(): () => Promise<string | undefined> {
  let solving: Promise<string | undefined> | null = solve();
  let since = performance.now();
  return () => {
    if (!solving || performance.now() - since > keepsFor) {
      solving = solve();
      since = performance.now();
    }
    const solved = solving.then((solution) => {
      // good for one send
      solving = null;
      return solution;
    });
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
    return Promise.race([solved, late]);
  };
}

async function solve(): Promise<string | undefined> {
  try {
    const answer = await fetch('/api/rsvps/challenge');
    if (!answer.ok) return undefined;
    const challenge = (await answer.json()) as Challenge;
    const solution = await inWorker(challenge);
    return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
  } catch {
    return undefined;
  }
}

function inWorker(challenge: Challenge): Promise<Solution | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Solution | null>((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data as Solution | null));
    worker.addEventListener('error', () => reject(new Error('The worker stopped')));
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
