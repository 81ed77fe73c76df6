import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { drawnCode } from '#components/drawn-code.ts';
import { axeViolations } from '../support/crawl.ts';
import { mailsTo, newAddress, query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectProblems, expectToFit, unusualName, visit } from '../support/visiting.ts';

/** What staff do with guests: the list, by hand, the door with and without signal, messages, what did not arrive. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Mails and what a device sends come when they come. */
const eventually = <Value>(work: () => Value) => expect.poll(work);
const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter');

/** An evening of its own for each test: eight seats, tonight. */
let slug: string;
let base: string;
let events = 0;
const pad = (text: string) => text.replaceAll("'", "''");
beforeEach(async () => {
  slug = `long-table-${++events}`;
  base = `/staff/events/${slug}/`;
  await query(`select public.create_event(jsonb_build_object(
    'slug', '${slug}', 'title', 'The long table ${events}', 'summary', 'Supper.', 'kind', 'social', 'format', 'in-person',
    'startsAt', now() + interval '3 hours', 'endsAt', now() + interval '5 hours', 'timeZone', 'America/Denver',
    'rsvpClosesAt', now() + interval '2 hours', 'maxPartySize', 6, 'status', 'published', 'capacity', 8,
    'asksChildren', true, 'asksFood', true,
    'questions', '[{"id": "ride", "label": "A ride?", "kind": "yes-no", "required": false}]'::jsonb))`);
});

/** Somebody answers, with an address nobody else has; returns the id of the answer and the address. */
async function answer(name: string, party = 1, details: Record<string, unknown> = {}, contact?: string) {
  const address = contact ?? newAddress();
  const named = address.startsWith('+') ? 'p_phone' : 'p_email';
  const [row] = await query<{ answer: { rsvp: string; status: string } }>(
    `select public.create_rsvp('${slug}', '${pad(name)}', ${party}, ${named} => '${address}',
      p_access_needs => ${details['needs'] ? `'${pad(String(details['needs']))}'` : 'null'},
      p_details => '${pad(JSON.stringify(details))}') as answer`,
  );
  return { id: row?.answer.rsvp ?? '', status: row?.answer.status ?? '', address };
}
const standing = async (id: string) =>
  (
    await query<{ status: string; here: number | null }>(
      `select case when cancelled_at is not null then 'cancelled' else place.status end as status, arrived_count as here
       from public.rsvps rsvp join public.places place on place.id = rsvp.place_id where rsvp.id = '${id}'`,
    )
  )[0];

