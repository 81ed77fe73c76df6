import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectProblems, expectToFit, visit, ways } from '../support/visiting.ts';

/** From a draft to the site and off it again, on a phone. Everybody's resources here are their own. */

inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).press('Enter');
};
const list = '/staff/resources/';
/** It fits a phone; axe, which is a script itself, looks where scripts run. */
async function expectGood(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  await expectToFit(page);
  if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
}

const draftOf = (title: string, body = 'Come by between nine and noon.') =>
  JSON.stringify({
    ...{ title, summary: 'In a sentence.', body, kind: 'announcement', topics: ['community'] },
    ...{
      audience: 'everyone',
      language: 'en',
      services: [],
      links: [{ label: '', url: '' }],
      reviewBy: null,
    },
  }).replaceAll("'", "''");
async function begin(title: string, author = 'editor', body?: string): Promise<string> {
  const id = randomUUID();
  await query(`select public.create_resource('${id}', '${draftOf(title, body)}')`);
  await query(`update public.resources set author_name = staff.display_name, author_id = staff.user_id,
    changed_by_name = staff.display_name from public.staff where staff.role = '${author}' and id = '${id}'`);
  return id;
}
const save = async (id: string, title: string) => {
  const [{ version } = { version: 0 }] = await query<{ version: number }>(
    `select version from public.resources where id = '${id}'`,
  );
  await query(`select public.save_resource('${id}', '${draftOf(title)}', ${version})`);
  await query(`update public.resources set changed_by_name = 'Dana' where id = '${id}'`);
};

