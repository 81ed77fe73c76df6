import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen, pressOn, visit, ways } from '../support/visiting.ts';

/** “Is IOP right for me now?”: ticked on a phone, read on paper, known to nobody. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const address = '/step-down/is-iop-right-for-me/';
const box = (value: string) => `input[value="${value}"]`;
const ticked = (page: Page) => page.locator('talk-list input:checked').count();
const questions = (page: Page) => page.locator('[data-from]:visible').allInnerTexts();

describe.each(ways)('$way, on a phone', ({ javaScriptEnabled }) => {
  test('ticks ask nobody and are kept nowhere, and Enter loses none of them', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const asked = listen(page);
      const all = await questions(page);
      await pressOn(page, box('work'), 'Space');
      await pressOn(page, box('unsafe'), 'Space');
      await page.keyboard.press('Enter');
      expect(await ticked(page)).toBe(2);
      expect(new URL(page.url()).search).toBe('');
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);

      const left = await questions(page);
      if (javaScriptEnabled) {
        expect(left.length).toBeLessThan(all.length);
        expect(left).toContain('Which hours leave my work day free, and what may I tell my boss?');
        expect(left).not.toContain('Can hours move around classes and exams?');
      } else {
        expect(left).toEqual(all);
      }
      expect(await page.locator('main').innerText()).not.toMatch(
        /score|points|you (have|ticked) \d|\d of \d/i,
      );
      await expectToFit(page);
      if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);

      const { origins, cookies } = await window.context.storageState({ indexedDB: true });
      expect({ origins, cookies }).toEqual({ origins: [], cookies: [] });
      await page.reload();
      expect(await ticked(page)).toBe(0);
    }));

  test('on paper stand the ticks, the questions and the lines to call, and nothing to press', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto(address);
      await page.locator(box('ride')).press('Space');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator(box('ride')).isVisible()).toBe(true);
      const weight = (value: string) =>
        page.locator(`label:has(${box(value)})`).evaluate((label) => getComputedStyle(label).fontWeight);
      expect(Number(await weight('ride'))).toBeGreaterThan(Number(await weight('school')));
      expect(await questions(page)).toContain('Is there a ride, a group nearer to me, or one by video?');
      expect(await page.locator('#more-care-now').isVisible()).toBe(true);
      for (const gone of ['button', '.exit', '.menu-button', '.back', '.next']) {
        expect(await page.locator(`${gone}:visible`).count(), gone).toBe(0);
      }
    }));

  test('says when to call instead, with the lines of content/facts.yml', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto(address);
      const care = page.locator('section[aria-labelledby="more-care-now"]');
      for (const line of ['tel:988', 'sms:988', 'tel:911']) {
        expect(await care.locator(`a[href="${line}"]`).count(), line).toBeGreaterThan(0);
      }
      for (const from of ['/step-down/', '/levels-of-care/']) {
        await page.goto(from);
        expect(await page.locator(`main a[href="${address}"]`).count(), from).toBe(1);
      }
    }));
});

test('with JavaScript unticking everything brings every question back', () =>
  visit(browser, true, async (page) => {
    await page.goto(address);
    const all = await questions(page);
    await page.locator(box('work')).press('Space');
    await expect.poll(() => questions(page)).not.toEqual(all);
    await pressOn(page, 'button[type="reset"]');
    await expect.poll(() => questions(page)).toEqual(all);
    expect(await ticked(page)).toBe(0);
  }));
