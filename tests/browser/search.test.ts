import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations, builtPages } from '../support/crawl.ts';
import { allKept, nothingKept } from '../support/keep-here.ts';
import { expectToFit, listen, tabTo, typeInto, visit, ways } from '../support/visiting.ts';

/** Search: on the device, in two languages, and with nobody told. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const { origin } = inject('site');

/** Opens the search, types with the keyboard, and waits until the answer was said. */
async function searchFor(page: Page, query: string, path = '/search/'): Promise<string> {
  if (new URL(page.url(), origin).pathname !== path) await page.goto(path);
  await page.locator('site-search form').waitFor();
  await typeInto(page, '#find', query);
  const said = page.locator('site-search [role=status]');
  await expect.poll(() => said.innerText(), { timeout: 10_000 }).toContain(`“${query}”`);
  return said.innerText();
}

const titles = (page: Page) => page.locator('[data-results] h3').allInnerTexts();

test('a guide is found by a word of its title and by another form of it, and says where', () =>
  visit(browser, true, async (page) => {
    for (const query of ['craving', 'cravings']) {
      expect(await searchFor(page, query)).toMatch(/^\d+ pages for “cravings?”\.$/);
      expect((await titles(page))[0]).toMatch(/urge|craving/i);
      expect(await page.locator('[data-results] mark').first().innerText()).toMatch(/crav|urge/i);
    }
    await searchFor(page, 'pharmacy');
    const within = page.locator('[data-results] .where a').first();
    const address = await within.getAttribute('href');
    await within.press('Enter');
    await page.waitForURL(`**${address}`);
    expect(await page.evaluate(() => !!document.querySelector(`[id="${location.hash.slice(1)}"]`))).toBe(
      true,
    );
    await page.goBack();
    await expect.poll(() => page.locator('#find').inputValue()).toBe('pharmacy');
    await expect.poll(() => page.locator('[data-results] li').count()).toBeGreaterThan(0);
    await expectToFit(page);
  }));

test('words have meanings: a medicine leads to its guide, a slip to the first 24 hours', () =>
  visit(browser, true, async (page) => {
    await searchFor(page, 'suboxone');
    expect((await titles(page))[0]).toBe('Medication for opioid use disorder');
    await searchFor(page, 'I slipped');
    expect((await titles(page))[0]).toBe('The first 24 hours');
    await searchFor(page, 'triggers');
    expect((await titles(page))[0]).toBe('Know your triggers');
  }));

test('a misspelt word is read as what was meant, with a way back', () =>
  visit(browser, true, async (page) => {
    await searchFor(page, 'suboxne');
    expect((await titles(page))[0]).toBe('Medication for opioid use disorder');
    expect(await page.locator('[data-results] > p').innerText()).toContain('Showing results for suboxone');
    await page.getByRole('button', { name: 'Look for “suboxne” as typed' }).press('Enter');
    await expect
      .poll(() => page.locator('[data-nothing]').innerText())
      .toContain('Nothing found for “suboxne”');
  }));

test('somebody in danger sees who answers before anything else, also when the list of pages does not come', () =>
  visit(browser, true, async (page, { context, faults }) => {
    await searchFor(page, 'I want to die');
    const help = page.getByRole('heading', { name: 'You do not have to be alone with this' });
    expect(await help.isVisible()).toBe(true);
    const order = await page
      .locator('site-search h2:visible, [data-results] h3')
      .evaluateAll((all) => all.map((one) => one.textContent));
    expect(order[0]).toBe('You do not have to be alone with this');
    expect(await page.getByRole('link', { name: 'Call 988' }).count()).toBeGreaterThan(1);

    await context.route('**/search-index/**', (route) => route.abort());
    await page.goto('/search/');
    await page.locator('#find').fill('sobredosis');
    await page.getByRole('heading', { name: 'Is somebody in danger now?' }).waitFor();
    await page.locator('[data-trouble]').waitFor();
    expect(await page.locator('[data-site-index-of-all]').isVisible()).toBe(true);
    faults.splice(0);
  }));

