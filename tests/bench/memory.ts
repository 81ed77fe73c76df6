import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openAsker } from './ask.ts';
import type { Figures } from './figures.ts';
import { fill, startStage } from './stage.ts';
import { microseconds } from './times.ts';

/**
 * Whether a function that lives long keeps what it should not: one process that answers requests of every kind, and
 * what is in use after a collection at each tenth of them. Three of ten read (the list, the events, the health),
 * seven send what is refused. The slope is that of the line through all points but the first two.
 */

const refused = JSON.stringify({ event: 'no such', name: ' ', partySize: 0, email: 'nobody' });

export async function benchMemory(requests: number, figures: Figures): Promise<void> {
  const stage = await startStage('database');
  const file = fileURLToPath(new URL('./function-process.ts', import.meta.url));
  const child = fork(file, {
    ...{ stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: ['--expose-gc'] },
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const asker = openAsker(8);
  try {
    await fill(stage, 200);
    child.send(stage.settings);
    const [{ origin }] = (await once(child, 'message')) as [{ origin: string }];
    const heap = async () => {
      child.send('heap');
      const [said] = (await once(child, 'message')) as [{ heap: number }];
      return said.heap;
    };
    const one = async (number: number) => {
      const path = ['/api/meetings', '/api/events', '/api/health'][number % 10];
      const sent = { 'content-type': 'application/json', 'content-length': String(refused.length) };
      const { status } =
        path === undefined
          ? await asker.ask(`${origin}/api/rsvps`, sent, refused)
          : await asker.ask(origin + path);
      if (status !== (path === undefined ? 422 : 200))
        throw new Error(`${path ?? 'A post'} answered ${status}`);
    };
    const points: [number, number][] = [];
    const started = performance.now();
    for (let tenth = 1; tenth <= 10; tenth += 1) {
      await microseconds(requests / 10, 8, one);
      const megabytes = await heap();
      points.push([(tenth * requests) / 10, megabytes]);
      figures.add({ name: 'in use after a collection', unit: 'MB' }, (tenth * requests) / 10, [megabytes]);
    }
    const seconds = (performance.now() - started) / 1000;
    figures.add({ name: 'answered', unit: 'a second' }, requests, [requests / seconds]);
    figures.add(
      { name: 'growth in 100,000 requests', unit: 'MB', limit: { kind: 'most', value: 1 } },
      requests,
      [100_000 * slope(points.slice(2))],
    );
  } finally {
    asker.close();
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
    await stage.close();
  }
}

/** Of the straight line nearest to the points. */
function slope(points: [number, number][]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const [over, under] = points.reduce(
    ([above, below], [at, value]) => [above + (at - x) * (value - y), below + (at - x) ** 2],
    [0, 0],
  );
  return over / under;
}
