import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mailsTo, query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { signInAs, signInWith } from '../support/signing-in.ts';
import { expectProblems, expectToFit, unusualName, visit } from '../support/visiting.ts';

/** The team and the weekly settings, as an admin with a phone and no scripts keeps them. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();
const heading = (page: Page) => page.locator('h1').innerText();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter');
const newColleague = () => `colleague-${crypto.randomUUID().slice(0, 8)}@juniperhollow.example`;

/** Somebody on the team whom no other test knows. */
async function addColleague(role = 'editor', name = 'Kit Colleague') {
  const email = newColleague();
  const id = crypto.randomUUID();
  await query(`insert into auth.users (id, aud, role, email, email_confirmed_at, created_at, updated_at)
    values ('${id}', 'authenticated', 'authenticated', '${email}', now(), now(), now())`);
  await query(
    `insert into public.staff (user_id, email, display_name, role) values ('${id}', '${email}', '${name}', '${role}')`,
  );
  return { id, email, path: `/staff/team/${id}/` };
}
const standing = async (id: string) =>
  (
    await query<{ role: string; active: boolean; name: string }>(
      `select role, active, display_name as name from public.staff where user_id = '${id}'`,
    )
  )[0];

describe('The team', () => {
  test('somebody invited has an account a moment later, a mail that says so, and signs in', () =>
    visit(browser, false, (page) =>
      visit(browser, false, async (theirs) => {
        const email = newColleague();
        await signInAs(page, 'admin', '/staff/team/');
        await press(page, 'Invite');
        await page.waitForLoadState();
        await expectProblems(page, ['name', 'email', 'role'], false);
        await page.locator('#name').fill(unusualName);
        await page.locator('#email').fill(email.toUpperCase());
        await page.getByRole('radio', { name: /^Coordinator/ }).check();
        await press(page, 'Invite');
        await page.waitForURL(/done=invited/);
        await expectToFit(page);
        await expect.poll(async () => (await mailsTo(email)).length, { timeout: 30_000 }).toBe(1);
        const [mail] = await mailsTo(email);
        expect(mail?.text).toContain('Admin added you');
        expect(mail?.text).toContain(`${origin}/staff/`);
        await signInWith(theirs, email, '/staff/events/');
        expect(await heading(theirs)).toBe('Events');
        await page.goto('/staff/team/');
        expect(await main(page)).toContain(unusualName);
        expect(await page.getByText('Invited', { exact: true }).count()).toBe(0);
      }),
    ));

  test('an address that is on the team leads to that person', () =>
    visit(browser, false, async (page) => {
      const { id, email } = await addColleague();
      await signInAs(page, 'admin', '/staff/team/');
      await page.locator('#name').fill('Another Name');
      await page.locator('#email').fill(email);
      await page.getByRole('radio', { name: /^Admin/ }).check();
      await press(page, 'Invite');
      await page.waitForURL(new RegExp(id));
      expect(await main(page)).toContain('Kit Colleague is on the team already');
      expect(await standing(id)).toMatchObject({ role: 'editor' });
    }));

  test('an invitation whose account cannot be opened says so, and is taken back', () =>
    visit(browser, false, async (page) => {
      const id = crypto.randomUUID();
      await query(`insert into public.staff_invitations (id, email, display_name, role, invited_by_name, trouble)
        values ('${id}', 'no-address-${id.slice(0, 8)}', 'Nobody Yet', 'editor', 'Admin', 'validation_failed')`);
      await signInAs(page, 'admin', '/staff/team/');
      expect(await main(page)).toContain('Take this back and check how it is written');
      await press(page, 'Take back the invitation of Nobody Yet');
      await page.waitForURL(/done=taken-back/);
      expect(await query(`select id from public.staff_invitations where id = '${id}'`)).toEqual([]);
    }));

  test.each([
    [
      'another role',
      async (page: Page) => {
        await page.getByRole('radio', { name: /^Coordinator/ }).check();
        await press(page, 'Change the role');
        await page.waitForURL(/done=role/);
      },
      { role: 'coordinator', active: true },
      'Your session has ended',
    ],
    [
      'the end of all sessions',
      async (page: Page) => {
        await press(page, 'End all sessions');
        await page.waitForURL(/done=end-sessions/);
      },
      { role: 'editor', active: true },
      'Your session has ended',
    ],
    [
      'being turned off',
      async (page: Page) => {
        await press(page, 'Turn Kit Colleague off');
        await page.waitForURL(/done=turn-off/);
      },
      { role: 'editor', active: false },
      'Your access was turned off',
    ],
  ])(
    '%s says what it means, and the person’s next press ends at the sign-in',
    (_what, change, after, words) =>
      visit(browser, false, (page) =>
        visit(browser, false, async (theirs) => {
          const { id, email, path } = await addColleague();
          await signInWith(theirs, email, '/staff/resources/');
          await signInAs(page, 'admin', path);
          expect(await main(page)).toContain('Kit Colleague will be signed out everywhere at once');
          await change(page);
          expect(await standing(id)).toMatchObject(after);
          await theirs.goto('/staff/resources/');
          expect(await heading(theirs)).toBe('Sign in');
          expect(await main(theirs)).toContain(words);
          await expectToFit(page);
        }),
      ),
  );

  test('a name is changed, and nobody is signed out for it', () =>
    visit(browser, false, (page) =>
      visit(browser, false, async (theirs) => {
        const { id, email, path } = await addColleague();
        await signInWith(theirs, email, '/staff/resources/');
        await signInAs(page, 'admin', path);
        await page.locator('#name').fill('   ');
        await press(page, 'Change the name');
        await page.waitForLoadState();
        await expectProblems(page, ['name'], false);
        await page.locator('#name').fill(unusualName);
        await press(page, 'Change the name');
        await page.waitForURL(/done=name/);
        expect(await standing(id)).toMatchObject({ name: unusualName });
        await theirs.reload();
        expect(await heading(theirs)).not.toBe('Sign in');
      }),
    ));

  test('what an admin takes from themselves is asked about once, and the last one stays', () =>
    visit(browser, false, async (page) => {
      await signInAs(page, 'admin', '/staff/team/');
      await page.getByRole('link', { name: /\(you\)$/ }).press('Enter');
      await page.waitForURL(/team\/.+/);
      const id = new URL(page.url()).pathname.split('/')[3] ?? '';
      await press(page, /^Turn .* off$/);
      await page.waitForLoadState();
      expect(await main(page)).toContain('This is you. Nothing was changed yet.');
      expect(await standing(id)).toMatchObject({ active: true });
      const others = await query<{ user_id: string }>(
        `update public.staff set active = false where role = 'admin' and user_id <> '${id}' and active returning user_id`,
      );
      await press(page, 'Yes, do it');
      await page.waitForLoadState();
      for (const { user_id } of others)
        await query(`update public.staff set active = true where user_id = '${user_id}'`);
      expect(await main(page)).toContain('this is the last admin');
      expect(await standing(id)).toMatchObject({ active: true, role: 'admin' });
    }));

  test('is for admins, and the embedded database’s want of second factors is said', () =>
    visit(browser, false, async (page) => {
      const { path } = await addColleague();
      await signInAs(page, 'coordinator');
      for (const closed of ['/staff/team/', path, '/staff/settings/'])
        expect((await page.goto(closed))?.status(), closed).toBe(403);
      await page.context().clearCookies();
      await signInAs(page, 'admin', '/staff/team/');
      expect(await main(page)).toContain('This copy keeps no second factors');
      expect((await page.goto('/staff/team/nobody/'))?.status()).toBe(404);
    }));
});

