import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { asHtml } from '#resources/markdown.ts';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { loadedBodies } from '../support/loaded-bodies.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectProblems, expectToFit, tabTo, unusualName, visit, ways } from '../support/visiting.ts';

/** How a coordinator with a phone writes a resource. Everything here is a draft of its own. */

inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter');
const main = (page: Page) => page.locator('main').innerText();
const valueOf = (page: Page, id: string) => page.locator(`#${id}`).inputValue();
/** A button about rows: without scripts the page is there anew before the next one is pressed. */
async function pressRow(page: Page, name: string, javaScriptEnabled: boolean) {
  const loaded = javaScriptEnabled ? null : page.waitForEvent('load');
  await press(page, name);
  await loaded;
}
async function fill(page: Page, values: Record<string, string>) {
  for (const [id, value] of Object.entries(values)) await page.locator(`#${id}`).fill(value);
}
const idIn = (page: Page) => /resources\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? '';
async function begin(page: Page, kind: string, role = 'coordinator'): Promise<string> {
  await signInAs(page, role, '/staff/resources/new/');
  await press(page, kind);
  await page.waitForURL(/resources\/[0-9a-f-]{36}\/$/);
  return idIn(page);
}
interface Kept {
  draft: { title: string; body: string; services: { name: string }[]; links: { url: string }[] };
  version: number;
  versions: number;
}
async function kept(id: string): Promise<Kept> {
  const [row] = await query<Kept>(`select draft, version,
    (select count(*)::integer from public.resource_versions where resource_id = '${id}') as versions
    from public.resources where id = '${id}'`);
  if (!row) throw new Error('There is no such resource');
  return row;
}
/** What a colleague on another phone does meanwhile. */
const colleagueSaves = (id: string, title: string) =>
  query(`update public.resources set version = version + 1, changed_by_name = 'Ana', changed_at = now() - interval '2 minutes',
    draft = jsonb_set(draft, '{title}', '"${title}"') where id = '${id}'`);
/** It fits a phone; axe, which is a script itself, looks where scripts run. */
async function expectGood(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  await expectToFit(page);
  if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
}

