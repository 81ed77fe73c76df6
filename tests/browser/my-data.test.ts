import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { allKept, keepHere, nothingKept } from '../support/keep-here.ts';
import { expectToFit, listen, tellingWords, visit } from '../support/visiting.ts';

/** Everything on the device can be seen, taken along, brought back, locked and erased. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

async function writeCard(page: Page): Promise<void> {
  await page.goto('/tools/coping-card/');
  await page.locator('#reason-1').fill('Sam’s breakfast');
  await keepHere(page);
}

/** Chooses a file with this text in it. */
const choose = (page: Page, text: string | Buffer) =>
  page
    .locator('#copy')
    .setInputFiles({ name: 'my-notes.json', mimeType: 'application/json', buffer: Buffer.from(text) });

test('saved to a file, erased, and brought back: as it was', () =>
  visit(browser, true, async (page, window) => {
    await writeCard(page);
    await page.evaluate(() => localStorage.setItem('distance', '25 km'));
    await page.goto('/my-data/');
    const asked = listen(page);
    await page.getByRole('heading', { name: 'Coping card' }).waitFor();
    await page.getByText('What is in it (1 line)').first().press('Enter');
    await page.getByText('Reason: Sam’s breakfast').waitFor();
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);

    const downloading = page.waitForEvent('download');
    await press(page, 'Save a copy');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('my-notes.json');
    expect(download.suggestedFilename()).not.toMatch(tellingWords);
    const copy = await readFile(await download.path(), 'utf8');
    expect(copy).toContain('Sam’s breakfast');

    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.accept();
    });
    await press(page, 'Erase everything');
    await page.getByText('Everything is erased.').waitFor();
    expect(questions).toHaveLength(1);
    expect(await allKept(page)).toEqual(nothingKept);
    await page.getByText('Nothing is kept on this device.').waitFor();
    await page.reload();
    expect(await allKept(page), 'looking makes nothing').toEqual(nothingKept);

    await choose(page, copy);
    await page.getByText('Coping card. Comes back: 1 line').waitFor();
    await page.getByText('How far you look for meetings. Comes back').waitFor();
    expect(await allKept(page), 'nothing is changed by looking').toEqual(nothingKept);
    await press(page, 'Add it to what is here');
    await page.getByText('Brought back: 2.').waitFor();
    expect(asked.filter((request) => /Sam|breakfast|notes/i.test(decodeURI(request)))).toEqual([]);
    await page.goto('/tools/coping-card/');
    await expect.poll(() => page.locator('#reason-1').inputValue()).toBe('Sam’s breakfast');
  }));

test('erasing everything asks once, and a no keeps everything', () =>
  visit(browser, true, async (page) => {
    await writeCard(page);
    await page.goto('/my-data/');
    const before = await allKept(page);
    page.once('dialog', (dialog) => void dialog.dismiss());
    await press(page, 'Erase everything');
    expect(await allKept(page)).toEqual(before);
  }));

test('presses at the door that are not sent yet are named before they are lost', () =>
  visit(browser, true, async (page) => {
    await page.goto('/my-data/');
    await page.evaluate(() => localStorage.setItem('staff:door:picnic', '{"presses":[{},{}]}'));
    await page.reload();
    await page.getByText('2 presses at the door of an event are not sent yet').waitFor();
    let question = '';
    page.once('dialog', (dialog) => {
      question = dialog.message();
      void dialog.accept();
    });
    await press(page, 'Erase everything');
    await page.getByText('Everything is erased.').waitFor();
    expect(question).toContain('2 presses at the door of an event are not sent yet and will be lost');
    expect(await allKept(page)).toEqual(nothingKept);
  }));

test('a file that is broken, too large, of a newer version or hostile changes nothing', () =>
  visit(browser, true, async (page) => {
    await writeCard(page);
    await page.goto('/my-data/');
    await page.getByRole('heading', { name: 'Coping card' }).waitFor();
    const before = await allKept(page);
    const status = page.locator('[data-copy-status]');
    for (const [text, said] of [
      ['{', 'no copy that this page saved'],
      [Buffer.alloc(5_000_001, ' '), 'larger than 5 MB'],
      ['{"kind":"my-notes","version":9}', 'A newer version'],
    ] as const) {
      await choose(page, text);
      await expect.poll(() => status.innerText()).toContain(said);
    }
    await choose(
      page,
      '{"kind":"my-notes","version":1,"drawers":{"__proto__":{"version":1,"value":1},"<img src=x onerror=alert(1)>":{"version":1,"value":1},"card":{"version":1,"changed":"x","value":{"reason-1":5}}}}',
    );
    await page.getByText('Coping card. Left out').waitFor();
    expect(await page.locator('[data-rows] li').allInnerTexts()).toEqual([
      '<img src=x onerror=alert(1)>. Left out: this site does not know it.',
      'Coping card. Left out: it is not written the way this site writes it.',
    ]);
    expect(await page.getByRole('button', { name: 'Add it to what is here' }).count()).toBe(0);
    expect(await allKept(page)).toEqual(before);
  }));

