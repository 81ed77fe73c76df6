import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { allKept, keepHere } from '../support/keep-here.ts';
import { papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, tabTo, visit } from '../support/visiting.ts';

/** The weekly check-in: a tap a sign, in words beside last time, with something to do from the plan. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const tap = async (page: Page, sign: number, answer: string) => {
  const group = page.getByRole('group', { name: `Sign ${sign}` });
  await group.getByRole('radio', { name: answer }).press('Space');
};

test('the plan’s signs are here, two weeks are set side by side in words, and one can be deleted', () =>
  visit(browser, true, async (page, window) => {
    await page.clock.setFixedTime(new Date('2026-11-15T20:00:00-07:00'));
    await page.goto('/tools/plan/');
    await page.getByRole('button', { name: 'Show the whole plan' }).press('Enter');
    await page.locator('#sign-1').fill('Skipping meals');
    await keepHere(page);
    await page.locator('#do-unsettled').fill('Eat with Dee\nGo on Thursday');
    await expect.poll(async () => JSON.stringify(await allKept(page))).toContain('Go on Thursday');

    await page.goto('/tools/check-in/');
    const asked = listen(page);
    await expect.poll(() => page.locator('#sign-1').inputValue()).toBe('Skipping meals');
    await page.locator('#sign-2').fill('Letting calls ring out');
    await tap(page, 1, 'Not at all');
    await tap(page, 2, 'A lot');
    await page.getByText('This is your first time here.').waitFor();
    await page.getByText('Kept on this device.').waitFor();

    await page.clock.setFixedTime(new Date('2026-11-22T21:00:00-07:00'));
    await page.reload();
    await page.getByText('You last looked on Sunday, November 15, 2026.').waitFor();
    expect(await page.locator(':checked').count()).toBe(0);
    await tap(page, 1, 'A little');
    await tap(page, 2, 'A little');
    expect(await page.locator('[data-changes] li').allInnerTexts()).toEqual([
      'Skipping meals: more than last time',
      'Letting calls ring out: less than last time',
    ]);
    expect(await page.locator('[data-action-of-plan]').innerText()).toMatch(/Eat with Dee|Go on Thursday/);
    expect(await page.locator('check-in').innerText()).not.toMatch(/score|streak|total|missed|%/i);
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);

    await page.getByRole('button', { name: 'Delete November 15, 2026' }).press('Enter');
    await page.getByText('November 15, 2026 is deleted.').waitFor();
    await page.reload();
    await page.getByText('This is your first time here.').waitFor();
    expect(await page.locator('[data-history] li').count()).toBe(1);
    expect(asked.filter((request) => /meals|ring/i.test(decodeURI(request)))).toEqual([]);
  }));

test('without JavaScript ten lines can be written, ticked and printed on one page', () =>
  visit(browser, false, async (page) => {
    await page.goto('/tools/check-in/');
    const asked = listen(page);
    await tabTo(page, '#sign-10');
    await page.keyboard.insertText('Boredom');
    await page.getByRole('group', { name: 'Sign 10' }).getByRole('radio', { name: 'A lot' }).press('Space');
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);
    expect(asked).toEqual([]);
    await expectToFit(page);
  }));