describe.each(ways)('A coordinator, $way, on a phone', ({ javaScriptEnabled }) => {
  test('begins an announcement with one press, writes it, saves it, and goes on to publish', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(page, 'Announcement');
      await expectGood(page, window, javaScriptEnabled);
      const summary = 'The desk is not for addicts alone. Open on Monday.';
      await fill(page, { title: `Work desk moves ${unusualName}`, summary, body: 'It is **upstairs** now.' });
      await page.getByRole('checkbox', { name: 'Work' }).check();
      await press(page, 'Save');
      await page.waitForURL(/done=saved$/);
      expect(await main(page)).toContain('Saved.');
      expect(await valueOf(page, 'summary')).toBe(summary);
      expect(await main(page)).toMatch(/addicts.*\n?.*a person with/);
      expect(await main(page)).toContain('Reading grade: measured from about 40 words on.');
      expect((await kept(id)).draft).toMatchObject({
        title: `Work desk moves ${unusualName}`,
        topics: ['work'],
      });
      await expectGood(page, window, javaScriptEnabled);

      await fill(page, { title: 'The work desk moves' });
      await press(page, 'Publish…');
      await page.waitForURL(/\/publish\/$/);
      expect((await kept(id)).draft.title).toBe('The work desk moves');
    }));

  test('adds, moves and removes places and links, and loses nothing typed', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(page, 'List of services');
      await fill(page, { title: 'Food', 'service-1-name': 'First', 'service-1-hours': 'Mondays' });
      await pressRow(page, 'Add a place', javaScriptEnabled);
      await page.locator('#service-2-name').fill('Second');
      await pressRow(page, 'Add a place', javaScriptEnabled);
      await page.locator('#service-3-name').fill('Third');
      await pressRow(page, 'Move up place 3', javaScriptEnabled);
      await expect.poll(() => valueOf(page, 'service-2-name')).toBe('Third');
      await pressRow(page, 'Remove place 3', javaScriptEnabled);
      await expect.poll(() => page.locator('#service-3-name').count()).toBe(0);
      await pressRow(page, 'Add a link', javaScriptEnabled);
      await fill(page, { 'link-1-label': 'The county', 'link-1-url': 'www.example.org/food' });
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Save');
      await page.waitForURL(/done=saved$/);
      expect((await kept(id)).draft).toMatchObject({
        title: 'Food',
        services: [{ name: 'First', hours: 'Mondays' }, { name: 'Third' }],
        links: [{ url: 'https://www.example.org/food' }],
      });
    }));

  test('hears what is wrong with every word still there', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await begin(page, 'Announcement');
      await fill(page, { title: 'A title', body: 'Words.' });
      for (const topic of ['Work', 'Money', 'Health', 'Family'])
        await page.getByRole('checkbox', { name: topic }).check();
      await press(page, 'Save');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      await expectProblems(page, ['topics'], javaScriptEnabled);
      expect([await valueOf(page, 'title'), await valueOf(page, 'body')]).toEqual(['A title', 'Words.']);
      await expectGood(page, window, javaScriptEnabled);
    }));

  test('is told of a colleague who was faster, keeps every word, and decides', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(page, 'Announcement');
      await colleagueSaves(id, 'Theirs');
      await fill(page, { title: 'Mine', body: 'My words.' });
      await press(page, 'Save');
      await page.getByText('Ana changed this 2 minutes ago').waitFor();
      expect([await valueOf(page, 'title'), await valueOf(page, 'body')]).toEqual(['Mine', 'My words.']);
      expect((await kept(id)).draft.title).toBe('Theirs');
      const compare = page.getByRole('button', { name: 'Compare' });
      expect(await compare.getAttribute('formaction')).toBe(`/staff/resources/${id}/compare/`);
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Save mine over it');
      await page.waitForURL(/done=saved$/);
      expect((await kept(id)).draft.title).toBe('Mine');
      const [before] = await query<{ staff_name: string }>(
        `select staff_name from public.resource_versions where resource_id = '${id}' and content ->> 'title' = 'Theirs'`,
      );
      expect(before?.staff_name).toBe('Ana');
    }));

  test('writes it in the other language, once', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(page, 'Guide');
      await page.getByRole('link', { name: 'Write it in Spanish' }).press('Enter');
      await page.waitForURL(/new\/\?pair=/);
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Write it in Spanish');
      await page.waitForURL((url) => /resources\/[0-9a-f-]{36}\/$/.test(url.href) && !url.href.includes(id));
      expect(await main(page)).toContain('Guide, in Spanish');
      expect(await main(page)).toContain('and 3 more still ask you');
      await page.goto(`/staff/resources/new/?pair=${id}`);
      expect(await main(page)).toContain('has its Spanish text already');
    }));
});

test('without JavaScript the preview is a press, and changes nothing', () =>
  visit(browser, false, async (page) => {
    const id = await begin(page, 'Announcement');
    await fill(page, { title: 'Not saved', body: '# Big\n\n**bold**\n\n<script>alert(1)</script>' });
    await press(page, 'Preview');
    await page.locator('[data-preview]').waitFor();
    expect(await page.locator('[data-preview] .words').innerHTML()).toContain('<strong>bold</strong>');
    expect(await page.locator('[data-preview] script').count()).toBe(0);
    expect(await valueOf(page, 'title')).toBe('Not saved');
    expect((await kept(id)).draft.title).toBe('');
    await expectToFit(page);
  }));

test('an editor asks for a second look', () =>
  visit(browser, true, async (page) => {
    await begin(page, 'Worksheet', 'editor');
    await press(page, 'Ask for a second look…');
    await page.waitForURL(/\/publish\/$/);
  }));

