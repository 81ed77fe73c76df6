import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, pressOn, typeInto, visit, ways } from '../support/visiting.ts';

/** Looking for a meeting in Spanish, opening one, and changing the language on the way. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const status = (page: Page) => page.locator('[data-count]');
const rowsOf = (page: Page): Promise<string[]> =>
  page
    .locator('[data-results] .meeting')
    .evaluateAll((rows) => rows.map((row) => row.textContent.toLowerCase().replace(/\s+/g, ' ')));

describe.each(ways)('$way', ({ javaScriptEnabled }) => {
  const open = async (page: Page, address: string) => {
    await page.goto(address);
    if (javaScriptEnabled) await page.locator('meeting-finder[data-ready]').waitFor();
  };

  test.each([
    ['en línea', /en línea/],
    ['en linea', /en línea/],
    ['mujeres', /mujeres/],
    ['silla de ruedas', /silla de ruedas/],
  ])('“%s” finds meetings that say so in Spanish', (typed, said) =>
    visit(browser, javaScriptEnabled, async (page) => {
      await open(page, '/es/meetings/');
      await typeInto(page, 'input[name=q]', typed);
      await page.keyboard.press('Enter');
      await status(page)
        .filter({ hasText: `“${typed}”` })
        .waitFor();
      const rows = await rowsOf(page);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => !said.test(row))).toEqual([]);
      expect(await status(page).innerText()).toMatch(/^\d+ reuni(ón|ones) con “/);
      await expectToFit(page);
    }),
  );

  test('the language switch keeps the filters, and a row leads to its Spanish page', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await open(page, '/meetings/?mode=online');
      const inEnglish = (await rowsOf(page)).length;
      await pressOn(page, 'language-switch a');
      await page.waitForURL(/\/es\/meetings\/\?mode=online$/);
      if (javaScriptEnabled) await page.locator('meeting-finder[data-ready]').waitFor();
      expect(await page.locator('[data-chips] li').first().innerText()).toBe('En línea ×');
      expect((await rowsOf(page)).length).toBe(inEnglish);

      await pressOn(page, '[data-results] .meeting h3 a');
      await page.waitForURL(/\/es\/meetings\/[a-z0-9-]+\/$/);
      expect(await page.locator('.facts dt').first().innerText()).toBe('Cómo');
      expect(await page.locator('[data-meeting-panel] .when').innerText()).toMatch(/[ap]\.m\./);
      await expectToFit(page);
      if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
    }));
});

test('a row opened in the Spanish list says in Spanish how to get in, and whose words are English', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/es/meetings/?mode=in-person');
    await page.locator('meeting-finder[data-ready]').waitFor();
    const row = page.locator('[data-results] .meeting').first();
    expect(await row.locator('h3 a').getAttribute('lang')).toBe('en');
    const name = await row.locator('h3 a').innerText();
    await row.getByRole('button', { name: `Detalles de ${name}` }).press('Enter');
    await row.locator('[data-row-panel] .facts').waitFor();
    await row.getByRole('button', { name: 'Copiar los detalles' }).waitFor();
    expect(await row.locator('.how [lang=en]').count()).toBe(1);
    expect(await axeViolations(window)).toEqual([]);
  }));
