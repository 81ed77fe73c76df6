import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { sheets } from '../support/on-paper.ts';
import { expectKept } from '../support/tool-notes.ts';
import { expectToFit, listen, pressOn, tellingWords, typeInto, visit } from '../support/visiting.ts';

/** Your days: counted and kept on the device; what is written down takes nothing away. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const path = '/tools/days/';
const noon = new Date('2026-11-22T12:00:00-07:00');
const total = (page: Page) => page.locator('.total strong').innerText();

async function begin(page: Page): Promise<void> {
  await page.clock.setFixedTime(noon);
  await page.goto(path);
  await typeInto(page, 'your-days [name="name"]', 'Evenings 🌻');
  await page.locator('[name="began"]').fill('2026-03-01');
  await pressOn(page, '[data-new-place] [type="submit"]');
  await expectKept(page);
}

test('a return to use takes no day away, is there again after a reload, and nothing is asked of anybody', () =>
  visit(browser, true, async (page, window) => {
    await page.clock.setFixedTime(noon);
    await page.goto(path);
    const asked = listen(page);
    await begin(page);
    expect(await total(page)).toBe('267');
    asked.length = 0;

    await pressOn(page, '[data-record] summary');
    await page.locator('[data-return-place] [name="day"]').fill('2026-11-19');
    await typeInto(page, '[data-return-place] [name="note"]', 'Payday');
    await pressOn(page, '[data-return-place] [type="submit"]');
    await expectKept(page);
    expect(await total(page)).toBe('267');
    expect(await page.locator('.stretch').innerText()).toBe('3 days since November 19, 2026.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('counter');
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    expect(asked).toEqual([]);

    await page.reload();
    await page.locator('.total strong').waitFor();
    expect(await total(page)).toBe('267');
    await pressOn(page, '[data-history] summary');
    expect(await page.locator('[data-returns] li').innerText()).toContain('Payday');
    expect(await page.locator('your-days').innerText()).not.toMatch(/streak|reset|day 0|start over|failed/i);
    expect(await sheets(page, 'A4')).toBeLessThanOrEqual(2);

    page.once('dialog', (dialog) => void dialog.accept());
    await pressOn(page, '[data-returns] [data-delete]');
    await expect.poll(() => page.locator('[data-returns] li').count()).toBe(0);
    expect(await page.locator('.stretch').innerText()).toBe('Since March 1, 2026.');
  }));

test('days that it went on for are left out, and one that is not over can be ended later', () =>
  visit(browser, true, async (page) => {
    await begin(page);
    await pressOn(page, '[data-record] summary');
    await page.locator('[data-return-place] [name="day"]').fill('2026-11-12');
    await page.locator('[data-return-place] [value="open"]').check();
    await pressOn(page, '[data-return-place] [type="submit"]');
    await expect.poll(() => total(page)).toBe('257');
    expect(await page.locator('.stretch').innerText()).toContain('Your 257 days stay.');
    await pressOn(page, '[data-history] summary');
    await pressOn(page, '[data-returns] [data-edit]');
    await page.locator('[data-returns] [value="more"]').check();
    await page.locator('[data-returns] [name="last"]').fill('2026-11-14');
    await pressOn(page, '[data-returns] [type="submit"]');
    await expect.poll(() => total(page)).toBe('265');
  }));

test('a line at a milestone is kept while it is written', () =>
  visit(browser, true, async (page) => {
    await begin(page);
    expect(await page.locator('[data-newest] strong').innerText()).toBe('180 days');
    expect(await page.locator('[data-newest]').innerText()).toContain('Whom would you like to thank');
    await typeInto(page, '[data-newest] textarea', 'Ana. She drove me.');
    await expectKept(page);
    await pressOn(page, '[data-record] summary');
    await pressOn(page, '[data-return-place] [type="submit"]');
    await expectKept(page);
    await page.reload();
    await expect.poll(() => page.locator('[data-newest] textarea').inputValue()).toBe('Ana. She drove me.');
  }));

test('covered, the page goes by another name and shows nothing before a tap', () =>
  visit(browser, true, async (page, window) => {
    await begin(page);
    await pressOn(page, '[data-covered]', 'Space');
    await expectKept(page);
    await page.reload();
    const show = page.getByRole('button', { name: 'Show', exact: true });
    await show.waitFor();
    expect(await page.title()).toBe('Notes');
    expect(await page.locator('main').innerText()).not.toMatch(/267|evenings|your days/i);
    expect(await page.locator('main').innerText()).not.toMatch(tellingWords);
    // a browser that loads a page again goes back to where it was scrolled
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeViolations(window)).toEqual([]);
    await show.press('Enter');
    expect(await total(page)).toBe('267');
    expect(await page.title()).toBe('Notes');
  }));

test('without JavaScript it is a sheet to write on that says how to count', () =>
  visit(browser, false, async (page) => {
    await page.goto(path);
    const asked = listen(page);
    await typeInto(page, 'your-days input', 'March 1');
    await page.keyboard.press('Enter');
    expect(await page.locator('your-days').innerText()).toContain('The days before it are still yours.');
    expect(asked).toEqual([]);
    expect(await sheets(page, 'Letter')).toBe(1);
    await expectToFit(page);
  }));
