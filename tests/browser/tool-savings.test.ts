import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectKept } from '../support/tool-notes.ts';
import { expectToFit, listen, pressOn, typeInto, visit } from '../support/visiting.ts';

/** What you keep: a sum that is worked out on the device. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const path = '/tools/savings/';

test('a sum is worked out and kept, a mistake is said beside its field, and it can be covered and erased', () =>
  visit(browser, true, async (page, window) => {
    await page.clock.setFixedTime(new Date('2026-11-22T12:00:00-07:00'));
    await page.goto(path);
    const asked = listen(page);
    await typeInto(page, '[name="weekly"]', 'a lot');
    await page.locator('[name="since"]').fill('2026-10-25');
    await pressOn(page, 'what-you-keep [type="submit"]');
    expect(await page.locator('#weekly-wrong').innerText()).toContain('in numbers');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('weekly');
    await typeInto(page, '[name="weekly"]', '$1,070');
    await typeInto(page, '[name="goal-name"]', 'Bike');
    await typeInto(page, '[name="goal-amount"]', '8,560');
    await pressOn(page, '[name="covered"]', 'Space');
    await pressOn(page, 'what-you-keep [type="submit"]');
    await expectKept(page);
    expect(await page.locator('what-you-keep').innerText()).not.toContain('$');
    expect(await axeViolations(window)).toEqual([]);
    await pressOn(page, '[data-uncover]');
    expect(await page.locator('[data-kept]').innerText()).toBe('$4,280');
    expect(await page.locator('[data-goal]').innerText()).toBe('About half of “Bike” ($8,560).');
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    expect(asked).toEqual([]);

    await page.reload();
    await page.locator('[data-uncover]').waitFor();
    await pressOn(page, '[data-uncover]');
    page.once('dialog', (dialog) => void dialog.accept());
    await pressOn(page, '[data-erase]');
    await page.getByText('Erased from this device.').waitFor();
    await page.reload();
    await page.locator('[name="weekly"]').waitFor();
    expect(await page.locator('[name="weekly"]').inputValue()).toBe('');
    expect(await page.locator('[data-sum]').isVisible()).toBe(false);
  }));

test('without JavaScript it says how to work it out by hand', () =>
  visit(browser, false, async (page) => {
    await page.goto(path);
    const asked = listen(page);
    await typeInto(page, 'what-you-keep input', '70');
    await page.keyboard.press('Enter');
    expect(await page.locator('what-you-keep').innerText()).toContain('Multiply the two.');
    expect(asked).toEqual([]);
    await expectToFit(page);
  }));
