import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from '../support/crawl.ts';
import { mailsTo, newAddress, query, subjectsTo } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectProblems, expectToFit, pressOn, unusualName, visit, ways } from '../support/visiting.ts';

/** How a coordinator with a phone makes events and keeps them. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter');
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const longDay = (day: string) =>
  noon(day).toLocaleDateString('en-US', { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' });
const pad = (text: string) => text.replaceAll("'", "''");

/** What an event of the test is called, so that the tests of other files find only those of the demo data. */
let made = 0;
const title = (words: string) => `${words} ${++made}`;
const slugOf = (name: string, day: string) => `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${day}`;

/** Goes through the three questions to the form. */
async function begin(page: Page, choices: string[]) {
  await page.goto('/staff/events/new/');
  for (const choice of choices) await page.getByRole('radio', { name: choice }).check();
  await press(page, 'Next');
  await page.waitForURL(/dates=/);
}

async function fill(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`#${name}`);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** The fields every event has. The code of conduct stays out: other tests take seats where it is asked for. */
async function fillEvening(page: Page, name: string, more: Record<string, string> = {}) {
  await fill(page, {
    ...{ title: name, summary: 'A pot, a table.', kind: 'social', on: inDays(60) },
    ...{ startsAt: '18:30', endsAt: '20:00', ...more },
  });
  const conduct = page.getByRole('checkbox', { name: 'To agree to the code of conduct' });
  if ((await conduct.count()) > 0) await conduct.uncheck();
}

const stored = async (slug: string) =>
  (
    await query<Record<string, unknown>>(
      `select event.*, seats.capacity, link.capacity as link_capacity, told.join_url
       from public.events event join public.seat_pools seats on seats.id = event.pool_id
       left join public.seat_pools link on link.id = event.online_pool_id
       left join public.event_private_details told on told.event_id = event.id where slug = '${slug}'`,
    )
  )[0];

/** A published evening with so many seats, made behind the page. Returns its page for staff. */
async function evening(seats: number, days = 60, name = title('Quiet evening')) {
  const slug = slugOf(name, inDays(days));
  await query(`select public.create_event(jsonb_build_object(
    'slug', '${slug}', 'title', '${name}', 'summary', 'Supper.', 'kind', 'social', 'format', 'in-person',
    'startsAt', ('${inDays(days)} 18:30')::timestamp at time zone 'America/Denver',
    'endsAt', ('${inDays(days)} 20:30')::timestamp at time zone 'America/Denver', 'timeZone', 'America/Denver',
    'rsvpClosesAt', ('${inDays(days)} 12:00')::timestamp at time zone 'America/Denver',
    'placeName', 'The big kitchen', 'maxPartySize', 6, 'status', 'published', 'capacity', ${seats}))`);
  return { slug, name, base: `/staff/events/${slug}/` };
}

/** Somebody answers; returns where they are reached. */
async function answer(slug: string, name: string, party = 1, contact = newAddress()) {
  const named = contact.startsWith('+') ? 'p_phone' : 'p_email';
  await query(`select public.create_rsvp('${slug}', '${pad(name)}', ${party}, ${named} => '${contact}')`);
  return contact;
}
const textsTo = async (address: string) => (await mailsTo(address)).map(({ text }) => text);

