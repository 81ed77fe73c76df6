import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from '../support/crawl.ts';
import { duringOutage, mailsTo, query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { codeIn } from '../support/mailed-code.ts';
import { expectProblems, expectToFit, pressOn, typeInto, visit, ways } from '../support/visiting.ts';

/** What a visitor tells us about the list, and the staff who settle it, from the mailed code to the list. */

const { origin, mail } = inject('site');
const staff = (name: string) => `${name}@juniperhollow.example`;
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();
const heading = (page: Page) => page.locator('h1').innerText();

async function codeFor(email: string): Promise<string> {
  const before = (await mailsTo(email)).length;
  return codeAfter(email, before);
}
async function codeAfter(email: string, before: number): Promise<string> {
  await expect.poll(async () => (await mailsTo(email)).length).toBeGreaterThan(before);
  return codeIn((await mailsTo(email)).at(-1));
}

/** Signs in as a person would: the address, the mail, the code. */
async function signIn(page: Page, name: string, path = '/staff/') {
  await query("delete from public.rate_limits where bucket like 'staff-%'");
  await page.goto(path);
  expect(await heading(page)).toBe('Sign in');
  const before = (await mailsTo(staff(name))).length;
  await page.locator('#email').fill(staff(name));
  await page.locator('#email').press('Enter');
  await page.waitForURL(/\/staff\/sign-in\/code\//);
  await page.locator('#code').fill(await codeAfter(staff(name), before));
  await page.locator('#code').press('Enter');
  await page.waitForURL((url) => url.pathname === path);
}

const reports = () =>
  query<{
    id: string;
    kind: string;
    proposed: unknown;
    status: string;
    name: string | null;
    slug: string | null;
  }>(
    `select r.id, r.kind, r.proposed, r.status, r.name, m.slug from public.meeting_reports r
     left join public.meetings m on m.id = r.meeting_id order by r.created_at desc`,
  );

const report = async (body: Record<string, unknown>) => {
  const answer = await fetch(`${origin}/api/meetings/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(202);
  return (await reports())[0]?.id ?? '';
};

describe.each(ways)('A visitor, $way, on a phone', ({ javaScriptEnabled }) => {
  test('suggests a meeting; gaps are named with nothing lost', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto('/meetings/suggest/');
      await typeInto(page, '#startTime', 'in the evening');
      await typeInto(page, '#contact', 'somebody@');
      await pressOn(page, 'main form[method=post] button');
      await page.waitForLoadState();
      await expectProblems(page, ['name', 'startTime', 'contact'], javaScriptEnabled);
      expect(await page.locator('#startTime').inputValue()).toBe('in the evening');
      await page.locator('#name').fill('Porch light 🌻');
      await page.locator('#day').selectOption('Monday');
      await page.locator('#startTime').fill('7:00 pm');
      await page.locator('#contact').fill('');
      await page.locator('main form[method=post] button').press('Enter');
      await page.waitForURL(/\/meetings\/suggest\/sent\//);
      expect(await heading(page)).toBe('Thank you, we have it');
      expect((await reports())[0]).toMatchObject({
        kind: 'new',
        name: 'Porch light 🌻',
        proposed: { day: 1, startTime: '19:00', timeZone: 'America/Denver' },
      });
    }));

  test('finds the present values filled in, changes one, and only that one is sent', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto('/meetings/suggest/?meeting=secular-steps');
      expect(await page.locator('#name').inputValue()).toBe('Secular Steps');
      expect(await page.locator('#startTime').inputValue()).toBe('7:00 pm');
      await pressOn(page, 'main form[method=post] button');
      await page.waitForLoadState();
      await expectProblems(page, ['message'], javaScriptEnabled);
      await page.locator('#startTime').fill('7:15 pm');
      await page.locator('main form[method=post] button').press('Enter');
      await page.waitForURL(/\/sent\//);
      expect((await reports())[0]).toMatchObject({
        ...{ kind: 'correction', slug: 'secular-steps', proposed: { startTime: '19:15' } },
      });
      await page.goto('/meetings/secular-steps/');
      expect(await main(page)).toContain('7:00 pm');
    }));
});

test('a correction sent during an outage keeps every word, and goes through afterwards', () =>
  visit(browser, false, async (page) => {
    await page.goto('/meetings/suggest/?meeting=smart-monday');
    await page.locator('#location').fill('Room C 🪑');
    await page.locator('#contact').fill('ana@example.org');
    await duringOutage(async () => {
      await page.locator('main form[method=post] button').press('Enter');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      expect(await main(page)).toContain('Nothing was sent');
      await expectToFit(page);
    });
    expect(await page.locator('#location').inputValue()).toBe('Room C 🪑');
    await page.locator('main form[method=post] button').press('Enter');
    await page.waitForURL(/\/sent\//);
    expect((await reports())[0]).toMatchObject({ slug: 'smart-monday', proposed: { location: 'Room C 🪑' } });
  }));

test('a meeting that we do not list is said so, and can be suggested', () =>
  visit(browser, false, async (page) => {
    const answer = await page.goto('/meetings/suggest/?meeting=no-such-meeting');
    expect(answer?.status()).toBe(404);
    expect(await heading(page)).toBe('We do not list this meeting');
  }));

describe('The door', () => {
  test.each(['/staff/', '/staff/meetings/', '/staff/meetings/groups/new/', '/staff/sign-out/'])(
    '%s sends who is not signed in to the sign-in, and says nothing else',
    async (path) => {
      const answer = await fetch(origin + path, { redirect: 'manual' });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/staff/sign-in/?next=${encodeURIComponent(path)}`);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      expect(await answer.text()).not.toMatch(/Our groups/);
    },
  );

  test('an unknown address gets the same answer, and no mail', async () => {
    await query("delete from public.rate_limits where bucket like 'staff-%'");
    const ask = async (email: string) => {
      const answer = await fetch(`${origin}/staff/sign-in/`, {
        method: 'POST',
        body: new URLSearchParams({ email, next: '/staff/' }),
        redirect: 'manual',
      });
      const cookie = answer.headers
        .getSetCookie()
        .map((set) => set.split(';')[0])
        .join('; ');
      const page = await (await fetch(`${origin}/staff/sign-in/code/`, { headers: { cookie } })).text();
      return {
        status: answer.status,
        location: answer.headers.get('location'),
        page: page.replaceAll(email, 'x'),
        cookie: answer.headers.getSetCookie().map((set) => set.replace(encodeURIComponent(email), 'x')),
      };
    };
    const known = staff('admin');
    const unknown = 'nobody.here@juniperhollow.example';
    expect(await ask(unknown)).toEqual(await ask(known));
    await expect.poll(async () => (await mailsTo(known)).length).toBeGreaterThan(0);
    expect(await mailsTo(unknown)).toEqual([]);
    const all = JSON.stringify(await (await fetch(`${mail}/api/messages`)).json());
    expect(all).not.toContain('nobody.here');
  });

  test('a wrong code is refused, guessing ends after ten tries, and so do mails after five', async () => {
    await query("delete from public.rate_limits where bucket like 'staff-%'");
    const email = staff('editor');
    const send = (path: string, fields: Record<string, string>, cookie = '') =>
      fetch(origin + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
        headers: { cookie },
      });
    const first = await send('/staff/sign-in/', { email });
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const code = await codeFor(email).catch(() => '');
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 10; tries++) {
      expect((await send('/staff/sign-in/code/', { code: wrong }, cookie)).status).toBe(422);
    }
    const refused = await send('/staff/sign-in/code/', { code }, cookie);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.getSetCookie().join()).not.toMatch(/^staff=/);
    for (let mails = 1; mails < 5; mails++)
      expect((await send('/staff/sign-in/', { email })).status).toBe(303);
    expect((await send('/staff/sign-in/', { email })).status).toBe(429);
  });

  test('leads to no other site, whatever the address says', () =>
    visit(browser, false, async (page) => {
      for (const next of [
        'https://evil.example/',
        '//evil.example/',
        '/staff/..//evil.example',
        '/\\evil.example',
      ]) {
        await page.goto(`/staff/sign-in/?next=${encodeURIComponent(next)}`);
        expect(await page.locator('input[name=next]').getAttribute('value')).toMatch(/^\/staff\//);
      }
    }));

  test('the session is in a cookie that scripts cannot read, and ends with the sign-out', () =>
    visit(browser, true, async (page, { context }) => {
      await signIn(page, 'coordinator');
      const [cookie] = (await context.cookies()).filter(({ name }) => name.startsWith('staff'));
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      expect(await page.evaluate(() => document.cookie)).toBe('');
      await page.getByRole('button', { name: 'Sign out' }).press('Enter');
      await page.waitForURL(/why=signed-out/);
      expect((await context.cookies()).filter(({ name }) => name.startsWith('staff'))).toEqual([]);
      // what somebody copied before opens nothing any more
      await context.addCookies([{ name: cookie?.name ?? '', value: cookie?.value ?? '', url: origin }]);
      await page.goto('/staff/');
      expect(await heading(page)).toBe('Sign in');
    }));

  test('an account that is turned off loses everything at once, with plain words', () =>
    visit(browser, false, async (page) => {
      await signIn(page, 'coordinator', '/staff/meetings/');
      await query(`update public.staff set active = false where email = '${staff('coordinator')}'`);
      try {
        await page.goto('/staff/meetings/');
        expect(await heading(page)).toBe('Sign in');
        expect(await main(page)).toContain('Your access was turned off');
      } finally {
        await query(`update public.staff set active = true where email = '${staff('coordinator')}'`);
      }
    }));

  test('signing out everywhere ends the other devices too', () =>
    visit(browser, false, (phone) =>
      visit(browser, false, async (desk) => {
        await signIn(phone, 'admin');
        await signIn(desk, 'admin');
        await desk.goto('/staff/sign-out/');
        await desk.getByRole('button', { name: 'Sign out on every device' }).press('Enter');
        await desk.waitForURL(/why=everywhere/);
        await phone.goto('/staff/');
        expect(await heading(phone)).toBe('Sign in');
        expect(await main(phone)).toContain('Your session has ended');
      }),
    ));

  test('a session of half a day ago is over, and so is one nobody used for an hour', () =>
    visit(browser, false, async (page, { context }) => {
      await signIn(page, 'admin');
      await query(`update auth.sessions set created_at = now() - interval '12 hours 1 minute'`);
      await page.goto('/staff/');
      expect(page.url()).toContain('why=ended');
      await signIn(page, 'admin');
      const [cookie] = (await context.cookies()).filter(({ name }) => name === 'staff');
      const session = JSON.parse(
        Buffer.from((cookie?.value ?? '').replace('base64-', ''), 'base64url').toString(),
      ) as { expires_at: number };
      const old = { ...session, expires_at: session.expires_at - 3700 };
      const value = `base64-${Buffer.from(JSON.stringify(old)).toString('base64url')}`;
      await context.addCookies([{ name: 'staff', value, url: origin }]);
      await page.goto('/staff/');
      expect(page.url()).toContain('why=idle');
    }));

  test('a form sent after the session ended loses no word, and goes through after signing in again', () =>
    visit(browser, false, async (page, { context }) => {
      await signIn(page, 'coordinator', '/staff/meetings/groups/alumni-woodshop/');
      await page.locator('#notes').fill('Bring gloves 🧤\nand a hat');
      await context.clearCookies();
      const answer = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      expect((await answer).status()).toBe(401);
      expect(await heading(page)).toBe('You are signed out');
      const other = await context.newPage();
      await signIn(other, 'coordinator');
      await page.getByRole('button', { name: 'Send it once more' }).press('Enter');
      await page.waitForURL(/done=saved/);
      expect(await page.locator('#notes').inputValue()).toBe('Bring gloves 🧤\nand a hat');
    }));

  test('a form sent during an outage loses no word either, and goes through afterwards', () =>
    visit(browser, false, async (page) => {
      await signIn(page, 'coordinator', '/staff/meetings/groups/alumni-woodshop/');
      await page.locator('#notes').fill('Bring tea 🍵');
      await duringOutage(async () => {
        const answer = page.waitForResponse((response) => response.request().method() === 'POST');
        await page.getByRole('button', { name: 'Save' }).press('Enter');
        expect((await answer).status()).toBe(503);
        expect(Number((await answer).headers()['retry-after'])).toBeGreaterThan(0);
        expect(await heading(page)).toBe('We cannot do this right now');
        expect(await page.locator('main').innerText()).toMatch(/name the number [\w-]{8}\./);
      });
      await page.getByRole('button', { name: 'Send it once more' }).press('Enter');
      await page.waitForURL(/done=saved/);
      expect(await page.locator('#notes').inputValue()).toBe('Bring tea 🍵');
    }));

  test('what is not of one’s role is refused in words, and a press from another site is refused', () =>
    visit(browser, false, async (page, { context }) => {
      await signIn(page, 'editor');
      const answer = await page.goto('/staff/meetings/');
      expect(answer?.status()).toBe(403);
      expect(await heading(page)).toBe('This page is for others on the team');
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const forged = await fetch(`${origin}/staff/sign-out/`, {
        method: 'POST',
        headers: { cookie, 'Sec-Fetch-Site': 'cross-site' },
      });
      expect(forged.status).toBe(403);
    }));
});

