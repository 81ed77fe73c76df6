import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { signInAs } from '../support/signing-in.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  tabTo,
  typeInto,
  unusualName,
  visit,
  ways,
} from '../support/visiting.ts';

/** How somebody of the team answers requests: on a phone, by keyboard alone. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();
/** Waits for the page that says what was done. */
const says = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

let phones = 0;
/** Somebody asks, as the site takes it. */
async function asked(more: Record<string, unknown> = {}): Promise<{ id: string; reference: string }> {
  const answer = await fetch(`${origin}/api/step-down/sign-ups`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({
      kind: 'program',
      program: 'evenings',
      nameToUse: unusualName,
      contact: {
        ...{ channel: 'phone', value: `303-555-02${10 + phones++}` },
        ...{ safeToLeaveMessage: false, safeToSayWho: false },
      },
      bestTimes: ['evenings'],
      note: 'Please ask for me by name.',
      ...more,
    }),
  });
  const { reference } = (await answer.json()) as { reference: string };
  const [row] = await query<{ id: string }>(
    `select id from public.sign_ups where reference = '${reference}'`,
  );
  return { id: row?.id ?? '', reference };
}
const lines = async (id: string) =>
  (
    await query<{ action: string }>(
      `select action from public.audit_log where subject_id = '${id}' order by id`,
    )
  ).map(({ action }) => action);
const closeAll = () =>
  query(
    "update public.sign_ups set status = 'closed', closed_at = now(), closed_why = 'answered' where closed_at is null",
  );

/** Goes from the queue to a request and opens it. */
async function openFromQueue(page: Page, { id }: { id: string }) {
  await pressOn(page, `a[href="/staff/step-down/${id}/"]`);
  await page.waitForURL(`**/staff/step-down/${id}/`);
  await pressOn(page, 'main button[value="open"]');
  await page.getByRole('heading', { name: 'Whose it is' }).waitFor();
}

describe.each(ways)('A clinician, $way, on a phone', ({ javaScriptEnabled }) => {
  test('reads, takes on, notes, holds a seat and declines, by keyboard alone', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await closeAll();
      const [first, second] = [await asked(), await asked({ kind: 'mentor', program: undefined })];
      await query(
        `update public.sign_ups set asked_at = now() - interval '12 days' where id = '${second.id}'`,
      );
      await signInAs(page, 'clinician');
      expect(await main(page)).toContain(
        '2 people wait for a first answer, 1 of them longer than we promised',
      );
      await pressOn(page, 'main a[href="/staff/step-down/"]');
      await page.waitForURL('**/staff/step-down/');
      const links = await page.locator('main .queue a').allInnerTexts();
      expect(links.map((text) => text.slice(-9))).toEqual([second.reference, first.reference]);
      expect(await main(page)).toMatch(/Late by \d+ days/);
      expect(await page.content()).not.toContain(unusualName);

      await openFromQueue(page, first);
      expect(await main(page)).toContain(unusualName);
      for (const sentence of ['Leave no voicemail', 'Do not say who is calling', 'Best times: evenings']) {
        expect(await main(page)).toContain(sentence);
      }
      expect(await page.title()).not.toContain(unusualName);
      expect(await lines(first.id)).toEqual(['read']);

      await pressOn(page, 'main button[value="claim"]');
      await says(page, 'It is yours now.');
      await typeInto(page, '#note', 'Rang twice, try after six');
      await pressOn(page, 'main button[value="note"]');
      await says(page, 'The note is kept, sealed.');
      expect(await main(page)).toContain('Rang twice, try after six');

      await pressOn(page, 'summary:has-text("Hold a seat")');
      await tabTo(page, '#cohort');
      await page.locator('#cohort').selectOption('evenings-birch');
      await pressOn(page, 'main button[value="hold"]');
      await says(page, 'A seat is held for them');

      await pressOn(page, 'summary:has-text("Decline kindly")');
      await typeInto(page, '#reply', '');
      await page.locator('#reply').fill('');
      await pressOn(page, '#alternatives', 'Space');
      await pressOn(page, 'main button[value="decline"]');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      await expectProblems(page, ['reply'], javaScriptEnabled);
      expect(await page.locator('#alternatives').isChecked()).toBe(true);
      await typeInto(page, '#reply', 'No room now, and we are glad you asked.');
      await pressOn(page, 'main button[value="decline"]');
      await says(page, 'Declined');
      await expectToFit(page);

      await page.goto('/staff/step-down/');
      expect(await main(page)).not.toContain(first.reference);
      await page.goto('/staff/step-down/?show=ended');
      expect(await main(page)).toContain(first.reference);
      expect(await lines(first.id)).toEqual([
        'read',
        'claim',
        'read',
        'note',
        'read',
        'hold-seat',
        'read',
        'read',
        'decline',
        'read',
      ]);
    }));
});