test('the tools and keys write Markdown that "undo" takes back, by keyboard alone', () =>
  visit(browser, true, async (page) => {
    await begin(page, 'Announcement');
    const body = page.locator('#body');
    await tabTo(page, '[data-tool="heading"]');
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['tool']))
      .toBe('bold');
    await page.keyboard.press('Enter');
    expect(await body.inputValue()).toBe('**bold**');
    await page.keyboard.type('warm');
    expect(await body.inputValue()).toBe('**warm**');
    await page.keyboard.press('End');
    await page.keyboard.type(' soup');
    await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
    await page.keyboard.press('ControlOrMeta+k');
    expect(await body.inputValue()).toBe('**warm** [soup](https://)');
    await page.keyboard.press('ControlOrMeta+z');
    expect(await body.inputValue()).toBe('**warm** soup');
  }));

test('the preview is what the renderer makes, and follows the typing', () =>
  visit(browser, true, async (page, window) => {
    await begin(page, 'Guide');
    await page.setViewportSize({ width: 1280, height: 900 });
    const markdown =
      '## Two\n\n- one\n- [two](https://a.example)\n\n| a | b |\n| --- | --- |\n| 1 | <b onclick="x()">2</b> |';
    await page.locator('#body').fill(markdown);
    const shown = () => page.locator('[data-preview] .words').innerHTML();
    const same = await page.evaluate((html) => {
      const made = document.createElement('div');
      made.innerHTML = html;
      return made.innerHTML;
    }, asHtml(markdown));
    await expect.poll(shown, { timeout: 10_000 }).toBe(same);
    await page.locator('#summary').fill('For junkies');
    await expect
      .poll(() => page.locator('[data-words]').innerText(), { timeout: 10_000 })
      .toContain('junkies');
    expect(await axeViolations(window)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 780 });
    expect(await page.locator('[data-preview]').isVisible()).toBe(false);
    await press(page, 'Preview');
    expect(await page.locator('[data-preview]').isVisible()).toBe(true);
    expect(await page.locator('#body').isVisible()).toBe(false);
    await expectGood(page, window, true);
  }));

describe('Saving by itself', () => {
  const said = (page: Page) => page.locator('[data-saved]').innerText();
  const untilSaid = (page: Page, words: string | RegExp) => expect.poll(() => said(page)).toMatch(words);
  const online = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('online')));

  test('keeps the draft, makes no version, says when, and the next press works', () =>
    visit(browser, true, async (page) => {
      const id = await begin(page, 'Announcement');
      await fill(page, { title: 'Typed' });
      await untilSaid(page, /^Saved \d+:\d\d/);
      const after = await kept(id);
      expect([after.draft.title, after.versions, after.version]).toEqual(['Typed', 1, 2]);
      await fill(page, { title: 'Typed more' });
      await press(page, 'Save');
      await page.waitForURL(/done=saved$/);
      expect(await kept(id)).toMatchObject({ draft: { title: 'Typed more' }, versions: 2 });
    }));

  test('goes on after an outage, after an answer that was lost, and after a new sign-in', () =>
    visit(browser, true, async (page) => {
      const id = await begin(page, 'Announcement');
      await page.route('**/autosave/', (route) => route.fulfill({ status: 503, body: '{}' }));
      await fill(page, { title: 'One' });
      await untilSaid(page, /^Not saved yet: nobody answers/);
      await page.unroute('**/autosave/');
      await online(page);
      await untilSaid(page, /^Saved/);

      // taken, and the answer never came: the version on the page is old now
      await page.route('**/autosave/', async (route) => {
        await route.fetch();
        await route.fulfill({ status: 503, body: '{}' });
      });
      await fill(page, { title: 'Two' });
      await untilSaid(page, /^Not saved yet/);
      await page.unroute('**/autosave/');
      await fill(page, { title: 'Three' });
      await expect.poll(async () => (await kept(id)).draft.title).toBe('Three');
      await untilSaid(page, /^Saved/);

      await page.route('**/autosave/', (route) => route.fulfill({ status: 401, body: '' }));
      await fill(page, { title: 'Four' });
      await untilSaid(page, /signed out/);
      expect(await page.locator('[data-saved] a').getAttribute('href')).toBe('/staff/sign-in/');
      await page.unroute('**/autosave/');
      await online(page);
      await expect.poll(async () => (await kept(id)).draft.title).toBe('Four');
    }));

  test('stops for a colleague, keeps the words, and does not let them be left by mistake', () =>
    visit(browser, true, async (page, window) => {
      const id = await begin(page, 'Announcement');
      await colleagueSaves(id, 'Theirs');
      await page.locator('#title').pressSequentially('Mine');
      await page.getByText('Ana changed this 2 minutes ago').first().waitFor({ timeout: 20_000 });
      expect((await kept(id)).draft.title).toBe('Theirs');
      await expectGood(page, window, true);
      const asked = new Promise<string>((resolve) => {
        page.once('dialog', (dialog) => {
          resolve(dialog.type());
          void dialog.dismiss();
        });
      });
      await page.getByRole('link', { name: 'History' }).first().click({ noWaitAfter: true });
      expect(await asked).toBe('beforeunload');
      expect(await valueOf(page, 'title')).toBe('Mine');
      await press(page, 'Save mine over it');
      await page.waitForURL(/done=saved$/);
      expect((await kept(id)).draft.title).toBe('Mine');
    }));
});

