import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mailsTo, newAddress, query, subjectsTo, withSeats } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  read,
  tellingWords,
  typeInto,
  unusualName,
  visit,
  ways,
} from '../support/visiting.ts';

/** From an event's page to a seat, a change of mind, and the news for whoever waited. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const form = 'form[action$="/rsvp/"]';
const send = `${form} button`;

async function wantsToCome(event: string, partySize: number) {
  const email = newAddress();
  const answer = await fetch(`${origin}/api/rsvps`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ event, name: 'Sam', email, partySize, agreeToConduct: true }),
  });
  return { email, body: (await answer.json()) as { status: string; position?: number } };
}

async function fillIn(page: Page, { slug, email }: { slug: string; email: string }) {
  await read(page, `/events/${slug}/`);
  await typeInto(page, '#name', unusualName);
  await typeInto(page, '#email', email);
  await typeInto(page, '#partySize', '2');
  await pressOn(page, '#agreeToConduct', 'Space');
}

/** Everything the database keeps of somebody's answers, to see that nothing moved. */
const stored = (email: string) =>
  query<{ rsvp: Record<string, unknown>; place: Record<string, unknown> }>(
    `select to_jsonb(rsvp) as rsvp, to_jsonb(place) as place
     from public.rsvps rsvp join public.places place on place.id = place_id where email = '${email}'`,
  );

describe.each(ways)('$way, by keyboard, on a phone', ({ javaScriptEnabled }) => {
  test('a form sent with gaps says what to mend, and nothing typed is lost', () =>
    withSeats(3, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page) => {
        await read(page, `/events/${slug}/`);
        await pressOn(page, send);
        await expectProblems(page, ['name', 'email'], javaScriptEnabled);

        await read(page, `/events/${slug}/`);
        const needs = 'A chair with a back 🪑\nand “quiet” <b>please</b> & thanks';
        await typeInto(page, '#name', unusualName);
        await typeInto(page, '#email', 'not an address');
        await typeInto(page, '#partySize', '3');
        await typeInto(page, '#accessNeeds', needs);
        await pressOn(page, send);
        await expectProblems(page, ['email'], javaScriptEnabled);
        expect(await page.locator('#name').inputValue()).toBe(unusualName);
        expect(await page.locator('#email').inputValue()).toBe('not an address');
        expect(await page.locator('#partySize').inputValue()).toBe('3');
        expect(await page.locator('#accessNeeds').inputValue()).toBe(needs);
        await page.locator('#email').fill(newAddress());
        await page.locator(send).press('Enter');
        await page.locator('.error-summary a[href="#agreeToConduct"]').waitFor();
        await expectProblems(page, ['agreeToConduct'], javaScriptEnabled);
        expect(await page.locator('#name').inputValue()).toBe(unusualName);
        expect(await query(`select from public.rsvps where access_needs like 'A chair%'`)).toEqual([]);
      }),
    ));

  test('a mended form gives a seat, a mail that gives nothing away, and a link that only a press acts on', () =>
    withSeats(3, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page) => {
        const email = newAddress();
        await fillIn(page, { slug, email: 'nobody' });
        await pressOn(page, send);
        await expectProblems(page, ['email'], javaScriptEnabled);
        await page.locator('#name').focus();
        await typeInto(page, '#email', email);
        await pressOn(page, send);
        await page.waitForURL(/\/r\/r[\w-]{43}$/);
        expect(await page.locator('h1').innerText()).toBe('You have a place');
        expect(await page.locator('main').innerText()).toContain(`${unusualName}, 2 seats are kept for you.`);
        expect(`${await page.title()} ${page.url()}`).not.toMatch(tellingWords);
        await expectToFit(page);

        await expect.poll(() => subjectsTo(email)).toEqual(['Your place is confirmed']);
        const [mail] = await mailsTo(email);
        expect(`${mail?.subject} ${mail?.from}`).not.toMatch(tellingWords);
        expect(mail?.attachments[0]).toMatchObject({
          filename: 'invitation.ics',
          content: expect.stringMatching(/^BEGIN:VCALENDAR[\s\S]+BEGIN:VEVENT/) as string,
        });
        const link = /http:\S+\/r\/r[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
        expect(link).toBe(page.url());

        const tooMany = await wantsToCome(slug, 4);
        const fitting = await wantsToCome(slug, 3);
        expect([tooMany.body, fitting.body]).toMatchObject([
          { status: 'waiting', position: 1 },
          { status: 'waiting', position: 2 },
        ]);

        const before = await stored(email);
        for (let time = 0; time < 3; time++) {
          expect((await page.goto(link))?.status()).toBe(200);
          expect(await page.locator('h1').innerText()).toBe('You have a place');
        }
        expect(await stored(email)).toEqual(before);

        await typeInto(page, '#partySize', '1');
        await pressOn(page, 'button[value=update]');
        await page.getByText('Your reply is changed').waitFor();
        expect(await page.locator('main').innerText()).toContain('one seat is kept for you.');
        expect((await stored(email))[0]?.place['party_size']).toBe(1);

        await read(page, link);
        await pressOn(page, 'button[value=cancel]');
        await page.getByRole('heading', { name: 'Your place is cancelled' }).waitFor();
        await expectToFit(page);
        await expect
          .poll(() => subjectsTo(fitting.email))
          .toEqual(['You are on the waiting list', 'A place opened up for you']);
        await expect.poll(() => subjectsTo(email)).toContain('Your place is cancelled');
        expect(await subjectsTo(tooMany.email)).toEqual(['You are on the waiting list']);
        expect((await stored(tooMany.email))[0]?.place['status']).toBe('waiting');
        expect((await stored(fitting.email))[0]?.place['status']).toBe('held');
      }),
    ));
});

