import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mailedLink, mailsTo, newAddress, query, subjectsTo, withSeats } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  read,
  takeTime,
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
const answerPage = /\/r\/a[\w-]{464}$/;

/** Answers as a program would, where the test is about somebody else. */
async function wantsToCome(event: string, partySize: number, email = newAddress()) {
  const answer = await fetch(`${origin}/api/rsvps`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ event, name: 'Sam', email, partySize, agreeToConduct: true }),
  });
  return { email, body: (await answer.json()) as { status: string; position?: number; manageUrl: string } };
}

async function fillIn(page: Page, { slug, email }: { slug: string; email: string }) {
  await read(page, `/events/${slug}/`);
  await typeInto(page, '#name', unusualName);
  await typeInto(page, '#email', email);
  await typeInto(page, '#partySize', '2');
  await pressOn(page, '#agreeToConduct', 'Space');
  await takeTime(page);
}

/** Everything the database keeps of somebody's answers, to see that nothing moved. */
const stored = (email: string) =>
  query<{ rsvp: Record<string, unknown>; place: Record<string, unknown> }>(
    `select to_jsonb(rsvp) as rsvp, to_jsonb(place) as place
     from public.rsvps rsvp join public.places place on place.id = place_id where email = '${email}'`,
  );

/** What axe finds; without JavaScript its timers never run, and the page is the same. */
const violations = async (window: TestWindow, javaScriptEnabled: boolean) =>
  javaScriptEnabled ? axeViolations(window) : [];

const heading = (page: Page) => page.locator('h1').innerText();
const words = (page: Page) => page.locator('main').innerText();

