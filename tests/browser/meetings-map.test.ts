import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen } from '../support/visiting.ts';

/** Looking near a place and on a map, which tells nobody where one is. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const here = { latitude: 40.37123, longitude: -105.20456 };

async function onThePhone(
  work: (page: Page, window: TestWindow) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const window = await browser.open({
    ...{ viewport: { width: 360, height: 780 }, reducedMotion: 'reduce', ...options },
  });
  try {
    await window.page.goto('/meetings/');
    await window.page.locator('meeting-finder[data-ready]').waitFor();
    await work(window.page, window);
    expect(window.faults.filter((fault) => !/Permissions-Policy header: Unrecognized/.test(fault))).toEqual(
      [],
    );
  } finally {
    await window.close();
  }
}

const said = (page: Page) => page.locator('near-control [role=status]');
const field = (page: Page) => page.getByLabel('ZIP or town');
async function openNear(page: Page): Promise<void> {
  await page.getByText('Near a place').click();
  await field(page).waitFor();
}

test('a town is found as it is typed, chosen by keyboard, and filters the list with distances', () =>
  onThePhone(async (page, window) => {
    await openNear(page);
    await field(page).pressSequentially('alder sp');
    await page.getByRole('button', { name: 'Alder Springs' }).waitFor();
    expect(await axeViolations(window)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page).innerText()).toBe('Within 10 miles of Alder Springs.');
    expect(await field(page).inputValue()).toBe('Alder Springs');
    await expect.poll(() => page.locator('[data-results] .meeting').first().innerText()).toMatch(/\d mi\b/);

    await page.getByLabel('Miles or kilometers').selectOption('km');
    await expect.poll(() => said(page).innerText()).toBe('Within 10 kilometers of Alder Springs.');
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['distance', '10 km']]);
    await page.getByRole('button', { name: 'Everywhere' }).click();
    await expect.poll(() => said(page).innerText()).toBe('Meetings everywhere.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('near-place');
    await expectToFit(page);
  }));

test('what is typed and where the device is are in no request, no address and no storage', () =>
  onThePhone(
    async (page) => {
      const asked = listen(page);
      await openNear(page);
      for (const typed of ['80537', 'Lovelnd', 'Alder Springs', 'Nowhere At All']) {
        await field(page).fill(typed);
        await page.keyboard.press('Enter');
        await expect.poll(() => said(page).innerText()).toMatch(/Within 10|do not know this place/);
      }
      await page.getByRole('button', { name: 'Near me' }).click();
      await expect.poll(() => said(page).innerText()).toBe('Within 10 miles of where you are.');
      await page.locator('[data-open-map]').click();
      await page.locator('.meeting-map .marker').first().waitFor();
      await page.locator('.meeting-map .land').waitFor({ state: 'attached' });
      await page.keyboard.press('Escape');
      // the words of the search go into the address, and nothing else
      await page.locator('input[name=q]').fill('coffee');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toMatch(/(q|words)=coffee/);

      expect(asked.some((request) => request.includes('/api/meetings/places'))).toBe(true);
      const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
      const telling = /40\.37|105\.20|80537|lovel|alder|nowhere/i;
      expect([...asked, page.url(), kept].filter((text) => telling.test(decodeURIComponent(text)))).toEqual(
        [],
      );
    },
    { geolocation: here, permissions: ['geolocation'] },
  ));

test('a device that may not or cannot tell where it is gets three different answers', () =>
  onThePhone(async (page) => {
    await openNear(page);
    const answers: string[] = [];
    for (const code of [1, 2, 3]) {
      await page.evaluate((problem) => {
        navigator.geolocation.getCurrentPosition = (_found, failed) =>
          failed?.({ code: problem } as GeolocationPositionError);
      }, code);
      await page.getByRole('button', { name: 'Near me' }).click();
      await expect.poll(() => said(page).innerText()).not.toMatch(new RegExp(answers.at(-1) ?? '^$'));
      answers.push(await said(page).innerText());
    }
    expect(answers.map((answer) => /may not|not know|too long/.exec(answer)?.[0])).toEqual([
      ...['may not', 'not know', 'too long'],
    ]);
  }));

test.each(['light', 'dark'] as const)(
  'the map is clean to axe in %s, and all of it works by keyboard',
  (light) =>
    onThePhone(
      async (page, window) => {
        const opener = page.locator('[data-open-map]');
        await opener.focus();
        await page.keyboard.press('Enter');
        const markers = page.locator('.meeting-map .marker');
        await markers.first().waitFor();
        await page.locator('.meeting-map .land').waitFor({ state: 'attached' });
        expect(await axeViolations(window)).toEqual([]);
        await expectToFit(page);

        // every marker is a button with a name, and each opens what stands there or goes nearer
        const names = await markers.evaluateAll((all) =>
          all.map((one) => one.getAttribute('aria-label') ?? ''),
        );
        expect(names.filter((name) => !/\d meetings (near|at|close)|, /.test(name))).toEqual([]);
        const map = page.getByRole('region', { name: 'Map of the meetings' });
        await map.focus();
        for (
          let presses = 0;
          presses < 10 && (await page.locator('.meeting-map .address').count()) === 0;
          presses++
        ) {
          await page.keyboard.press('+');
          await page.waitForFunction(() => document.querySelector('.leaflet-zoom-anim') === null);
        }
        await page.locator('.meeting-map .address').first().focus();
        await page.keyboard.press('Enter');
        const panel = page.locator('.meeting-map .panel');
        await expect.poll(() => panel.evaluate((one) => one === document.activeElement)).toBe(true);
        expect(await panel.getByRole('link').count()).toBeGreaterThan(1);
        expect(await axeViolations(window)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('marker');

        await map.focus();
        const count = page.locator('.meeting-map .count');
        const before = await count.innerText();
        for (let presses = 0; presses < 12; presses++) await page.keyboard.press('ArrowRight');
        await expect.poll(() => count.innerText()).not.toBe(before);
        await page.keyboard.press('Escape');
        await expect.poll(() => page.locator('.meeting-map').count()).toBe(0);
        await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
      },
      { colorScheme: light },
    ),
);

test('the list under the map says the same as the markers, and none of it is printed', () =>
  onThePhone(async (page) => {
    await page.locator('[data-open-map]').click();
    const links = page.locator('.meeting-map .in-view a');
    await links.first().waitFor();
    const shown = await links.count();
    expect(await page.locator('.meeting-map .count').innerText()).toBe(`${shown} meetings`);
    const onMarkers = await page
      .locator('.meeting-map .marker')
      .evaluateAll((all) => all.reduce((sum, one) => sum + Number(one.textContent || 1), 0));
    expect(onMarkers).toBe(shown);
    expect(await links.first().getAttribute('href')).toMatch(/^\/meetings\/[\w-]+\/$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.meeting-map').isVisible()).toBe(false);
  }));

test('none of the map’s code comes before it is opened', () =>
  onThePhone(async (page) => {
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)));
    expect((await loaded()).filter((name) => /map/i.test(name ?? ''))).toEqual([]);
    await page.locator('[data-open-map]').click();
    await page.locator('.meeting-map .marker').first().waitFor();
    expect((await loaded()).filter((name) => /^meeting-map.*\.js$/.test(name ?? ''))).toHaveLength(1);
  }));