describe('A coordinator', () => {
  test('accepts a correction, and the meeting’s page shows it', () =>
    visit(browser, false, async (page) => {
      const id = await report({
        ...{ kind: 'correction', slug: 'noon-monday', message: 'They moved upstairs.' },
        proposed: { startTime: '12:20', location: 'Upstairs hall' },
      });
      await signIn(page, 'coordinator', '/staff/meetings/');
      expect(await main(page)).toMatch(/\d+ reports? (is|are) waiting/);
      await page.locator(`a[href="/staff/meetings/reports/${id}/"]`).press('Enter');
      await page.waitForURL(/reports/);
      expect(await main(page)).toContain('Starts: 12:20 pm');
      expect(await main(page)).toContain('Now: 12:05 pm');
      await expectToFit(page);
      await page.getByRole('checkbox', { name: /^Place/ }).uncheck();
      await page.getByRole('checkbox', { name: /confirmed/ }).check();
      await page.getByRole('button', { name: 'Accept' }).press('Enter');
      await page.waitForURL(/done=accepted/);
      await page.goto('/meetings/noon-monday/');
      expect(await main(page)).toContain('12:20 pm');
      expect(await main(page)).not.toContain('Upstairs hall');
      // somebody who has the same page open is told who was first
      await page.goto(`/staff/meetings/reports/${id}/`);
      expect(await main(page)).toContain('Coordinator accepted this today');
      expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    }));

  test('makes a suggestion a meeting, with what the visitor left out', () =>
    visit(browser, false, async (page) => {
      const id = await report({
        kind: 'new',
        name: 'Lantern walk',
        message: 'Fridays',
        proposed: { day: 5 },
      });
      await signIn(page, 'coordinator', `/staff/meetings/reports/${id}/`);
      await page.getByRole('button', { name: 'Accept' }).press('Enter');
      await page.waitForLoadState();
      await expectProblems(page, ['mode', 'startTime'], false);
      await page.getByRole('radio', { name: 'In person' }).check();
      await page.locator('#startTime').fill('6 pm');
      await page.locator('#location').fill('North gate');
      await page.getByRole('button', { name: 'Accept' }).press('Enter');
      await page.waitForURL(/done=accepted/);
      await page.goto('/meetings/lantern-walk/');
      expect(await main(page)).toContain('Suggested to us');
      expect(await main(page)).toMatch(/Friday.*6:00 pm/);
    }));

  test('notes that a meeting is closed this week, or for good', () =>
    visit(browser, false, async (page) => {
      const week = await report({ kind: 'closed', slug: 'grupo-nueva-vida', reason: 'this-week' });
      const ever = await report({ kind: 'closed', slug: 'alumni-late-line', reason: 'for-good' });
      await signIn(page, 'coordinator', `/staff/meetings/reports/${week}/`);
      expect(await page.locator('#closedOn').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      await page.locator('#note').fill('Holiday');
      await page.getByRole('button', { name: 'Accept' }).press('Enter');
      await page.waitForURL(/done=accepted/);
      expect(
        await query(`select e.note from public.meeting_exceptions e join public.meetings m on m.id = e.meeting_id
          where m.slug = 'grupo-nueva-vida' and on_date between current_date - 1 and current_date + 8`),
      ).toEqual([{ note: 'Holiday' }]);
      await page.goto(`/staff/meetings/reports/${ever}/`);
      await page.getByRole('button', { name: 'Accept' }).press('Enter');
      await page.waitForURL(/done=accepted/);
      expect((await page.goto('/meetings/alumni-late-line/'))?.status()).toBe(404);
    }));

  test('adds a group, closes one date of it, and is stopped where somebody else was faster', () =>
    visit(browser, false, async (page) => {
      await signIn(page, 'coordinator', '/staff/meetings/groups/new/');
      await page.getByRole('button', { name: 'Add this group' }).press('Enter');
      await page.waitForLoadState();
      expect(await page.title()).toMatch(/^Error: /);
      await page.locator('#name').fill('Second Tuesday');
      await page.locator('#day').selectOption('Tuesday');
      await page.locator('#startTime').fill('7pm');
      await page.getByRole('radio', { name: 'Online or by phone' }).check();
      await page.locator('#joinUrl').fill('zoom.us/j/0000000099');
      await page.getByRole('radio', { name: 'On some weeks of the month' }).check();
      await page.getByRole('checkbox', { name: '2nd', exact: true }).check();
      await page.getByRole('button', { name: 'Add this group' }).press('Enter');
      await page.waitForURL(/groups\/second-tuesday\/\?done=saved/);
      expect(await main(page)).toContain('2nd Tuesday of the month, 7:00 pm');

      await page.getByText('Close or move one date').click();
      await page.locator('#on').fill('2027-02-10');
      await page.getByRole('radio', { name: 'It is closed' }).check();
      await page.getByRole('button', { name: 'Keep this date' }).press('Enter');
      await page.waitForLoadState();
      expect(await main(page)).toContain('It does not meet on Wednesday, February 10');
      await page.locator('#on').fill('2027-02-09');
      await page.locator('#note').fill('Snow');
      await page.getByRole('button', { name: 'Keep this date' }).press('Enter');
      await page.waitForURL(/done=saved/);
      expect(await main(page)).toContain('Closed on Tuesday, February 9, 2027: Snow');

      await query(`update public.meetings set notes = 'From a colleague' where slug = 'second-tuesday'`);
      await page.locator('#name').fill('Every second Tuesday');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.waitForLoadState();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await main(page)).toContain('Somebody else changed this meeting');
      expect(await page.locator('#name').inputValue()).toBe('Every second Tuesday');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.waitForURL(/done=saved/);
      expect(await heading(page)).toBe('Every second Tuesday');
    }));
});

