import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hasTwin, inLanguage, languageOf } from '#i18n/language.ts';
import { contentSecurityPolicyForMeta, securityHeaders } from '#platform/security-headers.ts';
import { untranslated } from '../../local/words/untranslated.ts';
import { axeViolations, builtPages, crawl, open, type VisitedPage } from '../support/crawl.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { makeEveryPress } from '../support/every-press.ts';
import { onePageOfEachKind } from '../support/kinds.ts';
import { deviceTable, isOf, onTheDevice } from '../support/on-the-device.ts';
import { ownPages } from '../support/visitors.ts';

/** Every page of the production build, opened once in a browser; each test asks one thing of all of them. */

const { origin } = inject('site');
let browser: TestBrowser;
let pages: VisitedPage[];
let byPath: Map<string, VisitedPage>;

const isFile = (path: string) => /\.[a-z0-9]+$/.test(path);

beforeAll(async () => {
  browser = await startBrowser();
  const visits = [...(await builtPages()).map(open), ...(await ownPages(origin))];
  byPath = await crawl(browser, visits, (path) => !isFile(path) && !path.startsWith('/api/'));
  pages = [...byPath.values()];
  // more than a hundred pages, each with axe: on a machine that does other things besides that takes its time
}, 1_200_000);
afterAll(() => browser.close());

/** What a script fills in before anybody sees it: empty headings and links as the server sends them. */
const holes = /(?<=<template\b[^>]*>)[\s\S]*?(?=<\/template>)/g;

/** Before boxes of its name: an empty field that says so when none is ticked. */
const noneTicked = /<input type="hidden" name="[^"]+" value(="")?>/g;

/** "page: what is wrong with it", for all pages that something is wrong with. */
const wrong = (check: (page: VisitedPage) => string[]) =>
  pages.flatMap((page) => check(page).map((what) => `${page.path}: ${what}`));

test('there are pages of every kind to look at', () => {
  expect(pages.length).toBeGreaterThan(25);
  for (const path of ['/', '/help/', '/events/', '/meetings/', '/step-down/', '/privacy/']) {
    expect([...byPath.keys()]).toContain(path);
  }
});

test('every page answers with the status it should', () => {
  const expected = (path: string) => {
    if (/^(\/es)?\/(no\/such\/page\/|r\/rrrr)/.test(path)) return 404;
    if (path.endsWith('(sent empty)')) return 422;
    return 200;
  };
  // an error page asked for by its own name may say either
  expect(
    wrong((page) =>
      page.status === expected(page.path) || /^\/(404|500)$/.test(page.path)
        ? []
        : [`${page.status}, not ${expected(page.path)}`],
    ),
  ).toEqual([]);
});

test('no page asks another host for anything or complains on the console', () => {
  // a browser notes on the console that an error page is one
  const own = /Failed to load resource: the server responded with a status of (404|422|500)/;
  expect(wrong((page) => page.faults.filter((fault) => !own.test(fault) || page.status === 200))).toEqual([]);
});

test('no page that is only opened leaves anything on the device but what docs/privacy.md says comes by itself', async () => {
  const byItself = (await deviceTable()).filter((row) => row.byItself);
  expect(byItself.length).toBeGreaterThan(0);
  expect(wrong(({ device }) => device.filter((thing) => !byItself.some((row) => isOf(row, thing))))).toEqual(
    [],
  );
});

test('every press together leaves what the table “On the device” of docs/privacy.md says, all of it and nothing else', async () => {
  const table = await deviceTable();
  const { seen, faults } = await makeEveryPress(browser);
  expect(faults.filter((fault) => fault.startsWith('asked another host'))).toEqual([]);
  expect([...seen].filter((thing) => !table.some((row) => isOf(row, thing)))).toEqual([]);
  expect(table.map((row) => ({ row: row.name, seen: [...seen].some((thing) => isOf(row, thing)) }))).toEqual(
    table.map((row) => ({ row: row.name, seen: true })),
  );
});

test('negative control: a cookie, a key, a database and a cache that no row names are seen', async () => {
  const window = await browser.open();
  await window.page.goto('/help/');
  await window.page.evaluate(async () => {
    document.cookie = 'visitor=1';
    localStorage.setItem('visitor', '1');
    sessionStorage.setItem('visitor', '1');
    await caches.open('visitor');
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('visitor');
      opening.onsuccess = () => resolve(opening.result.close());
    });
  });
  const table = await deviceTable();
  const unnamed = (await onTheDevice(window)).filter((thing) => !table.some((row) => isOf(row, thing)));
  expect(unnamed).toEqual(
    ['cache', 'cookie', 'database', 'localStorage', 'sessionStorage'].map((kind) => `${kind} visitor`),
  );
  await window.close();
});