describe.each(ways)('$way, by keyboard, on a phone', ({ javaScriptEnabled }) => {
  test('a form sent with gaps says all there is to mend, and nothing typed is lost', () =>
    withSeats(3, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        await read(page, `/events/${slug}/`);
        await takeTime(page);
        await pressOn(page, send);
        await expectProblems(page, ['name', 'email', 'agreeToConduct'], javaScriptEnabled);
        expect(await violations(window, javaScriptEnabled)).toEqual([]);

        await read(page, `/events/${slug}/`);
        const needs = 'A chair with a back 🪑\nand “quiet” <b>please</b> & thanks';
        await typeInto(page, '#name', unusualName);
        await typeInto(page, '#email', 'not an address');
        await typeInto(page, '#partySize', '40');
        await typeInto(page, '#accessNeeds', needs);
        await pressOn(page, '#agreeToConduct', 'Space');
        await pressOn(page, send);
        await expectProblems(page, ['email'], javaScriptEnabled);
        await page.locator('#email').fill(newAddress());
        await takeTime(page);
        await page.locator(send).press('Enter');
        await page.locator('.error-summary a[href="#partySize"]').waitFor();
        await expectProblems(page, ['partySize'], javaScriptEnabled);
        expect(await page.locator('#name').inputValue()).toBe(unusualName);
        expect(await page.locator('#partySize').inputValue()).toBe('40');
        expect(await page.locator('#accessNeeds').inputValue()).toBe(needs);
        expect(await page.locator('#agreeToConduct').isChecked()).toBe(true);
        expect(
          await query(`select from public.rsvps where access_needs like 'A chair with a back%'`),
        ).toEqual([]);
      }),
    ));

  test('a mended form gives a seat, a mail that gives nothing away, and a link that only a press acts on', () =>
    withSeats(3, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        const email = newAddress();
        await fillIn(page, { slug, email: 'nobody' });
        await pressOn(page, send);
        await expectProblems(page, ['email'], javaScriptEnabled);
        await page.locator('#name').focus();
        await typeInto(page, '#email', email);
        await takeTime(page);
        await pressOn(page, send);
        await page.waitForURL(answerPage);
        expect(await heading(page)).toBe('You have a place');
        expect(await words(page)).toContain('2 seats are kept for you.');
        expect(await words(page)).not.toContain(unusualName);
        expect(`${await page.title()} ${page.url()}`).not.toMatch(tellingWords);
        expect(await violations(window, javaScriptEnabled)).toEqual([]);
        await expectToFit(page);

        await expect.poll(() => subjectsTo(email)).toEqual(['Your place is confirmed']);
        const [mail] = await mailsTo(email);
        expect(`${mail?.subject} ${mail?.from}`).not.toMatch(tellingWords);
        expect(mail?.attachments[0]).toMatchObject({
          filename: 'invitation.ics',
          content: expect.stringMatching(/^BEGIN:VCALENDAR[\s\S]+BEGIN:VEVENT/) as string,
        });
        const link = await mailedLink(email);

        const tooMany = await wantsToCome(slug, 4);
        const fitting = await wantsToCome(slug, 3);
        expect([tooMany.body, fitting.body]).toMatchObject([
          { status: 'waiting', position: 1 },
          { status: 'waiting', position: 2 },
        ]);

        const before = await stored(email);
        for (let time = 0; time < 3; time++) {
          const opened = await page.goto(link);
          expect(opened?.headers()).toMatchObject({
            'cache-control': 'private, no-store',
            'referrer-policy': 'no-referrer',
            'x-robots-tag': 'noindex, nofollow',
          });
          expect(await heading(page)).toBe('You have a place');
        }
        expect(await stored(email)).toEqual(before);
        expect(await violations(window, javaScriptEnabled)).toEqual([]);

        await typeInto(page, '#partySize', '1');
        await pressOn(page, 'button[value=update]');
        await page.getByText('Your reply is changed').waitFor();
        expect(await words(page)).toContain('one seat is kept for you.');
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

  test('a family says how many are children and what they do not eat, and changes it', () =>
    withSeats(
      8,
      ({ slug }) =>
        visit(browser, javaScriptEnabled, async (page) => {
          const email = newAddress();
          await read(page, `/events/${slug}/`);
          await typeInto(page, '#name', unusualName);
          await typeInto(page, '#email', email);
          await typeInto(page, '#adults', '0');
          await typeInto(page, '#children', '2');
          await typeInto(page, '#food', 'No nuts for the little one 🥜');
          await takeTime(page);
          await pressOn(page, send);
          await expectProblems(page, ['adults'], javaScriptEnabled);
          expect(await page.locator('#food').inputValue()).toBe('No nuts for the little one 🥜');
          await page.locator('#adults').fill('1');
          await takeTime(page);
          await page.locator(send).press('Enter');
          await page.waitForURL(answerPage);
          expect(await words(page)).toContain('3 seats are kept for you.');

          await read(page, await mailedLink(email));
          expect(await words(page)).toContain('1 adult and 2 children');
          await typeInto(page, '#children', '1');
          await typeInto(page, '#food', '');
          await pressOn(page, 'button[value=update]');
          await page.getByText('Your reply is changed').waitFor();
          expect(await words(page)).toContain('1 adult and 1 child');
          expect((await stored(email))[0]).toMatchObject({
            rsvp: { children: 1, food: null },
            place: { party_size: 2 },
          });
        }),
      `asks_children and asks_food and slug like 'tuesday-supper-%'`,
    ));

  test('who takes part by link says so, and is told when the room opens', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const email = newAddress();
      await read(page, '/events/mentors-evening/');
      await typeInto(page, '#name', unusualName);
      await typeInto(page, '#email', email);
      await takeTime(page);
      await pressOn(page, send);
      await expectProblems(page, ['attends'], javaScriptEnabled);
      await page.getByRole('radio', { name: 'By link' }).check();
      await takeTime(page);
      await page.locator(send).press('Enter');
      await page.waitForURL(answerPage);
      expect(await words(page)).not.toContain('meet.example');
      await read(page, await mailedLink(email));
      expect(await words(page)).toContain('The room opens here at 6:15 PM.');
      expect(await page.getByRole('radio', { name: 'By link' }).isChecked()).toBe(true);
      expect(await violations(window, javaScriptEnabled)).toEqual([]);

      await query(
        `update public.events set starts_at = now() + interval '10 minutes' where slug = 'mentors-evening'`,
      );
      try {
        await page.reload();
        expect(await page.getByRole('link', { name: 'Join at meet.example' }).count()).toBe(1);
      } finally {
        await query(
          `update public.events set starts_at = ends_at - interval '1 hour' where slug = 'mentors-evening'`,
        );
      }
    }));

  test('a weekend asks its questions and offers sessions, one at a time', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const email = newAddress();
      const session = (title: string) => page.getByRole('checkbox', { name: title });
      const which = async () =>
        (
          await query<{ title: string }>(`select title from public.event_sessions session
            join public.rsvp_sessions chosen on chosen.session_id = session.id
            join public.rsvps rsvp on rsvp.id = chosen.rsvp_id where email = '${email}' order by starts_at`)
        ).map(({ title }) => title);
      await read(page, '/events/renewal-weekend/');
      await typeInto(page, '#name', unusualName);
      await takeTime(page);
      await pressOn(page, send);
      await expectProblems(page, ['email', 'answer-nights', 'agreeToConduct'], javaScriptEnabled);
      await page.locator('#email').fill(email);
      await page.getByRole('radio', { name: 'Saturday only' }).check();
      await session('A letter to yourself').check();
      await session('Up to the overlook').check();
      await page.locator('#agreeToConduct').check();
      await takeTime(page);
      await page.locator(send).press('Enter');
      await page.locator('.error-summary a[href="#sessions"]').waitFor();
      await expectProblems(page, ['sessions'], javaScriptEnabled);
      expect(await violations(window, javaScriptEnabled)).toEqual([]);
      expect(await words(page)).toContain('are at the same time. Choose one of them');
      expect(await page.getByRole('radio', { name: 'Saturday only' }).isChecked()).toBe(true);
      expect(await session('A letter to yourself').isChecked()).toBe(true);
      await session('Up to the overlook').uncheck();
      await page.locator(send).press('Enter');
      await page.waitForURL(answerPage);
      expect(await which()).toEqual(['A letter to yourself']);

      await read(page, await mailedLink(email));
      expect(await words(page)).toContain('You have a seat in it');
      expect(await violations(window, javaScriptEnabled)).toEqual([]);
      await session('A letter to yourself').uncheck();
      await session('Cooking for the fire').check();
      await pressOn(page, 'button[value=update]');
      await page.getByText('Your reply is changed').waitFor();
      expect(await which()).toEqual(['Cooking for the fire']);
      await pressOn(page, 'button[value=cancel]');
      await page.getByRole('heading', { name: 'Your place is cancelled' }).waitFor();
    }));

  test('a series is answered for several dates, and they are changed from the mail', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const email = newAddress();
      const dates = (
        await query<{ slug: string }>(`select slug from public.events where slug like 'tuesday-supper-%'
          and status = 'published' and rsvp_closes_at > now() order by starts_at`)
      ).map(({ slug }) => slug);
      const chosen = async () =>
        (
          await query<{
            slug: string;
          }>(`select slug from public.events event join public.rsvps on event_id = event.id
            where email = '${email}' and cancelled_at is null order by starts_at`)
        ).map(({ slug }) => slug);
      const [first = '', second = '', third = ''] = dates;
      const date = (slug: string) => page.locator(`[name=dates][value="${slug}"]`);

      await read(page, `/events/${second}/`);
      expect(await date(second).isChecked()).toBe(true);
      expect(await date(first).isChecked()).toBe(false);
      await date(second).uncheck();
      await typeInto(page, '#name', unusualName);
      await typeInto(page, '#email', email);
      await takeTime(page);
      await pressOn(page, send);
      await expectProblems(page, ['dates'], javaScriptEnabled);
      await date(first).check();
      await date(second).check();
      await page.locator(send).press('Enter');
      await page.waitForURL(answerPage);
      expect(await words(page)).toContain('For the first of the 2 dates: one seat is kept for you.');
      expect(await chosen()).toEqual([first, second]);

      await read(page, await mailedLink(email));
      expect(await violations(window, javaScriptEnabled)).toEqual([]);
      await date(first).uncheck();
      await date(third).check();
      await pressOn(page, 'button[value=dates]');
      await page.getByText('Your dates are changed').waitFor();
      expect(await chosen()).toEqual([second, third]);
      for (const slug of [second, third]) await date(slug).uncheck();
      await pressOn(page, 'button[value=dates]');
      await expectProblems(page, ['dates'], javaScriptEnabled);
      expect(await chosen()).toEqual([second, third]);

      const everything = newAddress();
      await read(page, `/events/${second}/`);
      await page.getByRole('checkbox', { name: 'All of them' }).check();
      await typeInto(page, '#name', 'Bo');
      await typeInto(page, '#email', everything);
      await takeTime(page);
      await pressOn(page, send);
      await page.waitForURL(answerPage);
      expect(await stored(everything)).toHaveLength(dates.length);
    }));

  test('who waits hears the number, says yes to the seat that comes free, goes, and comes back', () =>
    withSeats(1, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        await query(`update public.events set confirm_within_hours = 24 where slug = '${slug}'`);
        const [goes, email] = [await wantsToCome(slug, 1), newAddress()];
        await fillIn(page, { slug, email });
        await page.locator('#partySize').fill('1');
        await pressOn(page, send);
        await page.waitForURL(answerPage);
        expect(await heading(page)).toBe('You are on the waiting list, number 1');
        const link = await mailedLink(email);
        await read(page, link);
        expect(await words(page)).toContain('you are number 1 in line');

        await page.goto(await mailedLink(goes.email));
        await pressOn(page, 'button[value=cancel]');
        await page.getByRole('heading', { name: 'Your place is cancelled' }).waitFor();
        await read(page, link);
        expect(await words(page)).toMatch(/Say yes until \w+day, \w+ \d+ at \d+:\d\d [AP]M/);
        expect(await violations(window, javaScriptEnabled)).toEqual([]);
        await pressOn(page, 'button[value=confirm]');
        await page.getByText('The seat is yours').waitFor();
        expect(await page.locator('button[value=confirm]').count()).toBe(0);

        await pressOn(page, 'button[value=cancel]');
        await page.getByRole('heading', { name: 'Your place is cancelled' }).waitFor();
        expect(await violations(window, javaScriptEnabled)).toEqual([]);
        await pressOn(page, 'button[value=rejoin]');
        await page.getByText('Good that you are back').waitFor();
        expect(await heading(page)).toBe('You have a place');
        await query(`update public.events set confirm_within_hours = null where slug = '${slug}'`);
      }),
    ));

  test('who wants to be forgotten presses twice, and is', () =>
    withSeats(3, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page, window) => {
        const { email } = await wantsToCome(slug, 1);
        const link = await mailedLink(email);
        await read(page, link);
        expect(await page.getByRole('button', { name: 'Yes, delete it all' }).isVisible()).toBe(false);
        await pressOn(page, 'summary:has-text("Delete everything about me now")');
        await pressOn(page, 'button[value=forget]');
        await page.getByRole('heading', { name: 'It is all deleted' }).waitFor();
        expect(await violations(window, javaScriptEnabled)).toEqual([]);
        expect(await stored(email)).toEqual([]);
        expect((await page.goto(link))?.status()).toBe(404);
      }),
    ));

  test('the answer page mails the link again, and says the same when it does not', () =>
    withSeats(6, ({ slug }) =>
      visit(browser, javaScriptEnabled, async (page) => {
        const { email } = await wantsToCome(slug, 1);
        const again = await wantsToCome(slug, 1, email);
        for (let time = 0; time < 2; time++) {
          await read(page, new URL(again.body.manageUrl).pathname);
          await pressOn(page, 'button[value=send-link]');
          await page.getByText('its link is on the way there').waitFor();
        }
        await expect.poll(() => subjectsTo(email)).toEqual(['Your place is confirmed', 'Your link']);
      }),
    ));
});

