import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { keepHere } from '../support/keep-here.ts';
import { isPrinted, papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, pressOn, tabTo, typeInto, visit } from '../support/visiting.ts';

/** The plan: written part by part, kept here, printed on one page, carried in a wallet. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Every field filled as far as it goes. */
const fillToTheBrim = (page: Page) =>
  page.evaluate(() => {
    for (const field of document.querySelectorAll<HTMLInputElement>('[data-field]')) {
      const long = 'Walk to the library and call Dee from the steps. '.repeat(20);
      field.value = field.type === 'date' ? '2027-02-20' : long.slice(0, field.maxLength);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });

test('a plan is written part by part with the keyboard, is kept here alone, and is there again as a whole', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/tools/plan/');
    const asked = listen(page);
    await page.getByText('Part 1 of 9').waitFor();
    await typeInto(page, '#reason-1', 'My own keys');
    await keepHere(page);
    await pressOn(page, '[data-next]');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('My early signs');
    await pressOn(page, 'summary');
    await pressOn(page, '[data-suggestion] button');
    expect(await page.locator('#sign-1').inputValue()).toBe('Sleeping too little, or all day');
    expect(await page.locator('[data-suggestion] button').first().getAttribute('aria-pressed')).toBe('true');
    // else the way out, which stays in sight, lies over a field
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeViolations(window)).toEqual([]);
    await page.getByRole('button', { name: 'Show the whole plan' }).press('Enter');
    await page.locator('#person-1').fill('ليلى');
    await page.locator('#phone-1').fill('303 555 0199');
    expect(await page.getByRole('link', { name: 'Call ليلى' }).getAttribute('href')).toBe('tel:3035550199');
    await page.getByRole('button', { name: 'In 90 days' }).press('Enter');
    await page.getByText(/^Look at it again on \w+ \d+, \d{4}\.$/).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    expect(asked).toEqual([]);

    await page.reload();
    await page.getByText('All 9 parts').waitFor();
    expect(await page.locator('#reason-1').inputValue()).toBe('My own keys');
    expect(await page.locator('#if-i-use').inputValue()).toContain('Tell one person');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Erase this page’s notes' }).press('Enter');
    await page.getByText('Erased from this device.').waitFor();
    expect(await page.locator('#reason-1').inputValue()).toBe('');
  }));

test('the whole of it goes on one page of either paper, however much is in it, and says when some is cut off', () =>
  visit(browser, true, async (page) => {
    await page.goto('/tools/plan/');
    await page.getByText('Part 1 of 9').waitFor();
    for (const paper of papers) expect(await sheets(page, paper), `empty on ${paper}`).toBe(1);
    await fillToTheBrim(page);
    for (const paper of papers) expect(await sheets(page, paper), `full on ${paper}`).toBe(1);
    expect(await page.locator('[data-paper="sheet"]').getAttribute('data-size')).not.toBe('');
    expect(await isPrinted(page, '[data-cut]')).toBe(false);
    await page.locator('#if-i-use').evaluate((field: HTMLTextAreaElement) => {
      field.value = 'one thing\n'.repeat(60);
    });
    for (const paper of papers) expect(await sheets(page, paper), `too much on ${paper}`).toBe(1);
    expect(await isPrinted(page, '[data-cut]')).toBe(true);
    expect(await isPrinted(page, '#reason-1')).toBe(false);
  }));

test('a wallet card has no names on it unless they are asked for', () =>
  visit(browser, true, async (page) => {
    await page.goto('/tools/plan/');
    await page.getByText('Part 1 of 9').waitFor();
    await fillToTheBrim(page);
    expect(await isPrinted(page, '.wallet')).toBe(false);
    await page.getByRole('radio', { name: /A wallet card/ }).check();
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);
    expect(await isPrinted(page, '.wallet')).toBe(true);
    expect(await isPrinted(page, '.sheet')).toBe(false);
    expect(await isPrinted(page, '.wallet [data-from="person-1"]')).toBe(false);
    expect(await isPrinted(page, '.wallet [data-from="phone-1"]')).toBe(false);
    await page.getByRole('checkbox', { name: /Print names and numbers/ }).check();
    expect(await isPrinted(page, '.wallet [data-from="person-1"]')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('.wallet .side').first().boundingBox();
    const millimetres = (pixels = 0) => Math.round((pixels / 96) * 254) / 10;
    expect([millimetres(box?.width), millimetres(box?.height)]).toEqual([85.6, 54]);
  }));

test('the plan is copied as plain text only when somebody asks', () =>
  visit(browser, true, async (page, { context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/tools/plan/');
    await typeInto(page, '#reason-2', 'Sam’s breakfast 🥞');
    await pressOn(page, '[data-copy]');
    await page.getByText('Copied as plain text.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      'Reason: Sam’s breakfast 🥞\n',
    );
  }));

test('without JavaScript every part can be written in, and prints on one page', () =>
  visit(browser, false, async (page) => {
    await page.goto('/tools/plan/');
    const asked = listen(page);
    await tabTo(page, '#look-again');
    await page.locator('#sign-5').fill('Working all hours');
    await page.keyboard.press('Enter');
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);
    expect(await isPrinted(page, '#sign-5')).toBe(true);
    expect(await isPrinted(page, '.sheet')).toBe(false);
    expect(asked).toEqual([]);
    await expectToFit(page);
  }));