test('behind a passphrase the tools give way, and open again with it', () =>
  visit(browser, true, async (page, window) => {
    await writeCard(page);
    await page.goto('/my-data/');
    await page.getByLabel('Passphrase, 8 characters or more').fill('four lamps');
    await page.getByLabel('The same once more').fill('four lambs');
    await press(page, 'Lock with this passphrase');
    await page.getByText('The two are not the same.').waitFor();
    await page.getByLabel('The same once more').fill('four lamps');
    await press(page, 'Lock with this passphrase');
    await press(page, 'Lock it again');
    await page.getByRole('heading', { name: 'Locked with your passphrase' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Coping card' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Save a copy' }).count()).toBe(0);
    expect(JSON.stringify(await allKept(page))).not.toContain('breakfast');
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);

    await page.goto('/tools/coping-card/');
    await page.getByRole('heading', { name: 'Locked with your passphrase' }).waitFor();
    expect(await page.locator('#reason-1').isVisible()).toBe(false);
    await page.locator('#unlock').fill('not this one');
    await press(page, 'Unlock');
    await page.getByText('That is not the passphrase.').waitFor();
    await page.locator('#unlock').fill('four lamps');
    await press(page, 'Unlock');
    await expect.poll(() => page.locator('#reason-1').inputValue()).toBe('Sam’s breakfast');
    await page.reload();
    // it stays open in this tab
    await expect.poll(() => page.locator('#reason-1').inputValue()).toBe('Sam’s breakfast');
    await press(page, 'Lock it again');
    await page.getByRole('heading', { name: 'Locked with your passphrase' }).waitFor();
    expect(await page.locator('#reason-1').inputValue(), 'nothing is left in the page').toBe('');
  }));

test('on a slow line the button that locks again is shown only once it listens', () =>
  visit(browser, true, async (page) => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    await page.route('**/unlock-form-element*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await writeCard(page);
    await page.goto('/my-data/');
    await page.getByLabel('Passphrase, 8 characters or more').fill('four lamps');
    await page.getByLabel('The same once more').fill('four lamps');
    const asked = page.waitForRequest('**/unlock-form-element*.js');
    await press(page, 'Lock with this passphrase');
    await asked;
    await page.locator('[data-lock-status]').getByText('The lock is on').waitFor();
    const again = page.getByRole('button', { name: 'Lock it again' });
    expect(await again.isVisible()).toBe(false);
    arrive();
    await again.press('Enter');
    await page.getByRole('heading', { name: 'Locked with your passphrase' }).waitFor();
  }));

test('without JavaScript the page says how to erase', () =>
  visit(browser, false, async (page) => {
    await page.goto('/my-data/');
    expect(await page.locator('noscript p').innerText()).toContain('in the browser’s settings');
    await expectToFit(page);
  }));

test('the page of what leaves names every field, and privacy leads there', () =>
  visit(browser, true, async (page) => {
    await page.goto('/privacy/');
    await page.getByRole('link', { name: 'What leaves this device' }).press('Enter');
    await page.waitForURL('**/my-data/what-leaves/');
    const fields = await page.locator('[data-field]').count();
    expect(fields).toBeGreaterThan(70);
    await expectToFit(page);
  }));

test('the printout is everything, unfolded, and nothing else', () =>
  visit(browser, true, async (page) => {
    await writeCard(page);
    await page.goto('/my-data/');
    await page.getByRole('heading', { name: 'Coping card' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.getByText('Reason: Sam’s breakfast').isVisible()).toBe(true);
    for (const hidden of [
      '.crisis',
      '.site-footer',
      'saved-copy',
      'keep-lock',
      'erase-all',
      '[data-erase-one]',
    ]) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
  }));