describe.each(ways)('A coordinator, $way, on a phone', ({ javaScriptEnabled }) => {
  test('makes an evening; gaps are named with nothing lost', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await signInAs(page, 'coordinator', '/staff/events/');
      await page.getByRole('link', { name: 'Make an event' }).press('Enter');
      await page.waitForURL(/new\/$/);
      await pressOn(page, 'main form button');
      await page.waitForURL(/dates=one&format=in-person&replies=rsvp/);
      expect(await page.locator('#joinUrl, #endsOn, #rhythm').count()).toBe(0);
      await fill(page, { description: 'Bring a spoon.\n\nOr two.', on: '2027-03-14', startsAt: '02:30' });
      await page.getByRole('radio', { name: 'Only guests who have a yes' }).check();
      await press(page, 'Publish');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      const wrong = ['title', 'summary', 'kind', 'startsAt', 'endsAt', 'placeName'];
      await expectProblems(page, wrong, javaScriptEnabled);
      expect(await main(page)).toContain('There is no 2:30 AM on Sunday, March 14: the clocks go forward');
      expect(await page.locator('#description').inputValue()).toBe('Bring a spoon.\n\nOr two.');
      expect(await page.getByRole('radio', { name: 'Only guests who have a yes' }).isChecked()).toBe(true);
      const name = title(unusualName);
      await fillEvening(page, name, { address: '1 Quiet Street', seats: '12', arrivalNotes: 'Side door' });
      await page.getByText('Questions of your own').click();
      await page.getByText('Question 1: none').click();
      await fill(page, { q1Label: 'Which soup?', q1Kind: 'choice', q1Options: 'Lentil\nLeek' });
      await press(page, 'Publish');
      await page.waitForURL(/done=published/);
      expect(await main(page)).toContain('The page is there in a few minutes');
      expect(await main(page)).toContain('0 of 12 seats taken');
      const event = await stored(new URL(page.url()).pathname.split('/').at(-2) ?? '');
      expect(event).toMatchObject({
        ...{ title: name, status: 'published', capacity: 12, address: null, asks_conduct: false },
        questions: [{ id: 'which-soup', kind: 'choice', options: ['Lentil', 'Leek'] }],
      });
      await expectToFit(page);
    }));
});

describe('A coordinator makes', () => {
  test('a weekend with sessions: the last day, then one session after the other', () =>
    visit(browser, false, async (page) => {
      await signInAs(page, 'coordinator');
      await begin(page, ['Several days']);
      const name = title('Weekend');
      await fillEvening(page, name, {
        endsOn: inDays(62),
        endsAt: '12:00',
        placeName: 'The house',
        seats: '20',
      });
      await press(page, 'Save as a draft');
      await page.waitForURL(/sessions\/\?done=saved/);
      await press(page, 'Add this session');
      await page.waitForLoadState();
      await expectProblems(page, ['title', 'on', 'startsAt', 'endsAt'], false);
      await fill(page, { title: 'Bread', on: inDays(61), startsAt: '09:00', endsAt: '11:00', seats: '6' });
      await press(page, 'Add this session');
      await page.waitForURL(/done=saved/);
      expect(await main(page)).toContain('0 of 6 seats taken');
      await page.getByRole('link', { name: 'Bread' }).press('Enter');
      await page.waitForURL(/session=/);
      await page.locator('#title').fill('Bread and butter');
      await press(page, 'Save');
      await page.waitForURL(/done=saved/);
      await answerAs(slugOf(name, inDays(60)), 'Ana');
      await page.getByRole('link', { name: 'Bread and butter' }).press('Enter');
      await page.waitForURL(/session=/);
      await press(page, 'Remove this session');
      await page.waitForLoadState();
      expect(await main(page)).toContain('Guests have chosen this session');

      async function answerAs(slug: string, who: string) {
        await query(`update public.events set status = 'published' where slug = '${slug}'`);
        const [session] = await query<{ id: string }>(
          `select session.id from public.event_sessions session join public.events on event_id = events.id where slug = '${slug}'`,
        );
        await query(`select public.create_rsvp('${slug}', '${who}', 1, p_email => '${newAddress()}',
          p_details => '{"sessions": ["${session?.id ?? ''}"]}')`);
      }
    }));

  test.each([
    {
      kind: 'an hour online, with a link only guests get',
      choices: ['Online'],
      more: { joinUrl: 'meet.example/porch', timeZone: 'America/New_York' },
      has: {
        format: 'online',
        join_url: 'https://meet.example/porch',
        time_zone: 'America/New_York',
        place_name: null,
      },
    },
    {
      kind: 'a room and a link, each with its seats',
      choices: ['Both'],
      more: { joinUrl: 'https://meet.example/both', placeName: 'Hall', seats: '25', seatsOnline: '100' },
      has: { format: 'hybrid', capacity: 25, link_capacity: 100 },
    },
    {
      kind: 'a drop-in that asks nobody anything',
      choices: ['No, they just come by'],
      more: { placeName: 'The porch' },
      has: { replies: 'drop-in', capacity: null },
    },
  ])('$kind', ({ choices, more, has }) =>
    visit(browser, false, async (page) => {
      await signInAs(page, 'coordinator');
      await begin(page, choices);
      const name = title('Kind');
      await fillEvening(page, name, more as Record<string, string>);
      await press(page, 'Publish');
      await page.waitForURL(/done=published/);
      expect(await stored(slugOf(name, inDays(60)))).toMatchObject({ ...has, status: 'published' });
    }),
  );

  test('no drop-in by link, and is told why', () =>
    visit(browser, false, async (page) => {
      await signInAs(page, 'coordinator');
      await begin(page, ['Online', 'No, they just come by']);
      await expectProblems(page, ['replies'], false);
      expect(await page.getByRole('radio', { name: 'Online' }).isChecked()).toBe(true);
    }));
});

