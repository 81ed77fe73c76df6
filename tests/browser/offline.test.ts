import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { BrowserContext, Browser } from 'playwright-core';
import { buildWorker } from '#offline/build-worker.ts';
import { chosenFrom, type KeptList } from '#offline/kept-list.ts';
import { weightOf } from '#offline/made-list.ts';
import type { Page } from '../support/browser.ts';
import { launchChromium } from '../support/chromium.ts';
import { lineTo, type Line } from '../support/cut-line.ts';
import { allKept, keepHere } from '../support/keep-here.ts';
import { openEvent } from '../support/visitors.ts';

/** The site without a signal: what is here, what is never kept, how a new version comes, and how all of it goes. */

let browser: Browser;
const made = async () =>
  JSON.parse(await readFile('kept-list.json', 'utf8')) as { also: string[]; list: KeptList };
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

interface Visit {
  page: Page;
  context: BrowserContext;
  line: Line;
  /** No signal, as the phone knows it, or as it finds out. */
  cut(): Promise<void>;
}

async function onThePhone(work: (visit: Visit) => Promise<void>): Promise<void> {
  const line = await lineTo(inject('site').origin);
  const context = await browser.newContext({
    baseURL: line.origin,
    locale: 'en-US',
    timezoneId: 'America/Denver',
    viewport: { width: 360, height: 780 },
    reducedMotion: 'reduce',
  });
  const cut = async () => {
    line.cut();
    await context.setOffline(true);
  };
  try {
    await work({ page: await context.newPage(), context, line, cut });
  } finally {
    await context.close();
    await line.close();
  }
}

/** Goes there and stays until everything that a first visit takes along is on the device. */
async function firstVisit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const list = path.startsWith('/es/') ? '/es/meetings/' : '/meetings/';
  await expect.poll(() => cached(page), { timeout: 60_000 }).toContain('/api/meetings/words');
  expect(await cached(page)).toContain(list);
}

/** The addresses of all that lies in any cache, without revisions. */
const cached = (page: Page) =>
  page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        addresses.push(new URL(url).pathname + new URL(url).search.replace(/^\?revision=.*$/, ''));
    return addresses;
  });

const heading = (page: Page) => page.locator('main h1').innerText();
const aMeeting = '/meetings/hope-after-dark/';

test('a first visit takes at most 1.5 MB along, and what it takes is listed', async () => {
  const { list } = await made();
  for (const language of ['en', 'es'] as const) {
    const files = chosenFrom(list, [language], false);
    const sum = weightOf('dist', files);
    console.log(
      `${language}: ${files.length} files, ${Math.round(sum / 1000)} kB\n${files.map(({ url }) => url).join('\n')}`,
    );
    expect(sum).toBeLessThanOrEqual(1_500_000);
    expect(sum).toBeGreaterThan(200_000);
    const least = weightOf('dist', chosenFrom(list, [language], true));
    expect(least, 'with Save-Data').toBeLessThan(sum * 0.75);
  }
  const urls = chosenFrom(list, ['en'], false).map(({ url }) => url);
  for (const path of [
    '/',
    '/help/',
    '/help/naloxone/',
    '/tools/plan/',
    '/guides/sleep/',
    '/my-data/',
    '/offline/',
    '/es/offline/',
  ])
    expect(urls).toContain(path);
  for (const part of [
    'urge-timer-element',
    'counter-card',
    'calendar-file',
    'unlock-form',
    'people-here',
    'lock.',
    'MeetingFinder',
  ])
    expect(
      urls.some((url) => url.includes(part)),
      part,
    ).toBe(true);
  expect(urls.filter((url) => /^\/es\/(?!offline)|\/staff\/|\/r\/|meeting-map/.test(url))).toEqual([]);
});

