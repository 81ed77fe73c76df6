import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { expectToFit, pressOn, tabTo, visit } from '../support/visiting.ts';

/** The pages of events, as somebody with a phone finds what to come to. */

let browser: TestBrowser;
/** The dates of the weekly supper, soonest first. */
let suppers: { slug: string; month: string }[];

beforeAll(async () => {
  browser = await startBrowser();
  suppers = await query(
    "select slug, to_char(starts_at at time zone time_zone, 'YYYY-MM') as month from public.events where slug like 'tuesday-supper-%' order by starts_at",
  );
});
afterAll(() => browser.close());

const rows = (page: Page) => page.locator('.event-row:visible');
const titles = (page: Page) => rows(page).locator('h3').allInnerTexts();
const found = (page: Page) => page.locator('[data-found]').innerText();
const inWords = (count: number) => (count === 1 ? '1 event' : `${count} events`);
const filter = (name: string, value: string) => `nav a[data-facet=${name}][data-value="${value}"]`;
const countOn = async (page: Page, selector: string) =>
  Number(await page.locator(`${selector} [data-n]`).textContent());

describe('the list, without JavaScript', () => {
  test('each filter is a link to a page with what it finds, as many as the link said', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/');
      const all = await titles(page);
      expect(await found(page)).toBe(inWords(all.length));
      const promised = await countOn(page, filter('how', 'online'));
      await pressOn(page, filter('how', 'online'));
      await page.waitForURL('**/events/how/online/');
      expect(await titles(page)).toHaveLength(promised);
      expect(await titles(page)).toContain('Far from home');
      expect(await titles(page)).toContain('Gaps in a résumé');
      expect(await titles(page)).not.toContain('The long table');
      expect(await page.locator(filter('how', 'online')).getAttribute('aria-current')).toBe('true');
      await expectToFit(page);
      await page.getByRole('link', { name: /^Without\s+Online/ }).press('Enter');
      await page.waitForURL('**/events/');
      expect(await titles(page)).toEqual(all);
    }));

  test('every filter’s link leads to a page', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/');
      const built = await page
        .locator('nav.filters a[href^="/events/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const path of built) expect((await fetch(inject('site').origin + path)).status, path).toBe(200);
      expect(built.some((path) => path.startsWith('/events/month/'))).toBe(true);
    }));

  test('a weekly supper has one row, by its next date, with a link to all others', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/');
      const supper = rows(page).filter({ hasText: 'Tuesday supper' });
      expect(await supper.count()).toBe(1);
      expect(await supper.getByRole('heading').getByRole('link').getAttribute('href')).toBe(
        `/events/${suppers[0]?.slug}/`,
      );
      await supper.getByRole('link', { name: `and ${suppers.length - 1} more dates` }).press('Enter');
      await page.waitForURL('**/#coming-dates');
      const dates = page.locator('h2#coming-dates ~ ul').first().getByRole('listitem');
      expect(await dates.count()).toBe(suppers.length);
      expect(await page.locator('main').innerText()).toMatch(/Every Tuesday\. Each date has its own seats/);
      expect(await dates.filter({ hasText: 'instead of Tuesday' }).count()).toBe(1);
      await expectToFit(page);
    }));
});

describe('the list, with JavaScript', () => {
  test('filters combine on the page, the address keeps them, and going back undoes them', () =>
    visit(browser, true, async (page) => {
      await page.goto('/events/');
      const all = await titles(page);
      await pressOn(page, filter('how', 'in-person'));
      const inPerson = await titles(page);
      expect(inPerson.length).toBeLessThan(all.length);
      expect(await found(page)).toBe(inWords(inPerson.length));
      expect(page.url()).toMatch(/\/events\/\?how=in-person$/);

      await pressOn(page, 'summary');
      const promised = await countOn(page, filter('kind', 'workshop'));
      await pressOn(page, filter('kind', 'workshop'));
      const workshops = await titles(page);
      expect(workshops).toHaveLength(promised);
      expect(workshops).toContain('Gaps in a résumé');
      expect(workshops).not.toContain('Sleep, when it will not come');
      expect(page.url()).toMatch(/\?how=in-person&kind=workshop$/);
      const emptyMonths = await page
        .locator('section[data-month]:visible')
        .evaluateAll(
          (sections) =>
            sections.filter((section) => section.querySelector('li:not([hidden])') === null).length,
        );
      expect(emptyMonths).toBe(0);

      await page.reload();
      expect(await titles(page)).toEqual(workshops);
      await page.getByRole('link', { name: /^Without\s+Workshop/ }).press('Enter');
      expect(await titles(page)).toEqual(inPerson);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-found')))
        .toBe(true);
      await page.goBack();
      expect(await titles(page)).toEqual(workshops);
      await page.locator(filter('how', 'in-person')).press('Enter');
      expect(await titles(page)).toContain('Sleep, when it will not come');
      await expectToFit(page);
    }));

  test('nothing found is said, with what stands in the way', () =>
    visit(browser, true, async (page) => {
      await page.goto('/events/?kind=outdoors&how=online');
      expect(await titles(page)).toEqual([]);
      const said = page.getByRole('status');
      expect(await said.innerText()).toMatch(
        /^0 events\. Without “(Online|Outdoors)” there (is 1|are \d+)\.$/,
      );
      expect(await page.locator('section[data-month]:visible').count()).toBe(0);
      await page.getByRole('link', { name: 'See all events' }).press('Enter');
      expect((await titles(page)).length).toBeGreaterThan(10);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
        .toBe('status');
    }));

  test('a month has the series that meets in it, also where its row stands in an earlier one', () =>
    visit(browser, true, async (page) => {
      for (const month of new Set(suppers.map((date) => date.month))) {
        await page.goto(`/events/?month=${month}`);
        const supper = rows(page).filter({ hasText: 'Tuesday supper' });
        expect(await supper.count(), month).toBe(1);
        const first = suppers.find((date) => date.month === month);
        expect(await supper.getByRole('heading').getByRole('link').getAttribute('href')).toBe(
          `/events/${first?.slug}/`,
        );
      }
    }));

  test('an address with nonsense in it shows the whole list', () =>
    visit(browser, true, async (page) => {
      await page.goto('/events/');
      const all = await titles(page);
      await page.goto('/events/?kind=%3Cb%3E&nobody=knows&how=');
      expect(await titles(page)).toEqual(all);
    }));
});