describe('The guest list', () => {
  test('shows who comes, who waits and who is held back, with what each needs', () =>
    visit(browser, false, async (page) => {
      await answer(unusualName, 3, {
        children: 1,
        food: 'No nuts',
        needs: 'A chair with arms',
        answers: { ride: 'yes' },
      });
      await answer('Dee Phone', 1, {}, '+15055550177');
      await answer('Big Party', 5, { children: 2 });
      await answer('Maybe Somebody', 1, { review: true });
      await signInAs(page, 'coordinator', `${base}guests/`);
      const words = await main(page);
      expect(words).toMatch(/In the room\s*4\s*3 adults, 1 child/);
      expect(words).toContain('3 people: 2 adults, 1 child');
      expect(words).toMatch(/Needs: A chair with arms\s+Food: No nuts\s+A ride\?: yes/);
      expect(words).toContain('Number 1 in line · 5 people: 3 adults, 2 children');
      expect(words).toContain('Held back for a look (1)');
      expect(await page.locator('a[href="tel:+15055550177"]').innerText()).toBe('(505) 555-0177');
      await expectToFit(page);
    }));

  test('finds somebody by name, and the name stands in no address', () =>
    visit(browser, false, async (page) => {
      await answer('José Łuna');
      await answer('Somebody Else');
      await signInAs(page, 'coordinator', `${base}guests/`);
      await page.locator('#name').fill('jose luna');
      await page.locator('#name').press('Enter');
      await page.getByRole('heading', { name: 'Found (1)' }).waitFor();
      expect(await main(page)).toContain('José Łuna');
      expect(await main(page)).not.toContain('Somebody Else');
      expect(page.url()).toBe(`${origin}${base}guests/`);
    }));

  test('an answer that was held back is accepted and told, or declined', () =>
    visit(browser, false, async (page) => {
      const ana = await answer('Ana Asked', 2, { review: true });
      const bot = await answer('Bot Asked', 1, { review: true });
      await signInAs(page, 'coordinator');
      await page
        .getByRole('listitem')
        .filter({ hasText: `The long table ${events}` })
        .getByRole('link', { name: '2 answers wait for a look' })
        .press('Enter');
      await page.waitForURL(/guests\/$/);
      await press(page, 'Accept Ana Asked');
      await page.waitForURL(/done=accepted$/);
      expect(await standing(ana.id)).toMatchObject({ status: 'held' });
      await eventually(async () => (await mailsTo(ana.address)).length).toBeGreaterThan(0);
      await page.getByRole('link', { name: 'Bot Asked' }).press('Enter');
      await page.waitForURL(new RegExp(bot.id));
      await page.locator('#reason').fill('The same words as ten others');
      await press(page, 'Decline');
      await page.waitForURL(/done=declined/);
      expect(await standing(bot.id)).toMatchObject({ status: 'cancelled' });
      await page.goto(`${base}guests/`);
      expect(await main(page)).toContain('Coordinator removed Bot Asked “The same words as ten others”');
    }));

  test('a seat out of turn needs a reason and room; who is ahead is named', () =>
    visit(browser, false, async (page) => {
      const going = await answer('Going', 6);
      await answer('First in line', 5);
      const second = await answer('Second in line', 4);
      await signInAs(page, 'coordinator', `${base}guests/${second.id}/`);
      expect(await main(page)).toContain('Ahead of them in line: First in line (5 people)');
      expect(await main(page)).toContain('Only 2 seats are free, and they need 4');
      expect(await page.getByRole('button', { name: /^Give/ }).count()).toBe(0);
      // after the cut-off a freed seat is not handed on by itself
      await query(
        `update public.events set rsvp_closes_at = now() - interval '1 minute' where slug = '${slug}'`,
      );
      await query(`select public.cancel_rsvp('${going.id}')`);
      await page.reload();
      await press(page, 'Give 4 seats');
      await page.waitForLoadState();
      await expectProblems(page, ['reason'], false);
      await page.locator('#reason').first().fill('They drive the others');
      await press(page, 'Give 4 seats');
      await page.waitForURL(/done=seated/);
      expect(await standing(second.id)).toMatchObject({ status: 'held' });
      expect(await main(page)).toContain(
        'Coordinator gave a seat out of turn to Second in line “They drive the others”',
      );
    }));

  test('somebody is taken off the list, told, and the next in line gets the seats', () =>
    visit(browser, false, async (page) => {
      const big = await answer('Big', 6);
      const next = await answer('Next', 4);
      await signInAs(page, 'coordinator', `${base}guests/${big.id}/`);
      await press(page, 'Take Big off the list');
      await page.waitForURL(/done=removed/);
      expect(await standing(big.id)).toMatchObject({ status: 'cancelled' });
      expect(await standing(next.id)).toMatchObject({ status: 'held' });
    }));

  test('is for coordinators and admins', () =>
    visit(browser, false, async (page) => {
      const { id } = await answer('Private Person');
      await signInAs(page, 'editor');
      for (const path of ['guests/', `guests/${id}/`, 'guests/print/', 'guests.csv', 'door/', 'message/']) {
        const response = await page.goto(base + path);
        expect(response?.status(), path).toBe(403);
        expect(await page.content(), path).not.toContain('Private Person');
      }
    }));

  test('what is not there says so', () =>
    visit(browser, false, async (page) => {
      await signInAs(page, 'coordinator');
      for (const path of [
        'no-such-event/guests/',
        'no-such-event/door/',
        'no-such-event/message/',
        `${slug}/guests/nobody/`,
      ])
        expect((await page.goto(`/staff/events/${path}`))?.status(), path).toBe(404);
    }));
});

