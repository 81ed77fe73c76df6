import { fileURLToPath } from 'node:url';
import { freePort } from '../../local/node-server.ts';
import { startPreviewSite } from '../../local/production-site.ts';
import { startTestStack } from './stack.ts';

/**
 * The production build on a populated stack in memory, in a process of its own: prints one line of JSON
 * when it answers, and ends when its parent does.
 */

const port = await freePort();
const stack = await startTestStack({ seed: true, origin: `http://localhost:${port}` });
const site = await startPreviewSite(port, {
  root: fileURLToPath(new URL('../../', import.meta.url)),
  workFolder: 'test-results',
  schedules: false,
});
console.log(JSON.stringify({ origin: stack.origin, mail: stack.mail.address }));

process.on('disconnect', () => {
  void site
    .stop()
    .then(stack.close)
    .then(() => process.exit(0));
});