describe('The queue', () => {
  test('is filtered by what they ask for and whose it is, and searched by reference', () =>
    visit(browser, false, async (page) => {
      await closeAll();
      const [group, mentor] = [await asked(), await asked({ kind: 'mentor', program: undefined })];
      await signInAs(page, 'clinician', '/staff/step-down/');
      await pressOn(page, 'summary:has-text("Show only")');
      await page.locator('#kind').selectOption('mentor');
      await pressOn(page, 'main .filter button');
      await page.waitForURL(/kind=mentor/);
      expect(await page.locator('.queue').innerText()).toContain(mentor.reference);
      expect(await page.locator('.queue').innerText()).not.toContain(group.reference);
      await page.locator('#whose').selectOption('mine');
      await pressOn(page, 'main .filter button');
      await page.waitForURL(/whose=mine/);
      expect(await main(page)).toContain('None of those you chose.');

      await typeInto(page, '#reference', 'what?');
      await pressOn(page, 'main .find button');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      await expectProblems(page, ['reference'], false);
      await typeInto(page, '#reference', group.reference.toLowerCase().replace('-', ' '));
      await pressOn(page, 'main .find button');
      // a browser keeps the fragment over a redirect
      await page.waitForURL((url) => url.pathname === `/staff/step-down/${group.id}/`);
      expect(await lines(group.id)).toEqual([]);
    }));

  test('is for clinicians and admins', () =>
    visit(browser, false, async (page) => {
      const { id } = await asked();
      await signInAs(page, 'coordinator');
      expect(await main(page)).not.toContain('for a first answer');
      for (const path of ['', 'log/', `${id}/`, `${id}/copy/`]) {
        await page.goto(`/staff/step-down/${path}`);
        expect(await page.content()).not.toMatch(/Open and read|first answer/);
      }
      const sent = await page.request.post(`/staff/step-down/${id}/`, { form: { action: 'open' } });
      expect(await sent.text()).not.toContain(unusualName);
      expect(await lines(id)).toEqual([]);
    }));

  test('loses nothing that was typed when a colleague was faster', () =>
    visit(browser, false, async (page) => {
      const request = await asked();
      await signInAs(page, 'clinician', '/staff/step-down/');
      await openFromQueue(page, request);
      await query(`update public.sign_ups set status = 'closed', closed_at = now(), closed_why = 'answered'
        where id = '${request.id}'`);
      await pressOn(page, 'summary:has-text("Decline kindly")');
      await typeInto(page, '#reply', 'Words that took a while');
      await pressOn(page, 'main button[value="decline"]');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      expect(await main(page)).toContain('This request ended meanwhile. Nothing was changed');
      expect(await main(page)).toContain('Words that took a while');
    }));
});

describe('A copy', () => {
  test('says what it is for, carries the notice, and is written down', () =>
    visit(browser, false, async (page) => {
      const request = await asked({ note: '=1+1' });
      await signInAs(page, 'clinician', '/staff/step-down/');
      await openFromQueue(page, request);
      await pressOn(page, 'summary:has-text("Take a copy")');
      await pressOn(page, 'main button[formaction]');
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      await expectProblems(page, ['purpose', 'scope'], false);
      expect(await lines(request.id)).toEqual(['read']);
      await page.locator('#purpose').selectOption('own-request');
      await typeInto(page, '#scope', 'Their own papers');
      const download = page.waitForEvent('download');
      await pressOn(page, 'main button[formaction]');
      expect((await download).suggestedFilename()).toBe(`copy-${request.reference}.csv`);
      await pressOn(page, 'main form[action$="copy/"] button:not([formaction])');
      await page.waitForURL(/copy\/$/);
      await page.getByText('This record which has been disclosed to you is protected').waitFor();
      expect(await main(page)).toContain('Their own papers');
      expect(await main(page)).toContain(unusualName);
      expect(await lines(request.id)).toEqual(['read', 'export', 'export']);
    }));
});

describe('Every page of the queue', () => {
  test('is read by everybody, day and night, and is kept by no cache', async () => {
    const request = await asked({ language: 'es', kind: 'family-group', program: undefined });
    const found: string[] = [];
    const look = async (name: string, page: Page, window: TestWindow) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const violation of await axeViolations(window))
          found.push(`${name}, ${colorScheme}: ${violation}`);
      }
      await expectToFit(page);
    };
    await visit(browser, true, async (page, window) => {
      await signInAs(page, 'admin');
      for (const path of ['', '?show=ended', 'log/', `${request.id}/`, `${request.id}/copy/`]) {
        const answer = await page.goto(`/staff/step-down/${path}`);
        expect(answer?.headers()['cache-control']).toContain('no-store');
        await look(path, page, window);
      }
      await page.goto(`/staff/step-down/${request.id}/`);
      const opening = page.waitForResponse((response) => response.request().method() === 'POST');
      await pressOn(page, 'main button[value="open"]');
      expect((await opening).headers()['cache-control']).toContain('no-store');
      await page.getByText('Whose it is').waitFor();
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await look('opened', page, window);
    });
    expect(found).toEqual([]);
  });
});
