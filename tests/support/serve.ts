import { fileURLToPath } from 'node:url';
import { freePort, serve } from '../../local/node-server.ts';
import { startPreviewSite } from '../../local/production-site.ts';
import type { BackstageOrder } from './backstage.ts';
import { startTestStack } from './stack.ts';

/**
 * The production build on a populated stack in memory, in a process of its own: prints one line of JSON
 * when it answers, and ends when its parent does. Whoever asks for a new build gets one only with
 * `--rebuilds`: pages that change while many tests read them would make each depend on the others.
 */

const port = await freePort();
const stack = await startTestStack({ seed: true, origin: `http://localhost:${port}` });
const site = await startPreviewSite(port, {
  root: fileURLToPath(new URL('../../', import.meta.url)),
  workFolder: 'test-results',
  schedules: false,
  hook: process.argv.includes('--rebuilds'),
});
const backstagePort = await freePort();
const backstage = await serve(backstagePort, 'PORT', async (request) => {
  const order = (await request.json()) as BackstageOrder;
  if ('query' in order) return Response.json(await stack.database.query(order.query));
  if ('site' in order) {
    await site.rebuild();
    return Response.json([]);
  }
  await (order.database === 'down' ? stack.takeDatabaseDown() : stack.bringDatabaseBack());
  return Response.json([]);
});
console.log(
  JSON.stringify({
    origin: stack.origin,
    mail: stack.mail.address,
    backstage: `http://127.0.0.1:${backstagePort}`,
  }),
);

process.on('disconnect', () => {
  void site
    .stop()
    .then(backstage.close)
    .then(stack.close)
    .then(() => process.exit(0));
});