describe('Lists that leave the site', () => {
  const download = async (page: Page, name: RegExp) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).press('Enter'),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };

  test('the spreadsheet holds names and no words, the longer one both, and no formula', () =>
    visit(browser, false, async (page) => {
      await answer('=HYPERLINK("https://x.example")', 2, { needs: 'A ramp', food: '+vegan' });
      await signInAs(page, 'coordinator', `${base}guests/`);
      const short = await download(page, /^Spreadsheet/);
      expect(short.name).toMatch(/^guests-\d{4}-\d{2}-\d{2}\.csv$/);
      const rows = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][];
      expect(rows(short.text)[0]?.[0]).toContain('42 CFR part 2');
      expect(rows(short.text)[2]?.[0]).toBe(`'=HYPERLINK("https://x.example")`);
      expect(short.text).not.toMatch(/ramp|vegan/);
      const long = await download(page, /^The same, with/);
      expect(rows(long.text)[2]).toEqual(expect.arrayContaining(['A ramp', "'+vegan"]));
    }));

  test('the spreadsheet is not kept by anybody on its way', () =>
    visit(browser, false, async (page, { context }) => {
      await signInAs(page, 'coordinator');
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const file = await fetch(`${origin}${base}guests.csv`, { headers: { cookie } });
      expect(file.headers.get('cache-control')).toBe('private, no-store');
      expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    }));

  test('the kitchen’s list names only who wrote down a need', () =>
    visit(browser, false, async (page) => {
      await answer('Nut Free', 2, { food: 'No nuts' });
      await answer('Eats Everything', 3, { children: 1 });
      await signInAs(page, 'coordinator', `${base}guests/print/`);
      const words = await main(page);
      expect(words).toContain('4 adults and 1 child: 5 plates');
      expect(words).toContain('Nut Free');
      expect(words).not.toContain('Eats Everything');
      expect(words).toContain('And 3 people who wrote down none');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.care-note').isVisible()).toBe(false);
      expect(await page.getByText('Destroy this list after the event').isVisible()).toBe(true);
    }));
});

const row = (page: Page, name: string) => page.locator('.door-row', { hasText: name });
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('staff:')));

describe('The door, without JavaScript', () => {
  test('checks in some of a party, then all, and takes it back', () =>
    visit(browser, false, async (page) => {
      const { id } = await answer('Ana of Three', 3);
      await signInAs(page, 'coordinator', `${base}door/`);
      await row(page, 'Ana').locator('select').selectOption('2');
      await row(page, 'Ana')
        .getByRole('button', { name: /^Check in/ })
        .press('Enter');
      await page.waitForURL(/done=arrived/);
      expect(await row(page, 'Ana').innerText()).toContain('Here: 2 of 3');
      expect(await standing(id)).toMatchObject({ here: 2 });
      await row(page, 'Ana').locator('select').selectOption('3');
      await row(page, 'Ana').locator('button[value=arrive]').press('Enter');
      await eventually(() => standing(id)).toMatchObject({ here: 3 });
      await page.waitForLoadState();
      await row(page, 'Ana').locator('button[value=back]').press('Enter');
      await page.waitForURL(/done=taken-back/);
      expect(await standing(id)).toMatchObject({ here: null });
      await expectToFit(page);
    }));

  test('finds a name, and notes who walks in as long as there is room', () =>
    visit(browser, false, async (page) => {
      await answer('Sam', 5);
      await answer('Zoe', 1);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.locator('#find').fill('zo');
      await page.locator('#find').press('Enter');
      await page.waitForLoadState();
      expect(await page.locator('.door-row').count()).toBe(1);
      await page.getByText('Somebody without an answer').click();
      await page.locator('#count').fill('many');
      await press(page, 'Note them as here');
      await page.waitForLoadState();
      await expectProblems(page, ['count'], false);
      await page.locator('#count').fill('2');
      await press(page, 'Note them as here');
      await page.waitForURL(/done=arrived/);
      expect(await row(page, 'Walk-in').innerText()).toContain('2 people · walked in');
      await page.getByText('Somebody without an answer').click();
      await press(page, 'Note them as here');
      await page.waitForURL(/done=no-room/);
      expect(await main(page)).toContain('There are not enough free seats');
    }));
});

