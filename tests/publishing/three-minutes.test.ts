import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { query } from '../support/backstage.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectToFit } from '../support/visiting.ts';

/**
 * From “Today” to a page of the site, on a phone, as a coordinator between two groups goes it: how many pages,
 * fields and presses it takes, and that what the staff area says of the site is so. The pictures of the guide are
 * taken on the way.
 */

const { origin } = inject('site');
const pictures = process.env['GUIDE_PICTURES'] ?? 'test-results/guide';
/** A build takes its time, on a machine that runs two other kinds of test as well. */
const untilLive = { timeout: 240_000, intervals: [1000] };

let browser: TestBrowser;
beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** What a person does, counted. */
class Walk {
  readonly page: Page;
  presses = 0;
  fields = 0;
  pages = 0;
  readonly steps: { step: string; milliseconds: number }[] = [];
  #since = performance.now();

  constructor(page: Page) {
    this.page = page;
    page.on('framenavigated', (frame) => frame === page.mainFrame() && this.pages++);
  }
  async press(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    this.presses++;
    const from = this.page.url();
    await this.page.getByRole(role, { name }).first().click();
    await this.page.waitForURL((url) => url.href !== from);
    this.#done(`press ${String(name)}`);
  }
  /** A field is pressed, then typed into. */
  async type(selector: string, text: string): Promise<void> {
    this.presses++;
    this.fields++;
    await this.page.locator(selector).click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
    this.#done(`type into ${selector}`);
  }
  async tick(selector: string): Promise<void> {
    this.presses++;
    this.fields++;
    await this.page.locator(selector).check();
    this.#done(`tick ${selector}`);
  }
  #done(step: string) {
    this.steps.push({ step, milliseconds: Math.round(performance.now() - this.#since) });
    this.#since = performance.now();
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    scrollTo(0, 0);
  });
  await page.screenshot({ path: `${pictures}/${name}.jpg`, type: 'jpeg', quality: 70 });
}
/** What the web server hands out, without a browser: a page of the built site, or an answer made for it. */
const served = async (path: string) => {
  const answer = await fetch(origin + path, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
};
const published = /done=published/;
async function publishNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.waitForURL(published);
}
const state = (page: Page) => page.locator('publishing-state').innerText();

test('an announcement goes from Today to the rebuilt site, is changed, restored and archived', async () => {
  const title = 'Snow day: the house opens at noon';
  const path = '/resources/snow-day-the-house-opens-at-noon/';
  const window = await browser.open({ viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });
  const { page } = window;
  await signInAs(page, 'coordinator');
  await picture(page, 'today');

  const walk = new Walk(page);
  await walk.press('link', /^New resource/);
  await picture(page, 'new-resource');
  await walk.press('button', /^Announcement/);
  await walk.type('#title', title);
  await walk.type('#summary', 'We open at noon on Monday because of the snow.');
  await walk.type('#body', 'The house opens at **noon** on Monday. Call us if you need a ride.');
  await walk.tick('input[name=topics][value=community]');
  await picture(page, 'editor');
  await walk.press('button', /^Publish/);
  await picture(page, 'publish');
  await expectToFit(page);
  await walk.press('button', 'Publish now');
  await page.waitForURL(published);
  await picture(page, 'published');

  // until the new site is there, the list and the page's own address come from the database
  expect((await served(path)).text).toContain('opens at <strong>noon</strong>');
  await expect.poll(() => state(page), untilLive).toMatch(/Live/);
  await picture(page, 'live');
  expect((await served('/resources/')).text, 'the built list').toContain(title);
  expect((await served('/resources/find/?q=snow+ride')).text, 'the search').toContain(title);

  // somebody changes it
  await page
    .getByRole('link', { name: /^(Words|Change the words)/ })
    .first()
    .click();
  await page.locator('#body').fill('The house opens at **two** on Monday.');
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  await publishNow(page);
  await expect.poll(() => state(page), untilLive).toMatch(/Live/);
  expect((await served(path)).text).toContain('<strong>two</strong>');

  // and takes that back
  await page.getByRole('link', { name: 'History' }).first().click();
  await picture(page, 'history');
  const [first] = await query<{ id: string; number: number }>(`
    select resource.id, number
    from public.resource_versions version join public.resources resource on resource.id = resource_id
    where slug = '${path.split('/')[2]}' and what = 'published' order by number limit 1`);
  await page.locator(`button[name=number][value="${first?.number}"]`).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/history/') || url.search !== '');
  await page.goto(`/staff/resources/${first?.id}/publish/`);
  await publishNow(page);
  expect((await served('/resources/find/?q=snow+ride')).text).toContain(title);

  await page
    .getByRole('link', { name: /^Archive/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^(Archive|Take it off)/ })
    .first()
    .click();
  await expect.poll(async () => (await served('/resources/')).text.includes(title), untilLive).toBe(false);
  await expect.poll(async () => (await served(path)).status, untilLive).toBe(410);

  const report = { presses: walk.presses, fields: walk.fields, pages: walk.pages, steps: walk.steps };
  await writeFile('test-results/three-minutes.json', JSON.stringify(report, null, 2));
  console.log(`${report.pages} pages, ${report.fields} fields, ${report.presses} presses`);
  expect(report.presses, 'presses from Today to published').toBeLessThanOrEqual(12);
  expect(window.faults.filter((fault) => !/status of 410/.test(fault))).toEqual([]);
  await window.close();
});
