import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { benchBundles } from './bundles.ts';
import { Figures } from './figures.ts';
import { benchGrowth } from './growth.ts';
import { loadNow } from './machine.ts';
import { benchMemory } from './memory.ts';
import { benchOutbox } from './outbox.ts';
import { benchServed } from './served.ts';
import { benchSignUps } from './sign-ups.ts';
import { benchStorm } from './storm.ts';
import { table } from './table.ts';

/** What the site carries, in parts that can be measured one by one; each prints one table and keeps its place in the docs. */

interface Asked {
  runs: number;
  /** In place of the usual one: people, mails, requests, meetings, the fewest rows. */
  size: number | undefined;
}

const drawn = async (counted: string, measure: (figures: Figures) => Promise<void>) => {
  const figures = new Figures();
  await measure(figures);
  return table(figures.all, counted);
};

const parts = {
  bundles: ({ runs }: Asked) => benchBundles(runs),
  served: ({ size }: Asked) => drawn('meetings', (figures) => benchServed(size ?? 2000, figures)),
  storm: ({ size }: Asked) => drawn('people', (figures) => benchStorm(size ?? 2000, figures)),
  'sign-ups': ({ runs }: Asked) => drawn('at once', (figures) => benchSignUps(runs, figures)),
  outbox: ({ size }: Asked) => drawn('mails', (figures) => benchOutbox(size ?? 5000, figures)),
  memory: ({ size }: Asked) => drawn('requests', (figures) => benchMemory(size ?? 100_000, figures)),
  growth: ({ size }: Asked) => drawn('rows', (figures) => benchGrowth(size ?? 100, figures)),
};
type LoadPart = keyof typeof parts;
export const loadParts = Object.keys(parts) as LoadPart[];

/** Measures one part and returns its table, with the day and the load of the machine in a line before it. */
export async function benchLoad(part: LoadPart, asked: Asked): Promise<string> {
  const before = loadNow();
  const found = await parts[part](asked);
  const day = new Date().toISOString().slice(0, 10);
  return `\`npm run bench -- --only ${part}\`, ${day}, load of the machine ${before} before and ${loadNow()} after:\n\n${found}`;
}

const docs = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** Puts what was measured between the two marks of its part in docs/performance.md. */
export async function writeLoad(part: LoadPart, found: string): Promise<void> {
  const text = readFileSync(docs, 'utf8');
  const [open, close] = [`<!-- bench: ${part} -->`, `<!-- end: ${part} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${part}`);
  const written = `${text.slice(0, from + open.length)}\n\n${found}\n\n${text.slice(to)}`;
  writeFileSync(docs, await format(written, { parser: 'markdown' }));
}