describe('The door, with JavaScript', () => {
  test('finds by typing, checks in, takes back, and hears what another device does', () =>
    visit(browser, true, async (page) => {
      const ana = await answer('Ana', 1);
      const sam = await answer('Sam', 2);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.getByText('the list is up to date').waitFor();
      await page.locator('#find').fill('an');
      expect(await row(page, 'Sam').isVisible()).toBe(false);
      await row(page, 'Ana').getByRole('button', { name: 'Check in Ana' }).press('Enter');
      await eventually(() => standing(ana.id)).toMatchObject({ here: 1 });
      expect(await page.locator('.count').innerText()).toBe('1');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('value')))
        .toBe('back');
      await page.keyboard.press('Enter');
      await eventually(() => standing(ana.id)).toMatchObject({ here: null });
      await page.locator('#find').fill('');
      // another device
      await query(`select public.check_in('${sam.id}', 2)`);
      await query(
        `select public.walk_in((select id from public.events where slug = '${slug}'), gen_random_uuid(), 'From the other door', 1)`,
      );
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await row(page, 'Sam').getByText('Here').waitFor();
      await row(page, 'From the other door').waitFor();
      expect(await page.locator('.count').innerText()).toBe('3');
      await eventually(() => kept(page)).toEqual([]);
    }));

  test('goes on without signal, says what is not sent, and sends it once the signal is back', () =>
    visit(browser, true, async (page, { context, faults }) => {
      const ana = await answer('Ana', 3);
      const sam = await answer('Sam', 1);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.getByText('the list is up to date').waitFor();
      await context.setOffline(true);
      await row(page, 'Ana').locator('select').selectOption('2');
      await row(page, 'Ana').getByRole('button', { name: 'Check in Ana' }).press('Enter');
      await row(page, 'Sam').getByRole('button', { name: 'Check in Sam' }).press('Enter');
      await page.getByText('Somebody without an answer').click();
      await page.locator('#walk-in-name').fill(unusualName);
      await press(page, 'Note them as here');
      await page.getByText('3 not sent yet, kept on this device').waitFor();
      expect(await page.locator('.count').innerText()).toBe('4');
      expect(await row(page, 'Łucja').innerText()).toContain('walked in');
      expect(await standing(ana.id)).toMatchObject({ here: null });
      // ids, counts and times; of guests no name
      const stored = await page.evaluate(() => JSON.stringify(localStorage));
      expect(stored).toContain(ana.id);
      expect(stored).not.toMatch(/Ana|Sam|example\.org/);

      await context.setOffline(false);
      await eventually(() => standing(ana.id)).toMatchObject({ here: 2 });
      await eventually(() => standing(sam.id)).toMatchObject({ here: 1 });
      await page.getByText('Everything is sent').waitFor();
      expect(await kept(page)).toEqual([]);
      expect(
        await query(
          `select name from public.rsvps where walk_in and event_id = (select id from public.events where slug = '${slug}')`,
        ),
      ).toEqual([{ name: unusualName }]);
      faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)));
    }));

  test('what was pressed without signal is still there after a reload', () =>
    visit(browser, true, async (page, { context, faults }) => {
      const ana = await answer('Ana', 1);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.getByText('the list is up to date').waitFor();
      await context.route('**/door/sync/', (route) => route.abort());
      await row(page, 'Ana').getByRole('button', { name: 'Check in Ana' }).press('Enter');
      await page.getByText('1 not sent yet').waitFor();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await page.getByText('1 not sent yet').waitFor();
      expect(await row(page, 'Ana').innerText()).toContain('Here');
      await context.unroute('**/door/sync/');
      await press(page, 'Send now');
      await eventually(() => standing(ana.id)).toMatchObject({ here: 1 });
      faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_FAILED/.test(fault)));
    }));

  test('says which presses the list did not take: another device was faster, no seat, no room', () =>
    visit(browser, true, async (page, { context, faults }) => {
      const ana = await answer('Ana', 3);
      const sam = await answer('Sam', 5);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.getByText('the list is up to date').waitFor();
      await context.setOffline(true);
      await row(page, 'Ana').getByRole('button', { name: 'Check in Ana' }).press('Enter');
      await row(page, 'Sam').getByRole('button', { name: 'Check in Sam' }).press('Enter');
      await page.getByText('Somebody without an answer').click();
      await press(page, 'Note them as here');
      await page.getByText('3 not sent yet').waitFor();
      await query(`select public.check_in('${ana.id}', 2)`);
      await query(`select public.cancel_rsvp('${sam.id}')`);
      await query(
        `select public.set_event_capacity((select id from public.events where slug = '${slug}'), 3)`,
      );
      await context.setOffline(false);
      await page.locator('.refused li').nth(2).waitFor();
      const refused = await page.locator('.refused').innerText();
      expect(refused).toContain('Ana: another device was faster');
      expect(refused).toContain('Sam: has no seat by now');
      expect(refused).toContain('A walk-in: there is no free seat');
      expect(await row(page, 'Ana').innerText()).toContain('Here: 2 of 3');
      await query(
        `select public.set_event_capacity((select id from public.events where slug = '${slug}'), 4)`,
      );
      await press(page, 'Send again');
      await eventually(() => page.locator('.refused li').count()).toBe(2);
      await row(page, 'Walk-in').getByText('Here').waitFor();
      await page.locator('.refused button').first().press('Enter');
      await page.locator('.refused button').first().press('Enter');
      await eventually(() => kept(page)).toEqual([]);
      faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)));
    }));

  test('signing out warns of what is not sent, and then leaves nothing on the device', () =>
    visit(browser, true, async (page, { context, faults }) => {
      await answer('Ana', 1);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.getByText('the list is up to date').waitFor();
      await context.route('**/door/sync/', (route) => route.abort());
      await row(page, 'Ana').getByRole('button', { name: 'Check in Ana' }).press('Enter');
      await page.getByText('1 not sent yet').waitFor();
      page.on('dialog', (dialog) => void dialog.accept());
      await press(page, 'Sign out');
      await page.getByText('Press once more to sign out and delete it').waitFor();
      expect(await kept(page)).toHaveLength(1);
      await press(page, 'Sign out');
      await page.waitForURL(/why=signed-out/);
      expect(await kept(page)).toEqual([]);
      faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_FAILED/.test(fault)));
    }));

  test('a session that ended keeps what was pressed and says what to do', () =>
    visit(browser, true, async (page, { context }) => {
      const ana = await answer('Ana', 1);
      await signInAs(page, 'coordinator', `${base}door/`);
      await page.getByText('the list is up to date').waitFor();
      await context.clearCookies();
      await row(page, 'Ana').getByRole('button', { name: 'Check in Ana' }).press('Enter');
      await page.getByText('You are signed out. 1 not sent yet, kept on this device').waitFor();
      await signInAs(await context.newPage(), 'coordinator');
      await press(page, 'Send now');
      await eventually(() => standing(ana.id)).toMatchObject({ here: 1 });
    }));

  test('takes nothing from another site, and nothing that is not a press', () =>
    visit(browser, true, async (page, { context }) => {
      const { id } = await answer('Ana', 1);
      await signInAs(page, 'coordinator');
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const send = (body: unknown, headers: Record<string, string> = {}) =>
        fetch(`${origin}${base}door/sync/`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', cookie, ...headers },
          body: JSON.stringify(body),
        });
      const press = {
        id: crypto.randomUUID(),
        kind: 'arrive',
        rsvp: id,
        count: 1,
        was: 0,
        at: new Date().toISOString(),
      };
      expect((await send({ since: null, presses: [press] }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(
        403,
      );
      expect((await send({ since: null, presses: [{ ...press, count: 51 }] })).status).toBe(422);
      expect((await send({ since: null, presses: [press] }, { cookie: '' })).status).toBe(401);
      expect(await standing(id)).toMatchObject({ here: null });
      const taken = await send({ since: null, presses: [press] });
      expect(taken.headers.get('cache-control')).toBe('private, no-store');
      expect(await taken.json()).toMatchObject({ answers: [{ id: press.id, outcome: 'arrived' }] });
    }));
});

