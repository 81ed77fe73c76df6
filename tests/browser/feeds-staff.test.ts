import { HtmlValidate } from 'html-validate';
import { mkdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/crawl.ts';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectToFit, visit } from '../support/visiting.ts';

/** Meeting lists, the page of the day and bulk changes, as a coordinator with a phone and no scripts. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
  await mkdir('test-results/screens', { recursive: true });
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
const file = (content: unknown) => ({
  ...{ name: 'list.json', mimeType: 'application/json' },
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});
const row = (slug: string, changes = {}) => ({
  ...{ slug, name: `Sandpit ${slug}`, day: 1, time: '19:00', address: '1 Elm St' },
  ...changes,
});
let lists = 0;
const name = `Quarry list ${crypto.randomUUID().slice(0, 6)}`;

/** Adds a list without an address, and ends on its page. */
async function addList(page: Page): Promise<string> {
  await page.goto('/staff/meetings/feeds/');
  await page.getByRole('link', { name: 'Add a list' }).click();
  await page.locator('#name').fill(`${name} ${++lists}`);
  await page.locator('#fellowship').selectOption('aa');
  await page.locator('#format').selectOption('meeting-guide');
  await press(page, 'Add this list');
  await page.waitForURL(/done=added/);
  return new URL(page.url()).pathname;
}

test('a list comes as a file without JavaScript: looked at row by row, then brought in with a press', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'coordinator', '/staff/meetings/feeds/');
    const list = await addList(page);
    await page.getByRole('link', { name: 'Bring a file' }).click();
    await press(page, 'Look what is in it');
    expect(await main(page)).toContain('Choose a file');
    await page.locator('#file').setInputFiles(file('<html>'));
    await press(page, 'Look what is in it');
    expect(await main(page)).toContain('a web page, not with the feed');
    await page.locator('#file').setInputFiles(file([row('one'), row('two', { time: '7 PM' }), null]));
    await press(page, 'Look what is in it');
    await page.waitForURL(/upload\/[0-9a-f-]{36}\//);
    expect(await main(page)).toContain('3 rows: 2 kept, 1 of them repaired; 1 dropped');
    expect(await main(page)).toContain('it is not a record with fields');
    await expectToFit(page);
    expect(await query(`select 1 from public.meetings where name like 'Sandpit %'`)).toEqual([]);
    await page.getByRole('link', { name: /Repaired/ }).click();
    expect(await main(page)).toContain('time “7 PM” read as 19:00');
    await press(page, 'Bring it in');
    await page.waitForURL(/done=imported/);
    expect(await main(page)).toContain('2 meetings on the site');
    expect(new URL(page.url()).pathname).toBe(list);
    await query(`delete from public.meeting_sources where name like '${name}%'`);
  }));

test('an address inside our own network is refused at its field, and what was typed stays', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'coordinator', '/staff/meetings/feeds/new/');
    await page.locator('#name').fill('Inside');
    await page.locator('#url').fill('http://10.0.0.1/feed');
    await press(page, 'Add this list');
    expect(await main(page)).toContain('private network');
    expect(await page.locator('#name').inputValue()).toBe('Inside');
  }));

test('several of our groups are confirmed in one press, and that is taken back', () =>
  visit(browser, false, async (page) => {
    const group = (slug: string) =>
      `('${slug}', '${slug}', 'alumni', 'online', 'America/Denver', 'https://meet.example/a', '2025-01-01')`;
    const slugs = ['quarry-bulk-1', 'quarry-bulk-2'];
    await query(`insert into public.meetings (slug, name, fellowship, mode, time_zone, join_url, confirmed_at)
      values ${slugs.map(group).join(', ')}`);
    const confirmed = async () =>
      (
        await query<{ old: boolean }>(
          `select confirmed_at < '2025-06-01' as old from public.meetings where slug like 'quarry-bulk-%'`,
        )
      ).map(({ old }) => old);
    try {
      await signInAs(page, 'coordinator', '/staff/meetings/groups/');
      for (const slug of slugs) await page.getByRole('checkbox', { name: `Tick ${slug}` }).check();
      await press(page, 'Confirm the ticked ones as of today');
      expect(await main(page)).toContain('2 meetings are confirmed as of today.');
      expect(await confirmed()).toEqual([false, false]);
      await press(page, 'Undo');
      expect(await main(page)).toContain('2 meetings are as before.');
      expect(await confirmed()).toEqual([true, true]);
    } finally {
      await query(`delete from public.meetings where slug like 'quarry-bulk-%'`);
    }
  }));

test('from the page of the day, a new resource is one press away for everybody who may write', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'editor');
    await page.getByRole('link', { name: 'New resource' }).click();
    expect(new URL(page.url()).pathname).toBe('/staff/resources/new/');
  }));

test('axe and html-validate find nothing on these pages, by day and after dark', () =>
  visit(browser, true, async (page, window) => {
    const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
    await signInAs(page, 'admin');
    const [source] = await query<{ slug: string }>(
      'select slug from public.meeting_sources order by slug limit 1',
    );
    const feeds = '/staff/meetings/feeds/';
    const found: string[] = [];
    for (const path of [
      ...[
        '/staff/',
        '/staff/mail/',
        '/staff/meetings/',
        '/staff/meetings/groups/',
        '/staff/resources/import/',
      ],
      ...[feeds, `${feeds}new/`, `${feeds}${source?.slug ?? ''}/`, `${feeds}${source?.slug ?? ''}/upload/`],
    ]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const got = await page.goto(path);
        const { results } = await validator.validateString((await got?.text()) ?? '', path);
        for (const { messages } of results)
          for (const { line, ruleId, message } of messages)
            found.push(`${path}:${line}: ${ruleId}: ${message}`);
        for (const violation of await axeViolations(window))
          found.push(`${path} (${colorScheme}): ${violation}`);
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 780 });
          await expectToFit(page);
          const shot = `${path.replaceAll('/', '-').replace(/^-|-$/g, '')}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: `test-results/screens/${shot}`, fullPage: true });
        }
      }
    }
    expect(found).toEqual([]);
  }));