describe('a month', () => {
  test('is a table with a caption and column headers, also on a phone', () =>
    visit(browser, false, async (page) => {
      await page.goto(`/events/month/${suppers[0]?.month}/`);
      const table = page.getByRole('table', { name: /Days and times are Mountain Time/ });
      expect(await table.getByRole('columnheader').allTextContents()).toHaveLength(7);
      const cell = table
        .getByRole('cell')
        .filter({ has: page.locator(`a[href="/events/${suppers[0]?.slug}/"]`) });
      expect((await cell.innerText()).replace(/\s+/g, ' ')).toMatch(/^Tuesday \d+ .*6:30 PM Tuesday supper$/);
      // free days would only be scrolled past
      expect(await table.locator('td:visible').count()).toBeLessThan(20);
      await expectToFit(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await table.locator('td:visible').count()).toBeGreaterThan(27);
    }));

  test('is gone through by keyboard, event by event, to the next month and back', () =>
    visit(browser, false, async (page) => {
      const month = suppers[0]?.month;
      await page.goto(`/events/month/${month}/`);
      await tabTo(page, `td a[href="/events/${suppers[0]?.slug}/"]`);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/events/${suppers[0]?.slug}/`);
      await page.goto(`/events/month/${month}/`);
      await pressOn(page, 'a[rel=next]');
      await page.waitForURL((url) => url.pathname > `/events/month/${month}/`);
      await pressOn(page, 'a[rel=prev]');
      await page.waitForURL(`**/events/month/${month}/`);
    }));

  test('several days are on each of their days, with which day of how many', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/renewal-weekend/');
      const [first] = await query<{ month: string }>(
        "select to_char(starts_at at time zone time_zone, 'YYYY-MM') as month from public.events where slug = 'renewal-weekend'",
      );
      await page.goto(`/events/month/${first?.month}/`);
      const said = await page.locator('td li').filter({ hasText: 'Renewal weekend' }).allInnerTexts();
      expect(said.map((text) => text.replace(/\s+/g, ' '))).toEqual(
        [
          'from 5:00 PM Renewal weekend , day 1 of 3',
          'all day Renewal weekend , day 2 of 3',
          'until 12:00 PM Renewal weekend , day 3 of 3',
        ].slice(0, said.length),
      );
      expect(said.length).toBeGreaterThan(0);
    }));

  test('today is marked by the clock of the device, on the calendar of the table', () =>
    visit(browser, true, async (page) => {
      const month = suppers[0]?.month ?? '';
      // two in the morning in London, still the evening before in the mountains
      await page.clock.setFixedTime(new Date(`${month}-10T02:00:00Z`));
      await page.goto(`/events/month/${month}/`);
      const today = page.locator('td[aria-current=date]');
      expect(await today.getAttribute('data-date')).toBe(`${month}-09`);
      expect(await today.innerText()).toMatch(/Today/);
    }));
});

describe('live seats', () => {
  test('all seats of a page are filled in by one request: of the event, by link and of each session', () =>
    visit(browser, true, async (page) => {
      const sessions = await query<{ id: string }>(
        "select session.id from public.event_sessions session join public.events event on event.id = session.event_id where event.slug = 'renewal-weekend'",
      );
      let asked = 0;
      await page.route('**/api/events', (route) => {
        asked += 1;
        return route.fulfill({
          json: [
            {
              slug: 'renewal-weekend',
              status: 'open',
              replies: 'rsvp',
              seatsLeft: 41,
              waiting: 0,
              online: null,
              sessions: sessions.map(({ id }, index) => ({ id, seatsLeft: index, waiting: 2 })),
            },
            {
              slug: 'resume-workshop',
              status: 'open',
              replies: 'rsvp',
              seatsLeft: 0,
              waiting: 7,
              online: { seatsLeft: 42, waiting: 0 },
              sessions: [],
            },
          ],
        });
      });
      await page.goto('/events/renewal-weekend/');
      await page.getByText('41 seats left').first().waitFor();
      expect(asked).toBe(1);
      const of = (id: string) => page.locator(`live-seats[data-of="${id}"]`).innerText();
      for (const [index, { id }] of sessions.entries())
        expect(await of(id)).toBe(
          index === 0
            ? 'Full — join the waiting list, 2 ahead of you'
            : index === 1
              ? '1 seat left'
              : `${index} seats left`,
        );
      await page.goto('/events/resume-workshop/');
      await page.getByText('42 seats left').waitFor();
      expect(await page.locator('aside').innerText()).toMatch(
        /In the room\s+Full — join the waiting list, 7 ahead of you\s+By link\s+42 seats left/,
      );
    }));

  test('without an answer what the page was built with stays', () =>
    visit(browser, true, async (page) => {
      await page.route('**/api/events', (route) => route.fulfill({ status: 503, json: {} }));
      await page.goto('/events/open-fire/', { waitUntil: 'networkidle' });
      expect(await page.locator('aside live-seats').innerText()).toMatch(/seats? left|Full/);
    }));
});

describe('a page says how one takes part', () => {
  const facts = (page: Page) => page.locator('aside').innerText();

  test('online: the link comes with the yes, and other clocks are named, also one’s own', async () => {
    const window = await browser.open({ timezoneId: 'Europe/Paris', viewport: { width: 360, height: 780 } });
    await window.page.goto('/events/far-from-home/');
    await window.page.locator('your-time:not([hidden])').waitFor();
    const words = await facts(window.page);
    expect(words).toMatch(
      /8:00\s–\s9:00\sPM\sE[SD]T, Eastern Time\s+6:00\s–\s7:00\sPM\sM[SD]T at Juniper Hollow/,
    );
    expect(words).toMatch(/AM GMT\+[12] where you are/);
    expect(words).toMatch(/link with your yes\. It opens 15 minutes before/);
    await window.close();
  });

  test('a private place: the address comes with the yes', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/kitchen-at-sams/');
      expect(await facts(page)).toMatch(/A home near Mill Street\s+You get the address with your yes/);
      expect(await page.content()).not.toMatch(/Larkspur/);
    }));

  test('drop-in: just come, and no form', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/open-porch/');
      expect(await page.locator('main').innerText()).toMatch(/Just come\. There is no RSVP/);
      expect(await page.locator('main form').count()).toBe(0);
    }));

  test('called off: it says so, and asks for no answer', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/drum-circle/');
      expect(await page.locator('.care-note').innerText()).toMatch(/^This is called off\./);
      expect(await page.locator('main form').count()).toBe(0);
    }));

  test('who shares it shares a picture of this site', () =>
    visit(browser, false, async (page) => {
      await page.goto('/events/renewal-weekend/');
      const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
      const image = (await meta('og:image')) ?? '';
      expect(image).toBe(`${inject('site').origin}/events/renewal-weekend.png`);
      const answer = await fetch(image);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(await meta('og:image:alt')).toMatch(/^Renewal weekend, /);
      expect(await meta('og:title')).toBe('Renewal weekend');
    }));
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing on any kind of these pages on a phone, %s',
  async (colorScheme) => {
    const window = await browser.open({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 360, height: 780 },
    });
    const { page } = window;
    const wrong: string[] = [];
    for (const path of [
      '/events/',
      '/events/?kind=outdoors&how=online',
      '/events/how/online/',
      `/events/month/${suppers[0]?.month}/`,
      '/events/past/',
      `/events/${suppers[0]?.slug}/`,
      ...[
        'renewal-weekend',
        'resume-workshop',
        'far-from-home',
        'kitchen-at-sams',
        'open-porch',
        'drum-circle',
      ].map((slug) => `/events/${slug}/`),
    ]) {
      await page.goto(path);
      for (const details of await page.locator('main details').all())
        await details.evaluate((element) => element.setAttribute('open', ''));
      wrong.push(...(await axeViolations(window)).map((violation) => `${path}: ${violation}`));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wrong.push(`${path}: ${over} px too wide`);
    }
    await window.close();
    expect(wrong).toEqual([]);
  },
);