test('nobody is told what was typed: it is in no request, no address and nothing that is kept', () =>
  visit(browser, true, async (page, { context }) => {
    const asked = listen(page);
    await searchFor(page, 'zanzibar methadone');
    await page.keyboard.press('Enter');
    await searchFor(page, 'fentanyl');
    expect(
      asked.filter((request) => /zanzibar|methadone|fentanyl/i.test(decodeURIComponent(request))),
    ).toEqual([]);
    expect(asked.filter((request) => request.includes('search-index'))).toHaveLength(1);
    expect(page.url()).toBe(`${origin}/search/`);
    expect(await allKept(page)).toEqual(nothingKept);
    expect(await context.cookies()).toEqual([]);
  }));

test('with a keyboard alone: from the header to the field, to a result, and back to the field', () =>
  visit(browser, true, async (page) => {
    await page.goto('/guides/');
    await tabTo(page, '.to-search');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/#find');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('find');
    await page.keyboard.type('naloxne');
    await page.locator('[data-results] li').first().waitFor();
    await tabTo(page, '[data-results] h3 a');
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('find');
    await tabTo(page, '[data-results] h3 a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/help/naloxone/');
  }));

test('the Spanish page speaks Spanish, finds without accents, and the switch takes along what was typed', () =>
  visit(browser, true, async (page) => {
    const path = '/es/search/';
    expect(await searchFor(page, 'reuniones', path)).toMatch(/páginas para “reuniones”/);
    expect(await page.locator('[data-results] a').first().getAttribute('href')).toMatch(/^\/es\//);
    await searchFor(page, 'recaida', path);
    expect(await page.locator('[data-results] a').first().getAttribute('href')).toBe(
      '/es/help/first-24-hours/',
    );
    await searchFor(page, 'naloxnoa', path);
    expect(await page.locator('[data-results] > p').innerText()).toContain(
      'Mostramos resultados para naloxona',
    );
    await page.locator('language-switch a').press('Enter');
    await page.waitForURL('**/search/');
    expect(page.url()).toBe(`${origin}/search/`);
    expect(await page.locator('#find').inputValue()).toBe('naloxnoa');
    await page.locator('[data-results] li').first().waitFor();
  }));

describe.each(ways)('$way', ({ javaScriptEnabled }) => {
  test('every built page that is for finding is in the list of all pages, in both languages', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const built = await builtPages();
      for (const [path, prefix] of [
        ['/search/', ''],
        ['/es/search/', '/es'],
      ] as const) {
        await page.goto(path);
        const links = await page
          .locator('[data-site-index-of-all] a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        expect(links.length).toBe(new Set(links).size);
        for (const start of ['/guides/', '/tools/', '/help/', '/levels-of-care/', '/resources/'])
          expect(links).toEqual(
            expect.arrayContaining(built.filter((one) => one.startsWith(`${prefix}${start}`))),
          );
        for (const asked of ['/meetings/', '/step-down/sign-up/']) expect(links).toContain(prefix + asked);
        expect(links.filter((link) => /\/staff\/|\/r\/|\/404|\/500/.test(link ?? ''))).toEqual([]);
        expect(await page.locator('#find').isVisible()).toBe(javaScriptEnabled);
        await expectToFit(page);
      }
    }));
});

test('what is found passes axe, with help above it', () =>
  visit(browser, true, async (page, window) => {
    await searchFor(page, 'overdose pills');
    expect(await axeViolations(window)).toEqual([]);
  }));

test.each([320, 360, 768, 1056, 1280])(
  'the header stands in order on %i px, in both languages',
  async (width) => {
    const window = await browser.open({ viewport: { width, height: 700 } });
    for (const path of ['/guides/', '/es/guides/']) {
      await window.page.goto(path);
      const boxes = await window.page
        .locator('.site-header :is(a, button):visible')
        .evaluateAll((all) =>
          all
            .map((one) => one.getBoundingClientRect())
            .map(({ x, y, width, height, right }) => ({ x, y, width, height, right })),
        );
      expect(boxes.length).toBeGreaterThan(3);
      for (const box of boxes) {
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
        expect(box.right).toBeLessThanOrEqual(width);
      }
      const rows = new Set(boxes.map(({ y, height }) => Math.round((y + height / 2) / 24)));
      expect(rows.size, `${path}: rows`).toBeLessThanOrEqual(width < 1056 ? 1 : 2);
      await expectToFit(window.page);
    }
    await window.close();
  },
);
