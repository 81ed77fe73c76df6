import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, visit, ways } from '../support/visiting.ts';

/** What staff posted, as visitors find it: also in the minute before the site is built anew. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await query(`delete from public.resources where slug like 'reads-%'`);
  await browser.close();
});

const columns =
  'slug, title, summary, body, kind, topics, audience, language, services, status, published_at, replaced_by';

/** Puts one on the site as publishing does, without a build. */
async function post(slug: string, title: string, status = 'published', replacedBy: string | null = null) {
  await query(`insert into public.resources (${columns}) values
    ('${slug}', '${title}', 'Ask at the desk.', E'## When\\n\\nCome in.', 'announcement', '{money}', 'families', 'en', '[]',
      '${status}', now(), ${replacedBy === null ? 'null' : `'${replacedBy}'`})`);
}

const main = (page: Page) => page.locator('main').innerText();
const status = async (path: string) => (await fetch(origin + path, { redirect: 'manual' })).status;

describe.each(ways)('$way', ({ javaScriptEnabled }) => {
  // axe needs the page's own clock, which stands still without JavaScript
  const faults = (window: TestWindow) => (javaScriptEnabled ? axeViolations(window) : []);

  test('somebody finds places to go, with a number to press and when we last asked there', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto('/resources/');
      await page.getByRole('link', { name: 'Food this week, no papers asked' }).click();
      await page.waitForURL('**/resources/food-without-papers/');
      expect(await page.locator('a[href="tel:+13035550161"]').innerText()).toContain('303');
      expect(await main(page)).toContain('We last checked in June 2026');
      await expectToFit(page);
      expect(await faults(window)).toEqual([]);
      expect(await page.locator('head link[hreflang=es]').getAttribute('href')).toMatch(
        /comida-sin-papeles\/$/,
      );
      await page.getByRole('link', { name: 'También en español' }).click();
      await page.waitForURL('**/resources/comida-sin-papeles/');
      expect(await page.locator('article').getAttribute('lang')).toBe('es');
      expect(await faults(window)).toEqual([]);
    }));

  test('somebody looks for words, narrows them, and is helped on when nothing is found', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto('/resources/');
      await page.locator('#q').fill('pantry');
      await page.locator('#q').press('Enter');
      await page.waitForURL(/\/resources\/find\/\?q=pantry/);
      expect(await page.locator('[data-slug=food-without-papers]').count()).toBe(1);
      await page.locator('summary').click();
      await page.locator('#topic').selectOption('work');
      await page.locator('#q').press('Enter');
      await page.waitForURL(/topic=work/);
      expect(await main(page)).toContain('Nothing found.');
      await expectToFit(page);
      expect(await faults(window)).toEqual([]);
      await page.getByRole('link', { name: 'look for the same words everywhere' }).click();
      await page.waitForURL(/\/resources\/find\/\?q=pantry$/);
      expect(await page.locator('[data-slug=food-without-papers]').count()).toBe(1);
    }));

  test('a post that is newer than the site opens, and is found', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const slug = `reads-new-${javaScriptEnabled ? 'b' : 'a'}`;
      await post(slug, 'Free quokka passes');
      await page.goto(`/resources/${slug}/`);
      expect(await page.locator('h1').innerText()).toBe('Free quokka passes');
      expect(await faults(window)).toEqual([]);
      await page.goto('/resources/find/?q=quokka');
      expect(await page.locator(`[data-slug=${slug}]`).count()).toBe(1);
    }));
});

test('The list shows a new post at once, and drops one that was taken down', () =>
  visit(browser, true, async (page, window) => {
    await post('reads-at-once', 'Coats are here');
    await page.goto('/resources/');
    const added = page.locator('[data-new] [data-slug=reads-at-once] a');
    await added.waitFor();
    expect(await page.locator('live-resources [role=status]').innerText()).toMatch(/newer than this page/);
    expect(await axeViolations(window)).toEqual([]);
    await added.click();
    await page.waitForURL('**/resources/reads-at-once/');

    await query(`update public.resources set status = 'archived' where slug = 'reads-at-once'`);
    // one of the built page, as if staff had taken it down: the demo data stays as it is
    await page.route('**/api/resources', async (route) => {
      const answer = await route.fetch();
      const now = (await answer.json()) as { all: string[]; fresh: { slug: string }[] };
      const stays = (slug: string) => slug !== 'clearing-a-record';
      await route.fulfill({
        json: { all: now.all.filter(stays), fresh: now.fresh.filter(({ slug }) => stays(slug)) },
      });
    });
    await page.goto('/resources/');
    await expect.poll(() => page.locator('[data-slug=clearing-a-record]').count()).toBe(0);
    expect(await page.locator('[data-topic=legal]').isVisible()).toBe(false);
    expect(await page.locator('[data-slug=reads-at-once]').count()).toBe(0);
    expect(await page.locator('[data-slug=back-to-work]').count()).toBe(1);
  }));

test('An address that was on the site says that its page is gone, or leads on; any other is not here', async () => {
  await post('reads-taken-down', 'Over', 'archived');
  await post('reads-successor', 'The newer one');
  await post('reads-replaced', 'The older one', 'archived', 'reads-successor');
  const gone = await fetch(`${origin}/resources/reads-taken-down/`);
  expect(gone.status).toBe(410);
  const { results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(
    (await gone.text()).replace(/\s*<\/body>/, '</body>'),
  );
  expect(
    results.flatMap(({ messages }) => messages).filter(({ ruleId }) => /^(wcag|element|close)/.test(ruleId)),
  ).toEqual([]);
  const moved = await fetch(`${origin}/resources/reads-replaced/`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/resources/reads-successor/']);
  expect(await status('/resources/never-was-here/')).toBe(404);
  expect(await status('/resources/two/steps/')).toBe(404);
  const found = await fetch(`${origin}/resources/find/?q=private`);
  expect(found.headers.get('cache-control')).toBe('private, no-store');
});

test('A worksheet has room to write, on paper too', () =>
  visit(browser, true, async (page) => {
    await page.goto('/resources/my-first-week-on-one-page/');
    await page.emulateMedia({ media: 'print' });
    const rooms = await page.locator('article hr').evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.min(...rooms)).toBeGreaterThan(80);
    expect(await page.locator('print-button').isVisible()).toBe(false);
  }));
