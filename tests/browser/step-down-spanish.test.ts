import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mailsTo, newAddress, query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, typeInto, unusualName, visit, ways } from '../support/visiting.ts';

/** Asking for a call in Spanish, in one language or begun in the other, to a page of one's own and a consent. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).last().press('Enter');
const goOn = async (page: Page, name: string) => {
  await press(page, 'Continuar');
  await heading(page, name);
};
const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();
const switchTo = (page: Page, name: 'English' | 'Español') =>
  page.getByRole('button', { name, exact: true }).press('Enter');

/** It fits a phone, is Spanish by its own word, and has no fault that a program finds. */
async function expectSound(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  await page.waitForLoadState();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await expectToFit(page);
  if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
}

/** From the question of the name to the answers together. */
async function sayWhoAndHow(page: Page, email: string, window: TestWindow, javaScriptEnabled: boolean) {
  await heading(page, '¿Qué nombre usamos?');
  await press(page, 'Continuar');
  await page.locator('.error-summary').waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.locator('.error-summary').innerText()).toMatch(
    /^Hay un problema\s+Escriba el nombre que debemos usar$/,
  );
  await expectSound(page, window, javaScriptEnabled);
  await typeInto(page, '#nameToUse', unusualName);
  // Enter in a field goes on, and does not turn to the other language
  await page.keyboard.press('Enter');
  await heading(page, '¿Cómo nos comunicamos con usted?');
  await choose(page, 'channel', 'email');
  await goOn(page, 'Su dirección de correo electrónico');
  await page.locator('#contactValue').fill(email);
  await choose(page, 'safeToLeaveMessage', 'yes');
  await goOn(page, '¿Cuándo es buen momento?');
  await choose(page, 'bestTimes', 'evenings');
  await goOn(page, '¿Qué quiere que sepamos?');
}

const stored = async (reference: string) =>
  (
    await query<{ language: string; count: number }>(
      `select language, count(*) over ()::int as count from public.sign_ups where reference = '${reference}'`,
    )
  )[0];

