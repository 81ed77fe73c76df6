import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, typeInto, visit } from '../support/visiting.ts';

/** The ten questions: written in, kept, read again, printed and erased, and nobody is told. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const address = '/tools/ten-questions/';
const written = {
  '#name-1': 'Hillside 🌲',
  '#name-2': 'نور',
  '#cost-1': 'They will put it in writing.',
  '#hours-2': 'Mon, Wed, Thu\nfrom six',
  '#felt-1': 'calm, quick, kind',
};

async function fillIn(page: Page) {
  for (const [field, words] of Object.entries(written)) await page.locator(field).fill(words);
  const yes = page.getByRole('button', { name: 'Keep it on this device' });
  await yes.or(page.getByText('Kept on this device.')).first().waitFor();
  if (await yes.isVisible()) await yes.press('Enter');
  await page.getByText('Kept on this device.').waitFor();
}

test('notes on three programs are kept on the device alone, are there again, and are gone when erased', () =>
  visit(browser, true, async (page, { context }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const asked = listen(page);
    await fillIn(page);
    expect(await page.getByRole('textbox', { name: 'Hillside 🌲', exact: true }).count()).toBe(11);
    expect(asked).toEqual([]);
    await expectToFit(page);

    await page.reload();
    for (const [field, words] of Object.entries(written)) {
      await expect.poll(() => page.locator(field).inputValue(), { message: field }).toBe(words);
    }
    expect(asked.filter((request) => /Hillside|writing|cookie/i.test(decodeURI(request)))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(page.url()).toMatch(/\/tools\/ten-questions\/$/);

    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: /^Erase/ }).press('Enter');
    await page.getByText('Erased from this device.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Print the sheet' }).waitFor();
    for (const field of Object.keys(written)) expect(await page.locator(field).inputValue()).toBe('');
  }));

test('each note is reached by its program and its question, and a field grows with what is in it', () =>
  visit(browser, true, async (page) => {
    await page.goto(address);
    const cost = page.getByRole('group', { name: /What will I pay/ });
    expect(await cost.getByRole('textbox').count()).toBe(3);
    const field = cost.getByRole('textbox', { name: 'Program 2' });
    const height = () => field.evaluate((element) => element.clientHeight);
    const before = await height();
    await field.fill('A line that goes on for a while. '.repeat(15));
    await expect.poll(height).toBeGreaterThan(before * 2);
    expect(await field.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2);
  }));

test('the sheet prints on two pages, blank or written in, on A4 and on Letter', () =>
  visit(browser, true, async (page) => {
    await page.goto(address);
    for (const round of ['blank', 'written in']) {
      for (const format of papers) {
        expect(await sheets(page, format), `${round}, ${format}`).toBe(2);
      }
      await fillIn(page);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Ten questions for a program' }).count()).toBe(1);
    expect(await page.locator('#cost-1').isVisible()).toBe(true);
  }));

test('without JavaScript the sheet can be written in and printed, and sends nothing', () =>
  visit(browser, false, async (page) => {
    await page.goto(address);
    const asked = listen(page);
    await typeInto(page, '#name-1', 'Hillside');
    await page.keyboard.press('Enter');
    expect(await page.locator('#name-1').inputValue()).toBe('Hillside');
    expect(await page.locator('noscript p').innerText()).toContain('nothing is kept');
    expect(await sheets(page, 'Letter')).toBe(2);
    expect(asked).toEqual([]);
    await expectToFit(page);
  }));
