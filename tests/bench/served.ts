import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../local/node-server.ts';
import { openAsker } from './ask.ts';
import type { Figures } from './figures.ts';
import { serverAnswer } from './server-answer.ts';
import { fill, startStage } from './stage.ts';
import { microseconds, quantile } from './times.ts';

/**
 * What visitors fetch, twenty at once over kept connections: a static page and the list of meetings, from the
 * site's own server and from the bench's CDN, beside a bare server that reads the same bytes from a file.
 */

const atOnce = 20;
const count = 2000;
const list = '/api/meetings';
const page = '/help/';

export async function benchServed(meetings: number, figures: Figures): Promise<void> {
  const stage = await startStage('site');
  const asker = openAsker(atOnce);
  const bare = await startBare();
  const measure = async (name: string, address: string, headers: Record<string, string>, status = 200) => {
    const { bytes } = await asker.ask(address, headers);
    const started = performance.now();
    const times = await microseconds(count, atOnce, async () => {
      const answer = await asker.ask(address, headers);
      if (answer.status !== status) throw new Error(`${address} answered ${answer.status}`);
    });
    const aSecond = count / ((performance.now() - started) / 1000);
    figures.add({ name: `${name}: answers`, unit: 'a second' }, meetings, [aSecond]);
    figures.add({ name: `${name}: p50`, unit: 'µs' }, meetings, [quantile(times, 0.5)]);
    figures.add({ name: `${name}: p99`, unit: 'µs' }, meetings, [quantile(times, 0.99)]);
    figures.add({ name: `${name}: size`, unit: 'kB' }, meetings, [bytes / 1000]);
    return aSecond;
  };
  try {
    const { origin, server } = stage;
    if (origin === null || server === null) throw new Error('The site did not come up');
    await fill(stage, meetings);
    const cold = await serverAnswer(server + list);
    figures.add({ name: 'the list just changed, once', unit: 'ms' }, meetings, [cold.milliseconds]);

    for (const [name, path] of [
      ['a page', page],
      ['the list', list],
    ] as const) {
      const answer = await fetch(server + path, { headers: { 'accept-encoding': 'identity' } });
      await bare.hold(Buffer.from(await answer.arrayBuffer()));
      const alone = await measure(`${name}, bare file`, bare.address, {});
      const ours = await measure(`${name}, the site’s server`, server + path, {});
      figures.add({ name: `${name}: bare file by the site’s server`, unit: 'times' }, meetings, [
        alone / ours,
      ]);
      for (const encoding of ['gzip', 'br'])
        await measure(`${name}, CDN, ${encoding}`, origin + path, { 'accept-encoding': encoding });
    }
    const etag = (await fetch(server + list)).headers.get('etag') ?? '';
    await measure('the list, unchanged (304)', server + list, { 'if-none-match': etag }, 304);
  } finally {
    asker.close();
    await bare.close();
    await stage.close();
  }
}

async function startBare() {
  const port = await freePort();
  const file = fileURLToPath(new URL('../../test-results/bench/bare', import.meta.url));
  const server = createServer((_request, response) => {
    void readFile(file).then((bytes) => response.end(bytes));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${port}/`,
    hold: (bytes: Buffer) => writeFile(file, bytes),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