test('without JavaScript a form pressed twice, and sent again after going back, is one RSVP', () =>
  withSeats(6, ({ slug }) =>
    visit(browser, false, async (page) => {
      const email = newAddress();
      await fillIn(page, { slug, email });
      await page.locator(send).dblclick();
      await page.waitForURL(/\/r\/r/);
      const first = page.url();
      await fillIn(page, { slug, email });
      await pressOn(page, send);
      await page.waitForURL(/\/r\/r/);
      expect(page.url()).toBe(first);
      expect(await stored(email)).toHaveLength(1);
      await expect.poll(() => subjectsTo(email)).toEqual(['Your place is confirmed']);
    }),
  ));

test('with JavaScript a button pressed again while the answer is on its way sends one request', () =>
  withSeats(6, ({ slug }) =>
    visit(browser, true, async (page) => {
      const email = newAddress();
      const sent: string[] = [];
      let pressedTwice = () => {};
      const bothPresses = new Promise<void>((resolve) => (pressedTwice = resolve));
      await page.route('**/api/rsvps', async (route) => {
        sent.push(route.request().method());
        await bothPresses;
        await route.continue();
      });
      await fillIn(page, { slug, email });
      await pressOn(page, send);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
      pressedTwice();
      await page.waitForURL(/\/r\/r/);
      expect(sent).toEqual(['POST']);
      expect(await stored(email)).toHaveLength(1);
    }),
  ));

test('who comes back to the form from the next page finds a button that works', () =>
  withSeats(6, ({ slug }) =>
    visit(browser, true, async (page) => {
      const [first, second] = [newAddress(), newAddress()];
      await page.route('**/r/*', (route) => route.fulfill({ status: 204 }));
      const answered = () => page.waitForResponse('**/api/rsvps');
      await fillIn(page, { slug, email: first });
      await Promise.all([answered(), page.waitForRequest('**/r/*'), pressOn(page, send)]);
      // as a browser does that kept the page in memory
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await page.locator('#email').fill(second);
      await Promise.all([answered(), page.waitForRequest('**/r/*'), page.locator(send).press('Enter')]);
      expect(await stored(first)).toHaveLength(1);
      expect(await stored(second)).toHaveLength(1);
    }),
  ));
