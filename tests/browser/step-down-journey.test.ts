import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailsTo, newAddress, query, subjectsTo } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  tellingWords,
  typeInto,
  unusualName,
  visit,
  ways,
} from '../support/visiting.ts';

/** From the list of groups to a page of one's own, the neutral mails, and the way back out. */

const staff = 'intake@juniperhollow.example';
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const send = 'form[action="/step-down/sign-up/"] button';
const note = 'Mornings are hard 🌧️\nmy sister “Ola” <may> drive & wait';

/** Chooses the first group of the list by its link and comes to the form. */
async function chooseGroup(page: Page): Promise<string> {
  await page.goto('/step-down/');
  const link = page.getByRole('link', { name: /^Sign up for/ }).first();
  const cohort = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('cohort');
  await link.press('Enter');
  await page.waitForURL(/\/step-down\/sign-up\/\?cohort=/);
  return cohort ?? '';
}

const chosen = (page: Page, name: string) =>
  page
    .locator(`input[name="${name}"]:checked`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));

async function answerTheRest(page: Page, email: string) {
  await page.getByRole('radio', { name: /^Email/ }).press('Space');
  await page.locator('#contactValue').fill(email);
  await page.getByRole('radio', { name: 'Yes, a short message is fine' }).press('Space');
}

const stored = (reference: string) =>
  query<{ row: { status: string; sealed: string }; text: string }>(
    `select to_jsonb(sign_up) as row, to_jsonb(sign_up)::text as text
     from public.sign_ups sign_up where reference = '${reference}'`,
  );

describe.each(ways)('$way, on a phone', ({ javaScriptEnabled }) => {
  test('a group is chosen by its link, gaps are named with nothing lost, and the mails give nothing away', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const email = newAddress();
      const cohort = await chooseGroup(page);
      expect(await chosen(page, 'kind')).toEqual(['program']);
      expect(await chosen(page, 'program')).toEqual([expect.stringMatching(new RegExp(`/${cohort}$`))]);

      await typeInto(page, '#nameToUse', unusualName);
      await page.getByRole('checkbox', { name: 'Evenings' }).press('Space');
      await page.getByRole('checkbox', { name: 'Weekends' }).press('Space');
      await typeInto(page, '#note', note);
      await pressOn(page, send);
      await expectProblems(page, ['channel', 'contactValue', 'safeToLeaveMessage'], javaScriptEnabled);
      expect(await page.locator('#nameToUse').inputValue()).toBe(unusualName);
      expect(await page.locator('#note').inputValue()).toBe(note);
      expect(await chosen(page, 'bestTimes')).toEqual(['evenings', 'weekends']);
      expect(await chosen(page, 'program')).toEqual([expect.stringMatching(new RegExp(`/${cohort}$`))]);

      await answerTheRest(page, email);
      const answer = page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url().includes('/step-down/sign-up'),
      );
      await page.locator(send).press('Enter');
      expect((await answer).status()).toBe(javaScriptEnabled ? 201 : 303);
      await page.waitForURL(/\/r\/s[\w-]{43}$/);
      expect(await page.locator('h1').innerText()).toBe('We got your note');
      expect(`${await page.title()} ${page.url()}`).not.toMatch(tellingWords);
      await expectToFit(page);
      const reference = await page.locator('.reference').innerText();
      expect(reference).toMatch(/^[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$/);
      for (const words of [unusualName, 'Ola', email]) {
        expect(await page.content()).not.toContain(words);
        expect((await stored(reference))[0]?.text).not.toContain(words);
      }

      await expect.poll(() => subjectsTo(email)).toEqual(['We got your note']);
      const [mail] = await mailsTo(email);
      const words = `${mail?.subject}\n${mail?.from}\n${mail?.text}\n${mail?.html}`;
      expect(words).not.toMatch(tellingWords);
      expect(words).not.toContain(unusualName);
      expect(mail?.text).toContain(reference);
      expect(mail?.text).toContain(page.url());
      const forStaff = async () => (await mailsTo(staff)).filter(({ text }) => text.includes(reference));
      await expect.poll(forStaff).toHaveLength(1);
      const staffMail = JSON.stringify(await forStaff());
      for (const personal of ['نور', 'Łucja', 'Ola', 'sister', email, page.url(), cohort]) {
        expect(staffMail).not.toContain(personal);
      }
    }));

  test('opening the page changes nothing, and taking the note back deletes what was written', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const email = newAddress();
      await chooseGroup(page);
      await page.locator('#nameToUse').fill(unusualName);
      await answerTheRest(page, email);
      await page.locator(send).press('Enter');
      await page.waitForURL(/\/r\/s/);
      const address = page.url();
      const reference = await page.locator('.reference').innerText();

      const before = await stored(reference);
      expect(before[0]?.row.status).toBe('received');
      for (let time = 0; time < 3; time++) await page.goto(address);
      expect(await stored(reference)).toEqual(before);

      await pressOn(page, 'form[action^="/r/"] button');
      await page.getByRole('heading', { name: 'You took your note back' }).waitFor();
      await expectToFit(page);
      // what was written is gone: the row itself, or all but the fact that it was
      const after = await stored(reference);
      expect(after[0]?.row.status ?? 'withdrawn').toBe('withdrawn');
      expect(after[0]?.text ?? '').not.toContain(before[0]?.row.sealed);
      await page.goto(address);
      expect(await page.locator('form[action^="/r/"]').count()).toBe(0);
      expect(await page.locator('main').innerText()).not.toContain('Take my note back');
    }));
});

test('with JavaScript pressing again until the next page is there sends one request', () =>
  visit(browser, true, async (page) => {
    const email = newAddress();
    let sent = 0;
    page.on('request', (request) => (sent += request.url().endsWith('/api/step-down/sign-ups') ? 1 : 0));
    let pressedAgain = () => {};
    const secondPress = new Promise<void>((resolve) => (pressedAgain = resolve));
    await page.route('**/r/*', async (route) => {
      await secondPress;
      await route.continue();
    });
    await page.goto('/step-down/sign-up/?kind=mentor');
    await page.locator('#nameToUse').fill('Ana');
    await answerTheRest(page, email);
    await Promise.all([page.waitForRequest('**/r/*'), page.locator(send).press('Enter')]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    pressedAgain();
    await page.waitForURL(/\/r\/s/);
    expect(sent).toBe(1);
    await expect.poll(() => subjectsTo(email)).toEqual(['We got your note']);
  }));

test('without JavaScript a form pressed twice is one request, one mail', () =>
  visit(browser, false, async (page) => {
    const email = newAddress();
    await page.goto('/step-down/sign-up/?kind=mentor');
    await page.locator('#nameToUse').fill('Ana');
    await answerTheRest(page, email);
    await page.locator(send).dblclick();
    await page.waitForURL(/\/r\/s/);
    const reference = await page.locator('.reference').innerText();
    expect(
      await query(`select from public.sign_ups where contact_key =
        (select contact_key from public.sign_ups where reference = '${reference}')`),
    ).toHaveLength(1);
    await expect.poll(() => subjectsTo(email)).toEqual(['We got your note']);
  }));
