import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { securityHeaders } from '#platform/security-headers.ts';
import { duringOutage, mailedLink, newAddress, query, subjectsTo, withSeats } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { begin, throughTheForm } from '../support/sign-up-form.ts';
import { expectToFit, takeTime, unusualName, visit, ways } from '../support/visiting.ts';
import { openEvent } from '../support/visitors.ts';

/** The database refuses every connection: what people read stays, and what they wrote is not lost. */

const { origin } = inject('site');
let browser: TestBrowser;
let event: string;
beforeAll(async () => {
  browser = await startBrowser();
  event = await openEvent(origin);
});
afterAll(() => browser.close());

const post = (path: string, body: unknown) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const rsvpOf = (email: string) => ({ event, name: 'Ana', email, partySize: 1, agreeToConduct: true });
const signUpOf = (email: string) => ({
  kind: 'mentor',
  nameToUse: 'Ana',
  contact: { channel: 'email', value: email, safeToLeaveMessage: true },
});

const stack = /node_modules|\.m?js:\d+|\bat \S+ \(|ECONNREFUSED|127\.0\.0\.1|supabase|postgres/i;

test.each([
  '/',
  '/events/',
  'an event',
  '/help/',
  '/guides/',
  '/meetings/',
  '/step-down/',
  '/step-down/sign-up/',
  '/step-down/groups/?time=evening',
])('%s stays up', (page) =>
  duringOutage(async () => {
    const answer = await fetch(origin + (page === 'an event' ? `/events/${event}/` : page));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/<h1[\s>][\s\S]*<\/main>/);
  }),
);

test('the meeting list is the one made with the site, and says of when it is', () =>
  visit(browser, true, async (page) => {
    await page.goto('/meetings/');
    const names = await page.locator('[data-results] h3').allTextContents();
    await duringOutage(async () => {
      const answer = await page.goto('/meetings/');
      expect(answer?.headers()['netlify-cdn-cache-control'] ?? '').not.toContain('durable');
      expect(await page.locator('main').innerText()).toMatch(
        /We cannot reach our list right now\. This one is as of \S+.*\d{4}/,
      );
      expect(await page.locator('[data-results] h3').allTextContents()).toEqual(names);
      const list = await fetch(`${origin}/api/meetings`);
      expect(list.status).toBe(200);
      expect(list.headers.get('cache-control')).toBe('no-store');
    });
  }));

const sendRsvp = 'form[action$="/rsvp/"] button';
const sendSignUp = 'main .button[value="send"]';
const words = 'A quiet corner 🪑\n<b>& thanks</b>';

/** Sends the form; without JavaScript the page that answers, with it the answer that the form got. */
async function send(page: Page, button: string) {
  const posted = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator(button).press('Enter');
  const answer = await posted;
  expect(answer.status()).toBe(503);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  await page.waitForFunction(() => document.title.startsWith('Error: '));
  await expectToFit(page);
  expect(await page.locator('main').innerText()).not.toMatch(stack);
}

describe.each(ways)('$way', ({ javaScriptEnabled }) => {
  test('an RSVP sent during an outage is 503, keeps every word, and goes through once afterwards', () =>
    withSeats(4, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page) => {
        const email = newAddress();
        await page.goto(`/events/${slug}/`);
        await page.locator('#name').fill(unusualName);
        await page.locator('#email').fill(email);
        await page.locator('#partySize').fill('2');
        await page.locator('#accessNeeds').fill(words);
        await page.locator('#agreeToConduct').check();
        await takeTime(page);
        await duringOutage(() => send(page, sendRsvp));
        expect(await page.locator('#name').inputValue()).toBe(unusualName);
        expect(await page.locator('#email').inputValue()).toBe(email);
        expect(await page.locator('#partySize').inputValue()).toBe('2');
        expect(await page.locator('#accessNeeds').inputValue()).toBe(words);
        expect(await page.locator('#agreeToConduct').isChecked()).toBe(true);

        await page.locator(sendRsvp).press('Enter');
        await page.waitForURL(/\/r\/a/);
        expect(await query(`select from public.rsvps where email = '${email}'`)).toHaveLength(1);
        await expect.poll(() => subjectsTo(email)).toEqual(['Your place is confirmed']);
      }),
    ));

  test('a sign-up sent during an outage is 503, keeps every word, and goes through once afterwards', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      const email = newAddress();
      await begin(page, '?kind=family-group');
      await throughTheForm(page, {
        kind: 'family-group',
        channel: 'email',
        email,
        name: unusualName,
        note: words,
      });
      await duringOutage(() => send(page, sendSignUp));
      const kept = await page.locator('dl').innerText();
      for (const said of [unusualName, email, ...words.split('\n'), 'The family group', 'Evenings']) {
        expect(kept).toContain(said);
      }

      await page.locator(sendSignUp).press('Enter');
      await page.waitForURL(/\/r\/s/);
      const reference = await page.locator('.reference').first().innerText();
      expect(
        await query(`select from public.sign_ups where contact_key =
          (select contact_key from public.sign_ups where reference = '${reference}')`),
      ).toHaveLength(1);
      await expect.poll(() => subjectsTo(email)).toEqual(['We got your note']);
    }));
});

