import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { htmlBlocks } from '../../local/words/html-blocks.ts';
import { hardest, readingOf } from '#platform/words/reading.ts';
import { steps } from '#tools/next-24-hours/steps.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, pressOn, visit } from '../support/visiting.ts';

/** The pages for the worst hour, as they are served: how they read, their order, their print, one step at a time. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const forTheWorstHour = [
  ...['/help/', '/help/first-24-hours/', '/help/naloxone/', '/help/naloxone/card/', '/help/worried/'],
  ...['/help/the-door-is-open/', '/help/leaving-quickly/', '/family/', '/family/what-to-say/'],
  '/tools/next-24-hours/',
];

const html = async (path: string) => (await fetch(origin + path)).text();
const tooHard = (page: string) => {
  const { hardness, paragraphs, words } = readingOf(htmlBlocks(page));
  expect(words).toBeGreaterThan(100);
  return [
    ...(hardness > hardest.en.crisis ? [`the page: ${hardness}`] : []),
    ...paragraphs
      .filter((paragraph) => paragraph.hardness > hardest.en.crisis)
      .map((paragraph) => `${paragraph.hardness}: ${paragraph.text}`),
  ];
};

test.each(forTheWorstHour)('%s reads at grade 6, its worst paragraph too', async (path) => {
  expect(tooHard(await html(path))).toEqual([]);
});

test('negative control: a paragraph that is too hard is named', async () => {
  const hard = `<p>${'Institutional considerations necessitate comprehensive interdisciplinary communication. '.repeat(5)}</p>`;
  expect(tooHard((await html('/help/')).replace('</main>', `${hard}</main>`))).toHaveLength(1);
});

test.each(forTheWorstHour)(
  '%s has a way out at once, an honest word about it, and a person one tap away',
  async (path) => {
    const page = await html(path);
    expect(page).toContain('<quick-exit');
    expect(page).toContain('href="/help/leaving-quickly/"');
    expect(page).toContain('href="tel:988"');
  },
);

test('the first 24 hours are told in their order, and each step can be linked to', async () => {
  const page = await html('/help/first-24-hours/');
  const places = steps.map(({ id }) => page.indexOf(`id="${id}"`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

/** Writes a card to this device as the coping card keeps one. */
const keepCard = (page: Page, value: Record<string, string>) =>
  page.evaluate(async (card) => {
    const asked = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not kept'));
      });
    const opening = indexedDB.open('kept');
    opening.onupgradeneeded = () => opening.result.createObjectStore('drawers');
    const database = await asked(opening);
    const kept = { version: 1, changed: new Date().toISOString(), value: card };
    await asked(database.transaction('drawers', 'readwrite').objectStore('drawers').put(kept, 'card'));
    database.close();
  }, value);

test('whoever is on the coping card is one tap away, and a device with no card gets none', () =>
  visit(browser, true, async (page) => {
    await page.goto('/help/first-24-hours/');
    expect(await page.locator('your-people a').count()).toBe(0);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    await keepCard(page, { 'person-1': 'Dee', 'phone-1': '303 555 0199' });
    await page.reload();
    const call = page.getByRole('link', { name: 'Call Dee' });
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:3035550199');
    await expectToFit(page);
  }));

const shown = (page: Page) => page.locator('.step').filter({ visible: true }).locator('h2').allInnerTexts();

test('one step at a time, with the keyboard, asking the network for nothing and keeping nothing', () =>
  visit(browser, true, async (page, { context }) => {
    await page.goto('/tools/next-24-hours/', { waitUntil: 'networkidle' });
    const asked = listen(page);
    const address = page.url();
    for (const [at, { title }] of steps.entries()) {
      const [heading, ...others] = await shown(page);
      expect(others).toEqual([]);
      expect(heading).toContain(`Step ${at + 1} of ${steps.length}`);
      expect(heading).toContain(title);
      await expectToFit(page);
      if (at === steps.length - 1) break;
      await pressOn(page, '[data-next]');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    }
    expect(await page.getByRole('button', { name: 'Next' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Back' }).press('Enter');
    expect((await shown(page))[0]).toContain('Step 7');
    expect(asked).toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  }));

test('without JavaScript all eight steps stand there, with a list that leads to each', () =>
  visit(browser, false, async (page) => {
    await page.goto('/tools/next-24-hours/');
    expect(await shown(page)).toHaveLength(steps.length);
    expect(await page.getByRole('button', { name: 'Next' }).isVisible()).toBe(false);
    await page.getByRole('navigation', { name: 'The steps' }).getByText('Tell one person').press('Enter');
    expect(new URL(page.url()).hash).toBe('#tell');
    await expectToFit(page);
  }));

test.each([
  { path: '/help/naloxone/card/', most: 1 },
  { path: '/family/what-to-say/', most: 1 },
  { path: '/help/', most: 2 },
  { path: '/help/the-door-is-open/', most: 4 },
  { path: '/help/first-24-hours/', most: 4 },
  { path: '/help/naloxone/', most: 5 },
  { path: '/es/help/naloxone/card/', most: 1 },
  { path: '/es/family/what-to-say/', most: 1 },
  { path: '/es/help/first-24-hours/', most: 5 },
  { path: '/es/help/naloxone/', most: 5 },
])('$path prints on $most sheets at most, A4 and Letter', ({ path, most }) =>
  visit(browser, true, async (page) => {
    await page.goto(path);
    for (const format of papers) {
      const count = await sheets(page, format);
      expect(count, format).toBeGreaterThan(0);
      expect(count, format).toBeLessThanOrEqual(most);
    }
  }),
);

test.each(['/help/naloxone/card/', '/es/help/naloxone/card/'])(
  '%s is as large as a bank card on each side, and everything on it can be read',
  (path) =>
    visit(browser, true, async (page) => {
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      const sides = await page.locator('.side').evaluateAll((all) =>
        all.map((side) => ({
          width: side.getBoundingClientRect().width,
          height: side.getBoundingClientRect().height,
          hidden: side.scrollHeight - side.clientHeight,
        })),
      );
      expect(sides).toHaveLength(2);
      const millimetre = 96 / 25.4;
      for (const { width, height, hidden } of sides) {
        expect(width).toBeCloseTo(85.6 * millimetre, -1);
        expect(height).toBeLessThanOrEqual(54 * millimetre);
        expect(hidden).toBe(0);
      }
    }),
);