test('where a feed says something new of what staff wrote, one press settles it, and a list in trouble is named', () =>
  visit(browser, false, async (page) => {
    await query(`
      insert into public.meeting_edits (meeting_id, field, feed, conflict, conflict_since)
      select id, part.field, part.feed::jsonb, part.conflict::jsonb, now() - interval '1 day' from public.meetings,
        (values ('name', '{"name": "Speaker"}', '{"name": "Friday Speaker Meeting"}'),
          ('when', '{"day": 5}', '{"day": 6, "start_time": "20:00:00", "end_time": null, "time_zone": "America/Denver",
            "every_weeks": null, "weeks_of_month": null, "months": null, "first_on": null, "last_on": null}')) as part (field, feed, conflict)
      where slug = 'friday-speaker'`);
    await query(`update public.meeting_sources set failing_since = now() - interval '3 days',
      failure = 'The server answered 503.' where slug = 'sample-listing'`);
    await signIn(page, 'coordinator');
    expect(await main(page)).toContain('2 parts of meetings differ from what its list says');
    expect(await main(page)).toContain('cannot be read since');
    await page.goto('/staff/meetings/');
    expect(await main(page)).toContain('The server answered 503.');
    expect(await main(page)).toContain('Every Saturday, 8:00 pm');
    await page.getByRole('button', { name: 'Take theirs : Name of Friday Speaker' }).press('Enter');
    await page.waitForURL(/done=settled$/);
    await page.getByRole('button', { name: /^Keep ours/ }).press('Enter');
    await page.waitForURL(/done=settled$/);
    expect(await main(page)).not.toContain('Which of the two is right?');
    await page.goto('/meetings/friday-speaker/');
    expect(await heading(page)).toBe('Friday Speaker Meeting');
    expect(await main(page)).toMatch(/Every Friday, 8:00 pm/);
    await query('update public.meeting_sources set failing_since = null, failure = null');
  }));

