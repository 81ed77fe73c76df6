import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { isPrinted, papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, pressOn, tabTo, typeInto, visit } from '../support/visiting.ts';

/** The coping card over the whole screen, and on paper. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('the card fills the screen with what is on it and who to call, and Esc leads back', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/tools/coping-card/');
    const asked = listen(page);
    await typeInto(page, '#reason-1', 'Sam’s breakfast');
    await typeInto(page, '#action-2', 'Cold water');
    await typeInto(page, '#person-1', 'ليلى');
    await typeInto(page, '#phone-1', '303 555 0199');
    await pressOn(page, '[data-show-full]');
    const card = page.getByRole('dialog', { name: 'Your card' });
    await card.waitFor();
    expect(await card.getByRole('listitem').allInnerTexts()).toEqual(['Cold water', 'Sam’s breakfast']);
    expect(await card.getByRole('link', { name: 'Call ليلى' }).getAttribute('href')).toBe('tel:3035550199');
    expect(await card.getByRole('link', { name: 'Text 988' }).getAttribute('href')).toBe('sms:988');
    await tabTo(page, 'dialog [data-people] a');
    const box = await card.boundingBox();
    expect([box?.x, box?.y]).toEqual([0, 0]);
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    // a browser leaves full screen in its own time
    await page.waitForFunction(() => !document.fullscreenElement);
    expect(
      await page.locator('[data-show-full]').evaluate((button) => button === document.activeElement),
    ).toBe(true);
    expect(asked).toEqual([]);
  }));

test('where a browser gives no full screen the card fills the page, and its button leads back', () =>
  visit(browser, true, async (page) => {
    await page.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
    });
    await page.goto('/tools/coping-card/');
    await pressOn(page, '[data-show-full]');
    const card = page.getByRole('dialog', { name: 'Your card' });
    await card.waitFor();
    expect(await card.getByRole('heading', { name: 'My reasons' }).isVisible()).toBe(false);
    await pressOn(page, 'dialog [data-close]');
    await card.waitFor({ state: 'hidden' });
  }));

test('it prints on one sheet, and the names only when they are asked for', () =>
  visit(browser, true, async (page) => {
    await page.goto('/tools/coping-card/');
    await typeInto(page, '#person-1', 'Dee');
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);
    expect(await isPrinted(page, '#reason-1')).toBe(true);
    const ink = async () => {
      await page.emulateMedia({ media: 'print' });
      return page.locator('#person-1').evaluate((field) => getComputedStyle(field).color);
    };
    expect(await ink()).toBe('rgba(0, 0, 0, 0)');
    await page.emulateMedia({ media: null });
    await pressOn(page, '#print-names', 'Space');
    expect(await ink()).not.toBe('rgba(0, 0, 0, 0)');
  }));
