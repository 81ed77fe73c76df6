import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { duringOutage, query } from '../support/backstage.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen, pressOn, visit, ways } from '../support/visiting.ts';

/** One meeting's page: how to get there and in, and what is shown only to somebody who asks. */

const { origin } = inject('site');
const guarded = '/meetings/guarded-evening/';
const secret = /zoom\.us|lantern|555.?0199/;
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
  await query(`insert into public.meetings (slug, day, start_time, time_zone, name, fellowship, mode,
      join_url, join_phone, join_notes, join_after_press)
    values ('guarded-evening', 2, '19:00', 'America/New_York', 'Guarded evening', 'smart', 'online',
      'https://zoom.us/j/1?pwd=lantern', '+13035550199,,1#', 'Passcode: lantern', true)`);
});
afterAll(async () => {
  await query("delete from public.meetings where slug = 'guarded-evening'");
  await browser.close();
});

test('a page that is kept for everybody holds neither link nor code of a meeting that waits for a press', async () => {
  const answer = await fetch(origin + guarded);
  expect(answer.headers.get('netlify-cache-tag')).toBe('meetings,meeting-guarded-evening');
  expect(answer.headers.get('netlify-cdn-cache-control')).toContain('durable');
  const html = await answer.text();
  expect(html).toContain('Guarded evening');
  expect(html).not.toMatch(secret);
});

describe.each(ways)('$way', ({ javaScriptEnabled }) => {
  test('a press shows how to get in', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto(guarded);
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await pressOn(page, 'get-in button');
      const answer = await answered;
      expect(answer.headers()['cache-control']).toBe('private, no-store');
      expect(answer.headers()['x-robots-tag']).toBe('noindex');
      const way = page.getByRole('group', { name: 'How to get in' });
      await way.waitFor();
      expect(await way.getByRole('link', { name: 'Join with Zoom' }).getAttribute('href')).toBe(
        'https://zoom.us/j/1?pwd=lantern',
      );
      expect(await way.getByRole('link', { name: /^Dial/ }).getAttribute('href')).toBe(
        'tel:+13035550199,,1%23',
      );
      expect(await way.innerText()).toContain('Passcode: lantern');
      expect(new URL(page.url()).pathname).toBe(javaScriptEnabled ? guarded : `${guarded}get-in/`);
      expect(await page.title()).not.toMatch(/^Error/);
      await expectToFit(page);
    }));
});

test('axe finds nothing in the way in, inserted or on a page of its own', () =>
  visit(browser, true, async (page, window) => {
    await page.goto(guarded);
    await pressOn(page, 'get-in button');
    await page.locator('[data-ways-in]').waitFor();
    expect(await axeViolations(window)).toEqual([]);
    await page.goto(guarded);
    await Promise.all([
      page.waitForURL(/get-in/),
      page.evaluate(() => document.querySelector<HTMLFormElement>('get-in form')?.submit()),
    ]);
    expect(await axeViolations(window)).toEqual([]);
  }));

test('the way in is given to no other site, to no address that is only opened, and for no unknown meeting', async () => {
  const ask = (headers: Record<string, string>, path = guarded) =>
    fetch(`${origin}${path}get-in/`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers,
      redirect: 'manual',
    });
  const foreign = await ask({ 'Sec-Fetch-Site': 'cross-site' });
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).not.toMatch(secret);
  expect((await ask({}, '/meetings/no-such-one/')).status).toBe(404);
  const opened = await fetch(`${origin}${guarded}get-in/`, { redirect: 'manual' });
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toBe(guarded);
});

test('with the database away the page and the way in come from the copy made with the site', () =>
  duringOutage(async () => {
    const page = await fetch(`${origin}/meetings/hope-after-dark/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('netlify-cdn-cache-control') ?? '').not.toContain('durable');
    const answer = await fetch(`${origin}/meetings/hope-after-dark/get-in/`, {
      method: 'POST',
      body: new URLSearchParams(),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('retry-after')).toBeNull();
    expect(await answer.text()).toContain('https://zoom.us/j/0000000006');
  }));

test('somebody in another zone reads the next start by their own clock, and whoever shares its clock reads one', async () => {
  for (const [timezoneId, shown] of [
    ['America/Los_Angeles', 'That is Friday, 9:00 pm Pacific Time, your time'],
    ['America/Denver', ''],
  ] as const) {
    const window = await browser.open({ timezoneId });
    await window.page.goto('/meetings/hope-after-dark/');
    const mine = window.page.locator('my-time').first();
    await expect.poll(() => mine.evaluate((element) => !element.matches(':not(:defined)'))).toBe(true);
    expect(await mine.innerText()).toBe(shown);
    await window.close();
  }
});

test('without JavaScript every way there is a link, and no button stands that does nothing', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/sunday-night-big-book/');
    expect(await page.getByRole('link', { name: 'Open in your map app' }).getAttribute('href')).toMatch(
      /^geo:/,
    );
    for (const name of ['Apple Maps', 'Google Maps', 'Join with Zoom'])
      expect(await page.getByRole('link', { name }).getAttribute('rel'), name).toBe('noreferrer');
    await pressOn(page, 'details summary', 'Space');
    const add = page.getByRole('link', { name: 'Add it as “Weekly group”' });
    expect(await add.getAttribute('href')).toBe('/api/meetings/calendar.ics?slug=sunday-night-big-book');
    expect(await page.locator('main button:visible').count()).toBe(0);
    await expectToFit(page);
  }));

test('sharing and copying send nothing', () =>
  visit(browser, true, async (page, { context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await page.goto('/meetings/sunday-night-big-book/');
    const asked = listen(page);
    const pasted = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy the address' }).press('Enter');
    await page.getByText('Copied.').waitFor();
    expect(await pasted()).toBe('1105 Orchard Road, Alder Springs, CO 80000');
    await page.evaluate(() => Object.assign(navigator, { share: undefined }));
    await page.getByRole('button', { name: 'Share' }).press('Enter');
    await page.getByText('The link is copied.').waitFor();
    expect(await pasted()).toBe(`${origin}/meetings/sunday-night-big-book/`);
    expect(asked).toEqual([]);
  }));