test('a draft is seen by staff alone, gets its own address, and is published', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'coordinator');
    await begin(page, []);
    const name = title('Draft');
    await fillEvening(page, name);
    await press(page, 'Save as a draft');
    await page.waitForURL(/done=saved/);
    expect(await main(page)).toContain('Draft');
    await page.getByRole('link', { name: 'Preview' }).press('Enter');
    await page.waitForURL(/preview/);
    expect(await main(page)).toContain('A pot, a table.');
    await page.goBack();
    await page.locator('#slug').fill('open-porch');
    await press(page, 'Publish');
    await page.waitForLoadState();
    // nobody could come: no place yet
    await expectProblems(page, ['placeName'], false);
    await page.locator('#placeName').fill('Hall');
    await press(page, 'Publish');
    await page.waitForLoadState();
    await expectProblems(page, ['slug'], false);
    const slug = `own-address-${Date.now()}`;
    await page.locator('#slug').fill(slug);
    await press(page, 'Publish');
    await page.waitForURL(new RegExp(`${slug}/\\?done=published`));
    expect(await page.locator('#slug').count()).toBe(0);
    await press(page, 'Make it a draft again');
    await page.waitForURL(/done=draft/);
    expect(await stored(slug)).toMatchObject({ status: 'draft' });
  }));

test.each(ways)(
  'a change is told to guests by mail, unless the box is cleared ($way)',
  ({ javaScriptEnabled }) =>
    visit(browser, javaScriptEnabled, async (page) => {
      const { slug, base } = await evening(10);
      const ana = await answer(slug, 'Ana');
      await answer(slug, 'Dee', 1, '+15055550177');
      await signInAs(page, 'coordinator', base);
      expect(await main(page)).toContain('1 guest left only a phone');
      await fill(page, { startsAt: '19:15', endsAt: '21:00' });
      await press(page, 'Save');
      await page.waitForURL(/done=saved&told=1/);
      expect(await main(page)).toContain(
        'Saved. 1 guest is told by mail. Its page shows it in a few minutes.',
      );
      // the confirmation waited for somebody to deliver, and is written with the new hour too
      const both = ['Your place is confirmed', 'Something changed'];
      await expect.poll(async () => (await subjectsTo(ana)).toSorted()).toEqual(both.toSorted());
      expect((await textsTo(ana)).every((text) => text.includes('7:15'))).toBe(true);
      const before = (await mailsTo(ana)).length;
      await page.getByRole('checkbox', { name: /Tell the 1 guest/ }).uncheck();
      await page.locator('#placeName').fill('The barn');
      await press(page, 'Save');
      await page.waitForURL(/done=saved$/);
      expect(await stored(slug)).toMatchObject({ place_name: 'The barn' });
      expect((await mailsTo(ana)).length).toBe(before);
      expect(await page.getByRole('button', { name: 'Make it a draft again' }).count()).toBe(0);
    }),
);

test('who saves after somebody else is asked to look, with every word kept', () =>
  visit(browser, false, async (page) => {
    const { slug, base } = await evening(10);
    await signInAs(page, 'coordinator', base);
    await query(`update public.events set summary = 'From a colleague.' where slug = '${slug}'`);
    await page.locator('#summary').fill('Mine.');
    await press(page, 'Save');
    await page.waitForLoadState();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await main(page)).toContain('Somebody else changed this event');
    expect(await page.locator('#summary').inputValue()).toBe('Mine.');
    await press(page, 'Save');
    await page.waitForURL(/done=saved/);
    expect(await stored(slug)).toMatchObject({ summary: 'Mine.' });
  }));