describe('The settings', () => {
  const forget = () =>
    query(`update public.site_settings set notice_en = null, notice_es = null, notice_link = null, notice_until = null,
      phone_hours_en = null, phone_hours_es = null, closed_days = '[]'`);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const save = (page: Page) => page.locator('button[value=save]').last().press('Enter');

  test('a notice is looked at, saved, and stands on the site’s pages until its moment', () =>
    visit(browser, false, async (page) => {
      try {
        await signInAs(page, 'admin', '/staff/settings/');
        await page.locator('#noticeEn').fill('We move <b>Friday</b> 🚚');
        await page.locator('#noticeLink').fill('javascript:alert(1)');
        await save(page);
        await page.waitForLoadState();
        await expectProblems(page, ['noticeLink', 'untilDay'], false);
        await page.locator('#noticeLink').fill('/about/');
        await page.locator('#untilDay').fill(inDays(3));
        await press(page, 'Show me the notice');
        await page.waitForLoadState();
        expect(await main(page)).toContain('Nothing is saved yet');
        expect(await query('select notice_en from public.site_settings')).toEqual([{ notice_en: null }]);
        await page.locator('#phoneHoursEn').fill('weekdays, 9 to 5');
        await page.locator('#closedOn0').fill(inDays(2));
        await page.locator('#closedLabel0').fill('Moving');
        await press(page, 'Add a day');
        await page.waitForLoadState();
        expect(await page.locator('#closedOn1').count()).toBe(1);
        await save(page);
        await page.waitForURL(/done=saved/);
        await expectToFit(page);

        await page.goto('/meetings/');
        const notice = page.getByRole('region', { name: 'Notice' });
        expect(await notice.innerText()).toMatch(/We move <b>Friday<\/b> 🚚 Read more\s+Until /);
        expect(await notice.getByRole('link').getAttribute('href')).toBe('/about/');
        const foot = await page.locator('.site-footer').innerText();
        expect(foot).toContain('Someone answers weekdays, 9 to 5.');
        expect(foot).toMatch(/Nobody answers on .*\(Moving\)/);
        await expectToFit(page);
      } finally {
        await forget();
      }
    }));

  test('somebody who was slower sees who was first and what differs, and loses no word', () =>
    visit(browser, false, async (page) => {
      try {
        await signInAs(page, 'admin', '/staff/settings/');
        await query(
          `update public.site_settings set phone_hours_en = 'nights', version = version + 1, changed_by_name = 'Ana'`,
        );
        await page.locator('#phoneHoursEs').fill('de noche');
        await save(page);
        await page.waitForLoadState();
        expect(await page.title()).toMatch(/^Error: /);
        expect(await main(page)).toMatch(/Ana changed this just now/);
        expect(await main(page)).toMatch(/Phone hours in English\s+nights/);
        expect(await page.locator('#phoneHoursEs').inputValue()).toBe('de noche');
        await page.locator('#phoneHoursEn').fill('nights');
        await save(page);
        await page.waitForURL(/done=saved/);
        expect(
          await query('select phone_hours_en as en, phone_hours_es as es from public.site_settings'),
        ).toEqual([{ en: 'nights', es: 'de noche' }]);
      } finally {
        await forget();
      }
    }));

  test('a notice whose moment passes is gone before it is painted', () =>
    visit(browser, true, async (page) => {
      await page.route('**/about/', async (route) => {
        const answer = await route.fetch();
        const past = `<section class="site-notice" aria-label="Notice" data-until="2020-01-01T00:00:00Z"><p>Old</p></section><script src="/notice.js"></script>`;
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace('<main', `${past}<main`),
        });
      });
      await page.goto('/about/');
      expect(await page.getByText('Old', { exact: true }).isVisible()).toBe(false);
      expect(await page.locator('.site-notice').count()).toBe(1);
    }));
});

test('the pages hold to the rules: no fault of axe, valid HTML, small', () =>
  visit(browser, true, async (page, window) => {
    const { context } = window;
    const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
    const { path } = await addColleague();
    await signInAs(page, 'admin', '/staff/team/');
    for (const open of ['/staff/team/', path, '/staff/settings/']) {
      await page.goto(open);
      expect(await axeViolations(window), open).toEqual([]);
      const answer = await context.request.get(origin + open);
      const { results } = await validator.validateString(await answer.text());
      expect(
        results.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${line}: ${ruleId}`)),
        open,
      ).toEqual([]);
      await expectToFit(page);
    }
  }));