test('axe and html-validate find nothing on any page of the staff area, by day and after dark', () =>
  visit(browser, true, async (page, window) => {
    const id = await report({ kind: 'new', name: 'Axe', message: 'x' });
    const other = await report({ kind: 'closed', slug: 'early-light', reason: 'this-week' });
    await page.goto('/staff/sign-in/');
    const found = (await axeViolations(window)).map((violation) => `sign-in: ${violation}`);
    const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
    await signIn(page, 'coordinator');
    for (const path of [
      ...['/staff/', '/staff/meetings/', '/staff/meetings/groups/', '/staff/meetings/groups/new/'],
      ...['/staff/meetings/groups/alumni-woodshop/', '/staff/meetings/edit/early-light/', '/staff/sign-out/'],
      ...[id, other].map((one) => `/staff/meetings/reports/${one}/`),
    ]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const answer = await page.goto(path);
        const { results } = await validator.validateString((await answer?.text()) ?? '', path);
        found.push(
          ...results.flatMap(({ messages }) =>
            messages.map(({ line, ruleId, message }) => `${path}:${line}: ${ruleId}: ${message}`),
          ),
        );
        found.push(
          ...(await axeViolations(window)).map((violation) => `${path} (${colorScheme}): ${violation}`),
        );
        await expectToFit(page);
      }
      // a page's own styles that come before the order of the layers is said would lose to every other
      const first = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
      const css = await (await fetch(origin + first)).text();
      if (!css.includes('@layer base')) found.push(`${path}: ${first} comes before the order of the layers`);
    }
    expect(found).toEqual([]);
  }));
