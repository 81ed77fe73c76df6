import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { expectToFit, listen, pressOn, tabTo, typeInto, visit, ways } from '../support/visiting.ts';

/** Looking for a meeting by words and by filters, with nothing but a form and with the live finder. */

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

/** The rows on the page under their days, those under way that are folded away too. */
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
const status = (page: Page) => page.locator('[data-count]');
const ready = (page: Page) => page.locator('meeting-finder[data-ready]').waitFor();

/** Opens the finder and sees to it that it knows the whole list. */
async function open(page: Page, address = '/meetings/'): Promise<void> {
  await page.goto(address);
  await ready(page);
}

test('without JavaScript the form finds by words and by filters, several at once, and keeps both', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/');
    await typeInto(page, 'input[name=q]', '  Check-In ');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    const found = await rowsOf(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ words }) => !words.includes('check-in'))).toEqual([]);
    expect(await status(page).innerText()).toContain('for “Check-In”');
    expect(await page.locator('input[name=q]').inputValue()).toBe('Check-In');
    await expectToFit(page);

    await page.goto('/meetings/');
    await pressOn(page, 'input[name=mode][value=online]', 'Space');
    await pressOn(page, 'input[name=mode][value=hybrid]', 'Space');
    await pressOn(page, 'form[role=search] button');
    await page.waitForURL(/mode=online&mode=hybrid/);
    const online = await rowsOf(page);
    expect(online.length).toBeGreaterThan(3);
    expect(online.filter(({ words }) => !words.includes('online'))).toEqual([]);
    expect(await page.locator('[data-chips] li').allInnerTexts()).toEqual([
      'Online ×',
      'Hybrid ×',
      'Take all away',
    ]);
    await pressOn(page, '[data-chips] a');
    await page.waitForURL(/\/meetings\/\?mode=hybrid$/);
    expect(await page.locator('input[name=mode][value=online]').isChecked()).toBe(false);
  }));

test('without JavaScript the pages of a long list follow each other', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/');
    const total = Number.parseInt(await status(page).innerText(), 10);
    let shown = (await namesOf(page)).length;
    for (let number = 2; await page.locator('[data-more]').isVisible(); number += 1) {
      await pressOn(page, '[data-more]');
      await page.waitForURL(new RegExp(`page=${number}`));
      const names = await namesOf(page);
      expect(names.length).toBeGreaterThan(0);
      shown += names.length;
    }
    expect(shown).toBe(total);
  }));

test('without JavaScript an empty answer offers to leave one thing out, and that leads to meetings', () =>
  visit(browser, false, async (page) => {
    const address = '/meetings/?q=zzyzx+%3Cb%3E&mode=online';
    await page.goto(address);
    expect(await namesOf(page)).toEqual([]);
    expect(await status(page).innerText()).toBe('No meeting for “zzyzx <b>”');
    await expectToFit(page);
    const ways = await page
      .locator('[data-looser] a')
      .evaluateAll((all) => all.map((link) => link.textContent.trim()));
    expect(ways[0]).toMatch(/^Leave the words out \(\d+\)$/);
    for (const way of ways) {
      await page.goto(address);
      await page.getByRole('link', { name: way }).press('Enter');
      await page.waitForURL((url) => !url.search.includes('zzyzx'));
      expect((await namesOf(page)).length, way).toBeGreaterThan(0);
    }
  }));