describe.each(ways)('Staff, $way, on a phone', ({ way, javaScriptEnabled }) => {
  const tag = javaScriptEnabled ? 'with' : 'without';

  test('publish what waits in one press, bring an earlier version back, and archive it', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const title = `Coats ${tag}`;
      const id = await begin(title);
      await query(`update public.resources set review = 'asked', review_from = 'Editor' where id = '${id}'`);
      await signInAs(page, 'coordinator', list);
      expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain(
        'Waiting for a second look',
      );
      await expectGood(page, window, javaScriptEnabled);
      await page.getByRole('link', { name: title, exact: true }).press('Enter');
      await page.waitForURL(/\/publish\/$/);
      expect(await main(page)).toContain('Editor asks for a second look');
      expect(await main(page)).toContain(`/resources/coats-${tag}/`);
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Publish now');
      await page.waitForURL(/done=published/);
      expect(await main(page)).toContain('Published.');
      await expectGood(page, window, javaScriptEnabled);
      expect((await page.request.get(`/resources/coats-${tag}/`)).status()).toBe(200);

      await save(id, `Jackets ${tag}`);
      await page.getByRole('link', { name: 'History' }).press('Enter');
      await page.waitForURL(/history/);
      expect(await page.locator('del').first().innerText()).toContain('Coats');
      expect(await page.locator('ins').first().innerText()).toContain('Jackets');
      await expectGood(page, window, javaScriptEnabled);
      await page
        .getByRole('button', { name: /^Bring it back/ })
        .first()
        .press('Enter');
      await page.waitForURL(/done=restored/);
      expect(await main(page)).toContain(title);
      await press(page, 'Publish now');
      await page.waitForURL(/done=published/);

      await page.getByRole('link', { name: 'Archive', exact: true }).press('Enter');
      await page.waitForURL(/archive/);
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Archive it');
      await page.waitForURL(/done=archived/);
      expect(await main(page)).toContain('It is not on the site');
      expect((await page.request.get(`/resources/coats-${tag}/`)).status()).toBe(410);
    }));

  test('are asked once more about words, plan, take back, and are told when a colleague was faster', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(`Plain words ${tag}`, 'coordinator', 'An addict told us about this place.');
      await signInAs(page, 'coordinator', `${list}${id}/publish/`);
      expect(await main(page)).toContain('nobody else has read it');
      await press(page, 'Publish now');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      await expectProblems(page, ['asIs'], javaScriptEnabled);
      await expectGood(page, window, javaScriptEnabled);

      await page.goto(`${list}${id}/publish/`);
      await page.getByText('Plan it for later').press('Enter');
      const plan = page.locator('form').filter({ has: page.locator('#day') });
      await plan.getByRole('checkbox', { name: 'Publish as it is' }).check();
      await page.locator('#day').fill('2040-03-01');
      await page.locator('#time').fill('7 am');
      await press(page, 'Plan it');
      await page.waitForURL(/done=scheduled/);
      expect(await main(page)).toContain('Mar 1, 2040');
      await press(page, 'Take back the plan');
      await page.waitForURL(/done=unplanned/);

      await page.locator('form').getByRole('checkbox').first().check();
      await save(id, `Faster ${tag}`);
      await press(page, 'Publish now');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      expect(await main(page)).toContain('Dana changed this');
      expect(await main(page)).toContain(`Faster ${tag}`);
    }));

  test('do one thing to several, and take it back', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const titles = [`Several one ${tag}`, `Several two ${tag}`];
      for (const title of titles) {
        const id = await begin(title);
        // the page that publishes takes empty lines out first
        await query(`update public.resources set draft = draft || '{"links": []}' where id = '${id}'`);
        await query(`select public.publish_resource('${id}', 1, 'several-${randomUUID().slice(0, 8)}')`);
      }
      await signInAs(page, 'clinician', list);
      await page.goto(`${list}?words=several+${tag}`);
      for (const title of titles) await page.getByRole('checkbox', { name: `Tick “${title}”` }).check();
      await page.getByRole('radio', { name: /^Look at them again/ }).check();
      await press(page, 'Do it');
      await page.waitForURL(/bulk/);
      await expectProblems(page, ['date'], javaScriptEnabled);
      await page.getByRole('radio', { name: /^Archive them/ }).check();
      await press(page, 'Do it');
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      expect(await main(page)).toContain('2 resources archived');
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Undo');
      await page.getByText('2 resources are as before.').waitFor();
      await page.goto(`${list}?words=several+${tag}&standing=published`);
      for (const title of titles) expect(await main(page)).toContain(title);
    }));

  test('keep what they typed beside what a colleague saved, and choose', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(`Both ${tag}`, 'coordinator');
      await signInAs(page, 'coordinator', `${list}${id}/`);
      await save(id, `Theirs ${tag}`);
      await page.locator('#title').fill(`Mine ${tag}`);
      await press(page, 'Save');
      await page.getByRole('button', { name: 'Compare' }).press('Enter');
      await page.waitForURL(/compare/);
      expect(await page.locator('del').first().innerText()).toContain('Theirs');
      expect(await page.locator('ins').first().innerText()).toContain('Mine');
      await expectGood(page, window, javaScriptEnabled);
      await press(page, 'Go on writing mine');
      await page.waitForURL((url) => !url.pathname.includes('compare'));
      expect(await page.locator('#title').inputValue()).toBe(`Mine ${tag}`);
      await press(page, 'Save');
      await page.waitForURL(/done=saved/);
      expect(await page.locator('#title').inputValue()).toBe(`Mine ${tag}`);
    }));

  test(`an editor asks for a second look and shows the draft by a link that ends (${way})`, () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const id = await begin(`Shown ${tag}`);
      await signInAs(page, 'editor', `${list}${id}/publish/`);
      expect(await page.getByRole('button', { name: 'Publish now' }).count()).toBe(0);
      await press(page, 'Ask for a second look');
      await page.waitForURL(/done=asked/);
      await page.getByRole('link', { name: 'Link to show it' }).press('Enter');
      await page.waitForURL(/link/);
      await expectGood(page, window, javaScriptEnabled);
      const address = await page.locator('#address').inputValue();
      const visitor = await browser.open({ javaScriptEnabled });
      const shown = await visitor.page.goto(new URL(address).pathname);
      expect(shown?.status()).toBe(200);
      expect(shown?.headers()['cache-control']).toContain('no-store');
      expect(shown?.headers()['x-robots-tag']).toContain('noindex');
      expect(await main(visitor.page)).toContain('Draft – not published');
      expect(await main(visitor.page)).toContain(`Shown ${tag}`);
      await press(page, 'End all preview links');
      await page.waitForURL(/done=links-ended/);
      expect((await visitor.page.goto(new URL(address).pathname))?.status()).toBe(410);
      await visitor.close();
      // what is for publishers alone is refused, also past the form
      await page.goto(list);
      expect(await page.getByRole('button', { name: 'Do it' }).count()).toBe(0);
      await page.goto(`${list}${id}/duplicate/`);
      await press(page, 'Make the copy');
      await page.waitForURL(/done=duplicated/);
      expect(await page.locator('#title').inputValue()).toBe(`Copy of Shown ${tag}`);
    }));
});
