import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailedLink, mailsTo, newAddress, query, subjectsTo, withSeats } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { invitationOf } from '../support/invitations.ts';
import { expectToFit, pressOn, takeTime, typeInto, unusualName, visit, ways } from '../support/visiting.ts';

/** Coming to an evening in Spanish, in one language or begun in the other, and texts that are in both. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await query(`delete from public.resources where slug like 'lee-%'`);
  await browser.close();
});

const form = 'form[action$="/rsvp/"]';
const send = `${form} button`;
const title = (page: Page) => page.locator('h1').innerText();
const words = (page: Page) => page.locator('main').innerText();
const path = (page: Page) => new URL(page.url()).pathname;
const summary = (page: Page) => page.locator('.error-summary');
const switchTo = (page: Page, name: 'English' | 'Español') =>
  page.locator('language-switch').getByRole('button', { name, exact: true }).press('Enter');
const followTo = (page: Page, name: 'English' | 'Español') =>
  page.locator('language-switch').getByRole('link', { name, exact: true }).press('Enter');

const repliesOf = (email: string) =>
  query<{ language: string; party_size: number }>(
    `select rsvp.language, party_size from public.rsvps rsvp
     join public.places place on place.id = place_id where email = '${email}'`,
  );

/** It fits a phone, is Spanish by its own word, and has no fault that a program finds. */
async function expectSound(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  await page.waitForLoadState();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await expectToFit(page);
  if (javaScriptEnabled) expect(await axeViolations(window)).toEqual([]);
}

/** Two texts of one pair, as publishing leaves them, newer than the site. */
async function postPair(name: string) {
  const texts = [
    [`${name}-coats`, 'Coats are here', 'en'],
    [`${name}-abrigos`, 'Llegaron los abrigos', 'es'],
  ];
  const pair = crypto.randomUUID();
  const rows = texts.map(
    ([slug, of, language]) =>
      `('${slug}', '${of}', 'Ask at the desk.', 'Come in.', 'announcement', '{money}', 'everyone', '${language}', '[]', 'published', now(), '${pair}')`,
  );
  await query(`insert into public.resources
    (slug, title, summary, body, kind, topics, audience, language, services, status, published_at, pair_id)
    values ${rows.join(', ')}`);
}

