import type { Browser, CDPSession, Page } from 'playwright-core';
import { mapOpened, pressed, settle, typed } from './controls.ts';
import { parts, typedWord } from './finder-parts.ts';
import { watchPage, type Effect } from './in-page.ts';
import { ownTime, traced } from './own-time.ts';

/** What one visit to the finder felt like. Null: not there yet. */
export interface Visit {
  firstRow: number | null;
  listReady: number | null;
  /** How many meetings the finder then says it has. */
  listed: number;
  presses: Effect[];
  typing: Effect | null;
  mapOpen: Effect | null;
  tasks: { loading: number; using: number; map: number };
  heap: number;
}

/** The longest tasks of a visit and the work of each press, in the main thread's own time. */
export interface Work {
  loading: number;
  using: number;
  map: number;
  presses: number[];
}

const slowDown = 4;
const listWait = 60_000;

/** A visit on a phone whose processor is four times slower than this machine's. */
export const visitFinder = (browser: Browser, origin: string): Promise<Visit> =>
  onAPhone(browser, origin, async (page, protocol) => {
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    return measure(page, protocol);
  });

/**
 * The same visit at full speed, for what it works, four times. Chromium slows down by the clock: it makes
 * a page wait as well for the time that other programs had the processor. Work is the same whoever else
 * is there.
 */
export const workOfVisit = (browser: Browser, origin: string): Promise<Work> =>
  onAPhone(browser, origin, async (page, protocol) => {
    await browser.startTracing(page, { categories: traced });
    await measure(page, protocol);
    const own = ownTime(await browser.stopTracing());
    return {
      loading: slowDown * own.longest('start', 'bench loaded'),
      using: slowDown * own.longest('bench using', 'bench map'),
      map: slowDown * own.longest('bench map', 'end'),
      presses: own.presses('bench typing').map((time) => slowDown * time),
    };
  });

async function onAPhone<Result>(
  browser: Browser,
  origin: string,
  visit: (page: Page, protocol: CDPSession) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    ...{ baseURL: origin, locale: 'en-US', timezoneId: 'America/Denver', reducedMotion: 'reduce' },
    ...{ viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPage, { row: parts.row, ready: parts.ready });
    return await visit(page, await context.newCDPSession(page));
  } finally {
    // a browser that went away has said so already
    await context.close().catch(() => undefined);
  }
}

async function measure(page: Page, protocol: CDPSession): Promise<Visit> {
  await page.goto(parts.page, { waitUntil: 'load', timeout: listWait });
  await page.waitForSelector(parts.ready, { state: 'attached', timeout: listWait }).catch(() => null);
  await settle(page);
  const firstRow = await page.evaluate(() => window.bench.firstRow);
  const listReady = await page.evaluate(() => window.bench.ready);
  const counted = (await page.locator(parts.count).first().textContent()) ?? '';
  const listed = Number(/[\d,]+/.exec(counted)?.[0].replaceAll(',', ''));
  const loading = await longestTask(page, 0);
  await mark(page, 'bench loaded');
  const heap = await heapOf(protocol);

  const using = await mark(page, 'bench using');
  const presses: Effect[] = [];
  for (const mode of parts.modes) {
    // on, and off again
    for (let press = 0; press < 2; press += 1) {
      const effect = await pressed(page, mode);
      if (effect !== null) presses.push(effect);
    }
  }
  await mark(page, 'bench typing');
  const typing = await typed(page, typedWord);
  const usingTask = await longestTask(page, using);

  const map = await mark(page, 'bench map');
  const mapOpen = await mapOpened(page);
  const tasks = { loading, using: usingTask, map: await longestTask(page, map) };
  return { firstRow, listReady, listed, presses, typing, mapOpen, tasks, heap };
}

/** Puts a mark into the trace, and says when. */
const mark = (page: Page, name: string): Promise<number> =>
  page.evaluate((text) => performance.mark(text).startTime, name);

const longestTask = (page: Page, since: number): Promise<number> =>
  page.evaluate(
    (from) =>
      Math.max(0, ...window.bench.longTasks.filter(([start]) => start >= from).map(([, length]) => length)),
    since,
  );

async function heapOf(protocol: CDPSession): Promise<number> {
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.send('Performance.enable');
  const { metrics } = await protocol.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}