describe.each(ways)('$way, on a phone', ({ javaScriptEnabled }) => {
  test('a call is asked for, a page of one’s own opened and a consent signed, all in Spanish', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const email = newAddress();
      await page.goto('/es/step-down/sign-up/');
      await heading(page, 'Pedir un lugar o una llamada');
      await expectSound(page, window, javaScriptEnabled);
      await goOn(page, '¿Qué le gustaría?');
      await choose(page, 'kind', 'assessment-call');
      await goOn(page, '¿Qué nombre usamos?');
      await sayWhoAndHow(page, email, window, javaScriptEnabled);
      await goOn(page, '¿En qué idioma le hablamos?');
      expect(await page.locator('input[name="language"]:checked').getAttribute('value')).toBe('es');
      await goOn(page, 'Revise sus respuestas');
      await expectSound(page, window, javaScriptEnabled);
      await press(page, 'Aceptar y enviar');
      await page.waitForURL(/\/es\/r\/s[\w-]{43}$/);
      await heading(page, 'Recibimos su nota');
      await expectSound(page, window, javaScriptEnabled);
      const reference = await page.locator('.reference').first().innerText();
      expect(await stored(reference)).toEqual({ language: 'es', count: 1 });

      await expect.poll(async () => (await mailsTo(email))[0]?.subject).toBe('Recibimos su nota');
      const [mail] = await mailsTo(email);
      expect(mail?.text).toContain(`${origin}${new URL(page.url()).pathname}`);

      await page.getByRole('link', { name: 'Permítanos hablar con otra persona' }).press('Enter');
      await heading(page, 'Permítanos hablar con otra persona');
      await press(page, 'Continuar');
      await page.locator('.error-summary').waitFor();
      expect(await page.locator('.error-summary').innerText()).toContain('Elija con quién podemos hablar');
      await expectSound(page, window, javaScriptEnabled);
      await choose(page, 'recipientKind', 'provider');
      await page.locator('#recipientName').fill('Dra. Kim');
      await choose(page, 'information', 'dates');
      await choose(page, 'purpose', 'my-care');
      await press(page, 'Continuar');
      await page.locator('#patientName').fill(unusualName);
      await page.locator('#signature').fill(unusualName);
      await press(page, 'Aceptar y firmar');
      await page.waitForURL(/\/es\/r\/consent\/c[\w-]{43}\?done=signed$/);
      await heading(page, 'Su copia');
      await expectSound(page, window, javaScriptEnabled);
      const [consent] = await query<{ language: string }>(
        `select language from public.consents where sign_up_id =
           (select id from public.sign_ups where reference = '${reference}')`,
      );
      expect(consent?.language).toBe('es');
    }));

  test('a form that was begun in English goes on in Spanish with everything in it, and is one request', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const email = newAddress();
      await page.goto('/step-down/sign-up/?kind=mentor');
      for (const name of ['Ask for a place or a call', 'What would you like?']) {
        await heading(page, name);
        await press(page, 'Continue');
      }
      await heading(page, 'What name should we use?');
      await page.locator('#nameToUse').fill(unusualName);
      await press(page, 'Continue');
      await heading(page, 'How should we contact you?');
      await choose(page, 'channel', 'email');
      await press(page, 'Continue');
      await heading(page, 'Your email address');
      await page.locator('#contactValue').fill('half@');
      await switchTo(page, 'Español');

      await heading(page, 'Su dirección de correo electrónico');
      expect(new URL(page.url()).pathname).toBe('/es/step-down/sign-up/');
      expect(await page.locator('#contactValue').inputValue()).toBe('half@');
      expect(await page.locator('.error-summary').count()).toBe(0);
      expect(await page.title()).not.toMatch(/^Error/);
      await page.locator('#contactValue').fill(email);
      await choose(page, 'safeToLeaveMessage', 'no');
      await goOn(page, '¿Cuándo es buen momento?');
      await goOn(page, '¿Qué quiere que sepamos?');
      await goOn(page, '¿En qué idioma le hablamos?');
      await goOn(page, 'Revise sus respuestas');

      await switchTo(page, 'English');
      await heading(page, 'Check your answers');
      expect(await page.locator('dl').innerText()).toMatch(/Language\s+English/);
      await switchTo(page, 'Español');
      await heading(page, 'Revise sus respuestas');
      const answers = await page.locator('dl').innerText();
      for (const said of [unusualName, email, 'Correo electrónico', 'Español'])
        expect(answers).toContain(said);
      await press(page, 'Aceptar y enviar');
      await page.waitForURL(/\/es\/r\/s[\w-]{43}$/);
      const reference = await page.locator('.reference').first().innerText();
      expect(await stored(reference)).toEqual({ language: 'es', count: 1 });
    }));

  test('how to reach a person is said in the other language with what was typed', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const answer = await fetch(`${origin}/api/step-down/sign-ups`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: origin },
        body: JSON.stringify({
          kind: 'mentor',
          nameToUse: 'Ana',
          contact: { channel: 'email', value: newAddress(), safeToLeaveMessage: true },
          language: 'es',
        }),
      });
      const { manageUrl } = (await answer.json()) as { manageUrl: string };
      await page.goto(new URL(manageUrl).pathname.replace('/es/r/', '/r/reach/'));
      await page.locator('#contactValue').fill('not an address');
      await switchTo(page, 'Español');
      await heading(page, '¿Cómo podemos comunicarnos con usted sin riesgo?');
      expect(await page.locator('#contactValue').inputValue()).toBe('not an address');
      expect(await page.locator('.error-summary').count()).toBe(0);
      await press(page, 'Guardar');
      await page.locator('.error-summary').waitFor();
      expect(await page.locator('.error-summary').innerText()).toContain(
        'Escriba una dirección de correo electrónico completa',
      );
    }));
});
