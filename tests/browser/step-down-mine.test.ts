import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mailsTo, newAddress, query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  tabTo,
  tellingWords,
  visit,
  ways,
} from '../support/visiting.ts';

/** A person's own pages after they wrote to us, on a phone, by keyboard, with and without JavaScript. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Signs up by the API: the form has tests of its own. Returns the path of the person's page. */
async function signUp(kind: string, email = newAddress()): Promise<{ path: string; reference: string }> {
  const answer = await fetch(`${origin}/api/step-down/sign-ups`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      kind,
      nameToUse: 'Ana',
      contact: { channel: 'email', value: email, safeToLeaveMessage: true },
      bestTimes: ['evenings'],
      note: 'My sister Ola drives',
    }),
  });
  expect(answer.status).toBe(201);
  const { manageUrl, reference } = (await answer.json()) as { manageUrl: string; reference: string };
  return { path: new URL(manageUrl).pathname, reference };
}

const rowOf = async (reference: string) =>
  (
    await query<{ status: string; closed_why: string | null; channel: string; sealed: string }>(
      `select status, closed_why, channel, sealed from public.sign_ups where reference = '${reference}'`,
    )
  )[0];
const heading = (page: Page) => page.locator('h1').innerText();
const axe = async (window: TestWindow, javaScriptEnabled: boolean) =>
  javaScriptEnabled ? axeViolations(window) : [];

async function expectGoodPage(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  await expectToFit(page);
  expect(`${await page.title()} ${page.url()}`).not.toMatch(tellingWords);
  expect(await axe(window, javaScriptEnabled)).toEqual([]);
}

describe.each(ways)('$way, on a phone', ({ javaScriptEnabled }) => {
  test('the page says what comes next, keeps its address, and shows nothing that was written', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const { path, reference } = await signUp('mentor');
      for (let time = 0; time < 2; time++) {
        await page.goto(path);
        expect(await heading(page)).toBe('We got your note');
        expect(await page.locator('.reference').innerText()).toBe(reference);
        await page.getByRole('heading', { name: 'What happens next' }).waitFor();
        expect(await page.locator('main').innerText()).toContain('by the end of the next business day');
      }
      await expectGoodPage(page, window, javaScriptEnabled);
      for (const words of ['Ana', 'Ola', '@example.org']) expect(await page.content()).not.toContain(words);
      expect(
        await page.getByRole('link', { name: 'Let us speak with somebody else' }).getAttribute('href'),
      ).toBe(path.replace('/r/', '/r/consent/'));
      expect((await rowOf(reference))?.status).toBe('received');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: 'Take my note back' }).isVisible()).toBe(false);
      expect(await page.locator('.reference').isVisible()).toBe(true);
    }));

  test('how it is safe to reach somebody is changed, with what was typed kept when it is wrong', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const email = newAddress();
      const { path, reference } = await signUp('mentor', email);
      await page.goto(path);
      await pressOn(page, 'main a[href^="/r/reach/"]');
      await page.waitForURL(/\/r\/reach\//);
      expect(await page.locator('#contactValue').inputValue()).toBe(email);
      expect(await page.getByRole('checkbox', { name: 'Evenings' }).isChecked()).toBe(true);
      await expectGoodPage(page, window, javaScriptEnabled);

      await tabTo(page, 'input[name="channel"]:checked');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, '#contactValue');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('ring me at home');
      await tabTo(page, '#bestTimes');
      await page.keyboard.press('Space');
      await pressOn(page, 'form[action^="/r/reach/"] button');
      await expectProblems(page, ['contactValue'], javaScriptEnabled);
      expect(await page.locator('#contactValue').inputValue()).toBe('ring me at home');
      expect(await page.locator('input[name="channel"]:checked').getAttribute('value')).toBe('phone');
      expect(await page.getByRole('checkbox', { name: 'Mornings' }).isChecked()).toBe(true);
      expect((await rowOf(reference))?.channel).toBe('email');

      await page.locator('#contactValue').fill('(303) 555-0123');
      await pressOn(page, 'form[action^="/r/reach/"] button');
      await page.getByText('This is how we reach you from now on').waitFor();
      expect(await page.locator('main').innerText()).toContain('by phone');
      expect((await rowOf(reference))?.channel).toBe('phone');
      await page.goto(path.replace('/r/', '/r/reach/'));
      expect(await page.locator('#contactValue').inputValue()).toBe('+13035550123');
    }));

  test('everything is deleted after one more question, and the link says so from then on', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const { path, reference } = await signUp('mentor');
      await page.goto(path);
      await pressOn(page, 'main a[href^="/r/delete/"]');
      await page.getByRole('heading', { name: 'Delete everything about you?' }).waitFor();
      await expectGoodPage(page, window, javaScriptEnabled);
      expect(await rowOf(reference)).toBeDefined();
      await pressOn(page, 'form[action^="/r/delete/"] button');
      await page.getByRole('heading', { name: 'It is all deleted' }).waitFor();
      await expectGoodPage(page, window, javaScriptEnabled);
      expect(await rowOf(reference)).toBeUndefined();
      for (const place of ['/r/', '/r/delete/', '/r/check-in/']) {
        const answer = await fetch(origin + path.replace('/r/', place));
        expect(answer.status).toBe(410);
        expect(await answer.text()).toContain('It is all deleted');
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
      }
    }));

  test.each([
    ['I’m doing okay', 'Thank you. That is good to hear', 'scheduled'],
    ['Please call me', 'Thank you for saying so', 'received'],
    ['Stop these', 'We ask no more', 'closed'],
  ])('a check-in is answered with “%s” in one press', (answer, thanks, status) =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const { path, reference } = await signUp('check-ins');
      const there = path.replace('/r/', '/r/check-in/');
      for (let time = 0; time < 2; time++) await page.goto(there);
      expect(await heading(page)).toBe('How are things?');
      expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
      expect(await page.getByRole('link', { name: /988/ }).first().isVisible()).toBe(true);
      await expectGoodPage(page, window, javaScriptEnabled);
      expect((await rowOf(reference))?.status).toBe('scheduled');

      const button = page.getByRole('button', { name: answer });
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if (await button.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: thanks }).waitFor();
      expect(
        await page
          .locator('main')
          .getByRole('link', { name: /Call 988/ })
          .isVisible(),
      ).toBe(true);
      await expectGoodPage(page, window, javaScriptEnabled);
      expect((await rowOf(reference))?.status).toBe(status);
      if (status === 'received') {
        const forStaff = async () =>
          (await mailsTo('intake@juniperhollow.example')).filter(({ text }) => text.includes(reference));
        await expect.poll(forStaff).toHaveLength(1);
      }
    }),
  );

  test('check-ins are looked at, a call is asked for, and they are stopped, from the page', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const { path, reference } = await signUp('check-ins');
      await page.goto(path);
      expect(await heading(page)).toBe('We will ask how things are');
      await expectGoodPage(page, window, javaScriptEnabled);
      await pressOn(page, 'form button[value="call-me"]');
      await page.getByRole('heading', { name: 'We will get in touch' }).waitFor();
      expect(await page.locator('form button[value="call-me"]').count()).toBe(0);
      await expectGoodPage(page, window, javaScriptEnabled);
      await pressOn(page, 'form button[value="stop"]');
      await page.getByRole('heading', { name: 'We ask no more' }).waitFor();
      expect(await rowOf(reference)).toMatchObject({ status: 'closed', closed_why: 'stopped' });
    }));
});

