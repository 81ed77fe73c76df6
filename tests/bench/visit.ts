import type { Browser, CDPSession, Page } from 'playwright-core';
import { mapOpened, pressed, settle, typed } from './controls.ts';
import { parts, typedWord } from './finder-parts.ts';
import { watchPage } from './in-page.ts';

/** One visit to the finder, on a phone four times slower than this machine. Null: not there yet. */
export interface Visit {
  firstRow: number | null;
  listReady: number | null;
  loadTask: number;
  presses: number[];
  typing: number | null;
  usingTask: number;
  mapOpen: number | null;
  mapTask: number | null;
  heap: number;
}

const slowDown = 4;
const listWait = 60_000;

export async function visitFinder(browser: Browser, origin: string): Promise<Visit> {
  const context = await browser.newContext({
    ...{ baseURL: origin, locale: 'en-US', timezoneId: 'America/Denver', reducedMotion: 'reduce' },
    ...{ viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPage, parts.row);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    return await measure(page, protocol);
  } finally {
    await context.close();
  }
}

async function measure(page: Page, protocol: CDPSession): Promise<Visit> {
  await page.goto(parts.page, { waitUntil: 'load', timeout: listWait });
  const listReady = await whenReady(page);
  await settle(page);
  const firstRow = await page.evaluate(() => window.bench.firstRow);
  const loadTask = await longestTask(page, 0);
  const heap = await heapOf(protocol);

  const from = await page.evaluate(() => performance.now());
  const presses: number[] = [];
  for (const mode of parts.modes) {
    // on, and off again
    for (let press = 0; press < 2; press += 1) {
      const time = await pressed(page, mode);
      if (time !== null) presses.push(time);
    }
  }
  const typing = await typed(page, typedWord);
  const usingTask = await longestTask(page, from);

  const beforeMap = await page.evaluate(() => performance.now());
  const mapOpen = await mapOpened(page);
  const mapTask = mapOpen === null ? null : await longestTask(page, beforeMap);
  return { firstRow, listReady, loadTask, presses, typing, usingTask, mapOpen, mapTask, heap };
}

/** Milliseconds from the navigation until the finder says that it has the whole list, or null if it never says. */
async function whenReady(page: Page): Promise<number | null> {
  const says = await page
    .waitForSelector(parts.ready, { state: 'attached', timeout: listWait / 4 })
    .catch(() => null);
  return says && page.evaluate(() => performance.now());
}

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
