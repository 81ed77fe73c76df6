import type { Context } from '@netlify/functions';
import { setEnvironment } from '#platform/environment.ts';
import { freePort, serve } from '../../local/node-server.ts';
import manage from '../../netlify/functions/rsvps-manage.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import events from '../../netlify/functions/events.ts';
import health from '../../netlify/functions/health.ts';
import meetings from '../../netlify/functions/meetings.ts';

/**
 * The functions that the benches ask, as they are deployed, behind HTTP, in a process of its own. The header
 * `x-bench-address` says from where somebody asks. What they do after their answer (mail) is not done here:
 * it goes on when the person has been answered.
 */

const handlers = new Map([
  ['/api/rsvps', rsvps],
  ['/api/rsvps/manage', manage],
  ['/api/step-down/sign-ups', signUps],
  ['/api/events', events],
  ['/api/health', health],
  ['/api/meetings', meetings],
]);

/** Megabytes in use after a collection; needs `--expose-gc`. */
const heap = () => {
  for (let turn = 0; turn < 2; turn += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

process.once('message', (settings: Record<string, string>) => {
  process.on('message', (order) => {
    if (order === 'heap') process.send?.({ heap: heap() });
  });
  setEnvironment(settings);
  void (async () => {
    const port = await freePort();
    const server = await serve(port, 'PORT', async (request) => {
      const handler = handlers.get(new URL(request.url).pathname);
      if (handler === undefined) return new Response(null, { status: 404 });
      return handler(request, {
        ip: request.headers.get('x-bench-address') ?? '127.0.0.1',
        requestId: 'bench',
        waitUntil: () => {},
      } as unknown as Context);
    });
    process.on('disconnect', () => void server.close().then(() => process.exit(0)));
    process.send?.({ origin: `http://127.0.0.1:${port}` });
  })();
});
