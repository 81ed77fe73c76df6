import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { builtPages } from '../support/crawl.ts';
import { loadedBodies } from '../support/loaded-bodies.ts';

/** What a page costs, in bytes as sent: what the browser asked for when it opened the page, compressed. */

interface Weight {
  path: string;
  html: number;
  css: number;
  js: number;
  fonts: number;
  fontPreloads: number;
}

let browser: TestBrowser;
let weights: Weight[];
/** One with an address, a link and a number, so with everything that a meeting's page can have. */
const aMeeting = '/meetings/sunday-night-big-book/';

beforeAll(async () => {
  browser = await startBrowser();
  const paths = [
    ...new Set([
      ...(await builtPages()),
      '/meetings/',
      '/meetings/suggest/',
      aMeeting,
      '/meetings/pathways/',
      '/step-down/sign-up/',
      '/step-down/groups/',
    ]),
  ];
  weights = [];
  const queue = [...paths];
  const work = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) weights.push(await weigh(path));
  };
  await Promise.all([work(), work(), work()]);
});
afterAll(() => browser.close());

/** Opens a page with an empty cache and adds up what came. */
async function weigh(path: string): Promise<Weight> {
  const window = await browser.open();
  const loaded = await loadedBodies(window.page, path);
  const fontPreloads = await window.page.locator('link[rel="preload"][as="font"]').count();
  await window.close();
  const sent = (type: string, size: (body: Buffer) => number) =>
    loaded.filter(([kind]) => kind === type).reduce((total, [, body]) => total + size(body), 0);
  const compressed = (body: Buffer) => gzipSync(body).byteLength;
  return {
    path,
    html: sent('document', compressed),
    css: sent('stylesheet', compressed),
    js: sent('script', compressed),
    // woff2 is compressed already
    fonts: sent('font', (body) => body.byteLength),
    fontPreloads,
  };
}

const kB = 1000;
const over = (which: RegExp, limits: { page: number; js: number }) => {
  const chosen = weights.filter(({ path }) => which.test(path));
  expect(chosen.length, `pages like ${which}`).toBeGreaterThan(0);
  return chosen
    .filter(({ html, css, js }) => html + css > limits.page * kB || js > limits.js * kB)
    .map(({ path, html, css, js }) => `${path}: HTML ${html} + CSS ${css} = ${html + css}, JS ${js}`);
};

test('a guide, a help page, an event and a level of care fit into the first flight: 14 kB of HTML and CSS, 6 kB of JavaScript', () => {
  expect(over(/^\/(?:(?:guides|help|events)\/.|levels-of-care\/)/, { page: 14, js: 6 })).toEqual([]);
});

test('a meeting’s page does too', () => {
  expect(over(new RegExp(`^${aMeeting}$`), { page: 14, js: 6 })).toEqual([]);
});

test('the finder stays within 30 kB for its first screen and 35 kB of JavaScript', () => {
  expect(over(/^\/meetings\/$/, { page: 30, js: 35 })).toEqual([]);
});

test('a tool costs 12 kB of JavaScript', () => {
  expect(over(/^\/tools\/./, { page: 25, js: 12 })).toEqual([]);
});

test('every other page stays within what staff pages may cost: 25 kB and 30 kB of JavaScript', () => {
  expect(over(/^\/(?!meetings\/$)/, { page: 25, js: 30 })).toEqual([]);
});

test('fonts cost 80 kB together, and exactly one is asked for ahead', () => {
  expect(
    weights
      .filter(({ fonts, fontPreloads }) => fonts > 80 * kB || fontPreloads !== 1)
      .map(({ path, fonts, fontPreloads }) => `${path}: ${fonts} bytes, ${fontPreloads} preloads`),
  ).toEqual([]);
  expect(Math.max(...weights.map(({ fonts }) => fonts))).toBeGreaterThan(10 * kB);
});

test('negative control: a page over its budget is named', () => {
  expect(over(/^\/$/, { page: 0.1, js: 0 })).toHaveLength(1);
});
