import axe from 'axe-core';
import { glob } from 'node:fs/promises';
import type { Response } from 'playwright-core';
import type { TestBrowser, TestWindow } from './browser.ts';
import { onTheDevice } from './on-the-device.ts';

/** What one page was like when a browser opened it. */
export interface VisitedPage {
  path: string;
  status: number;
  headers: Record<string, string>;
  /** As served, before any script ran. */
  html: string;
  /** What stands there when scripts have run. */
  shown: string;
  faults: string[];
  axe: string[];
  /** Addresses of this site that the page links to or loads, with their fragments. */
  links: string[];
  ids: string[];
  /** How far the page reaches past the right edge of a 320 px window, in px. */
  overflow: number;
  /** What lies on the device when the page has been opened, each as "kind name". */
  device: string[];
}

/** How to get to a page: an address, or something done before. */
export interface Visit {
  name: string;
  go(window: TestWindow): Promise<Response | null>;
}

export const open = (path: string): Visit => ({ name: path, go: (window) => window.page.goto(path) });

/** The addresses of all static pages of the build. */
export async function builtPages(): Promise<string[]> {
  const pages: string[] = [];
  for await (const file of glob('dist/**/*.html')) {
    pages.push(
      `/${file
        .slice('dist/'.length)
        .replace(/(^|\/)index\.html$/, '$1')
        .replace(/\.html$/, '')}`,
    );
  }
  return pages.sort();
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe has to say about the page once it is loaded, but for some rules: "rule: element (what to do)".
 * A heading can be found before the style sheet has come, and links without it stand too close.
 */
export async function axeViolations(window: TestWindow, without: string[] = []): Promise<string[]> {
  await window.page.waitForLoadState();
  await window.page.evaluate(axe.source);
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const chosen = { runOnly: tags, rules };
  return window.page.evaluate(async ({ runOnly, rules }) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      rules,
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} (${rule.help})`),
    );
  }, chosen);
}

/**
 * Visits the pages and every page they link to, a few at a time. `follows` says whether an address that
 * a link names is a page to visit too.
 */
export async function crawl(
  browser: TestBrowser,
  visits: Visit[],
  follows: (path: string) => boolean,
  atOnce = 3,
) {
  const queue = [...visits];
  const known = new Set(queue.map((visit) => visit.name));
  const pages = new Map<string, VisitedPage>();
  const work = async () => {
    const window = await browser.open({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    for (let visit = queue.shift(); visit; visit = queue.shift()) {
      const page = await look(window, visit);
      pages.set(visit.name, page);
      for (const link of page.links) {
        const path = link.replace(/[#?].*$/, '');
        if (known.has(path) || !follows(path)) continue;
        known.add(path);
        queue.push(open(path));
      }
    }
    await window.close();
  };
  // the first page brings the others their links
  const first = queue.splice(1);
  await work();
  queue.push(...first);
  await Promise.all(Array.from({ length: atOnce }, work));
  return pages;
}

async function look(window: TestWindow, visit: Visit): Promise<VisitedPage> {
  const { page, faults } = window;
  faults.length = 0;
  await page.setViewportSize({ width: 1280, height: 900 });
  const response = await visit.go(window);
  const found = await page.evaluate(() => {
    const addresses = [...document.querySelectorAll('[href], [src]')].map((element) => {
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      return new URL(address, document.baseURI);
    });
    return {
      links: addresses
        .filter((address) => address.origin === location.origin)
        .map((address) => address.pathname + address.search + address.hash),
      shown: document.documentElement.outerHTML,
      ids: [...document.querySelectorAll('[id], a[name]')].map(
        (element) => element.id || (element.getAttribute('name') ?? ''),
      ),
    };
  });
  // the colours of a Spanish page are those of its twin, and take as long to look at as all the rest
  const violations = await axeViolations(window, visit.name.startsWith('/es/') ? ['color-contrast'] : []);
  const device = await onTheDevice(window);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return {
    path: visit.name,
    status: response?.status() ?? 0,
    headers: (await response?.allHeaders()) ?? {},
    html: (await response?.text()) ?? '',
    shown: found.shown,
    faults: faults.filter((fault) => !ignored.some(({ pattern }) => pattern.test(fault))),
    axe: violations,
    links: [...new Set(found.links)],
    ids: found.ids,
    overflow,
    device,
  };
}

const ignored = [
  // Chromium without a window is built without some features that we switch off all the same
  { pattern: /Permissions-Policy header: Unrecognized feature/ },
];