test('the page for a contact that was there and for one that was not is the same, to the byte', () =>
  withSeats(6, async ({ slug }) => {
    const known = newAddress();
    await wantsToCome(slug, 1, known);
    const pages = [];
    for (const email of [known, newAddress()]) {
      const { body } = await wantsToCome(slug, 2, email);
      const answer = await fetch(body.manageUrl);
      const { date: _, ...headers } = Object.fromEntries(answer.headers);
      // told within the same minute or in the next; the language switch leads to this very page
      const html = (await answer.text())
        .replaceAll(/at \d+:\d\d [AP]M/g, 'at some time')
        .replaceAll(new URL(body.manageUrl).pathname, '/r/own');
      pages.push({ status: answer.status, headers, html });
    }
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]?.html).toContain('You have a place');
  }));

test('a form sent faster than anybody types asks for one more press, and keeps everything', () =>
  withSeats(6, ({ slug }) =>
    visit(browser, true, async (page) => {
      const email = newAddress();
      // a clock that stands still while the form is filled in
      await page.addInitScript(() => {
        performance.now = () => 100;
      });
      await page.goto(`/events/${slug}/`);
      await page.locator('#name').fill(unusualName);
      await page.locator('#email').fill(email);
      await page.locator('#agreeToConduct').check();
      await page.locator(send).press('Enter');
      await page.getByText('Please send it once more').waitFor();
      expect(await page.locator('#email').inputValue()).toBe(email);
      expect(await stored(email)).toEqual([]);
      await page.evaluate(() => {
        performance.now = () => 1600;
      });
      await page.locator(send).press('Enter');
      await page.waitForURL(answerPage);
      expect(await stored(email)).toHaveLength(1);
    }),
  ));

test('without JavaScript a form pressed twice, and sent again after going back, is one RSVP', () =>
  withSeats(6, ({ slug }) =>
    visit(browser, false, async (page) => {
      const email = newAddress();
      await fillIn(page, { slug, email });
      await page.locator(send).dblclick();
      await page.waitForURL(answerPage);
      const first = page.url();
      await fillIn(page, { slug, email });
      await pressOn(page, send);
      await page.waitForURL(answerPage);
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
      await page.waitForURL(answerPage);
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
