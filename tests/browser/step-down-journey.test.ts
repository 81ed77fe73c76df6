import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mailsTo, newAddress, query, subjectsTo } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { answerTo, begin, goOn, pageOf, pressContinue, throughTheForm } from '../support/sign-up-form.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  tellingWords,
  unusualName,
  visit,
  ways,
} from '../support/visiting.ts';

/** From the list of groups, page by page, to a page of one's own, the neutral mails, and the way back out. */

const { origin } = inject('site');
const staff = 'intake@juniperhollow.example';
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const note = 'Mornings are hard 🌧️\nmy sister “Ola” <may> drive & wait';

/** Chooses the first group of the list by its link and comes to the form. */
async function chooseGroup(page: Page): Promise<string> {
  await page.goto('/step-down/');
  const link = page.locator('a[href*="/step-down/sign-up/?cohort="]').first();
  const cohort = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('cohort');
  await link.press('Enter');
  await page.waitForURL(/\/step-down\/sign-up\/\?cohort=/);
  return cohort ?? '';
}

const chosen = (page: Page) =>
  page.locator('input:checked').evaluateAll((all) => all.map((one) => one.getAttribute('value')));

const send = (page: Page) => pressOn(page, 'main .button[value="send"]');

const stored = (reference: string) =>
  query<{ row: { status: string; sealed: string; kind: string }; text: string }>(
    `select to_jsonb(sign_up) as row, to_jsonb(sign_up)::text as text
     from public.sign_ups sign_up where reference = '${reference}'`,
  );

const kindsAndChannels = [
  { kind: 'program', channel: 'phone', steps: 10 },
  { kind: 'assessment-call', channel: 'text', steps: 8 },
  { kind: 'mentor', channel: 'email', steps: 8 },
  { kind: 'be-a-mentor', channel: 'phone', steps: 8 },
  { kind: 'family-group', channel: 'text', steps: 8 },
  { kind: 'check-ins', channel: 'email', steps: 8 },
] as const;

/** What must hold of each page that somebody comes to. */
async function expectGoodPage(page: Page, window: TestWindow) {
  await expectToFit(page);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.locator('h1').count()).toBe(1);
  if (await page.evaluate(() => !!customElements.get('form-pages'))) {
    expect(await axeViolations(window)).toEqual([]);
  }
}

