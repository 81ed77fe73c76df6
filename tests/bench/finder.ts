import type { Browser } from 'playwright-core';
import type { Figures } from './figures.ts';
import { processorShare } from './machine.ts';
import { parts } from './finder-parts.ts';
import { figuresOfFinder as of } from './finder-figures.ts';
import { serverAnswer } from './server-answer.ts';
import { fill, type Stage } from './stage.ts';
import { visitFinder, workOfVisit, type Visit, type Work } from './visit.ts';
import { compressed, weigh } from './weigh.ts';

/**
 * The finder, at each size: the production build in Chromium with its processor slowed down four times,
 * as a phone 360 px wide, with an empty cache for each visit. What the CDN keeps is there (`cdn.ts`), and
 * the network costs nothing, so that the figures are of our own work. The server's own answers, which a
 * CDN asks for once a minute, are lines of their own. What each figure is measured by: `docs/performance.md`.
 */
export async function benchFinder(
  stage: Stage & { origin: string; server: string },
  browser: Browser,
  sizes: number[],
  runs: number,
  figures: Figures,
): Promise<void> {
  for (const size of sizes) {
    console.log(`  finder: ${size.toLocaleString('en-US')} meetings are put into the database`);
    await fill(stage, size);
    await benchServer(stage, size, figures);
    await benchWeight(stage, browser, size, figures);
    const visits: Visit[] = [];
    const works: Work[] = [];
    const shares: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      shares.push(processorShare());
      visits.push(await visitFinder(browser, stage.origin));
      works.push(await workOfVisit(browser, stage.origin));
    }
    addVisits(visits, size, figures);
    addWorks(works, size, figures);
    figures.add(of.share, size, shares);
  }
}

async function benchServer(
  { server, origin }: Stage & { origin: string; server: string },
  size: number,
  figures: Figures,
) {
  const page = await serverAnswer(server + parts.page);
  const list = await serverAnswer(server + parts.list);
  const built = page.fresh ? undefined : 'the database was too slow: this is the list built into the site';
  figures.add(of.coldPage, size, [page.milliseconds], built);
  figures.add(of.coldList, size, [list.milliseconds]);
  const pageAgain = await serverAnswer(server + parts.page);
  const listAgain = await serverAnswer(server + parts.list);
  figures.add(of.knownPage, size, [pageAgain.milliseconds]);
  figures.add(of.knownList, size, [listAgain.milliseconds]);
  // what the CDN keeps from here on; a list that came too late for it is asked for again
  for (const path of [parts.list, parts.page, parts.more]) {
    for (let tries = 0; tries < 5; tries += 1) if ((await serverAnswer(origin + path)).fresh) break;
  }
}

async function benchWeight({ origin }: { origin: string }, browser: Browser, size: number, figures: Figures) {
  const weight = await weigh(browser, origin);
  figures.add(of.pageBytes, size, [weight.page / 1000]);
  figures.add(of.script, size, [weight.script / 1000]);
  figures.add(of.scriptWithMap, size, weight.scriptWithMap === null ? [] : [weight.scriptWithMap / 1000]);
  for (const [path, body] of weight.lists) {
    const { gzip, brotli } = compressed(body);
    const limit = path === parts.list ? of.listLimit : {};
    figures.add({ name: `${path}: gzip -9, a meeting`, unit: 'bytes', ...limit }, size, [gzip / size]);
    figures.add({ name: `${path}: brotli, a meeting`, unit: 'bytes' }, size, [brotli / size]);
  }
}

function addVisits(visits: Visit[], size: number, figures: Figures): void {
  const add = (
    figure: Parameters<Figures['add']>[0],
    get: (visit: Visit) => (number | null)[],
    note?: string,
  ) =>
    figures.add(
      figure,
      size,
      visits.flatMap(get).filter((value) => value !== null),
      note,
    );
  const other = visits.find(({ listed }) => listed !== size)?.listed;
  const short = other === undefined ? undefined : `the finder had ${other} meetings`;

  add(of.firstRow, ({ firstRow }) => [firstRow], short);
  add(of.longestTask, ({ tasks }) => [Math.max(tasks.loading, tasks.using)]);
  add(of.press, ({ presses }) => presses.map(({ painted }) => painted));
  add(of.mapOpen, ({ mapOpen }) => [mapOpen?.painted ?? null]);
  add(of.listReady, ({ listReady }) => [listReady]);
  add(of.wholePress, ({ presses }) => presses.map(({ settled }) => settled));
  add(of.worstPress, ({ presses }) =>
    presses.length === 0 ? [] : [Math.max(...presses.map(({ painted }) => painted))],
  );
  add(of.typing, ({ typing }) => [typing?.painted ?? null]);
  add(of.heap, ({ heap }) => [heap]);
}

function addWorks(works: Work[], size: number, figures: Figures): void {
  figures.add(
    of.longestWork,
    size,
    works.map(({ loading, using }) => Math.max(loading, using)),
  );
  figures.add(
    of.loadWork,
    size,
    works.map(({ loading }) => loading),
  );
  figures.add(
    of.usingWork,
    size,
    works.map(({ using }) => using),
  );
  figures.add(
    of.mapWork,
    size,
    works.map(({ map }) => map),
  );
  figures.add(
    of.pressWork,
    size,
    works.flatMap(({ presses }) => presses),
  );
}
