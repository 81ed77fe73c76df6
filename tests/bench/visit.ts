import type { Browser, CDPSession, Page } from 'playwright-core';
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
const quiet = 250;

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
  const typing = await typed(page);
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

/** Lets what still runs come to an end. */
const settle = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => setTimeout(done, 300), { timeout: 10_000 })),
  );

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

async function pressed(page: Page, selector: string): Promise<number | null> {
  const box = page.locator(selector).first();
  if ((await box.count()) === 0) return null;
  await reveal(page, selector);
  const change = page.evaluate(([watched, still]) => window.bench.nextChange('click', watched, still, 5000), [
    `${parts.count}, ${parts.results}`,
    quiet,
  ] as const);
  // a box that is drawn by its label is under it
  const label = page.locator(`label:has(${selector}), label[for="${(await box.getAttribute('id')) ?? ''}"]`);
  await ((await label.count()) > 0 ? label.first() : box).click();
  const time = await change;
  await settle(page);
  return time;
}

/** From the last key to the list that stands: a pause before it looks counts as well. */
async function typed(page: Page): Promise<number | null> {
  const field = page.locator(parts.words).first();
  if ((await field.count()) === 0) return null;
  await reveal(page, parts.words);
  await field.focus();
  await settle(page);
  await field.pressSequentially(typedWord.slice(0, -1), { delay: 120 });
  await settle(page);
  const change = page.evaluate(([watched, still]) => window.bench.nextChange('input', watched, still, 5000), [
    `${parts.count}, ${parts.results}`,
    quiet,
  ] as const);
  await page.keyboard.press(typedWord.slice(-1));
  const time = await change;
  await field.fill('');
  await settle(page);
  return time;
}

async function mapOpened(page: Page): Promise<number | null> {
  const button = page.locator(parts.openMap).first();
  if ((await button.count()) === 0) return null;
  await reveal(page, parts.openMap);
  const appearance = page.evaluate(
    (marker) => window.bench.nextAppearance('click', marker, 20_000),
    parts.marker,
  );
  await button.click();
  return appearance;
}

/** Unfolds what the control may be folded into. */
async function reveal(page: Page, selector: string): Promise<void> {
  await page.evaluate((control) => {
    let folded = document.querySelector(control)?.closest('details');
    for (; folded; folded = folded.parentElement?.closest('details')) folded.open = true;
  }, selector);
  await page.locator(selector).first().scrollIntoViewIfNeeded();
  await settle(page);
}