const isSpanish = ({ path }: VisitedPage) => languageOf({ pathname: path }) === 'es';
const english = (path: string) => byPath.get(inLanguage(path, 'en'));

test('a page under /es/ says so, and nothing on it is English', () => {
  const spanish = pages.filter(isSpanish);
  expect(spanish.length).toBeGreaterThan(90);
  expect(
    wrong((page) => {
      const twin = isSpanish(page) && english(page.path);
      if (!twin) return [];
      return [
        ...(/<html lang="es"/.test(page.html) ? [] : ['does not say that it is Spanish']),
        ...new Set([...untranslated(page.html, twin.html), ...untranslated(page.shown, twin.shown)]),
      ];
    }),
  ).toEqual([]);
});

test('negative control: an English sentence on a Spanish page is found, also in a label', () => {
  const page = (text: string, label: string) =>
    `<html><body><p aria-label="${label}">${text}</p></body></html>`;
  expect(untranslated(page('Where it is', 'Menú'), page('Where it is', 'Menu'))).toEqual(['Where it is']);
  expect(untranslated(page('Dónde', 'Menu'), page('Where', 'Menu'))).toEqual(['Menu']);
  expect(untranslated(page('You and the others', ''), page('Others', ''))).toEqual(['You and the others']);
  expect(untranslated(page('<b lang="en">You and the others</b>', ''), page('', ''))).toEqual([]);
});

const twinsOf = (page: VisitedPage) =>
  new Map(
    [...page.html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, language = '', href = '']) => [language, new URL(href).pathname],
    ),
  );

test('pages that may be found name each other in both languages, and each of them is there', () => {
  expect(
    wrong((page) => {
      const twins = twinsOf(page);
      const mayBeFound = !page.html.includes('content="noindex"') && page.status === 200;
      if (!mayBeFound) return twins.size > 0 ? ['has twins, though it may not be found'] : [];
      if (!hasTwin(page.path) || page.path.startsWith('/staff/')) return [];
      // what staff wrote in one language has one address that may be found
      if (twins.size === 0 && /^(\/es)?\/resources\/[^/]+\/$/.test(page.path))
        return page.html.includes('rel="canonical"') ? [] : ['does not say which address may be found'];
      const [en, es] = [twins.get('en') ?? '', twins.get('es') ?? ''];
      return [
        ...(en && es ? [] : ['does not name its twin']),
        ...(twins.get('x-default') === en ? [] : ['has another page for everybody else']),
        ...[en, es].filter((path) => !byPath.has(path)).map((path) => `${path} was not seen`),
        ...(twinsOf(byPath.get(en) ?? page).get('es') === es ? [] : ['is not named back']),
      ];
    }),
  ).toEqual([]);
});

test('who reads in Spanish goes on in Spanish', () => {
  expect(
    wrong((page) =>
      isSpanish(page)
        ? [...page.html.matchAll(/<a\b[^>]*>/g)]
            .map(([link]) => link)
            .filter((link) => !/hreflang="en"/.test(link))
            .flatMap((link) => /href="(\/[^"]*)"/.exec(link)?.[1] ?? [])
            .filter((path) => hasTwin(path) && languageOf({ pathname: path }) === 'en')
        : [],
    ),
  ).toEqual([]);
});

test('axe finds nothing on any page', () => {
  expect(wrong((page) => page.axe)).toEqual([]);
});

test('html-validate finds nothing in any page as served', async () => {
  // .htmlvalidate.json leaves out how Astro writes HTML (void-style, doctype-style, attribute-*-style,
  // no-trailing-whitespace), what CSS does for us (tel-non-breaking), labels that both wrap and name their
  // control, which voice control needs (no-redundant-for), titles that end in the program's name (long-title),
  // and roles said again where CSS takes a table apart, for browsers that forget them then (no-redundant-role)
  const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
  const reports = await Promise.all(
    pages.map(async (page) => {
      const { results } = await validator.validateString(
        page.html.replace(holes, '').replace(noneTicked, ''),
        page.path,
      );
      return results.flatMap(({ messages }) =>
        messages.map((message) => `${page.path}:${message.line}: ${message.ruleId}: ${message.message}`),
      );
    }),
  );
  expect(reports.flat()).toEqual([]);
});