test('a guest’s own page shows the code that the door knows, and nothing else is in it', () =>
  visit(browser, false, async (page) => {
    const { address } = await answer('Ana Ownpage', 2, { review: true });
    await signInAs(page, 'coordinator', `${base}guests/`);
    await press(page, 'Accept Ana Ownpage');
    await page.waitForURL(/done=accepted/);
    const ownPage = async () => /\/r\/r[\w-]{43}/.exec((await mailsTo(address)).at(-1)?.text ?? '')?.[0];
    await eventually(ownPage).toBeDefined();
    await page.goto((await ownPage()) ?? '');
    const drawing = page.getByRole('img', { name: 'Your code for the door' });
    const path = await drawing.locator('path').getAttribute('d');
    expect(await main(page)).toContain('Show this at the door, or just say your name.');
    await page.goto(`${base}door/`);
    expect(path).toBe(drawnCode(await codeOf(page)).path);
  }));

/** The code of the first guest on the list at the door. */
const codeOf = async (page: Page) => {
  const guest = await page.locator('.door-row[data-guest]').first().getAttribute('data-guest');
  return (JSON.parse(guest ?? '') as { code: string }).code;
};

test('a code is read by the camera, and its guest is checked in', async () => {
  // a phone's camera, played by a drawing of the code
  const { id } = await answer('Ana of Two', 2);
  await visit(browser, true, async (page, { context }) => {
    await context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [640, 480];
        const drawing = canvas.getContext('2d');
        const draw = () => {
          if (!drawing) return;
          drawing.fillStyle = '#bbb';
          drawing.fillRect(0, 0, 640, 480);
          const shown = (globalThis as { shown?: { size: number; path: string } }).shown;
          if (shown) {
            drawing.save();
            drawing.translate(150, 60);
            drawing.rotate(0.1);
            drawing.scale(340 / shown.size, 340 / shown.size);
            drawing.fillStyle = '#fff';
            drawing.fillRect(0, 0, shown.size, shown.size);
            drawing.fillStyle = '#000';
            drawing.fill(new Path2D(shown.path));
            drawing.restore();
          }
          requestAnimationFrame(draw);
        };
        draw();
        return Promise.resolve(canvas.captureStream(15));
      };
    });
    await signInAs(page, 'coordinator', `${base}door/`);
    await page.getByText('the list is up to date').waitFor();
    const code = await codeOf(page);
    expect(code).toMatch(/^[\w-]{22}$/);
    expect(code).not.toContain(id.slice(0, 8));
    const show = (text: string) =>
      page.evaluate((shown) => Object.assign(globalThis, { shown }), drawnCode(text));
    await press(page, 'Scan a code');
    await show('this-is-another-event.');
    await page.getByText('This code is not on this list').waitFor();
    await show(code);
    await eventually(() => standing(id)).toMatchObject({ here: 2 });
    await page.getByText('all 2 of the party are checked in').waitFor();
    await press(page, 'Stop the camera');
    expect(await page.locator('video').isVisible()).toBe(false);
  });
});

