import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { benchBuild } from './build.ts';
import { Figures } from './figures.ts';
import { benchFinder } from './finder.ts';
import { benchImport } from './import.ts';
import { benchLighthouse, scoreTable, type Scores } from './lighthouse.ts';
import { benchLoad, loadParts, writeLoad } from './load.ts';
import { loadNow, machine, machineLine } from './machine.ts';
import { benchRsvps } from './rsvps.ts';
import { benchSlowPhone } from './slow-phone.ts';
import { startStage } from './stage.ts';
import { table } from './table.ts';
import { benchTiming } from './timing.ts';

/**
 * `npm run bench`: measures, prints a table with what it must reach beside what it reaches, and writes
 * `bench/results.json`. Speed is no test: a figure over its limit is printed as such and fails nothing.
 */

const benches = ['import', 'finder', 'rsvps', 'timing', 'build', 'pages', ...loadParts] as const;
const usage = `npm run bench -- [--only load|${benches.join('|')}] [--sizes 1000,10000] [--runs 3] [--write]`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      sizes: { type: 'string' },
      runs: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
    },
  });
  const only = values.only === 'load' ? loadParts : benches.filter((name) => name === values.only);
  const sizes = values.sizes
    ?.split(',')
    .map(Number)
    .sort((a, b) => a - b);
  const runs = Number(values.runs);
  const whole = (value: number) => Number.isInteger(value) && value > 0;
  if ((values.only !== undefined && only.length === 0) || !whole(runs) || sizes?.every(whole) === false)
    throw new Error(usage);
  return { chosen: values.only === undefined ? benches : only, sizes, runs, write: values.write };
}

const { chosen, sizes, runs, write } = readArguments();
const ofLoad = new Map<string, string>();
const figures = new Figures(save);
const ofRsvps = { atOnce: new Figures(save), replies: new Figures(save) };
const ofTiming = new Figures(save);
const ofBuild = new Figures(save);
const ofPages: { scores: Scores[]; slow: Figures } = { scores: [], slow: new Figures(save) };
const browser = chosen.includes('finder') ? await launchChromium() : null;
const here = machine(browser?.version() ?? null);
console.log(`\n${machineLine(here)}\n`);
try {
  if (chosen.includes('import')) {
    console.log('  import: feeds are read and stored');
    await benchImport(sizes ?? [1000, 10_000, 50_000], runs, figures);
  }
  if (chosen.includes('rsvps')) {
    console.log('  rsvps: a PostgreSQL and the functions are started');
    await benchRsvps(sizes ?? [10, 5000], runs, ofRsvps);
  }
  if (chosen.includes('timing')) {
    console.log('  timing: known and unknown addresses are asked for in turns');
    await benchTiming(runs, ofTiming);
  }
  if (chosen.includes('build')) {
    console.log('  build: the site is built with thousands of posts');
    await benchBuild(sizes ?? [2000], runs, ofBuild);
  }
  if (chosen.includes('pages')) {
    console.log('  pages: the site is built');
    const stage = await startStage('site');
    try {
      await benchSlowPhone(stage.origin ?? '', runs, ofPages.slow);
      ofPages.scores = await benchLighthouse(stage.origin ?? '', runs);
    } finally {
      await stage.close();
    }
  }
  for (const part of loadParts.filter((name) => chosen.includes(name))) {
    console.log(`  ${part}: measured beside its bare parts`);
    const found = await benchLoad(part, { runs, size: sizes?.[0] });
    ofLoad.set(part, found);
    if (write) await writeLoad(part, found);
    save();
  }
  if (browser !== null) {
    console.log('  finder: the site is built');
    const stage = await startStage('site');
    try {
      const { origin, server } = stage;
      if (origin === null || server === null) throw new Error('The site did not come up');
      await benchFinder(
        { ...stage, origin, server },
        browser,
        sizes ?? [1000, 2000, 10_000, 50_000],
        runs,
        figures,
      );
    } finally {
      await stage.close();
    }
  }
} catch (error) {
  // what was measured until then is worth its minutes
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser?.close();
}
here.load.after = loadNow();

save();
const tables = [
  table(figures.all),
  table(ofRsvps.atOnce.all, 'at once'),
  table(ofRsvps.replies.all, 'replies'),
  table(ofTiming.all, 'pairs'),
  table(ofBuild.all, 'resources'),
  table(ofPages.slow.all, 'kB/s'),
].filter(
  (_, index) =>
    [figures, ofRsvps.atOnce, ofRsvps.replies, ofTiming, ofBuild, ofPages.slow][index]?.all.length,
);
tables.push(...ofLoad.values());
if (ofPages.scores.length > 0) tables.push(scoreTable(ofPages.scores));
console.log(`\n${tables.join('\n\n')}\n\nLoad at the end ${here.load.after}. In full: bench/results.json\n`);

/** At each figure: a run of many minutes that is stopped leaves what it has. */
function save(): void {
  const folder = fileURLToPath(new URL('../../bench/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const results = {
    at: new Date().toISOString(),
    machine: here,
    runs,
    figures: figures.all,
    rsvps: { atOnce: ofRsvps.atOnce.all, replies: ofRsvps.replies.all },
    timing: ofTiming.all,
    build: ofBuild.all,
    pages: { scores: ofPages.scores, slow: ofPages.slow.all },
    load: Object.fromEntries(ofLoad),
  };
  writeFileSync(`${folder}results.json`, `${JSON.stringify(results, null, 2)}\n`);
}
