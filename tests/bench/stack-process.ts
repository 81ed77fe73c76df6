import { fileURLToPath } from 'node:url';
import { environmentVariables } from '#platform/environment.ts';
import { freePort } from '../../local/node-server.ts';
import { startPreviewSite } from '../../local/production-site.ts';
import { startTestStack } from '../support/stack.ts';
import { startCdn } from './cdn.ts';

/**
 * What is measured, in a process of its own: the embedded database, and with the word `site` also the
 * production build behind a CDN of our own. Tells its parent where things are, answers its queries, and
 * ends when the parent does.
 */

export interface StackAddresses {
  settings: Record<string, string>;
  /** The site as a visitor gets it, from the CDN; null without a site. */
  origin: string | null;
  /** The site's own server, behind the CDN. */
  server: string | null;
}
export type StackOrder = { query: string } | { empty: 'cdn' };

const withSite = process.argv.includes('site');
const [front, back] = [await freePort(), await freePort()];
const origin = `http://localhost:${front}`;
const stack = await startTestStack({ seed: true, origin });
const site = withSite
  ? await startPreviewSite(back, {
      root: fileURLToPath(new URL('../../', import.meta.url)),
      workFolder: 'test-results/bench',
      schedules: false,
    })
  : null;
const server = `http://localhost:${back}`;
const cdn = withSite ? await startCdn(front, server) : null;

const settings = Object.fromEntries(environmentVariables.map((name) => [name, process.env[name] ?? '']));
process.send?.({
  settings,
  origin: withSite ? origin : null,
  server: withSite ? server : null,
} satisfies StackAddresses);

process.on('message', (order: StackOrder) => {
  void (async () => {
    if ('empty' in order) cdn?.empty();
    else await stack.database.execute(order.query);
    process.send?.({ done: true });
  })().catch((error: unknown) => process.send?.({ failed: String(error) }));
});
process.on('disconnect', () => {
  void (async () => {
    await cdn?.close();
    await site?.stop();
    await stack.close();
    process.exit(0);
  })();
});