test('what only the page may ask is refused to others, and one form is one resource', () =>
  visit(browser, true, async (page) => {
    const id = await begin(page, 'Announcement');
    const post = (path: string, form: Record<string, string>) =>
      page.request.post(path, { form, maxRedirects: 0 });
    const forged = {
      version: '1',
      title: 'x',
      kind: 'services',
      status: 'published',
      author_id: id,
      slug: 'mine',
    };
    expect((await post(`/staff/resources/${id}/autosave/`, forged)).status()).toBe(200);
    const [row] = await query(`select status, slug, kind from public.resources where id = '${id}'`);
    expect(row).toEqual({ status: 'draft', slug: null, kind: 'announcement' });
    expect((await post(`/staff/resources/${crypto.randomUUID()}/autosave/`, forged)).status()).toBe(404);
    expect((await post(`/staff/resources/${id}/autosave/`, { title: 'y' })).status()).toBe(422);
    expect((await page.request.get('/staff/resources/preview/')).status()).toBe(405);
    const elsewhere = await page.request.post(`/staff/resources/${id}/autosave/`, {
      ...{ form: forged, headers: { Origin: 'https://other.example', 'Sec-Fetch-Site': 'cross-site' } },
    });
    expect(elsewhere.status()).toBe(403);

    const begun = { id: crypto.randomUUID(), kind: 'guide', language: 'en' };
    for (let times = 0; times < 2; times++)
      expect((await post('/staff/resources/new/', begun)).headers()['location']).toBe(
        `/staff/resources/${begun.id}/`,
      );
  }));

test('the editor costs less than 25 kB of HTML and CSS and 30 kB of JavaScript', async () => {
  const window = await browser.open();
  const id = await begin(window.page, 'List of services');
  // in a window that has loaded nothing yet
  const fresh = await browser.open({ storageState: await window.context.storageState() });
  const sent: Record<string, number> = {};
  for (const [type, body] of await loadedBodies(fresh.page, `/staff/resources/${id}/`)) {
    sent[type] = (sent[type] ?? 0) + gzipSync(body).byteLength;
  }
  await fresh.close();
  await window.close();
  expect((sent['document'] ?? 0) + (sent['stylesheet'] ?? 0)).toBeLessThan(25_000);
  expect(sent['document']).toBeGreaterThan(1000);
  expect(sent['script'] ?? 0).toBeLessThan(30_000);
  expect(sent['script']).toBeGreaterThan(1000);
});