test.each([
  { path: '/api/rsvps', body: (email: string) => rsvpOf(email) },
  { path: '/api/step-down/sign-ups', body: (email: string) => signUpOf(email) },
])(
  '$path answers 503 as problem+json with Retry-After, stores nothing, and works afterwards',
  async ({ path, body }) => {
    const email = newAddress();
    const answer = await duringOutage(() => post(path, body(email)));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: 503, title: expect.any(String) as string });
    expect(text).not.toMatch(stack);
    expect(text).not.toContain(email);
    expect((await post(path, body(email))).status).toBe(201);
  },
);

test.each(['/api/events', '/api/step-down'])('%s answers 503 as problem+json', async (path) => {
  const answer = await duringOutage(() => fetch(origin + path));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await answer.text()).not.toMatch(stack);
  expect((await fetch(origin + path)).status).toBe(200);
});

test('/api/health says 503 for as long as the database is away, and no longer', async () => {
  const answer = await duringOutage(() => fetch(`${origin}/api/health`));
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ ok: false, database: false });
  const after = await fetch(`${origin}/api/health`);
  expect(after.status).toBe(200);
  expect(await after.json()).toMatchObject({ ok: true, database: true });
});

/** Says yes as a program would, and returns the link from the mail. */
async function rsvpLink(email: string): Promise<string> {
  await post('/api/rsvps', rsvpOf(email));
  return mailedLink(email);
}

async function signUpLink(email: string): Promise<string> {
  const answer = await post('/api/step-down/sign-ups', signUpOf(email));
  return ((await answer.json()) as { manageUrl: string }).manageUrl;
}

test.each([
  { what: 'RSVP', make: rsvpLink, action: 'cancel' },
  { what: 'sign-up', make: signUpLink, action: 'withdraw' },
])(
  "the page of one person's $what is a 503 that helps, opened or sent, and then itself again",
  async ({ make, action }) => {
    const { pathname } = new URL(await make(newAddress()));
    const opened = () => fetch(origin + pathname);
    const before = await (await opened()).text();
    const sent = () =>
      fetch(origin + pathname, {
        method: 'POST',
        body: new URLSearchParams({ action }),
        redirect: 'manual',
      });
    for (const [ask, words] of [
      [opened, 'Please try once more in a few minutes'],
      [sent, 'Nothing was changed, and nothing you typed is lost'],
    ] as const) {
      const answer = await duringOutage(ask);
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      for (const [name, value] of Object.entries(securityHeaders)) {
        expect(answer.headers.get(name), name).toBe(value);
      }
      const page = await answer.text();
      expect(page).toContain(words);
      expect(page).toMatch(/href="tel:988"[\s\S]*<h1[\s\S]*href="tel:\+13035550142"/);
      expect(page).toMatch(/noindex/);
      expect(page).not.toMatch(stack);
    }
    expect(await (await opened()).text()).toBe(before);
  },
);

test('a change typed on one person’s page during an outage is shown, and goes through when it is sent again', () =>
  visit(browser, false, async (page) => {
    await page.goto(await rsvpLink(newAddress()));
    await page.locator('#accessNeeds').fill(words);
    await duringOutage(() => send(page, 'button[value="update"]'));
    expect(await page.locator('main').innerText()).toContain(words.replace('\n', ' '));
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.waitForURL(/done=update/);
    expect(await page.locator('#accessNeeds').inputValue()).toBe(words);
  }));
