import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { allKept, keepHere, nothingKept } from '../support/keep-here.ts';
import { expectToFit, listen, pressOn, typeInto, visit } from '../support/visiting.ts';

/** What a person chooses or writes for themselves stays on their device. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const kept = (page: Page, key: string) => page.evaluate((name) => localStorage.getItem(name), key);

test('the light that a person chose holds on every page, and nobody is told', () =>
  visit(browser, true, async (page, { context }) => {
    const shown = () => page.evaluate(() => document.documentElement.dataset['theme']);
    await page.goto('/');
    expect(await shown()).toBeUndefined();
    const asked = listen(page);
    await pressOn(page, '.menu-button');
    await pressOn(page, 'theme-switch button');
    expect(await shown()).toBe('dark');
    expect(asked).toEqual([]);
    await page.goto('/events/');
    expect(await shown()).toBe('dark');
    expect(asked.filter((request) => /cookie|dark/i.test(request))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await pressOn(page, '.menu-button');
    await pressOn(page, 'theme-switch button', 'Space');
    expect(await shown()).toBe('light');
    expect(await kept(page, 'theme')).toBe('light');
  }));

const card = {
  'reason-1': 'Sam’s breakfast 🥞',
  'person-1': 'ليلى',
  'phone-1': '303 555 0199',
  'action-1': 'Out',
};

test('a coping card is kept on the device alone, is there again, and is gone when erased', () =>
  visit(browser, true, async (page, { context }) => {
    await page.goto('/tools/coping-card/');
    const asked = listen(page);
    for (const [field, text] of Object.entries(card)) await page.locator(`#${field}`).fill(text);
    await page.getByText('Not kept yet.').waitFor();
    expect(await allKept(page), 'before anybody answered').toEqual(nothingKept);
    await keepHere(page);
    expect(await page.getByRole('link', { name: 'Call ليلى' }).getAttribute('href')).toBe('tel:3035550199');
    expect(asked).toEqual([]);
    await expectToFit(page);

    await page.reload();
    for (const [field, text] of Object.entries(card)) {
      await expect.poll(() => page.locator(`#${field}`).inputValue(), { message: field }).toBe(text);
    }
    expect((await allKept(page)).databases).toMatchObject([[{ value: card }]]);
    expect(asked.filter((request) => /breakfast|ليلى|0199|cookie/i.test(decodeURI(request)))).toEqual([]);
    expect(await context.cookies()).toEqual([]);

    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('button', { name: 'Erase this page’s notes' }).press('Enter');
    expect(await page.locator('#reason-1').inputValue()).toBe(card['reason-1']);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Erase this page’s notes' }).press('Enter');
    await page.getByText('Erased from this device.').waitFor();
    expect((await allKept(page)).databases).toEqual([[]]);
    await page.reload();
    for (const field of Object.keys(card)) expect(await page.locator(`#${field}`).inputValue()).toBe('');
    expect(await page.getByRole('link', { name: /^Call ليلى/ }).count()).toBe(0);
  }));

test('without JavaScript the card can be written in, sends nothing, and says that nothing is kept', () =>
  visit(browser, false, async (page) => {
    await page.goto('/tools/coping-card/');
    const asked = listen(page);
    await typeInto(page, '#reason-1', 'My own keys');
    await page.keyboard.press('Enter');
    await page.locator('noscript p').waitFor();
    expect(await page.locator('noscript p').innerText()).toContain('so nothing is kept');
    expect(await page.locator('#reason-1').inputValue()).toBe('My own keys');
    expect(asked).toEqual([]);
    await expectToFit(page);
  }));

test('somebody who says no keeps nothing, is not asked again, and may change their mind', () =>
  visit(browser, true, async (page) => {
    await page.goto('/tools/coping-card/');
    await page.locator('#reason-1').fill('My own keys');
    await page.getByRole('button', { name: 'Not on this one' }).press('Enter');
    await page.getByText('Not kept.').waitFor();
    expect(await page.locator('#reason-1').inputValue(), 'it is there until the page is left').toBe(
      'My own keys',
    );
    expect(await allKept(page)).toEqual({ ...nothingKept, session: { 'keep-here': 'no' } });
    await page.reload();
    await page.locator('#reason-1').fill('My own keys');
    await page.getByText('Not kept.').waitFor();
    expect(await page.getByRole('button', { name: 'Keep it on this device' }).count()).toBe(0);
    await page.goto('/my-data/');
    await page.getByRole('button', { name: 'Keep things on this device' }).press('Enter');
    await page.getByText('This device may keep what you write.').waitFor();
    await page.goto('/tools/coping-card/');
    await page.locator('#reason-1').fill('My own keys');
    await page.getByText('Kept on this device.').waitFor();
  }));

test('what one tab writes shows in the other', () =>
  visit(browser, true, async (page, { context }) => {
    await page.goto('/tools/coping-card/');
    await page.locator('#reason-1').fill('One');
    await keepHere(page);
    const other = await context.newPage();
    await other.goto('/tools/coping-card/');
    await expect.poll(() => other.locator('#reason-1').inputValue()).toBe('One');
    await other.locator('#action-1').fill('Call');
    await expect.poll(() => page.locator('#action-1').inputValue()).toBe('Call');
    expect(await page.locator('#reason-1').inputValue()).toBe('One');
  }));

test('a card kept before there were drawers is still there', () =>
  visit(browser, true, async (page) => {
    await page.goto('/privacy/');
    await page.evaluate(() => localStorage.setItem('card', JSON.stringify({ 'reason-1': 'From before' })));
    await page.goto('/tools/coping-card/');
    await expect.poll(() => page.locator('#reason-1').inputValue()).toBe('From before');
    expect(await kept(page, 'card')).toBeNull();
  }));
