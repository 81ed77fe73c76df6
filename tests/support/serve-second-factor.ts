import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Context } from '@netlify/functions';
import { setEnvironment } from '#platform/environment.ts';
import { functionContext } from '../../local/netlify.ts';
import { freePort, serve } from '../../local/node-server.ts';
import type { BackstageOrder } from './backstage.ts';
import { withSecondFactors } from './second-factors.ts';
import { startTestStack } from './stack.ts';

/**
 * The pages of the last build on a stack of their own whose Auth keeps second factors, in a process of its
 * own: prints one line of JSON when it answers, and ends when its parent does.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = await freePort();
const stack = await startTestStack({ seed: true, origin: `http://localhost:${port}` });
const authPort = await freePort();
const auth = await serve(
  authPort,
  'SUPABASE_PORT',
  await withSecondFactors({
    fetch: (request) => stack.database.fetch(request),
    query: (sql) => stack.database.query(sql),
    jwtSecret: stack.jwtSecret,
  }),
);
setEnvironment({ SUPABASE_URL: `http://127.0.0.1:${authPort}` });

const pages = (await import(pathToFileURL(join(root, '.netlify/v1/functions/ssr/ssr.mjs')).href)) as {
  default(request: Request, context: Context): Promise<Response>;
};
const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};
const built = async ({ pathname }: URL) => {
  const type = types[extname(pathname)];
  const file = type && (await readFile(join(root, 'dist', pathname)).catch(() => null));
  return file ? new Response(file, { headers: { 'Content-Type': type } }) : null;
};
const site = await serve(
  port,
  'PORT',
  async (request, address) =>
    (await built(new URL(request.url))) ?? pages.default(request, functionContext(address)),
);
const backstagePort = await freePort();
const backstage = await serve(backstagePort, 'PORT', async (request) => {
  const order = (await request.json()) as BackstageOrder;
  return Response.json('query' in order ? await stack.database.query(order.query) : []);
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
    .close()
    .then(backstage.close)
    .then(auth.close)
    .then(stack.close)
    .then(() => process.exit(0));
});