test('an evening in snow moves online: the form asks for the link next', () =>
  visit(browser, false, async (page) => {
    const { slug, base } = await evening(10);
    await signInAs(page, 'coordinator', base);
    await page.getByRole('radio', { name: 'Online' }).check();
    await press(page, 'Save');
    await page.waitForLoadState();
    await expectProblems(page, ['joinUrl'], false);
    await page.locator('#joinUrl').fill('https://meet.example/snow');
    await press(page, 'Save');
    await page.waitForURL(/done=saved/);
    expect(await stored(slug)).toMatchObject({
      format: 'online',
      place_name: null,
      join_url: 'https://meet.example/snow',
    });
  }));

test('more seats go to the waiting list; fewer are refused with names, and only a tick moves anybody', () =>
  visit(browser, false, async (page) => {
    const { slug, base } = await evening(3);
    await answer(slug, 'Ana', 2);
    const ben = await answer(slug, 'Ben', 1);
    const cleo = await answer(slug, 'Cleo', 2);
    await signInAs(page, 'coordinator', `${base}seats/`);
    expect(await main(page)).toContain('3 of 3 seats taken, 1 party waiting');
    await page.locator('#seats-room').fill('5');
    await press(page, 'Save');
    await page.waitForURL(/done=seats&promoted=1/);
    expect(await main(page)).toContain('1 party from the waiting list got a seat and is told');
    await expect.poll(async () => (await mailsTo(cleo)).length).toBeGreaterThan(0);

    await page.locator('#seats-room').fill('few');
    await press(page, 'Save');
    await page.waitForLoadState();
    await expectProblems(page, ['seats-room'], false);
    await page.locator('#seats-room').fill('4');
    await press(page, 'Save');
    await page.waitForLoadState();
    await expectProblems(page, ['sure-room'], false);
    expect(await main(page)).toMatch(/would lose theirs:\s+Cleo, 2 seats/);
    expect(await main(page)).not.toContain('Ben, 1 seat');
    // not ticked: the same again
    await press(page, 'Save');
    await page.waitForLoadState();
    expect(await main(page)).toMatch(/Cleo, 2 seats/);
    // somebody comes between: their name is there, not hers
    await query(`select public.cancel_rsvp(id) from public.rsvps where contact = '${cleo}'`);
    const dot = await answer(slug, 'Dot', 2);
    await page.getByRole('checkbox').check();
    await press(page, 'Save');
    await page.waitForLoadState();
    expect(await main(page)).toContain('The guests changed while you were looking');
    expect(await main(page)).toContain('Dot, 2 seats');
    await expectToFit(page);
    await page.getByRole('checkbox', { name: /Move this party back/ }).check();
    await press(page, 'Save');
    await page.waitForURL(/done=moved&moved=1/);
    expect(await main(page)).toContain('3 of 4 seats taken, 1 party waiting');
    await expect.poll(async () => (await mailsTo(dot)).length).toBeGreaterThan(0);
    // the yes he had, and nothing since
    expect((await mailsTo(ben)).length).toBe(1);
  }));

test('called off, guests are told with a note, and those with only a phone are listed to call', () =>
  visit(browser, false, async (page) => {
    const { slug, base } = await evening(10);
    const ana = await answer(slug, 'Ana');
    await answer(slug, 'Dee', 1, '+15055550177');
    await signInAs(page, 'coordinator', base);
    await page.getByRole('link', { name: 'Call it off' }).press('Enter');
    await page.waitForURL(/call-off/);
    expect(await main(page)).toContain('1 guest is told by mail');
    expect(await page.locator('a[href="tel:+15055550177"]').count()).toBe(1);
    await page.locator('#note').fill('The road is closed.');
    await press(page, 'Call it off and tell 1 guest');
    await page.waitForURL(/done=called-off&told=1/);
    expect(await main(page)).toContain('Called off. 1 guest is told by mail.');
    expect(await page.locator('a[href="tel:+15055550177"]').count()).toBe(1);
    await expect
      .poll(async () => (await textsTo(ana)).some((text) => text.includes('The road is closed.')))
      .toBe(true);
    expect((await mailsTo(ana)).every(({ subject }) => !subject.includes('road'))).toBe(true);
    expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await page.goto(`${base}call-off/`);
    expect(new URL(page.url()).pathname).toBe(base);
  }));