test('a kind no shows what staff wrote, or that it cannot be shown, and what may fit instead', () =>
  visit(browser, true, async (page, window) => {
    const { path, reference } = await signUp('mentor');
    // sealed with a key that the site does not have
    const header = Buffer.from('{"alg":"dir","enc":"A256GCM","kid":"lost","sub":"x"}').toString('base64url');
    await query(
      `select public.decline_sign_up(id, '${header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA', '{evenings}')
       from public.sign_ups where reference = '${reference}'`,
    );
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect(await heading(page)).toBe('This one does not fit, and we have not left you');
    await page.getByText('this page cannot show it right now').waitFor();
    expect(
      await page
        .locator('main')
        .getByRole('link', { name: /Evening/ })
        .getAttribute('href'),
    ).toContain('program=evenings');
    await expectGoodPage(page, window, true);
  }));

test('a provider looks at the link that stops without changing anything, and one bare POST is enough', async () => {
  const { path, reference } = await signUp('check-ins');
  const link = origin + path.replace('/r/', '/r/check-in/stop/');
  for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200);
  expect((await rowOf(reference))?.status).toBe('scheduled');
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
  expect(await rowOf(reference)).toMatchObject({ status: 'closed', closed_why: 'stopped' });
});

test('a link that we never made opens nothing, wherever it is tried', async () => {
  const made = `s${'A'.repeat(43)}`;
  for (const place of ['/r/', '/r/reach/', '/r/delete/', '/r/check-in/', '/r/check-in/stop/']) {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(origin + place + made, {
        method,
        ...(method === 'POST' && {
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: 'action=forget',
        }),
      });
      expect([method, place, answer.status]).toEqual([method, place, 404]);
      expect(await answer.text()).toContain('This link opens nothing');
    }
  }
});

test('a form from another site changes nothing', async () => {
  const { path, reference } = await signUp('mentor');
  const answer = await fetch(origin + path.replace('/r/', '/r/delete/'), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'cross-site',
      Origin: 'https://example.com',
    },
    body: 'action=forget',
  });
  expect(answer.status).toBe(403);
  expect((await rowOf(reference))?.status).toBe('received');
});