describe.each(ways)('$way, on a phone, by keyboard', ({ javaScriptEnabled }) => {
  test.each(kindsAndChannels)(
    '$kind, reached by $channel, goes page by page to its end',
    ({ kind, channel, steps }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        const email = newAddress();
        await begin(page);
        const seen: string[] = [];
        await throughTheForm(page, { kind, channel, email }, async (step) => {
          seen.push(await page.locator('.kicker').innerText());
          const heading = (await page.locator('h1').innerText()).replace(' (optional)', '');
          expect(await page.title(), step).toContain(heading);
          await expectGoodPage(page, window);
        });
        expect(seen.at(-1)).toBe(`Step ${steps} of ${steps}`);
        expect(seen.map((words) => Number(/\d+/.exec(words)?.[0]))).toEqual(
          seen.map((_words, index) => index + 1),
        );
        if (kind === 'check-ins') {
          expect(await page.locator('dl').innerText()).toMatch(/When we will ask\s+\w+day, \w+ \d+, \d{4}/);
        }
        await send(page);
        await page.waitForURL(/\/r\/s[\w-]{43}$/);
        const reference = await page.locator('.reference').first().innerText();
        expect((await stored(reference))[0]?.row.kind).toBe(kind);
        expect(`${await page.title()} ${page.url()}`).not.toMatch(tellingWords);
      }),
  );

  test('a group is chosen by its link, and the mails give nothing away', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const email = newAddress();
      const cohort = await chooseGroup(page);
      await pressContinue(page);
      await pageOf(page, 'kind');
      expect(await chosen(page)).toEqual(['program']);
      await pressContinue(page);
      await pageOf(page, 'program');
      expect(await chosen(page)).toHaveLength(1);
      await pressContinue(page);
      await pageOf(page, 'cohort');
      expect(await chosen(page)).toEqual([cohort]);
      await throughTheForm(page, {
        kind: 'program',
        channel: 'email',
        email,
        name: unusualName,
        note,
        from: 'cohort',
      });
      expect(await page.locator('dl').innerText()).toContain(unusualName);
      await send(page);
      await page.waitForURL(/\/r\/s[\w-]{43}$/);
      await expectToFit(page);
      const reference = await page.locator('.reference').first().innerText();
      expect(reference).toMatch(/^[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$/);
      for (const words of [unusualName, 'Ola', email])
        expect((await stored(reference))[0]?.text).not.toContain(words);

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

  test('gaps are named at their field, with what was typed still there', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await begin(page, '?kind=mentor');
      await pressContinue(page);
      await pageOf(page, 'name');
      await pressContinue(page);
      await expectProblems(page, ['nameToUse'], javaScriptEnabled);
      await answerTo(page, 'name', {});
      await goOn(page, 'channel');
      await page.locator('#channel-2').press('Space');
      await goOn(page, 'contact', /number to call/);
      await page.locator('#contactValue').fill('12');
      await page.locator('#safeToText').press('Space');
      await pressContinue(page);
      await expectProblems(page, ['contactValue', 'safeToLeaveMessage', 'safeToSayWho'], javaScriptEnabled);
      expect(await page.locator('#contactValue').inputValue()).toBe('12');
      expect(await chosen(page)).toEqual(['yes']);
    }));

  test('Back keeps what was typed, and Enter in a field goes on', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await begin(page, '?kind=mentor');
      await pressContinue(page);
      await pageOf(page, 'name');
      await page.locator('#nameToUse').fill('Ana');
      await pressOn(page, '.back');
      await pageOf(page, 'kind');
      await pressContinue(page);
      await pageOf(page, 'name');
      expect(await page.locator('#nameToUse').inputValue()).toBe('Ana');
      await page.locator('#nameToUse').press('Enter');
      await pageOf(page, 'channel');
    }));

  test('a change comes back to the last page, by way of what it newly calls for', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await begin(page, '?kind=mentor');
      await throughTheForm(page, { kind: 'mentor', channel: 'phone', email: newAddress() });
      await pressOn(page, 'button[value="change:name"]');
      await pageOf(page, 'name');
      await page.locator('#nameToUse').fill('Olaf');
      await goOn(page, 'check');
      expect(await page.locator('dl').innerText()).toContain('Olaf');
      await pressOn(page, 'button[value="change:kind"]');
      await pageOf(page, 'kind');
      await page.locator('input[value="program"]').press('Space');
      await goOn(page, 'program');
      await page.locator('#program').press('Space');
      await goOn(page, 'cohort');
      await page.locator('#cohort').press('Space');
      await goOn(page, 'check');
      expect(await page.locator('dl').innerText()).toMatch(/Program[\s\S]*Group[\s\S]*Olaf/);
    }));

  test('taking the note back deletes what was written, and opening the page changed nothing before', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await begin(page, '?kind=mentor');
      await throughTheForm(page, { kind: 'mentor', channel: 'email', email: newAddress() });
      await send(page);
      await page.waitForURL(/\/r\/s/);
      const address = page.url();
      const reference = await page.locator('.reference').first().innerText();
      const before = await stored(reference);
      expect(before[0]?.row.status).toBe('received');
      for (let time = 0; time < 3; time++) await page.goto(address);
      expect(await stored(reference)).toEqual(before);
      await page.getByRole('button', { name: 'Take my note back' }).press('Enter');
      await page.getByRole('heading', { name: 'You took your note back' }).waitFor();
      const after = await stored(reference);
      expect(after[0]?.row.status ?? 'withdrawn').toBe('withdrawn');
      expect(after[0]?.text ?? '').not.toContain(before[0]?.row.sealed);
    }));

  test('“Accept and send” pressed twice is one request, one mail', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const email = newAddress();
      await begin(page, '?kind=mentor');
      await throughTheForm(page, { kind: 'mentor', channel: 'email', email });
      await page.locator('main .button[value="send"]').dblclick();
      await page.waitForURL(/\/r\/s/);
      const reference = await page.locator('.reference').first().innerText();
      expect(
        await query(`select from public.sign_ups where contact_key =
        (select contact_key from public.sign_ups where reference = '${reference}')`),
      ).toHaveLength(1);
      await expect.poll(() => subjectsTo(email)).toEqual(['We got your note']);
    }));

  test('a form that is not ours starts again, with help, and stores nothing', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const count = () => query(`select count(*) from public.sign_ups`);
      await page.goto('/step-down/sign-up/');
      const before = await count();
      await page.locator('input[name="form"]').evaluate((input) => input.setAttribute('value', 'forged'));
      await pressContinue(page);
      await page.getByRole('heading', { level: 1, name: 'Start again' }).waitFor();
      expect(await page.locator('main a[href="tel:988"]').count()).toBe(1);
      await expectToFit(page);
      expect(await count()).toEqual(before);
    }));
});