test('a duplicate is a draft of another day with the sessions of the first, and nobody on its list', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'coordinator', '/staff/events/renewal-weekend/');
    await page.getByRole('link', { name: 'Duplicate' }).press('Enter');
    await page.waitForURL(/duplicate/);
    await press(page, 'Make the copy');
    await page.waitForLoadState();
    await expectProblems(page, ['on'], false);
    await page.locator('#on').fill(inDays(200));
    await press(page, 'Make the copy');
    await page.waitForURL(/done=duplicated/);
    expect(await main(page)).toContain('This is the copy');
    expect(await page.locator('#on').inputValue()).toBe(inDays(200));
    await page.getByRole('link', { name: 'Sessions' }).press('Enter');
    await page.waitForURL(/sessions/);
    expect(await page.locator('.rows li').count()).toBe(3);
  }));

test('a series opens its dates, changes on one or on all, leaves a day out, and ends', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'coordinator');
    await begin(page, ['A series']);
    const name = title('Table');
    await fillEvening(page, name, { placeName: 'The long table', seats: '16', datesAhead: '3' });
    const weekday = noon(inDays(61)).toLocaleDateString('en-US', { timeZone: 'UTC', weekday: 'long' });
    await page.getByRole('checkbox', { name: weekday }).check();
    await press(page, 'Publish');
    await page.waitForLoadState();
    await expectProblems(page, ['on'], false);
    expect(await main(page)).toContain(`${longDay(inDays(60))} is not one of these days`);
    await page.locator('#on').fill(inDays(61));
    await press(page, 'Publish');
    await page.waitForURL(/done=published&dates=2/);
    expect(await main(page)).toContain('2 other dates of the series as well');
    const dates = [61, 68, 75].map((days) => slugOf(name, inDays(days)));
    const ana = await answer(dates[1] ?? '', 'Ana');

    // one date alone
    await page.locator('#title').fill(`${name} and songs`);
    await press(page, 'Save');
    await page.waitForURL(/done=saved$/);
    expect(await stored(dates[1] ?? '')).toMatchObject({ title: name });
    // all that are to come, each on its day
    await page.locator('#startsAt').fill('19:00');
    await page.getByRole('radio', { name: 'All coming dates' }).check();
    await press(page, 'Save');
    await page.waitForURL(/told=1&dates=2/);
    await expect.poll(async () => (await textsTo(ana)).some((text) => text.includes('7:00'))).toBe(true);
    expect(await stored(dates[2] ?? '')).toMatchObject({ title: name });

    await page.getByRole('link', { name, exact: true }).press('Enter');
    await page.waitForURL(/series\//);
    const here = page.url();
    expect(await main(page)).toContain(`Every ${weekday}. 3 dates are open at a time`);
    // not open yet: left out
    await page.locator('#day').fill(inDays(82));
    await press(page, 'Leave this day out');
    await page.waitForURL(/done=skip/);
    expect(
      await page.getByRole('button', { name: new RegExp(`Remove ${longDay(inDays(82))}`) }).count(),
    ).toBe(1);
    // open, with a guest: called off first
    await page.locator('#day').fill(inDays(68));
    await press(page, 'Leave this day out');
    await page.waitForURL(/call-off/);
    await press(page, 'Call it off and tell 1 guest');
    await page.waitForURL(/done=called-off/);

    await page.goto(here);
    await page.getByText(/^Change it/).click();
    await page.getByRole('radio', { name: 'Every few weeks' }).check();
    await press(page, 'Save');
    await page.waitForLoadState();
    await expectProblems(page, ['everyWeeks'], false);
    await page.locator('#everyWeeks').fill('2');
    await press(page, 'Save');
    await page.waitForURL(/done=rule/);
    expect(await main(page)).toContain(`Every other ${weekday}`);
    await press(page, 'End this series');
    await page.waitForURL(/done=end/);
    expect(await main(page)).toContain('It has ended');
    await press(page, 'Let it go on');
    await page.waitForURL(/done=go-on/);
    await expectToFit(page);
  }));