test('after one visit help, tools, guides, the list and saved meetings are there without a signal', () =>
  onThePhone(async ({ page, cut }) => {
    await firstVisit(page, '/guides/sleep/');
    await page.goto(aMeeting);
    await page.locator('save-meeting button').press('Space');
    await page.locator('save-meeting button[aria-pressed=true]').waitFor();
    await expect.poll(() => cached(page)).toContain(aMeeting);
    await cut();

    await page.goto('/help/');
    expect(await heading(page)).toBe('Help right now');
    expect(await page.locator('a[href="tel:988"]').count()).toBeGreaterThan(0);
    const styled = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(styled).toContain('Atkinson');

    await page.goto('/tools/coping-card/');
    await page.locator('#reason-1').fill('Sam’s breakfast');
    await keepHere(page);
    await page.reload();
    await expect.poll(() => page.locator('#reason-1').inputValue()).toBe('Sam’s breakfast');

    await page.goto('/tools/plan/');
    const paper = await page.pdf({ format: 'Letter' });
    expect(paper.byteLength).toBeGreaterThan(10_000);

    // a part that a tool only loads when it is pressed
    await page.goto('/tools/urge-timer/');
    await page.locator('[data-minutes]').first().press('Enter');
    await page.waitForFunction(() => customElements.get('urge-timer') !== undefined);

    await page.goto('/guides/');
    await page.goto('/guides/ride-out-a-craving/');
    expect(await heading(page)).toMatch(/craving/i);

    await page.goto('/meetings/');
    await page.locator('meeting-finder[data-ready]').waitFor();
    await page.getByText(/^No signal\. List as of \w{3} \d{1,2}:\d{2}/).waitFor();
    const before = await page.locator('[data-results] .meeting').count();
    await page.locator('input[name="q"]').fill('hope after');
    await expect.poll(() => page.locator('[data-results] .meeting').count()).toBeLessThan(before);
    await page.getByRole('link', { name: 'Hope After Dark' }).first().waitFor();

    await page.goto('/meetings/my-week/');
    await page.getByRole('link', { name: 'Hope After Dark' }).first().click();
    await page.waitForURL(`**${aMeeting}`);
    expect(await heading(page)).toContain('Hope After Dark');
    await page.getByText(/^No signal\. This page is as of/).waitFor();
  }));

test('a page that is not here says so, names who can be called first, and what is here', () =>
  onThePhone(async ({ page, cut }) => {
    await firstVisit(page, '/help/');
    await page.goto('/about/');
    await expect.poll(() => cached(page)).toContain('/about/');
    await cut();
    for (const [path, title, call] of [
      ['/accessibility/', 'There is no connection right now', 'Call 988'],
      ['/es/accessibility/', 'No hay conexión en este momento', 'Llame al 988'],
    ] as const) {
      await page.goto(path);
      expect(await heading(page)).toBe(title);
      expect((await page.locator('main a').first().innerText()).replaceAll('\u00a0', ' ')).toContain(call);
      expect(page.url()).toContain(path);
    }
    await page.goto('/accessibility/');
    await page.locator('visited-pages a[href="/about/"]').waitFor();
    for (const link of ['/help/', '/tools/', '/guides/', '/meetings/my-week/'])
      expect(await page.locator(`main a[href="${link}"]`).count(), link).toBeGreaterThan(0);
  }));

test('whoever came in Spanish has it in Spanish, and English once they were there', () =>
  onThePhone(async ({ page, line, context, cut }) => {
    await firstVisit(page, '/es/help/');
    expect(await cached(page)).not.toContain('/help/naloxone/');
    await cut();
    await page.goto('/es/guides/sleep/');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    await page.goto('/es/tools/coping-card/');
    await page.locator('#reason-1').fill('El desayuno');
    await page.goto('/es/meetings/');
    await page.getByText(/^Sin señal\. Lista del /).waitFor();
    line.mend();
    await context.setOffline(false);
    await page.goto('/about/');
    await expect.poll(() => cached(page), { timeout: 60_000 }).toContain('/guides/sleep/');
    await cut();
    await page.goto('/help/naloxone/');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  }));

test('on a slow line what is here is shown after three seconds', () =>
  onThePhone(async ({ page, line }) => {
    await firstVisit(page, '/help/');
    line.slow(20);
    const began = Date.now();
    await page.goto('/help/naloxone/', { waitUntil: 'domcontentloaded' });
    const took = Date.now() - began;
    expect(took).toBeGreaterThan(2500);
    expect(took).toBeLessThan(10_000);
    line.slow(0);
  }));

const personal =
  /^(\/es)?\/(r\/|staff|files\/|resources\/preview|step-down\/sign-up|events\/[^/]+\/rsvp|meetings\/[^/]+\/(get-in|report))|^\/api\/(?!(meetings(\/(words|places|next))?|map\/outline|events|resources)$)|\?/;

