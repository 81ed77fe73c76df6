import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serviceDatabase } from '#platform/database.ts';
import { setEnvironment } from '#platform/environment.ts';
import { buildLines } from '#publishing/today.ts';
import { siteBuilds } from '#publishing/site-builds.ts';
import { freePort } from '../../local/node-server.ts';
import publishDue from '../../netlify/functions/publish-due.ts';
import resources from '../../netlify/functions/resources.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { ask, runOnce, settled } from './asking.ts';
import { saw, seconds } from './seen.ts';

/** A host that does not take the order for a new site, in three ways. tests/functions/publishing.test.ts has the order alone. */

/** When the site that runs was built: a file of the project, which tests leave alone. */
const stamp = vi.hoisted(() => ({ builtAt: '2026-01-01T00:00:00.000Z' }));
vi.mock('#platform/build-stamp.ts', () => ({ buildStamp: () => ({ version: 'test', ...stamp }) }));

let stack: TestStack;
let host: Server;
let port: number;
let orders = 0;
let conduct: 500 | 202 | 'says-nothing' = 202;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  port = await freePort();
  host = createServer((_request, response) => {
    orders += 1;
    if (conduct !== 'says-nothing') response.writeHead(conduct).end();
  });
  await new Promise<void>((ready) => host.listen(port, '127.0.0.1', ready));
});
afterAll(async () => {
  host.closeAllConnections();
  await new Promise((done) => host.close(done));
  await stack.close();
});

const plan = (slug: string) =>
  stack.database.execute(
    `insert into public.resources (slug, publish_at, draft) values ('${slug}', now() - interval '1 minute',
      '{"title": "Planned", "summary": "S", "body": "B", "kind": "guide", "topics": ["work"], "audience": "everyone", "language": "en"}')`,
  );
/** So many seconds pass since a build was asked for. */
const pass = (count: number) =>
  stack.database.execute(`update public.site_builds set asked_at = asked_at - interval '${count} seconds'`);
const isListed = async (slug: string) =>
  JSON.stringify((await ask(resources, '/api/resources')).body).includes(`"${slug}"`);
const staffRead = async () => buildLines(await siteBuilds(serviceDatabase())).map(({ text }) => text);

test('what staff published stays, staff read that it is not live, and it is ordered again', async () => {
  const told = new Set<string>();
  const took: number[] = [];
  let kept = 0;
  const ways = ['500', 'refused', 'says-nothing'] as const;
  for (const way of ways) {
    conduct = way === 'says-nothing' ? way : 500;
    setEnvironment({
      BUILD_HOOK_URL: `http://127.0.0.1:${way === 'refused' ? await freePort() : port}/hook`,
    });
    await pass(300);
    await plan(`after-${way}`);
    const run = await runOnce(publishDue);
    took.push(run.milliseconds);
    expect(run).toMatchObject({ status: 200, body: { asked: true } });
    await settled();
    for (const line of await staffRead()) told.add(line);
    expect(await staffRead(), way).toHaveLength(1);
    if (await isListed(`after-${way}`)) kept += 1;
  }
  expect(kept).toBe(ways.length);

  // the host is well again
  conduct = 202;
  setEnvironment({ BUILD_HOOK_URL: `http://127.0.0.1:${port}/hook` });
  const before = orders;
  await runOnce(publishDue);
  expect(orders, 'within the quiet after the last order').toBe(before);
  await pass(600);
  await runOnce(publishDue);
  expect(orders).toBe(before + 1);
  await saw('build-hook-fails', {
    visitor: `The pages as they were last built, and new posts in the live list: ${kept} of ${ways.length}. Staff read “${[...told].join()}”`,
    lost: `0 of ${ways.length} posts; the site is ordered again within ten minutes`,
    figures: ways.map((way, place) => `${way}: ${seconds(took[place] ?? 0)}`),
  });
}, 60_000);