test('the list and the day say what is coming, how full, and who came', () =>
  visit(browser, false, async (page) => {
    const soon = await evening(8, 2);
    await answer(soon.slug, 'Ana', 3);
    await query(`update public.rsvps set arrived_at = now(), arrived_count = 2 where event_id =
      (select id from public.events where slug = '${soon.slug}')`);
    await signInAs(page, 'coordinator');
    expect(await main(page)).toMatch(new RegExp(`${soon.name}\\s+[^\\n]+ 3 of 8 seats taken`));
    await page.goto('/staff/events/');
    expect(await main(page)).toMatch(/Tuesday supper\s+A series, \d dates/);
    await query(`update public.events set starts_at = now() - interval '5 hours', ends_at = now() - interval '3 hours',
      rsvp_closes_at = now() - interval '6 hours' where slug = '${soon.slug}'`);
    await page.reload();
    expect(await main(page)).toMatch(new RegExp(`In the last 90 days[^]*${soon.name}\\s+2 people came`));
    await query(`delete from public.events where slug = '${soon.slug}'`);
  }));

test('other roles are told that these pages are not theirs', () =>
  visit(browser, false, async (page) => {
    await signInAs(page, 'editor', '/staff/');
    for (const path of ['', 'new/', 'renewal-weekend/', 'renewal-weekend/call-off/']) {
      await page.goto(`/staff/events/${path}`);
      expect(await main(page)).not.toContain('Renewal weekend');
      expect(await page.locator('main form').count()).toBe(0);
    }
  }));

test('axe and html-validate find nothing on any page, by day and after dark', () =>
  visit(browser, true, async (page, window) => {
    const { slug, base } = await evening(2);
    await answer(slug, 'Ana', 2);
    await answer(slug, 'Dee', 1, '+15055550177');
    const off = await evening(2);
    await answer(off.slug, 'Dee', 1, '+15055550177');
    await query(
      `update public.events set status = 'cancelled', called_off_note = 'Snow.' where slug = '${off.slug}'`,
    );
    const [series] = await query<{ id: string }>('select id from public.event_series limit 1');
    const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
    await signInAs(page, 'coordinator');
    const found: string[] = [];
    const look = async (name: string, html: string) => {
      const { results } = await validator.validateString(html, name);
      for (const { messages } of results)
        for (const { line, ruleId, message } of messages)
          found.push(`${name}:${line}: ${ruleId}: ${message}`);
      for (const violation of await axeViolations(window)) found.push(`${name}: ${violation}`);
      await expectToFit(page);
    };
    for (const path of [
      ...['/staff/', '/staff/events/', '/staff/events/new/', `/staff/events/series/${series?.id ?? ''}/`],
      ...[
        'one&format=hybrid&replies=rsvp',
        'several&format=online&replies=rsvp',
        'series&format=in-person&replies=rsvp',
      ].map((shape) => `/staff/events/new/?dates=${shape}`),
      '/staff/events/new/?dates=one&format=in-person&replies=drop-in',
      ...['', 'seats/', 'duplicate/', 'call-off/', 'preview/'].map((page) => base + page),
      ...['', 'sessions/'].map((page) => `/staff/events/renewal-weekend/${page}`),
      off.base,
    ]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const got = await page.goto(path);
        await page
          .locator('main details')
          .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
        await look(`${path} (${colorScheme})`, (await got?.text()) ?? '');
      }
      // a page's own styles that come before the order of the layers is said would lose to every other
      const first = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
      const css = await (await fetch(origin + first)).text();
      if (!css.includes('@layer base')) found.push(`${path}: ${first} comes before the order of the layers`);
    }
    await page.goto(`${base}seats/`);
    await page.locator('#seats-room').fill('1');
    await press(page, 'Save');
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    await page.waitForLoadState();
    await look('seats, refused', await page.content());
    await page.goto('/staff/events/new/?dates=series&format=hybrid&replies=rsvp');
    await press(page, 'Publish');
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    await page.waitForLoadState();
    await look('new, sent empty', await page.content());
    expect(found).toEqual([]);
  }));