test('what is of one person, of staff or of a form is never kept; the day of an event is, at a press', () =>
  onThePhone(async ({ page, context, cut }) => {
    await firstVisit(page, '/events/');
    for (const prefix of ['', '/es'])
      for (const path of [
        '/staff/sign-in/',
        '/staff/',
        '/step-down/sign-up/',
        '/meetings/suggest/',
        '/meetings/?day=1',
        '/meetings/?q=hope',
        `${aMeeting}get-in/`,
        `${aMeeting}report/`,
        '/resources/preview/x/',
        '/api/health',
        '/api/step-down',
        '/api/meetings/calendar.ics?slug=hope-after-dark',
      ])
        await page.goto(prefix + path).catch(() => null);

    const { origin } = inject('site');
    const slug = await openEvent(origin);
    const opened = `/events/${slug}/`;
    await page.goto(opened);
    await page.goto(await replyTo(origin, slug));
    const token = new URL(page.url()).pathname.split('/')[2] ?? '';
    await page.getByRole('button', { name: 'Keep the day and place on this device' }).press('Enter');
    await keepNote(page);
    const kept = JSON.stringify((await allKept(page)).databases);
    expect(kept).toContain(`"slug":"${slug}"`);
    expect(kept).not.toContain(token);
    expect(kept).not.toMatch(/Wisława|wislawa|\/r\//);

    const addresses = await cached(page);
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => personal.test(address))).toEqual([]);
    const texts = await page.evaluate(async () => {
      let all = '';
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys())
          all += await (await caches.match(request))?.text();
      return all;
    });
    expect(texts).not.toMatch(/Wisława|wislawa@example/);
    expect(texts).not.toContain(token);

    await cut();
    await page.goto('/events/');
    await page.locator(`kept-days a[href="${opened}"]`).waitFor();
    await page.goto('/my-data/');
    await page.getByText('Days you kept').first().waitFor();
    await page.goto(`/r/${token}`);
    expect(await heading(page)).toBe('There is no connection right now');
    await page.locator(`kept-days a[href="${opened}"]`).waitFor();
    await context.setOffline(false);
  }));

/** A name that nothing public has, so that whatever holds it is about this person. */
const guest = { name: 'Wisława', email: 'wislawa@example.org' };

/** Somebody says yes to an event; the path of their own page. */
async function replyTo(origin: string, event: string): Promise<string> {
  const answer = await fetch(`${origin}/api/rsvps`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      event,
      name: guest.name,
      email: guest.email,
      partySize: 1,
      agreeToConduct: true,
    }),
  });
  const { manageUrl } = (await answer.json()) as { manageUrl: string };
  return new URL(manageUrl).pathname;
}

/** Says yes to the note that asks whether this device may keep things. */
async function keepNote(page: Page): Promise<void> {
  await page.locator('keep-note [data-keep]').press('Enter');
  await page.locator('keep-note').waitFor({ state: 'hidden' });
}

test('a form without a signal sends nothing, then or later, says so, and keeps what was typed', () =>
  onThePhone(async ({ page, context, line, cut }) => {
    await firstVisit(page, '/help/');
    const forms = [
      { path: '/meetings/suggest/', field: 'textarea[name="message"]' },
      { path: '/step-down/sign-up/', field: undefined },
    ];
    for (const { path, field } of forms) {
      await page.goto(path);
      if (field) await page.locator(field).fill('Thursdays at the library');
      await cut();
      const note = page.locator('main form offline-note p');
      await note.getByText('You are offline. You can write here').waitFor();
      await page.locator('main form button:not([formaction])').last().press('Enter');
      await note.getByText('You are offline. Nothing was sent; what you typed stays here').waitFor();
      if (field) expect(await page.locator(field).inputValue()).toBe('Thursdays at the library');
      line.mend();
      await context.setOffline(false);
      await expect.poll(() => note.innerText()).toBe('');
    }
    await page.goto('/help/');
    expect(line.asked.filter((request) => request.startsWith('POST'))).toEqual([]);
    const waiting = await page.evaluate(async () => {
      const { sync } = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
        sync?: { getTags(): Promise<string[]> };
      };
      // a browser that has it switched off keeps nothing waiting
      return sync?.getTags().catch(() => []) ?? [];
    });
    expect(waiting).toEqual([]);

    // where no script of the page stands in between
    await page.goto('/meetings/suggest/');
    await cut();
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('main form');
      form?.submit();
    });
    await page.getByRole('heading', { name: 'Nothing was sent' }).waitFor();
    expect(line.asked.filter((request) => request.startsWith('POST'))).toEqual([]);
  }));

