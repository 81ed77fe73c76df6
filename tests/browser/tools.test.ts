import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { papers, sheets } from '../support/on-paper.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, listen, visit } from '../support/visiting.ts';
import { shelves, toolsOn } from '#tools/tools.ts';

/** What is true of every tool, whichever it is. */

const tools = shelves.flatMap(({ shelf }) => toolsOn(shelf));
/** Sheets at most: the eight steps of the next 24 hours are a text. */
const most = (slug: string) => (slug === 'next-24-hours' ? 3 : 2);

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('there are twelve, each on the page of tools', () =>
  visit(browser, false, async (page) => {
    await page.goto('/tools/');
    expect(tools).toHaveLength(12);
    for (const { slug, name } of tools) {
      const link = page.locator(`main a[href="/tools/${slug}/"]`);
      expect(await link.innerText()).toBe(name);
    }
  }));

test.each(tools)(
  '$name: nothing that a person does there is sent, kept in an address or in a cookie',
  ({ slug }) =>
    visit(browser, true, async (page, { context }) => {
      await page.goto(`/tools/${slug}/`, { waitUntil: 'networkidle' });
      const asked = listen(page);
      // everything a person could do with it, by somebody who tries it all
      for (const field of await page.locator('main input:visible, main textarea:visible').all()) {
        const type = await field.getAttribute('type');
        if (type === 'checkbox' || type === 'radio') await field.press('Space');
        else if (type === 'date') await field.fill('2026-09-01');
        else if (type === 'number') await field.fill('5');
        else if (type === 'range') await field.press('ArrowRight');
        else if (!type || ['text', 'tel', 'search'].includes(type)) await field.fill('Sam 303 555 0133');
      }
      const url = page.url();
      expect(asked).toEqual([]);
      expect(url.replace(/#.*$/, '')).toMatch(new RegExp(`/tools/${slug}/$`));
      expect(await context.cookies()).toEqual([]);
      await expectToFit(page);
    }),
);

test.each(tools)('$name: axe finds nothing, in motion or still, by day or after dark', async ({ slug }) => {
  const window = await browser.open({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' });
  await window.page.goto(`/tools/${slug}/`);
  expect(await axeViolations(window)).toEqual([]);
  await window.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await axeViolations(window)).toEqual([]);
  expect(window.faults.filter((fault) => !fault.includes('Permissions-Policy'))).toEqual([]);
  await window.close();
});

test.each(tools)('$name: there is something to read or write without JavaScript, and it prints', ({ slug }) =>
  visit(browser, false, async (page) => {
    await page.goto(`/tools/${slug}/`);
    const words = (await page.locator('main').innerText()).split(/\s+/).length;
    expect(words).toBeGreaterThan(60);
    for (const format of papers) {
      const pages = await sheets(page, format);
      expect(pages, format).toBeGreaterThan(0);
      expect(pages, format).toBeLessThanOrEqual(most(slug));
    }
  }),
);
