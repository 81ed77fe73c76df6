import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { builtPages } from '../support/crawl.ts';
import { onePageOfEachKind } from '../support/kinds.ts';
import { ownPages } from '../support/visitors.ts';

/**
 * Pictures of one page of each kind in `test-results/screens/`, for people to look at, and what can be
 * said of each without looking.
 */

const folder = 'test-results/screens';
let browser: TestBrowser;
let paths: string[];

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  browser = await startBrowser();
  const own = (await ownPages(inject('site').origin))
    .map((visit) => visit.name)
    .filter((name) => !name.includes(' '));
  const onDemand = ['', 'hand-out/', 'pathways/', 'sunday-night-big-book/'].map(
    (page) => `/meetings/${page}`,
  );
  const groups = '/step-down/groups/';
  const spanish = ['/es/', '/es/help/', '/es/guides/ride-out-a-craving/', '/es/tools/plan/', '/es/meetings/'];
  paths = [...onePageOfEachKind([...(await builtPages()), ...onDemand, groups]), ...spanish, ...own];
});
afterAll(() => browser.close());

/** One person's pages are told apart by what they show, not by their secret. */
const personal: [RegExp, string][] = [
  [/^\/r\/rrrr.*/, '/r-unknown'],
  [/^\/r\/s.*/, '/r-sign-up'],
  [/^\/r\/.*/, '/r-rsvp'],
];
const fileName = (path: string, how: string) => {
  const shown = personal.reduce((name, [pattern, plain]) => name.replace(pattern, plain), path);
  return `${folder}/${shown.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home'}--${how}.jpg`;
};

interface Look {
  name: string;
  media?: 'screen' | 'print';
  colorScheme?: 'light' | 'dark';
  /** CSS px, one picture each. */
  widths: number[];
  /** Of the letters, against what the browser is set to. */
  letters?: string;
}

const looks: Look[] = [
  { name: 'light', widths: [360, 768, 1280] },
  { name: 'dark', colorScheme: 'dark', widths: [360, 1280] },
  { name: 'print', media: 'print', widths: [720] },
  { name: 'text-200', letters: '200%', widths: [1280] },
];

test.each(looks)('$name: no page runs over its edge', async (look) => {
  const { name, media = 'screen', colorScheme = 'light', widths, letters } = look;
  const tooWide: string[] = [];
  const work = async (queue: string[]) => {
    const window = await browser.open({ reducedMotion: 'reduce' });
    const { page } = window;
    await page.emulateMedia({ media, colorScheme });
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await page.goto(path);
      if (letters) await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const how = media === 'print' ? name : `${width}-${name}`;
        await page.screenshot({ path: fileName(path, how), fullPage: true, type: 'jpeg', quality: 60 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) tooWide.push(`${path} (${how}): ${over} px`);
      }
    }
    await window.close();
  };
  const queue = [...paths];
  await Promise.all([work(queue), work(queue)]);
  expect(tooWide).toEqual([]);
});

test('without JavaScript every page still has its heading, its words and its ways on', async () => {
  const window = await browser.open({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  const { page } = window;
  const poor: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.screenshot({
      path: fileName(path, '360-no-script'),
      fullPage: true,
      type: 'jpeg',
      quality: 60,
    });
    const heading = await page.locator('main h1').count();
    const words = (await page.locator('main').innerText()).split(/\s+/).length;
    const ways = await page.locator('a[href^="/"]').count();
    if (heading !== 1 || words < 10 || ways < 3)
      poor.push(`${path}: ${heading} headings, ${words} words, ${ways} links`);
  }
  await window.close();
  expect(poor).toEqual([]);
});

test('help is on the first screen of every page, on a phone, without JavaScript', async () => {
  const window = await browser.open({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const without: string[] = [];
  for (const path of paths) {
    await window.page.goto(path);
    const call = window.page.locator('a[href="tel:988"]').first();
    const box = (await call.count()) > 0 ? await call.boundingBox() : null;
    if (!box || box.y + box.height > 640) without.push(path);
  }
  await window.close();
  expect(without).toEqual([]);
});
