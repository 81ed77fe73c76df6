import type { Context } from '@netlify/functions';

/** The context of a function, and the wait for what goes on behind its answers. */
export function watchedContext(parts: Partial<Pick<Context, 'ip' | 'requestId'>> = {}) {
  const behind: Promise<unknown>[] = [];
  const context = {
    ...{ ip: '203.0.113.9', requestId: 'test', ...parts },
    waitUntil: (work: Promise<unknown>) => void behind.push(work),
  } as unknown as Context;
  return {
    context,
    /** Fails with what failed there. */
    settled: async () => void (await Promise.all(behind.splice(0))),
  };
}
