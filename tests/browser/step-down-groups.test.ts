import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, pressOn, read, tabTo, visit, ways } from '../support/visiting.ts';

/** Looking for a group on a phone: the levels, the filters, and what there is to do when nothing fits. */

interface Listed {
  level: string;
  cohorts: { slug: string; startTime: string; weekdays: number[]; format: string; language: string }[];
}

let browser: TestBrowser;
let programs: Listed[];
beforeAll(async () => {
  browser = await startBrowser();
  programs = (await (await fetch(`${inject('site').origin}/api/step-down`)).json()) as Listed[];
});
afterAll(() => browser.close());

const cohorts = () => programs.flatMap((program) => program.cohorts);
const slugs = (which: (cohort: Listed['cohorts'][number]) => boolean) =>
  cohorts()
    .filter(which)
    .map(({ slug }) => slug)
    .sort();

/** The groups that somebody sees, by the links that lead into them. */
const shown = async (page: Page) => {
  const links = await page.locator('a[href^="/step-down/sign-up/?cohort="]:visible').all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
  return addresses.map((address) => address?.split('=')[1] ?? '').sort();
};
const found = '[data-found]';
const show = 'form[action^="/step-down/groups/"] button';

/** Ticks one more; without scripts the button asks. */
async function tick(page: Page, name: string, value: string, javaScriptEnabled: boolean) {
  const kept = `input[name="${name}"][value="${value}"]`;
  await page.locator(kept).press('Space');
  if (!javaScriptEnabled) {
    await pressOn(page, show);
    await page.waitForURL(/groups\/\?.*#found$/);
  }
  expect(await page.locator(kept).isChecked()).toBe(true);
}

describe.each(ways)('$way, on a phone', ({ javaScriptEnabled }) => {
  test('every level has its hours and a week, from the most hours to the fewest, and each group its way in', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await read(page, '/step-down/');
      const levels = page.locator('section[aria-labelledby^="level-"]');
      expect(await levels.count()).toBe(9);
      for (const level of await levels.all()) {
        expect(await level.locator('svg.week').count()).toBeGreaterThan(0);
        expect(await level.locator('svg.week').first().locator('rect').count()).toBeGreaterThan(0);
        expect(await level.innerText()).toMatch(/week/);
      }
      expect(await shown(page)).toEqual(slugs(() => true));
      // a level without a date says so and has an example, in words too
      const none = page.locator('section[aria-labelledby="level-outpatient"]');
      expect(await none.locator('figure').innerText()).toMatch(
        /An example, not a date to come[\s\S]*Tuesday/,
      );
      expect(
        await none.getByRole('link', { name: 'Ask for a place in the next one' }).getAttribute('href'),
      ).toBe('/step-down/sign-up/?program=weekly-visits');
      await expectToFit(page);
    }));

  test('evenings, on days one can come, by video: each answer narrows the list and stands in the address', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto('/step-down/');
      await pressOn(page, 'a[href="/step-down/groups/?time=evening#found"]');
      await page.waitForURL(/groups\/\?time=evening#found$/);
      const evening = slugs(({ startTime }) => startTime >= '17:00');
      expect(await shown(page)).toEqual(evening);
      expect(await page.locator(found).innerText()).toBe(`${evening.length} groups`);

      for (const day of ['mon', 'wed', 'thu']) await tick(page, 'day', day, javaScriptEnabled);
      const onDays = slugs(
        ({ startTime, weekdays }) => startTime >= '17:00' && weekdays.every((day) => [1, 3, 4].includes(day)),
      );
      expect(onDays.length).toBeLessThan(evening.length);
      expect(await shown(page)).toEqual(onDays);

      await tick(page, 'how', 'online', javaScriptEnabled);
      const left = await shown(page);
      expect(left).toEqual(
        slugs((cohort) => onDays.includes(cohort.slug) && ['online', 'hybrid'].includes(cohort.format)),
      );
      await expectToFit(page);
      if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);

      // the address says it all: it can be sent on, and going there again finds the same
      const asked = new URL(page.url()).searchParams;
      expect(asked.getAll('day')).toEqual(['mon', 'wed', 'thu']);
      await page.goto(page.url());
      await page.reload();
      expect(await shown(page)).toEqual(left);

      await pressOn(page, '[data-all]');
      await page.waitForURL(/groups\/$/);
      expect(await shown(page)).toEqual(slugs(() => true));
    }));

  test('when nothing fits, it says what to do, and no group is left to see', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto('/step-down/groups/?language=es');
      expect(await shown(page)).toEqual(slugs(({ language }) => language === 'es'));
      expect(await page.locator('[data-none]').isVisible()).toBe(false);
      await tick(page, 'time', 'weekend', javaScriptEnabled);
      expect(await shown(page)).toEqual([]);
      expect(await page.locator(found).innerText()).toBe('0 groups');
      const advice = page.locator('[data-none]');
      expect(await advice.innerText()).toMatch(/call[\s\S]*call you[\s\S]*waiting list[\s\S]*a meeting/);
      await tabTo(page, '[data-none] a[href="/step-down/sign-up/?kind=assessment-call"]');
      await expectToFit(page);
      if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
    }));

  test('a full group tells how many wait, and its button joins them', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto('/step-down/groups/?time=weekend');
      expect(await page.locator('[data-cohort="weekends-maple"]').innerText()).toBe(
        'Full — join the waiting list, 2 ahead of you',
      );
      const way = page.getByRole('link', { name: /^Join the waiting list for Saturday and Sunday/ });
      expect(await way.getAttribute('href')).toBe('/step-down/sign-up/?cohort=weekends-maple');
      await way.press('Enter');
      await page.waitForURL(/sign-up\//);
    }));
});

test('with JavaScript the whole list has the count of this minute, and the full group its waiting list', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/step-down/');
    await expect
      .poll(() => page.locator('[data-cohort="weekends-maple"]').innerText())
      .toBe('Full — join the waiting list, 2 ahead of you');
    expect(await page.locator('[data-sign-up="weekends-maple"]').innerText()).toBe('Join the waiting list');
    for (const closed of await page.locator('summary').all()) await closed.press('Enter');
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
  }));

test('an address that asks for nonsense finds every group', () =>
  visit(browser, false, async (page) => {
    const answer = await page.goto(
      '/step-down/groups/?time=night&day=%00&within=99&how=<b>&language=xx&time=',
    );
    expect(answer?.status()).toBe(200);
    expect(await shown(page)).toEqual(slugs(() => true));
    expect(await page.content()).not.toContain('<b>');
  }));