test('where the camera is not allowed, the page says so and names still work', () =>
  visit(browser, true, async (page, { context }) => {
    await context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await signInAs(page, 'coordinator', `${base}door/`);
    await press(page, 'Scan a code');
    await page.getByText('Find people by name instead').waitFor();
  }));

describe('Writing to guests', () => {
  test('says how many mails it makes and who can only be called, before anything is sent; once', () =>
    visit(browser, false, async (page) => {
      const ana = await answer('Ana', 1);
      const sam = await answer('Sam', 1);
      await answer('Dee', 1, {}, '+15055550188');
      await signInAs(page, 'coordinator', `${base}message/`);
      await press(page, /^Look at it/);
      await page.waitForLoadState();
      await expectProblems(page, ['body'], false);
      await page.locator('#body').fill('The oven is broken 🍕\nPizza instead.');
      await press(page, /^Look at it/);
      await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
      expect(await main(page)).toContain('Everybody who has a place: 2 mails');
      expect(await main(page)).toContain('Pizza instead.');
      expect(await page.locator('a[href="tel:+15055550188"]').count()).toBe(1);
      await press(page, 'Change it');
      await page.getByRole('heading', { name: 'Is this right?' }).waitFor({ state: 'detached' });
      await page.waitForLoadState();
      expect(await page.locator('#body').inputValue()).toContain('Pizza instead.');
      await press(page, /^Look at it/);
      await press(page, 'Send 2 mails');
      await page.waitForURL(/sent=2/);
      expect(await main(page)).toContain('2 mails are on the way');
      expect(await main(page)).toMatch(/Coordinator: everybody who has a place\s+The oven is broken/);
      const queued = await query<{ count: number }>(
        `select count(*)::int as count from public.outbox where kind = 'event-message' and rsvp_id in ('${ana.id}', '${sam.id}')`,
      );
      expect(queued).toEqual([{ count: 2 }]);
    }));
});