test('with JavaScript the list follows what is typed, says how many, and keeps the words to itself', () =>
  visit(browser, true, async (page) => {
    await open(page);
    const all = await namesOf(page);
    const total = await status(page).innerText();
    const asked = listen(page);
    await tabTo(page, 'input[name=q]');
    await page.keyboard.type('Check-in');
    await expect.poll(() => status(page).innerText()).toContain('for “Check-in”');
    const found = await rowsOf(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    await expectToFit(page);

    await page.keyboard.type(' zzyzx');
    await expect.poll(() => status(page).innerText()).toBe('No meeting for “Check-in zzyzx”');
    expect(await namesOf(page)).toEqual([]);
    await page.getByRole('link', { name: /^Leave the words out/ }).press('Enter');
    await expect.poll(() => status(page).innerText()).toBe(total);
    await expect.poll(() => namesOf(page)).toEqual(all);
    expect(new Set(asked.map((request) => new URL(request.split(' ')[0] ?? '').pathname))).toEqual(
      new Set(['/api/meetings/words']),
    );
    expect(asked.join('\n')).not.toMatch(/check-in|zzyzx|[?&]q=/i);
  }));

test('words stand behind the # of the address, from where a link opens on them and nothing is sent', () =>
  visit(browser, true, async (page) => {
    await open(page);
    await typeInto(page, 'input[name=q]', 'online');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/\/meetings\/#words=online$/);
    const found = await namesOf(page);
    const asked = listen(page);
    await page.goto('about:blank');
    await page.goto('/meetings/#words=online');
    await expect.poll(() => status(page).innerText()).toContain('for “online”');
    expect(await namesOf(page)).toEqual(found);
    expect(asked.filter((request) => /online/.test(request))).toEqual([]);
  }));

test('a press finds at once, several stand together, the address can be shared, and chips take them away', () =>
  visit(browser, true, async (page) => {
    await open(page);
    await pressOn(page, 'input[name=mode][value=online]', 'Space');
    await expect.poll(() => page.url()).toMatch(/\?mode=online$/);
    const said = Number.parseInt(await status(page).innerText(), 10);
    expect((await rowsOf(page)).filter(({ words }) => !words.includes('online'))).toEqual([]);
    const countBeside = await page.locator('label:has(input[name=mode][value=online]) [data-n]').innerText();
    expect(Number(countBeside)).toBe(said);

    await pressOn(page, 'details.rest > summary');
    await pressOn(page, 'input[name=time][value=evening]', 'Space');
    await expect.poll(() => page.url()).toMatch(/time=evening&mode=online$/);
    const found = await namesOf(page);
    expect(await page.locator('[data-chips] li').count()).toBe(3);

    // somebody else opens the address, without a script
    await visit(browser, false, async (theirs) => {
      await theirs.goto(page.url());
      expect(await namesOf(theirs)).toEqual(found);
    });

    await page.getByRole('link', { name: 'Online × (take away)' }).press('Enter');
    await expect.poll(() => page.url()).toMatch(/\?time=evening$/);
    expect(await page.locator('input[name=mode][value=online]').isChecked()).toBe(false);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-count')))
      .toBe(true);
  }));

test('a row opens in place with what its page says, and closes again', () =>
  visit(browser, true, async (page) => {
    await open(page);
    const button = page.locator('[data-results] .open button').first();
    await pressOn(page, '[data-results] .open button');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    const panel = page.locator('[data-row-panel] [data-meeting-panel]');
    await panel.waitFor();
    expect(await panel.getByRole('link').count()).toBeGreaterThan(0);
    await expectToFit(page);
    await button.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await panel.isVisible()).toBe(false);
  }));

test('the clock of the device tells the times of what is online', async () => {
  const window = await browser.open({ timezoneId: 'America/Los_Angeles' });
  await window.page.goto('/meetings/#words=sunrise');
  await expect.poll(() => status(window.page).innerText()).toMatch(/^\d+ meetings? for “sunrise”/);
  const row = window.page.locator('.meeting', {
    has: window.page.locator('a[href="/meetings/sunrise-online/"]'),
  });
  // half past six in New York, joined from Los Angeles
  expect((await row.locator('.time').innerText()).replace(/\s+/g, ' ')).toBe('3:30 am');
  expect(await row.locator('.zone').innerText()).toBe('6:30 am Eastern Time where it is held');
  await window.close();
});

test.each(ways)('$way the finder leads on to a meeting', ({ javaScriptEnabled }) =>
  visit(browser, javaScriptEnabled, async (page) => {
    await page.goto('/meetings/');
    if (javaScriptEnabled) await ready(page);
    const name = (await namesOf(page))[0] ?? '';
    await pressOn(page, '[data-results] .meeting h3 a');
    await page.waitForURL(/\/meetings\/[a-z0-9-]+\/$/);
    expect(await page.locator('h1').innerText()).toBe(name);
  }),
);
