import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { importFeed } from '#meetings/import/import-feed.ts';
import type { MeetingSource } from '#meetings/store.ts';
import { storeImport } from '#meetings/store.ts';
import { serviceDatabase } from '#platform/database.ts';
import { setEnvironment } from '#platform/environment.ts';
import { meetingRows } from './meeting-rows.ts';
import type { StackAddresses, StackOrder } from './stack-process.ts';

/** The stack in its process, from this side. This process has its environment, so that rooms work on it. */
export interface Stage extends StackAddresses {
  order(order: StackOrder): Promise<void>;
  close(): Promise<void>;
}

export async function startStage(kind: 'database' | 'site'): Promise<Stage> {
  const child = fork(fileURLToPath(new URL('./stack-process.ts', import.meta.url)), [kind], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const next = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      const gone = () => reject(new Error(`The stack of the bench went away:\n${words}`));
      child.once('exit', gone);
      child.once('message', (message) => {
        child.off('exit', gone);
        resolve(message as Message);
      });
    });
  const addresses = await next<StackAddresses>();
  setEnvironment(addresses.settings);
  return {
    ...addresses,
    order: async (order) => {
      child.send(order);
      const { failed } = await next<{ failed?: string }>();
      if (failed !== undefined) throw new Error(failed);
    },
    close: async () => {
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}

const feeds: [fellowship: string, share: number][] = [
  ['aa', 0.5],
  ['na', 0.25],
  ['al-anon', 0.15],
  ['recovery-dharma', 0.06],
  ['smart-recovery', 0.04],
];
// as large as a real feed is: a long list comes from many of them
const feedSize = 2500;

/** Empties the list and fills it with `count` meetings of several feeds, by the way every import takes. */
export async function fill(stage: Stage, count: number): Promise<void> {
  await stage.order({ query: 'truncate public.meetings, public.meeting_sources cascade' });
  let left = count;
  for (const [index, [fellowship, share]] of feeds.entries()) {
    const rows = meetingRows(index === feeds.length - 1 ? left : Math.round(count * share), index + 1);
    left -= rows.length;
    for (let from = 0; from < rows.length; from += feedSize) {
      const slug = `${fellowship}-${from / feedSize + 1}`;
      await store({ slug, fellowship }, rows.slice(from, from + feedSize));
    }
  }
  await stage.order({ query: 'analyze' });
  await stage.order({ empty: 'cdn' });
}

async function store(of: Pick<MeetingSource, 'slug' | 'fellowship'>, rows: unknown[]): Promise<void> {
  const context = { format: 'meeting-guide', timeZone: 'America/Denver' } as const;
  const feed = importFeed(rows, { ...context, fellowship: of.fellowship, source: of.slug });
  if (feed.error !== null) throw new Error(feed.error.message);
  const stored = await storeImport(
    serviceDatabase(),
    { ...context, ...of, name: of.slug, url: null },
    feed.data.meetings,
  );
  if (stored.error !== null) throw new Error(stored.error.message);
}
