import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectProblems, expectToFit, tabTo, visit, ways } from '../support/visiting.ts';

/** How a coordinator with a phone keeps programs and groups. Theirs are drafts: other tests read the public ones. */

inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const groups = '/staff/step-down/cohorts/';
const main = (page: Page) => page.locator('main').innerText();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).press('Enter');
};
const failed = (page: Page) => page.waitForFunction(() => document.title.startsWith('Error: '));
async function fill(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) await page.locator(`#${name}`).fill(value);
}
/** It fits a phone; axe, which is a script itself, looks where scripts run. */
async function expectGood(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  await expectToFit(page);
  if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
}

describe.each(ways)('A coordinator, $way, on a phone', ({ way, javaScriptEnabled }) => {
  test('adds a program that only staff see; gaps are named', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await signInAs(page, 'coordinator', groups);
      await expectGood(page, window, javaScriptEnabled);
      const title = `Sunday table ${way}`;

      await page.getByRole('link', { name: 'Add a program' }).press('Enter');
      await page.waitForURL(/programs\/new\/$/);
      await press(page, 'Save');
      await failed(page);
      await expectProblems(page, ['title', 'level', 'summary', 'week'], javaScriptEnabled);
      await fill(page, { title, summary: 'A long table on Sundays.', week: 'One noon' });
      await page.locator('#level').selectOption('continuing-care');
      await press(page, 'Save');
      await page.waitForURL(/done=saved/);
      expect(await main(page)).toContain('Saved. Only staff see it.');
      await expectGood(page, window, javaScriptEnabled);
    }));

  test('adds a group; gaps are named with nothing lost; it is made once more', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const [title, slug] = [`Monday table ${way}`, `table-${javaScriptEnabled}`];
      await query(`insert into public.programs (slug, title, level, summary, week, sort)
        values ('${slug}', '${title}', 'continuing-care', 'A table.', 'One noon', 99)`);
      await signInAs(page, 'coordinator', groups);
      await page.getByRole('link', { name: `Add a group to ${title}` }).press('Enter');
      await page.waitForURL(/new\/\?program=/);
      await page.getByRole('radio', { name: 'In person', exact: true }).check();
      await fill(page, { ledBy: 'Dana, counselor', seats: 'many' });
      await press(page, 'Save');
      await failed(page);
      const wrong = ['startsOn', 'weekdays', 'startTime', 'endTime', 'placeName', 'seats'];
      await expectProblems(page, wrong, javaScriptEnabled);
      expect(await page.locator('#ledBy').inputValue()).toBe('Dana, counselor');
      expect(await page.getByRole('radio', { name: 'In person', exact: true }).isChecked()).toBe(true);
      await expectGood(page, window, javaScriptEnabled);
      await fill(page, {
        startsOn: inDays(90),
        startTime: '12:00',
        endTime: '14:00',
        placeName: 'The porch',
        seats: '8',
      });
      await page.getByRole('checkbox', { name: 'Sunday' }).check();
      await press(page, 'Save');
      await page.waitForURL(/done=saved/);
      expect(await main(page)).toContain('0 of 8 places held');
      await expectGood(page, window, javaScriptEnabled);

      await page.getByRole('link', { name: 'Duplicate with a new start' }).press('Enter');
      await page.waitForURL(/new\/\?copy=/);
      expect(await page.locator('#startsOn').inputValue()).toBe('');
      expect(await page.locator('#placeName').inputValue()).toBe('The porch');
      await fill(page, { startsOn: inDays(180) });
      await press(page, 'Save');
      await page.waitForURL(/done=saved/);
      await page.goto(groups);
      expect((await main(page)).match(/Draft\. 0 of 8 places held/g)?.length).toBeGreaterThanOrEqual(2);
    }));

  test('hears how many places are held when there would be too few, and keeps what was typed', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const slug = `held-${javaScriptEnabled}`;
      await query(`select public.create_cohort(jsonb_build_object(
        'program', 'circle', 'slug', '${slug}', 'startsOn', current_date + 200, 'endsOn', null, 'weekdays', '[2]'::jsonb,
        'startTime', '18:00', 'endTime', '19:00', 'timeZone', 'America/Denver', 'format', 'online', 'seats', 3))`);
      await query(
        `select private.take_place(pool_id, 1) from public.cohorts, generate_series(1, 2) where slug = '${slug}'`,
      );
      await signInAs(page, 'admin', `${groups}${slug}/`);
      await fill(page, { seats: '1', ledBy: 'Renee, counselor' });
      await press(page, 'Save');
      await failed(page);
      await expectProblems(page, ['seats'], javaScriptEnabled);
      expect(await main(page)).toContain(
        '2 places are held in this group. Enter 2 or more. Nothing was changed',
      );
      expect(await page.locator('#ledBy').inputValue()).toBe('Renee, counselor');
      await expectGood(page, window, javaScriptEnabled);
      await fill(page, { seats: '2' });
      await press(page, 'Save');
      await page.waitForURL(/done=saved/);
      expect(await main(page)).toContain('2 of 2 places held');
    }));
});

test('everything is reached by keyboard alone', () =>
  visit(browser, true, async (page) => {
    await signInAs(page, 'coordinator', `${groups}circle-fir/`);
    await tabTo(page, '#startsOn');
    await tabTo(page, '#seats');
    await tabTo(page, 'main form button');
  }));

test('a clinician does not get in, and is shown no way there', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'clinician');
    expect((await page.goto(groups))?.status()).toBe(403);
    expect(await page.getByRole('link', { name: 'Step-down groups' }).count()).toBe(0);
  }));
