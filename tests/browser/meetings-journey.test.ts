import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { expectToFit, listen, pressOn, tabTo, typeInto, visit, ways } from '../support/visiting.ts';

/** Looking for a meeting by words and by day, with nothing but a form and with the live finder. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Row {
  day: string;
  name: string;
  words: string;
}

/** The rows on the page under their days, those behind "Earlier today" too. */
const rowsOf = (page: Page): Promise<Row[]> =>
  page.locator('[data-results] section').evaluateAll((sections) =>
    sections.flatMap((section) =>
      [...section.querySelectorAll('.meeting')].map((row) => ({
        day: section.querySelector('h2')?.textContent ?? '',
        name: row.querySelector('h3')?.textContent.trim() ?? '',
        words: row.textContent.toLowerCase(),
      })),
    ),
  );
const namesOf = async (page: Page) => (await rowsOf(page)).map(({ name }) => name);
const status = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ }).first();

async function everyMeeting(page: Page): Promise<Row[]> {
  await page.goto('/meetings/?day=all');
  const all = await rowsOf(page);
  expect(all.length).toBeGreaterThan(40);
  return all;
}

/** Holds for each name that the list has with this word in it, and for no other. */
const search = 'check-in';
const namedSo = (all: Row[]) => all.filter(({ words }) => words.includes(search)).map(({ name }) => name);

test('without JavaScript the form finds by words, on every day or on the one chosen', () =>
  visit(browser, false, async (page) => {
    const all = await everyMeeting(page);
    expect(namedSo(all).length).toBeGreaterThan(0);
    expect(namedSo(all).length).toBeLessThan(all.length);
    await typeInto(page, '#q', '  Check-In ');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await namesOf(page)).toEqual(namedSo(all));
    expect(await page.locator('[data-count]').innerText()).toBe(
      `${namedSo(all).length} meeting${namedSo(all).length === 1 ? '' : 's'} for “Check-In”`,
    );
    expect(await page.locator('#q').inputValue()).toBe('Check-In');
    await expectToFit(page);

    const dayOfOne = all.find(({ words }) => words.includes(search))?.day ?? '';
    await page.goto('/meetings/?day=all');
    const dayLink = `nav[aria-label=Days] a:has-text("${dayOfOne.split(',')[0]?.slice(0, 3)}")`;
    await pressOn(page, dayLink);
    await page.waitForURL((url) => url.searchParams.get('day') !== 'all');
    expect(await namesOf(page)).toEqual(all.filter(({ day }) => day === dayOfOne).map(({ name }) => name));
    await typeInto(page, '#q', search);
    await pressOn(page, 'form[role=search] button');
    await page.waitForURL(/q=check-in&day=/);
    expect(await namesOf(page)).toEqual(namedSo(all.filter(({ day }) => day === dayOfOne)));
  }));

test('without JavaScript an empty answer says so and offers ways on that lead to meetings', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/?q=zzyzx+%3Cb%3E&day=tuesday');
    expect(await namesOf(page)).toEqual([]);
    expect(await page.locator('[data-count]').innerText()).toContain('No meeting for “zzyzx <b>”');
    await expectToFit(page);
    for (const name of ['Leave the words out', 'See what is online']) {
      await page.goto('/meetings/?q=zzyzx&day=tuesday');
      await page.getByRole('link', { name }).press('Enter');
      await page.waitForURL((url) => !url.search.includes('zzyzx'));
      expect((await namesOf(page)).length, name).toBeGreaterThan(0);
    }
  }));

test('with JavaScript the list follows what is typed, says how many, and keeps the words to itself', () =>
  visit(browser, true, async (page) => {
    const all = await everyMeeting(page);
    const asked = listen(page);
    const address = page.url();
    await tabTo(page, '#q');
    await page.keyboard.type('Check-in');
    await expect.poll(() => namesOf(page)).toEqual(namedSo(all));
    const count = namedSo(all).length;
    await expect
      .poll(() => status(page).innerText())
      .toBe(`${count} meeting${count === 1 ? '' : 's'} for “Check-in”`);
    await expectToFit(page);

    await page.keyboard.type(' zzyzx');
    await expect.poll(() => status(page).innerText()).toBe('No meeting for “Check-in zzyzx”');
    expect(await namesOf(page)).toEqual([]);
    expect(await page.getByRole('link', { name: 'See what is online' }).count()).toBe(1);

    await page.locator('#q').fill('');
    await expect.poll(() => namesOf(page)).toEqual(all.map(({ name }) => name));
    expect(await status(page).innerText()).toBe(`${all.length} meetings`);
    expect(asked.map((request) => new URL(request.split(' ')[0] ?? '').pathname)).toEqual(['/api/meetings']);
    expect(asked.join('\n')).not.toMatch(/check-in|zzyzx|[?&]q=/i);
    expect(page.url()).toBe(address);
  }));

test.each(ways)('$way words stand in the address only once they are sent', ({ javaScriptEnabled }) =>
  visit(browser, javaScriptEnabled, async (page) => {
    await page.goto('/meetings/?day=all');
    await typeInto(page, '#q', 'online');
    expect(page.url()).not.toContain('online');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/meetings/?q=online&day=all');
    const rows = await rowsOf(page);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ words }) => !words.includes('online'))).toEqual([]);
  }),
);
