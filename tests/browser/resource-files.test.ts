import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docx, pdf, photoWithPlace } from '../support/attack-files.ts';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { words } from '../support/resources.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectToFit, visit, ways } from '../support/visiting.ts';

/** How staff with a phone put a file with a resource, see it, and take it away. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A draft made behind the page. Returns the path of its files. */
async function draft(): Promise<{ id: string; path: string }> {
  const id = randomUUID();
  await query(`insert into public.resources (id, draft, kind, language)
    values ('${id}', '${JSON.stringify(words('Files of a test'))}', 'guide', 'en')`);
  return { id, path: `/staff/resources/${id}/files/` };
}

const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name }).press('Enter');
async function add(page: Page, name: string, buffer: Buffer, label: string) {
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
  await page.locator('#label').fill(label);
  await press(page, 'Add it');
}

describe.each(ways)('a file, $way', ({ javaScriptEnabled }) => {
  test('is added, seen and removed', async () => {
    const { id, path } = await draft();
    await visit(browser, javaScriptEnabled, async (page, window) => {
      await signInAs(page, 'editor', path);
      expect(await main(page)).toContain('There are none yet');

      await add(page, 'list.exe', pdf(), 'Packing list');
      await page.waitForURL(/done=added/);
      expect(await main(page)).toMatch(
        /Packing list[^]*PDF, \d+ bytes[^]*Saved as packing-list\.pdf[^]*Added by/,
      );

      await add(page, 'me.jpg', await photoWithPlace(), 'The supper table');
      const picture = page.locator('main li img');
      await picture.waitFor();
      await picture.scrollIntoViewIfNeeded();
      const height = () => picture.evaluate((image: HTMLImageElement) => image.naturalHeight);
      // a busy machine takes its time to draw
      await expect.poll(height).toBe(60);
      await expectToFit(page);
      if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);

      const link = page.getByRole('link', { name: 'Packing list' });
      const answer = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(await answer.body()).toEqual(pdf());
      expect(answer.headers()).toMatchObject({
        'content-disposition': 'attachment; filename="packing-list.pdf"',
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'private, no-store',
      });

      await page.locator('summary', { hasText: 'Packing list' }).press('Enter');
      await press(page, 'Remove “Packing list”');
      await page.waitForURL(/done=removed/);
      expect(await page.getByRole('link', { name: 'Packing list' }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'The supper table' }).count()).toBe(1);
    });
    expect(await query(`select name from storage.objects where name like '${id}/%'`)).toHaveLength(1);
  });

  test('that is refused leaves the words, and says why at the field', async () => {
    const { path } = await draft();
    await visit(browser, javaScriptEnabled, async (page) => {
      await signInAs(page, 'coordinator', path);
      await add(page, 'me.png', Buffer.from('<svg onload="alert(1)">'), 'A drawing');
      await page.locator('#file-error').waitFor();
      expect(await page.locator('#file-error').innerText()).toContain('SVG');
      expect(await page.locator('#label').inputValue()).toBe('A drawing');
      expect(await page.title()).toMatch(/^Error/);

      await add(page, 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), '');
      await page.locator('#label-error').waitFor();
      expect(await page.locator('#file-error').innerText()).toContain('macros');
      await expectToFit(page);
    });
  });
});

test('without JavaScript a file that is too large is refused by the page, with the words kept', async () => {
  const { path } = await draft();
  await visit(browser, false, async (page) => {
    await signInAs(page, 'editor', path);
    await add(page, 'large.pdf', randomBytes(4.5 * 1024 * 1024), 'Large');
    await page.locator('#file-error').waitFor();
    expect(await page.locator('#file-error').innerText()).toContain('4 MB');
    expect(await page.locator('#label').inputValue()).toBe('Large');
  });
});

test('with JavaScript it is said before it is sent', async () => {
  const { path } = await draft();
  await visit(browser, true, async (page) => {
    await signInAs(page, 'editor', path);
    await add(page, 'large.pdf', randomBytes(4.5 * 1024 * 1024), 'Large');
    expect(
      await page.locator('#file').evaluate((input: HTMLInputElement) => input.validationMessage),
    ).toContain('4 MB');
    expect(new URL(page.url()).search).toBe('');
  });
});

test('sent signed out, the page says that the file has to be chosen again', async () => {
  const { id, path } = await draft();
  await visit(browser, false, async (page, { context }) => {
    await signInAs(page, 'editor', path);
    await context.clearCookies();
    await add(page, 'list.pdf', pdf(), 'Packing list');
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await main(page)).toContain('your file was not kept: please choose it again');
    expect(await page.getByRole('button', { name: 'Send it once more' }).count()).toBe(0);
    expect(
      new URL(
        await page
          .getByRole('link', { name: 'open the page again' })
          .evaluate((link: HTMLAnchorElement) => link.href),
      ).pathname,
    ).toBe(path);
  });
  expect(await query(`select id from public.attachments where resource_id = '${id}'`)).toEqual([]);
});

test('a file is of its own resource only, and of nobody who is signed out', async () => {
  const [mine, other] = [await draft(), await draft()];
  await visit(browser, false, async (page, { context }) => {
    await signInAs(page, 'editor', mine.path);
    await add(page, 'list.pdf', pdf(), 'Packing list');
    await page.waitForURL(/done=added/);
    const href = (await page.getByRole('link', { name: 'Packing list' }).getAttribute('href')) ?? '';
    expect((await page.request.get(href)).status()).toBe(200);
    expect((await page.request.get(href.replace(mine.id, other.id))).status()).toBe(404);
    await context.clearCookies();
    const outside = await page.request.get(href, { maxRedirects: 0 });
    expect([outside.status(), outside.headers()['location']]).toEqual([
      303,
      expect.stringContaining('/staff/sign-in/'),
    ]);
    const file = href.split('/').at(-2) ?? '';
    expect((await page.request.get(`/files/${file}/packing-list.pdf`)).status()).toBe(404);
  });
});