test('“Erase everything” takes the kept pages and the worker away too, and the next visit brings them anew', () =>
  onThePhone(async ({ page }) => {
    await firstVisit(page, '/my-data/');
    await page.getByText('They are kept anew the next time you open this site.').waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.locator('[data-erase-all]').press('Enter');
    await expect.poll(() => page.locator('[data-erase-status]').innerText()).not.toBe('');
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await firstVisit(page, '/help/');
  }));

test('a new version waits, says so, changes nothing by itself, and comes whole at a press', async () => {
  const folder = await mkdtemp('test-results/second-build-');
  try {
    // the same build with other words on a page, and with other looks: a second build in what matters here
    await cp('dist', folder, { recursive: true });
    const page2 = join(folder, 'help/index.html');
    const oldCss = (await readdir(join(folder, '_astro'))).find((name) => /^Page\..*\.css$/.test(name)) ?? '';
    const newCss = oldCss.replace(/\.[^.]+\.css$/, '.ANewerOne.css');
    const style = await readFile(join(folder, '_astro', oldCss), 'utf8');
    await writeFile(join(folder, '_astro', newCss), `${style}\n:root{--of-the-second:yes}`);
    await rm(join(folder, '_astro', oldCss));
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.html')) continue;
      const html = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), html.replaceAll(oldCss, newCss));
    }
    await writeFile(
      page2,
      (await readFile(page2, 'utf8')).replace('Help right now</h1>', 'Help, the second</h1>'),
    );
    const { also } = await made();
    await buildWorker(
      folder,
      also.map((path) => path.replace(oldCss, newCss)),
    );

    await onThePhone(async ({ page, context, line, cut }) => {
      await firstVisit(page, '/tools/coping-card/');
      const other = await context.newPage();
      await other.goto('/meetings/suggest/');
      await other.locator('textarea[name="message"]').fill('half a word');
      const loads = { other: 0 };
      other.on('load', () => (loads.other += 1));

      line.deploy(folder);
      await page.goto('/guides/sleep/');
      await page.getByText('A new version is ready').waitFor({ timeout: 60_000 });
      await other.getByText('A new version is ready').waitFor();
      expect(loads.other, 'by itself nothing is loaded again').toBe(0);
      expect(await other.locator('textarea[name="message"]').inputValue()).toBe('half a word');

      // the version that waits is not mixed with the one in use
      await cut();
      await page.goto('/help/');
      const second = () =>
        page.evaluate(() => ({
          looks: getComputedStyle(document.documentElement).getPropertyValue('--of-the-second'),
          words: document.querySelector('h1')?.textContent.trim(),
        }));
      expect(await second()).toEqual({ looks: '', words: 'Help right now' });
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Atkinson');

      line.mend();
      await context.setOffline(false);
      await page.goto('/guides/sleep/');
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Show it' }).press('Enter');
      await loaded;
      await cut();
      await page.goto('/help/');
      expect(await second()).toEqual({ looks: 'yes', words: 'Help, the second' });
      expect(loads.other, 'the other tab is left alone').toBe(0);
      const ofTheFirst = await other.evaluate(
        (path) => fetch(path).then(({ status }) => status),
        `/_astro/${oldCss}`,
      );
      expect(ofTheFirst, 'and finds what it was made with').toBe(200);
      expect(await other.locator('textarea[name="message"]').inputValue()).toBe('half a word');
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('negative control: the weight counts what is in the files', async () => {
  const { list } = await made();
  const one = list.first.en[0];
  if (!one) throw new Error('The list is empty');
  const html = await readFile(join('dist', one.url, 'index.html'));
  expect(weightOf('dist', [one])).toBe(gzipSync(html, { level: 9 }).byteLength);
});
