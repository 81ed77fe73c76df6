import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { pressOn, visit } from '../support/visiting.ts';

/** Leaving a page at once, with nothing on the screen and nothing to come back to. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const outside = 'https://www.weather.gov/';

/** Stands in for the outside; the address it was asked from, if it was told. */
async function standIn(page: Page): Promise<(string | undefined)[]> {
  const referrers: (string | undefined)[] = [];
  await page.route(`${outside}**`, (route) => {
    referrers.push(route.request().headers()['referer']);
    return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Mild</h1>' });
  });
  return referrers;
}

const status = (page: Page) => page.locator('quick-exit [role=status]');

test('Shift three times leaves, tells the outside nothing, and leaves no page to come back to', () =>
  visit(browser, true, async (page) => {
    const referrers = await standIn(page);
    await page.goto('/about/');
    await page.goto('/help/');
    await page.keyboard.press('Shift');
    expect(await status(page).textContent()).toBe('Shift pressed once. Two more to leave this page.');
    await page.keyboard.press('Shift');
    expect(await status(page).textContent()).toBe('Shift pressed twice. One more to leave this page.');
    await page.keyboard.press('Shift');
    await page.waitForURL(outside);
    expect(referrers).toEqual([undefined]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about/');
  }));

test('another key in between, or five seconds, starts the count again', () =>
  visit(browser, true, async (page) => {
    const asked = await standIn(page);
    await page.clock.install();
    await page.goto('/help/');
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await page.keyboard.press(key);
    expect(await status(page).textContent()).toContain('twice');
    await page.clock.fastForward(5001);
    expect(await status(page).textContent()).toBe('Staying on this page.');
    await page.keyboard.press('Shift');
    expect(await status(page).textContent()).toContain('once');
    expect(asked).toEqual([]);
    expect(new URL(page.url()).pathname).toBe('/help/');
  }));

test('the control itself leaves the same way', () =>
  visit(browser, true, async (page) => {
    const referrers = await standIn(page);
    await page.goto('/about/');
    await page.goto('/help/');
    await pressOn(page, 'quick-exit a');
    await page.waitForURL(outside);
    expect(referrers).toEqual([undefined]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about/');
  }));

test('without JavaScript the control is a link that works and tells the outside nothing', () =>
  visit(browser, false, async (page) => {
    const referrers = await standIn(page);
    await page.goto('/help/');
    await pressOn(page, 'quick-exit a');
    await page.waitForURL(outside);
    expect(referrers).toEqual([undefined]);
  }));
