import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { allKept, keepHere, nothingKept } from '../support/keep-here.ts';
import { isPrinted, papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, visit } from '../support/visiting.ts';

/** The tools in Spanish: the same drawers as in English, and every word around them in the language of the page. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const card = { 'reason-1': 'El desayuno de Samuel 🥞', 'person-1': 'Łucja', 'phone-1': '303 555 0199' };

test('a card kept in Spanish is read again at its English address, and in words in the language of each page', () =>
  visit(browser, true, async (page) => {
    await page.goto('/es/tools/coping-card/');
    const asked = listen(page);
    for (const [field, text] of Object.entries(card)) await page.locator(`#${field}`).fill(text);
    await page.getByText('Todavía no se guardó.').waitFor();
    expect(await allKept(page), 'before anybody answered').toEqual(nothingKept);
    expect(await page.locator('keep-note').innerText()).toContain(
      '¿Es un teléfono compartido o de la familia?',
    );
    await expectToFit(page);
    await keepHere(page);
    expect(await page.getByRole('link', { name: 'Llamar a Łucja' }).getAttribute('href')).toBe(
      'tel:3035550199',
    );
    expect(asked).toEqual([]);

    await page.goto('/tools/coping-card/');
    for (const [field, text] of Object.entries(card)) {
      await expect.poll(() => page.locator(`#${field}`).inputValue(), { message: field }).toBe(text);
    }
    await page.getByRole('link', { name: 'Call Łucja' }).waitFor();
    expect((await allKept(page)).databases).toMatchObject([[{ value: card }]]);

    await page.goto('/es/my-data/');
    await page.getByRole('heading', { name: 'Tarjeta de apoyo' }).waitFor();
    await page
      .getByText(/^Lo que contiene \(\d líneas?\)$/)
      .first()
      .press('Enter');
    await page.getByText(`Razón: ${card['reason-1']}`).waitFor();
    expect(await page.getByText('Reason:').count()).toBe(0);
    await expectToFit(page);

    await page.goto('/my-data/');
    await page.getByRole('heading', { name: 'Coping card' }).waitFor();
    await page
      .getByText(/^What is in it/)
      .first()
      .press('Enter');
    await page.getByText(`Reason: ${card['reason-1']}`).waitFor();
  }));

test('the Spanish card prints on one sheet, with its own words and what was written', () =>
  visit(browser, true, async (page) => {
    await page.goto('/es/tools/coping-card/');
    await page.locator('#reason-1').fill(card['reason-1']);
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);
    expect(await isPrinted(page, '#reason-1')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('main').innerText();
    expect(printed).toMatch(/tres razones/i);
    expect(printed).not.toMatch(/Three|Any hour/);
  }));

test('erasing asks and answers in Spanish', () =>
  visit(browser, true, async (page) => {
    await page.goto('/es/tools/coping-card/');
    await page.locator('#reason-1').fill('Uno');
    await keepHere(page);
    const questions: string[] = [];
    page.once('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.accept();
    });
    await page.getByRole('button', { name: 'Borrar las notas de esta página' }).press('Enter');
    await page.getByText('Borrado de este aparato.').waitFor();
    expect(questions).toEqual(['¿Borrar de este aparato lo que hay en esta página?']);
    expect((await allKept(page)).databases).toEqual([[]]);
  }));

test('without JavaScript a tool reads in Spanish, and says that nothing is kept', () =>
  visit(browser, false, async (page) => {
    await page.goto('/es/tools/coping-card/');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.locator('h1').innerText()).toBe('Tarjeta de apoyo');
    expect(await page.locator('noscript p').innerText()).toContain('así que no se guarda nada');
    await page.locator('#reason-1').fill('Mis propias llaves');
    expect(await page.locator('main').innerText()).not.toMatch(/\b(the|your|this device)\b/i);
    await expectToFit(page);
  }));

for (const tool of ['coping-card', 'urge-log', 'week']) {
  test(`axe finds nothing in ${tool} in Spanish`, () =>
    visit(browser, true, async (page, window) => {
      await page.goto(`/es/tools/${tool}/`);
      expect(await axeViolations(window)).toEqual([]);
      await expectToFit(page);
    }));
}