test('a mail that did not arrive is named with its reason, on Today too, and can be sent again', () =>
  visit(browser, false, async (page) => {
    const ana = await answer('Ana Unreached', 1);
    const sam = await answer('Sam Unknown', 1);
    const failed = (id: string, status: string, code: string) =>
      query(`insert into public.outbox (kind, rsvp_id, transition, status, last_error, finished_at)
        values ('rsvp-link', '${id}', 99, '${status}', '${code}', now())`);
    await failed(ana.id, 'failed', 'EENVELOPE RCPT TO 550');
    await failed(sam.id, 'unknown', 'deliverer-vanished');
    await signInAs(page, 'coordinator');
    await page.getByRole('link', { name: /^\d+ mails could not be delivered$/ }).press('Enter');
    await page.waitForURL('/staff/mail/');
    const both = page.locator(`a[href^="${base}guests/"]`);
    expect(await both.count()).toBe(2);
    await both.first().press('Enter');
    await page.waitForURL(/guests\/$/);
    expect(await main(page)).toContain('The address does not take mail');
    expect(await main(page)).toContain('Sending it again may send it twice');
    await press(page, 'Send again to Ana Unreached');
    await page.waitForURL(/done=resent/);
    await eventually(() =>
      query(`select status from public.outbox where rsvp_id = '${ana.id}' and transition = 99`),
    ).toEqual([{ status: 'sent' }]);
    expect(await main(page)).toContain('Not delivered (1)');
    expect(await main(page)).toContain('sent a mail once more to Ana Unreached');
  }));

test('after the event it says who could not be there, if anybody was checked in', () =>
  visit(browser, false, async (page) => {
    const came = await answer('Came', 2);
    await answer('Could Not', 1);
    await signInAs(page, 'coordinator', `${base}guests/`);
    const over = `update public.events set starts_at = now() - interval '4 hours', ends_at = now() - interval '1 hour', rsvp_closes_at = now() - interval '5 hours' where slug = '${slug}'`;
    await query(over);
    await page.reload();
    expect(await main(page)).not.toContain('Who could not be there');
    await query(`select public.check_in('${came.id}', 2)`);
    await page.reload();
    expect(await main(page)).toContain('2 people came. Of 2 parties with a seat, 1 did not come');
  }));

test('axe and html-validate find nothing on any page, by day and after dark, full or empty', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/staff/');
    const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
    await signInAs(page, 'coordinator');
    const found: string[] = [];
    const look = async (paths: string[]) => {
      for (const path of paths) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const response = await page.goto(base + path);
          const { results } = await validator.validateString((await response?.text()) ?? '', path);
          found.push(
            ...results.flatMap(({ messages }) =>
              messages.map(({ line, ruleId, message }) => `${path}:${line}: ${ruleId}: ${message}`),
            ),
            ...(await axeViolations(window)).map((violation) => `${path} (${colorScheme}): ${violation}`),
          );
          await expectToFit(page);
        }
      }
    };
    await look(['guests/', 'door/', 'message/', 'guests/print/']);
    const ana = await answer(unusualName, 3, {
      children: 1,
      food: 'No nuts',
      needs: 'A ramp',
      answers: { ride: 'yes' },
    });
    const big = await answer('Big Party', 6);
    const asked = await answer('Asked', 1, { review: true });
    await query(`select public.check_in('${ana.id}', 2)`);
    await query(`insert into public.outbox (kind, rsvp_id, transition, status, last_error, finished_at)
      values ('rsvp-link', '${ana.id}', 99, 'failed', 'EENVELOPE RCPT TO 550', now())`);
    await look(['guests/', 'door/', 'guests/print/', ...[ana, big, asked].map(({ id }) => `guests/${id}/`)]);
    await page.goto(`${base}message/`);
    await page.locator('#body').fill('Hello');
    await press(page, /^Look at it/);
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
    found.push(...(await axeViolations(window)));
    expect(found).toEqual([]);
  }));