describe.each(ways)('$way, on a phone', ({ javaScriptEnabled }) => {
  test('a reply is mended, sent, mailed, changed and cancelled in Spanish', () =>
    withSeats(6, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        const email = newAddress();
        await page.goto(`/es/events/${slug}/`);
        await expectSound(page, window, javaScriptEnabled);
        await typeInto(page, '#name', unusualName);
        await typeInto(page, '#partySize', '2');
        await takeTime(page);
        await pressOn(page, send);
        await summary(page).waitFor();
        expect(await page.title()).toMatch(/^Error: /);
        expect((await summary(page).innerText()).split(/\n+/)).toEqual([
          'Hay un problema',
          'Escriba un correo electrónico o un teléfono',
          'Marque la casilla para aceptar el código de conducta',
        ]);
        expect(await page.locator('#name').inputValue()).toBe(unusualName);
        expect(await page.locator('#partySize').inputValue()).toBe('2');
        await expectSound(page, window, javaScriptEnabled);

        await page.locator('#agreeToConduct').check();
        await page.locator('#email').fill(email);
        await takeTime(page);
        // Enter in a field sends it, and does not turn to the other language
        await page.locator('#email').press('Enter');
        await page.waitForURL(/\/es\/r\/a[\w-]{464}$/);
        expect(await title(page)).toBe('Tiene un lugar');
        expect(await words(page)).toContain('Le guardamos 2 lugares.');
        await expectSound(page, window, javaScriptEnabled);
        expect(await repliesOf(email)).toEqual([{ language: 'es', party_size: 2 }]);

        await expect.poll(() => subjectsTo(email)).toEqual(['Su lugar está confirmado']);
        const [mail] = await mailsTo(email);
        expect(mail?.text).not.toMatch(/localhost:\d+\/(?!es\/)/);
        expect(invitationOf(mail)).toMatchObject({
          method: 'REQUEST',
          title: expect.stringMatching(
            /: (convivencia|taller|reunión en familia|a dar una mano|paseo|celebración)$/,
          ) as string,
        });

        const link = await mailedLink(email);
        expect(new URL(link).pathname).toMatch(/^\/es\/r\/r[\w-]{43}$/);
        await page.goto(link);
        expect(await title(page)).toBe('Tiene un lugar');
        await expectSound(page, window, javaScriptEnabled);
        await typeInto(page, '#partySize', '0');
        await pressOn(page, 'button[value=update]');
        await summary(page).waitFor();
        expect(await summary(page).innerText()).toContain('Escriba 1 o más: usted también viene');
        await page.locator('#partySize').fill('1');
        await page.locator('button[value=update]').press('Enter');
        await page.getByText('Su respuesta cambió. Así quedó.').waitFor();
        expect(await words(page)).toContain('le guardamos un lugar.');
        await expectSound(page, window, javaScriptEnabled);
        await page.locator('button[value=cancel]').press('Enter');
        await page.getByRole('heading', { level: 1, name: 'Su lugar está cancelado' }).waitFor();
        expect(path(page)).toMatch(/^\/es\/r\//);
        await expectSound(page, window, javaScriptEnabled);
        await expect.poll(() => subjectsTo(email)).toContain('Su lugar está cancelado');
      }),
    ));

  test('a form that was begun in English goes on in Spanish with everything in it, and back', () =>
    withSeats(6, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        const email = newAddress();
        const expectTyped = async () => {
          expect(await page.locator('#name').inputValue()).toBe(unusualName);
          expect(await page.locator('#email').inputValue()).toBe(email);
          expect(await page.locator('#partySize').inputValue()).toBe('40');
          expect(await page.locator('#agreeToConduct').isChecked()).toBe(true);
          expect(await summary(page).count()).toBe(0);
          expect(await page.title()).not.toMatch(/^Error/);
          expect(await page.getByRole('alert').count()).toBe(0);
          expect(await repliesOf(email)).toEqual([]);
        };
        await page.goto(`/events/${slug}/`);
        await page.locator('#name').fill(unusualName);
        await page.locator('#email').fill(email);
        await page.locator('#partySize').fill('40');
        await page.locator('#agreeToConduct').check();
        const [shown] = await Promise.all([
          page.waitForResponse((answer) => answer.request().method() === 'POST'),
          switchTo(page, 'Español'),
        ]);
        expect(shown.status()).toBe(200);
        await page.waitForURL(`**/es/events/${slug}/rsvp/`);
        await expectSound(page, window, javaScriptEnabled);
        await expectTyped();
        await switchTo(page, 'English');
        await page.waitForURL((url) => url.pathname === `/events/${slug}/rsvp/`);
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        await expectTyped();
        await switchTo(page, 'Español');
        await page.waitForURL(`**/es/events/${slug}/rsvp/`);
        await expectTyped();

        await page.locator('#partySize').fill('1');
        await takeTime(page);
        await page.locator(send).press('Enter');
        await page.waitForURL(/\/es\/r\/a[\w-]{464}$/);
        expect(await repliesOf(email)).toEqual([{ language: 'es', party_size: 1 }]);
      }),
    ));

  test('a weekend says which of its words staff wrote in English', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto('/es/events/renewal-weekend/');
      await expectSound(page, window, javaScriptEnabled);
      const session = page.locator('label').filter({ hasText: 'A letter to yourself' });
      expect(await session.locator('[lang=en]').first().innerText()).toBe('A letter to yourself');
      expect(await session.locator('.hint').innerText()).toMatch(/sábado|domingo|viernes/);
    }));

  test('a text that is there in both languages is shown in that of the address, and switched to its twin', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const both = {
        en: ['/resources/food-without-papers/', 'Food this week, no papers asked'],
        es: ['/es/resources/comida-sin-papeles/', 'Comida esta semana, sin papeles'],
      } as const;
      await page.goto('/es/resources/food-without-papers/');
      expect(await title(page)).toBe(both.es[1]);
      await expectSound(page, window, javaScriptEnabled);
      await followTo(page, 'English');
      await page.waitForURL((url) => url.pathname === both.en[0]);
      expect(await title(page)).toBe(both.en[1]);
      await followTo(page, 'Español');
      await page.waitForURL((url) => url.pathname === both.es[0]);
      expect(await title(page)).toBe(both.es[1]);
      await followTo(page, 'English');
      await page.waitForURL((url) => url.pathname === both.en[0]);

      const name = `lee-${javaScriptEnabled ? 'b' : 'a'}`;
      await postPair(name);
      await page.goto(`/es/resources/${name}-coats/`);
      expect(await title(page)).toBe('Llegaron los abrigos');
      await expectSound(page, window, javaScriptEnabled);
      await followTo(page, 'English');
      await page.waitForURL((url) => url.pathname === `/resources/${name}-coats/`);
      expect(await title(page)).toBe('Coats are here');
    }));

  test('words that are not looked for yet go along to the other language', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      await page.goto('/es/resources/find/?q=comida');
      await expectSound(page, window, javaScriptEnabled);
      await page.locator('#q').fill('pantry');
      await switchTo(page, 'English');
      await page.waitForURL((url) => url.pathname === '/resources/find/');
      expect(await page.locator('#q').inputValue()).toBe('pantry');
      expect(await page.locator('[data-slug=food-without-papers]').count()).toBe(1);
      await page.locator('#q').press('Enter');
      await page.waitForURL(
        (url) => url.pathname === '/resources/find/' && url.searchParams.get('q') === 'pantry',
      );
    }));
});
