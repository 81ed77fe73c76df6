import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { papers, sheets } from '../support/on-paper.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen, pressOn, visit } from '../support/visiting.ts';

/** Seven taps, one suggestion each: with scripts and without, and kept on the device when asked to. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const path = '/tools/basics-check/';
const suggestions = {
  hungry: 'Eat something',
  angry: 'Walk around the block',
  lonely: 'Send one person three words',
  tired: 'Set an alarm',
  pain: 'where it hurts',
  bored: 'with your hands',
  stressed: 'Write all of it on paper',
};

const tap = (page: Page, basic: string) => pressOn(page, `[data-basic="${basic}"] summary`);
const rows = (page: Page) => page.locator('[data-checks] li');
const status = (page: Page) => page.locator('[data-kept-status]');

/** Keeps what is tapped, and says yes where the page asks first whether this device may keep things. */
async function keepCheck(page: Page): Promise<void> {
  await pressOn(page, '[data-keep-check]');
  const yes = page.getByRole('button', { name: 'Keep it on this device' });
  const kept = page.getByText('Kept on this device.');
  await yes.or(kept).first().waitFor();
  if (await yes.isVisible()) await yes.press('Enter');
  await kept.waitFor();
}

for (const javaScriptEnabled of [false, true]) {
  test(`each tap opens its own suggestion and no other, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto(path);
      const asked = listen(page);
      for (const [basic, words] of Object.entries(suggestions)) {
        const suggestion = page.locator(`[data-basic="${basic}"] p`).first();
        expect(await suggestion.isVisible(), basic).toBe(false);
        await tap(page, basic);
        expect(await suggestion.innerText(), basic).toContain(words);
        const { height } = (await page.locator(`[data-basic="${basic}"] summary`).boundingBox()) ?? {
          height: 0,
        };
        expect(height, basic).toBeGreaterThanOrEqual(44);
        await tap(page, basic);
        expect(await suggestion.isVisible(), basic).toBe(false);
      }
      expect(asked).toEqual([]);
      expect(await page.locator('[data-keep-check]').isVisible()).toBe(javaScriptEnabled);
      await expectToFit(page);
    }));
}

test('a check is kept when asked to, is there again, goes one by one, and goes when erased', () =>
  visit(browser, true, async (page, window) => {
    await page.goto(path);
    const asked = listen(page);
    await pressOn(page, '[data-keep-check]');
    await page.getByText('Tap what fits first.').waitFor();
    expect(await rows(page).count()).toBe(0);

    await tap(page, 'lonely');
    await tap(page, 'tired');
    await keepCheck(page);
    await pressOn(page, '[data-keep-check]');
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await rows(page).first().innerText()).toMatch(/\d\d [AP]M\s+Lonely, Tired/);
    expect(asked).toEqual([]);
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);

    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page
      .getByRole('button', { name: /^Delete the check of / })
      .first()
      .press('Enter');
    await page.getByText('That check is deleted.').waitFor();
    expect(await rows(page).count()).toBe(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('kept-checks');

    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(1);
    page.once('dialog', (dialog) => void dialog.accept());
    await pressOn(page, '[data-erase]');
    await expect.poll(() => status(page).innerText()).toContain('Erased');
    await page.reload();
    await expect.poll(() => page.locator('[data-keep-check]').isVisible()).toBe(true);
    expect(await rows(page).count()).toBe(0);
    expect(asked.filter((request) => /lonely|tired|cookie/i.test(request))).toEqual([]);
  }));

test('a word that comes up for the third time is said back, without a number to beat', () =>
  visit(browser, true, async (page) => {
    await page.goto(path);
    await tap(page, 'tired');
    await keepCheck(page);
    for (const checks of [2, 3]) {
      expect(await page.locator('[data-often]').isVisible()).toBe(false);
      await pressOn(page, '[data-keep-check]');
      await expect.poll(() => rows(page).count()).toBe(checks);
    }
    expect(await page.locator('[data-often]').innerText()).toContain('“Tired” came up in 3 checks');
    expect(await page.locator('main').innerText()).not.toMatch(/score|streak|well done|missed/i);
  }));

test('printed, it is the seven suggestions on one sheet, opened, and nothing that was kept', () =>
  visit(browser, true, async (page) => {
    await page.goto(path);
    await tap(page, 'bored');
    await keepCheck(page);
    await page.emulateMedia({ media: 'print' });
    for (const [basic, words] of Object.entries(suggestions)) {
      const suggestion = page.locator(`[data-basic="${basic}"] p`).first();
      expect(await suggestion.isVisible(), basic).toBe(true);
      expect(await suggestion.innerText()).toContain(words);
    }
    expect(await rows(page).first().isVisible()).toBe(false);
    for (const paper of papers) expect(await sheets(page, paper), paper).toBe(1);
  }));
