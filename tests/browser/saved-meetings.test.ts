import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen, pressOn, tellingWords, visit } from '../support/visiting.ts';

/** Meetings that somebody saves stay on their device, as a week to look at, print and empty. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const saved = ['hope-after-dark', 'sunrise-online', 'alumni-woodshop'];
const names = (page: Page) => page.locator('my-week li h3').allInnerTexts();
const status = (page: Page) => page.locator('my-week [role=status]').innerText();

async function save(page: Page, slug: string): Promise<void> {
  await page.goto(`/meetings/${slug}/`);
  await pressOn(page, 'save-meeting button', 'Space');
  await page.locator('save-meeting button[aria-pressed=true]').waitFor();
}

test('a saved meeting is on the week, nobody is told, and it is gone when it is removed', () =>
  visit(browser, true, async (page, window) => {
    const asked = listen(page);
    for (const slug of saved) await save(page, slug);
    await page.getByRole('link', { name: 'My week' }).press('Enter');
    await page.waitForURL('**/meetings/my-week/');
    const shown = await names(page);
    expect(new Set(shown)).toEqual(new Set(['Hope After Dark', 'Sunrise', 'Woodshop morning']));
    expect(shown.at(-1)).toBe('Woodshop morning');
    expect(await page.locator('my-week li').last().innerText()).toContain('Paused for now');
    const sunrise = page.locator('my-week li', { hasText: 'Sunrise' });
    expect(await sunrise.locator('.time').innerText()).toBe('4:30 am');
    expect(await sunrise.locator('.there').innerText()).toContain('6:30 am Eastern Time, where it is held');
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    // what was asked for are pages and files, each page because it was opened, and never the list
    const sent = asked.filter((request) => saved.filter((slug) => request.includes(slug)).length > 1);
    expect(sent).toEqual([]);
    expect(asked.filter((request) => /my-week\/?\?/.test(request))).toEqual([]);
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys).toEqual(['saved']);
    expect(keys.join()).not.toMatch(tellingWords);

    await pressOn(page, 'button[aria-label="Remove Sunrise"]');
    expect(await names(page)).not.toContain('Sunrise');
    expect(await status(page)).toBe('Removed Sunrise.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Undo');
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(shown);

    await pressOn(page, '[data-remove-all]');
    expect(await names(page)).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('saved'))).toBeNull();
    await page.getByText('Nothing is saved yet.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await names(page)).toEqual(shown);
    await page.reload();
    expect(await names(page)).toEqual(shown);
  }));

test('the calendar links carry the list only once they are pressed, and real names only by choice', () =>
  visit(browser, true, async (page) => {
    for (const slug of ['hope-after-dark', 'sunrise-online']) await save(page, slug);
    await page.goto('/meetings/my-week/');
    const path = '/api/meetings/calendar.ics?slug=hope-after-dark&slug=sunrise-online';
    const add = page.getByRole('link', { name: 'Add all to my calendar' });
    expect(await add.getAttribute('href')).toBe(path);
    expect(await page.getByRole('link', { name: 'Subscribe' }).getAttribute('href')).toBe(
      `webcal://${new URL(page.url()).host}${path}`,
    );
    await page.getByRole('checkbox').check();
    expect(await add.getAttribute('href')).toBe(`${path}&titles=real`);
  }));

test('a page in another tab follows, and opening a meeting makes what is kept of it new', async () => {
  const window = await browser.open();
  const { page, context } = window;
  await save(page, 'sunrise-online');
  const other = await context.newPage();
  await other.goto('/meetings/my-week/');
  expect(await names(other)).toEqual(['Sunrise']);
  await page.locator('save-meeting button').press('Enter');
  await expect.poll(() => names(other)).toEqual([]);
  await page.locator('save-meeting button').press('Enter');
  await expect.poll(() => names(other)).toEqual(['Sunrise']);
  await page.evaluate(() =>
    localStorage.setItem('saved', (localStorage.getItem('saved') ?? '').replaceAll('Sunrise', 'Sunset')),
  );
  await expect.poll(() => names(other)).toEqual(['Sunset']);
  await page.reload();
  await expect.poll(() => names(other)).toEqual(['Sunrise']);
  expect(window.faults.filter((fault) => !fault.includes('Permissions-Policy'))).toEqual([]);
  await window.close();
});

test('a browser that keeps nothing says so, and a hundred are the most', () =>
  visit(browser, true, async (page) => {
    await page.goto('/meetings/sunrise-online/');
    await page.evaluate(() => {
      const meetings = Array.from({ length: 100 }, (_, index) => ({
        slug: `m-${index}`,
        name: `M ${index}`,
      }));
      localStorage.setItem('saved', JSON.stringify({ version: 1, meetings }));
    });
    await page.locator('save-meeting button').press('Enter');
    expect(await page.locator('save-meeting [role=status]').innerText()).toContain('100 meetings are saved');
    await page.evaluate(() => {
      localStorage.clear();
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
    });
    await page.locator('save-meeting button').press('Enter');
    expect(await page.locator('save-meeting [role=status]').innerText()).toContain('does not keep things');
    expect(await page.locator('save-meeting button').getAttribute('aria-pressed')).toBe('false');
  }));

test('without JavaScript the week says why it is empty and offers paper instead', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/my-week/');
    expect(await page.locator('main').innerText()).toMatch(/with JavaScript only/);
    await pressOn(page, 'main a[href="/meetings/hand-out/"]');
    await page.waitForURL('**/meetings/hand-out/');
    expect(await page.locator('main h1').count()).toBe(1);
  }));
