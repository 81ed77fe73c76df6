import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen, pressOn, visit, ways } from '../support/visiting.ts';

/** The list on paper: by the finder's filters, with the columns that somebody chooses. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const headings = (page: Page) => page.locator('thead th:visible').allInnerTexts();
const slugs = (page: Page) =>
  page.locator('tr[data-slug]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-slug')));

test.each(ways)('$way a filtered list shows what was chosen, by day', ({ javaScriptEnabled }) =>
  visit(browser, javaScriptEnabled, async (page) => {
    await page.goto('/meetings/hand-out/?fellowship=smart&fellowship=na');
    expect(await headings(page)).toEqual([
      'Time',
      'Name',
      'How and where',
      'Address',
      'Fellowship or pathway',
    ]);
    const before = await slugs(page);
    expect(before).toContain('hope-after-dark');
    expect(before).not.toContain('early-light');
    const days = await page.locator('.day').allInnerTexts();
    expect(days[0]).toBe('Sunday');
    expect(days.at(-1)).toBe('By appointment');
    await expectToFit(page);

    await pressOn(page, 'summary', 'Space');
    for (const name of ['Address', 'Fellowship or pathway'])
      await page.getByRole('checkbox', { name, exact: true }).uncheck();
    for (const name of ['Link to join', 'Phone to join', 'Large print'])
      await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Show it like this' }).press('Enter');
    await page.waitForURL(/large=yes/);
    expect(await headings(page)).toEqual(['Time', 'Name', 'How and where', 'Link to join', 'Phone to join']);
    expect(await slugs(page)).toEqual(before);
    const row = page.locator('tr[data-slug=hope-after-dark]');
    expect(await row.innerText()).toMatch(/zoom\.us\/j\/0000000006[\s\S]*\(303\) 555-0161, then 0000000#/);
    await expectToFit(page);
  }),
);

test('what was found by words or near a place is kept from the tab alone, also with other columns', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/meetings/');
    await page.evaluate(() =>
      sessionStorage.setItem(
        'onward:hand-out',
        JSON.stringify({
          slugs: ['early-light', 'hope-after-dark', 'gone'],
          distances: ['1.2 mi', '', ''],
        }),
      ),
    );
    const asked = listen(page);
    await page.goto('/meetings/hand-out/#from-finder');
    expect(await slugs(page)).toEqual(['early-light', 'hope-after-dark']);
    expect(await page.locator('[data-said]').innerText()).toMatch(/^2 meetings, as you found them\. 1 more/);
    expect((await headings(page)).at(-1)).toBe('Away');
    expect(await page.locator('tr[data-slug=early-light] td').last().innerText()).toBe('1.2 mi');
    expect(await page.locator('.day').allInnerTexts()).toEqual(['Sunday', 'Friday']);
    expect(await axeViolations(window)).toEqual([]);
    await pressOn(page, 'summary', 'Space');
    await page.getByRole('checkbox', { name: 'Kinds' }).check();
    await page.getByRole('button', { name: 'Show it like this' }).press('Enter');
    await page.waitForURL(/column=kinds/);
    expect(await slugs(page)).toEqual(['early-light', 'hope-after-dark']);
    expect(asked.filter((request) => /early-light|1\.2/.test(request))).toEqual([]);
  }));

test('on paper the head stands on each page, and nothing that can be pressed is there', async () => {
  const { page, close } = await browser.open();
  await page.goto('/meetings/hand-out/');
  await page.emulateMedia({ media: 'print' });
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await style('thead', 'display')).toBe('table-header-group');
  expect(await style('tr[data-slug]', 'break-inside')).toBe('avoid');
  expect(await page.locator('main button:visible, main summary:visible, main input:visible').count()).toBe(0);
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await page.locator('main').innerText()).toMatch(/555.0142.*As of \S+ \d+, \d{4}/);
  await close();
});

test('an answer with nothing in it says so and leads on', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/hand-out/?q=zzyzx&fellowship=smart');
    expect(await page.locator('[data-said]').innerText()).toMatch(/^No meeting is listed: “zzyzx”, SMART/);
    expect(await page.getByRole('link', { name: 'Choose other filters' }).getAttribute('href')).toBe(
      '/meetings/',
    );
  }));