test('every link of the site leads somewhere, and every fragment to a place on its page', async () => {
  const files = new Set(
    pages.flatMap((page) => page.links).filter((link) => !byPath.has(link.replace(/[#?].*$/, ''))),
  );
  const answers = new Map<string, number>();
  const queue = [...new Set([...files].map((link) => link.replace(/#.*$/, '')))];
  const ask = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift())
      answers.set(path, (await fetch(origin + path)).status);
  };
  // as many as a visitor's browser would: a thousand at once find the server busy and not the link dead
  await Promise.all(Array.from({ length: 6 }, ask));
  const dead = new Map<string, string>();
  for (const page of pages) {
    for (const link of page.links) {
      const [address = ''] = link.split('#');
      const target = byPath.get(address.replace(/\?.*$/, ''));
      const status = target?.status ?? answers.get(address) ?? 0;
      // an error page names the address that was asked for, in both languages, which is no promise
      if (
        (target && inLanguage(target.path, 'en') === inLanguage(page.path, 'en')) ||
        /^\/(404|500)$/.test(address)
      )
        continue;
      if (status >= 400) dead.set(address, `${page.path} links to ${address}, which answers ${status}`);
    }
    for (const link of page.links) {
      const [address = '', fragment] = link.split('#');
      const target = byPath.get(address.replace(/\?.*$/, ''));
      if (!fragment || !target) continue;
      // the answer to a form stands at the form's own address: a press on such a link stays on the answer
      const stays = page.path.startsWith(`${address} (`) && page.ids;
      if ((stays || target.ids).includes(decodeURIComponent(fragment))) continue;
      dead.set(link, `${page.path} links to ${link}, but that page has no such place`);
    }
  }
  expect([...dead.values()]).toEqual([]);
});

test('nothing is inline: no style, no script, no handler', () => {
  expect(
    wrong(({ html }) =>
      [
        ...html.matchAll(/<style\b[^>]*>|<[a-z][^<>]*\sstyle\s*=[^<>]*>|<[a-z][^<>]*\son[a-z]+\s*=[^<>]*>/gi),
        ...html.matchAll(/<script\b(?![^>]*\bsrc=)(?![^>]*type="application\/(ld\+)?json")[^>]*>/gi),
      ].map(([tag]) => tag.slice(0, 120)),
    ),
  ).toEqual([]);
});

test('pages made at build and on demand carry the same security headers, and no second policy', () => {
  expect(
    wrong(({ headers, html }) => {
      const meta = /<meta[^>]+http-equiv="content-security-policy"[^>]*content="([^"]*)"/i.exec(html)?.[1];
      return [
        ...Object.entries(securityHeaders)
          .filter(([name, value]) => headers[name.toLowerCase()] !== value)
          .map(([name]) => `${name} is ${headers[name.toLowerCase()] ?? 'missing'}`),
        ...(meta === undefined || meta.replaceAll('&#39;', "'") === contentSecurityPolicyForMeta
          ? []
          : [`meta says ${meta}`]),
      ];
    }),
  ).toEqual([]);
});

test.each([
  '/api/health',
  '/api/events',
  '/api/meetings',
  '/api/step-down',
  '/api/nothing',
  '/events/calendar.ics',
  '/robots.txt',
])('%s carries them too', async (path) => {
  const { headers } = await fetch(origin + path);
  for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name), name).toBe(value);
});

test("one person's page is kept by nobody and found by no search engine", () => {
  const personal = pages.filter((page) => page.path.startsWith('/r/'));
  expect(personal.length).toBeGreaterThan(2);
  for (const page of personal) {
    expect(page.headers['cache-control'], page.path).toBe('private, no-store');
    expect(`${page.headers['x-robots-tag'] ?? ''} ${page.html}`, page.path).toMatch(/noindex/);
  }
});

test('no page needs to be scrolled sideways on the narrowest phone (320 px, which is 1280 px at 400 %)', () => {
  expect(wrong((page) => (page.overflow > 0 ? [`${page.overflow} px too wide`] : []))).toEqual([]);
});

test('axe finds nothing after dark either, on one page of each kind', async () => {
  const window = await browser.open({
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    viewport: { width: 768, height: 1024 },
  });
  const found: string[] = [];
  for (const path of onePageOfEachKind(
    pages.map((page) => page.path).filter((path) => !path.includes(' ')),
  )) {
    await window.page.goto(path);
    found.push(...(await axeViolations(window)).map((violation) => `${path}: ${violation}`));
  }
  await window.close();
  expect(found).toEqual([]);
});

test('negative control: what these tests look for is seen when it is there', async () => {
  const window = await browser.open();
  await window.page.route(`${origin}/bad/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<html><body><img src="https://tracker.example/pixel.gif"><input><a href="/"></a><script>throw new Error("x")</script></body></html>',
    }),
  );
  await window.page.goto('/bad/');
  await window.page.waitForLoadState('load');
  expect(window.faults.join('\n')).toMatch(/asked another host: https:\/\/tracker\.example/);
  expect(window.faults.join('\n')).toMatch(/exception: x/);
  expect((await axeViolations(window)).join('\n')).toMatch(
    /image-alt[\s\S]*html-has-lang|html-has-lang[\s\S]*image-alt/,
  );
  await window.close();
});
