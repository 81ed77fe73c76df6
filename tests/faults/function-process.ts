import type { FunctionHandler } from '#platform/endpoint.ts';
import { setEnvironment } from '#platform/environment.ts';

/** A scheduled function in a process of its own, as a host runs it: told which by its parent, and ended when it is done. */

export interface Order {
  name: string;
  settings: Record<string, string>;
}

process.once('message', ({ name, settings }: Order) => {
  setEnvironment(settings);
  void (async () => {
    const { default: handler } = (await import(`../../netlify/functions/${name}.ts`)) as {
      default: FunctionHandler;
    };
    const behind: Promise<unknown>[] = [];
    const context = {
      ip: '127.0.0.1',
      requestId: name,
      waitUntil: (work: Promise<unknown>) => behind.push(work),
    };
    const answer = await handler(
      new Request('http://localhost/', { method: 'POST' }),
      context as unknown as Parameters<FunctionHandler>[1],
    );
    await Promise.all(behind);
    process.send?.(await answer.json(), () => process.disconnect());
  })();
});