test('with JavaScript the browser’s Back leads to the page before with what was typed, and Forward on again', () =>
  visit(browser, true, async (page) => {
    await begin(page, '?kind=mentor');
    await pressContinue(page);
    await pageOf(page, 'name');
    await answerTo(page, 'name', { name: 'Ana' });
    await goOn(page, 'channel');
    await page.locator('#channel-3').press('Space');
    await page.goBack();
    await pageOf(page, 'name');
    expect(await page.locator('#nameToUse').inputValue()).toBe('Ana');
    await page.goForward();
    await pageOf(page, 'channel');
    expect(await chosen(page)).toEqual(['text']);
    await page.goBack();
    await answerTo(page, 'name', { name: 'Olaf' });
    await goOn(page, 'channel');
    await throughTheForm(page, { kind: 'mentor', channel: 'phone', email: '', from: 'channel' });
    expect(await page.locator('dl').innerText()).toContain('Olaf');
  }));

test('with JavaScript and no line to us it says so, and everything stays', () =>
  visit(browser, true, async (page, window) => {
    await begin(page, '?kind=mentor');
    await pressContinue(page);
    await pageOf(page, 'name');
    await answerTo(page, 'name', { name: 'Ana' });
    await window.context.setOffline(true);
    await pressContinue(page);
    await page.getByText('You are offline. Nothing was sent').waitFor();
    expect(await page.locator('#nameToUse').inputValue()).toBe('Ana');
    await window.context.setOffline(false);
    // a phone that believes it has a signal
    await page.route('**/step-down/sign-up/**', (route) => route.abort());
    await pressContinue(page);
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('#nameToUse').inputValue()).toBe('Ana');
    await page.unroute('**/step-down/sign-up/**');
    window.faults.length = 0;
    await goOn(page, 'channel');
  }));

test('no answer stands in an address, a cookie or the storage of the device', () =>
  visit(browser, true, async (page, window) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await begin(page);
    await throughTheForm(page, {
      kind: 'mentor',
      channel: 'email',
      email: 'seen.nowhere@example.org',
      name: 'Seen',
    });
    expect(addresses.join('\n')).not.toMatch(/seen|mentor/i);
    expect(await window.context.cookies()).toEqual([]);
    const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]);
    expect(await page.evaluate(kept)).not.toMatch(/seen|mentor/i);
  }));

test('every page of the form is kept by nobody and found by no search engine', async () => {
  for (const init of [{}, { method: 'POST', body: new URLSearchParams({ form: 'x' }) }]) {
    const answer = await fetch(`${origin}/step-down/sign-up/`, init);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
  }
});
