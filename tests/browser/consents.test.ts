import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { disclosureNotice } from '#platform/part-2-notice.ts';
import { newAddress, query, duringOutage } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { signInAs } from '../support/signing-in.ts';
import {
  expectProblems,
  expectToFit,
  pressOn,
  tellingWords,
  typeInto,
  unusualName,
  visit,
  ways,
} from '../support/visiting.ts';

/** A consent from the first question to the copy and its end, and what staff see of it. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The page where somebody who wrote to us says whom we may speak with. */
async function consentPage(): Promise<string> {
  const answer = await fetch(`${origin}/api/step-down/sign-ups`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({
      kind: 'mentor',
      nameToUse: 'Ana',
      contact: { channel: 'email', value: newAddress(), safeToLeaveMessage: true },
    }),
  });
  const { manageUrl } = (await answer.json()) as { manageUrl: string };
  return new URL(manageUrl).pathname.replace('/r/', '/r/consent/');
}

const recipient = 'Dr. Noor <b>Kim</b> & “Søn” 🌲';
const press = (page: Page, name: string) => pressOn(page, `button:text-is("${name}")`);
const main = (page: Page) => page.locator('main').innerText();

async function check(page: Page, name: RegExp | string) {
  await page.locator('label.choice', { hasText: name }).locator('input').press('Space');
}

async function choose(page: Page) {
  await check(page, /^A doctor/);
  await typeInto(page, '#recipientName', recipient);
  await check(page, 'When I started');
  await check(page, 'How I am doing');
  await check(page, 'For my care');
}

async function sign(page: Page): Promise<string> {
  await typeInto(page, '#patientName', unusualName);
  await typeInto(page, '#signature', unusualName);
  await press(page, 'Accept and sign');
  await page.waitForURL(/\/r\/consent\/c[\w-]{43}\?done=signed(#\w+)?$/);
  return new URL(page.url()).pathname;
}

const kept = () =>
  query<{ row: string }>('select to_jsonb(consent)::text as row from public.consents consent');

/** Nothing personal in the address, nothing telling in title and address, no fault in the page. */
async function expectSound(page: Page, window: TestWindow, javaScriptEnabled: boolean) {
  // words may stand before their styles have come
  await page.waitForLoadState();
  expect(`${await page.title()} ${page.url()}`).not.toMatch(tellingWords);
  expect(page.url()).not.toMatch(/Noor|Kim|dates|provider/i);
  await expectToFit(page);
  const validator = new HtmlValidate(JSON.parse(await readFile('.htmlvalidate.json', 'utf8')) as object);
  if (!javaScriptEnabled) {
    const { results } = await validator.validateString(await page.content());
    const found = results.flatMap(({ messages }) =>
      messages.map(({ line, message }) => `${line}: ${message}`),
    );
    expect(found).toEqual([]);
  } else {
    expect(await axeViolations(window)).toEqual([]);
  }
}

describe.each(ways)('$way, on a phone, by keyboard', ({ javaScriptEnabled }) => {
  test('somebody chooses, reads, signs, keeps a copy and ends it', () =>
    visit(browser, javaScriptEnabled, async (page, window) => {
      const path = await consentPage();
      await page.goto(path);
      await expectSound(page, window, javaScriptEnabled);

      // a blank form
      await press(page, 'Continue');
      await expectProblems(
        page,
        ['recipientKind', 'recipientName', 'information', 'purpose'],
        javaScriptEnabled,
      );
      await choose(page);
      // what the law keeps apart
      await check(page, 'The notes of my counseling');
      await press(page, 'Continue');
      await expectProblems(page, ['information'], javaScriptEnabled);
      expect(await page.locator('#recipientName').inputValue()).toBe(recipient);
      await check(page, 'The notes of my counseling');
      await press(page, 'Continue');

      await page.getByRole('heading', { name: 'What you are about to sign' }).waitFor();
      await expectSound(page, window, javaScriptEnabled);
      for (const words of [
        recipient,
        'When I started and when I finished',
        'For my care',
        '42 CFR Part 2',
        'HIPAA',
      ]) {
        expect(await main(page)).toContain(words);
      }
      const hidden = page.locator('input[name="draft"]').first();
      expect(await hidden.inputValue()).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);

      // back and forth loses nothing
      await press(page, 'Change what you chose');
      expect(await page.locator('#recipientName').inputValue()).toBe(recipient);
      expect(await page.locator('input:checked').count()).toBe(5);
      await press(page, 'Continue');

      // an unsigned one
      const before = (await kept()).length;
      await typeInto(page, '#patientName', unusualName);
      await press(page, 'Accept and sign');
      await expectProblems(page, ['signature'], javaScriptEnabled);
      expect(await page.locator('#patientName').inputValue()).toBe(unusualName);
      expect(await main(page)).toContain(recipient);
      expect(await kept()).toHaveLength(before);

      const copy = await sign(page);
      const rows = await kept();
      expect(rows).toHaveLength(before + 1);
      for (const personal of ['Noor', 'Łucja', 'Søn', 'نور']) {
        expect(JSON.stringify(rows)).not.toContain(personal);
      }
      for (const words of [unusualName, recipient, 'Signature, as typed', 'Last day it stands', 'HIPAA']) {
        expect(await main(page)).toContain(words);
      }
      await expectSound(page, window, javaScriptEnabled);

      // looking changes nothing
      const asItWas = await kept();
      for (let time = 0; time < 3; time++) await page.goto(copy);
      expect(await kept()).toEqual(asItWas);

      await press(page, 'End this consent');
      await page.getByText('You ended this consent on').waitFor();
      expect(await page.getByRole('button', { name: 'End this consent' }).count()).toBe(0);
      expect(await kept()).not.toEqual(asItWas);
      await expectSound(page, window, javaScriptEnabled);
    }));

  test('a legal matter is signed on a text of its own, and pressing twice signs once', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto(await consentPage());
      await check(page, /^A court/);
      await typeInto(page, '#recipientName', 'County court');
      await check(page, 'How often I came');
      await check(page, 'For a court case');
      await check(page, 'Until a day I choose');
      await press(page, 'Continue');
      await expectProblems(page, ['untilDate'], javaScriptEnabled);
      await check(page, /^For 30 days/);
      await press(page, 'Continue');
      await page.getByRole('heading', { name: 'Consent for a court case or other legal matter' }).waitFor();
      const before = (await kept()).length;
      await page.locator('#patientName').fill('Ana Lopez');
      await page.locator('#signature').fill('Ana Lopez');
      await page.getByRole('button', { name: 'Accept and sign' }).dblclick();
      await page.waitForURL(/\/r\/consent\/c/);
      expect(await kept()).toHaveLength(before + 1);
    }));

  test('when the database is away, nothing that was typed is lost', () =>
    visit(browser, javaScriptEnabled, async (page) => {
      await page.goto(await consentPage());
      await choose(page);
      await duringOutage(async () => {
        await press(page, 'Continue');
        await page.locator('.error-summary').waitFor();
        expect(await page.locator('#recipientName').inputValue()).toBe(recipient);
        expect(await page.locator('input:checked').count()).toBe(5);
      });
      await press(page, 'Continue');
      await page.getByRole('heading', { name: 'What you are about to sign' }).waitFor();
      await typeInto(page, '#patientName', unusualName);
      await typeInto(page, '#signature', unusualName);
      await duringOutage(async () => {
        await press(page, 'Accept and sign');
        await page.locator('.error-summary').waitFor();
        expect(await page.locator('#signature').inputValue()).toBe(unusualName);
        expect(await main(page)).toContain(recipient);
      });
      await press(page, 'Accept and sign');
      await page.waitForURL(/\/r\/consent\/c/);
    }));
});

test('the pages are nobody else’s: not cached, not indexed, no referrer; a link cut short opens nothing', async () => {
  const path = await consentPage();
  const answer = await fetch(origin + path);
  expect(answer.headers.get('cache-control')).toMatch(/no-store/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('x-robots-tag')).toMatch(/noindex/);
  const token = path.split('/').at(-1) ?? '';
  for (const wrong of [token.slice(0, -1), `c${token.slice(1)}`, `r${token.slice(1)}`, 'x']) {
    expect((await fetch(`${origin}/r/consent/${wrong}`)).status).toBe(404);
    const post = await fetch(`${origin}/r/consent/${wrong}`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'action=revoke',
    });
    expect(post.status).toBe(404);
  }
});

describe('Staff', () => {
  let copy: string;
  let id: string;
  beforeAll(() =>
    visit(browser, false, async (page) => {
      await page.goto(await consentPage());
      await choose(page);
      await press(page, 'Continue');
      copy = await sign(page);
      const [newest] = await query<{ id: string }>(
        'select id from public.consents order by signed_at desc limit 1',
      );
      id = newest?.id ?? '';
    }),
  );
  const looks = () =>
    query(`select from public.audit_log where action = 'consent-read' and subject_id = '${id}'`);

  test('see what there is without a name, open it with the look written down, and print the sheet that goes with it', () =>
    visit(browser, true, async (page, window) => {
      await signInAs(page, 'clinician', '/staff/step-down/consents/');
      expect(await main(page)).not.toContain('Noor');
      await expectToFit(page);
      expect(await axeViolations(window)).toEqual([]);
      await page.goto(`/staff/step-down/consents/${id}/`);
      expect(await main(page)).not.toContain('Noor');
      expect(await looks()).toHaveLength(0);
      await press(page, 'Open this consent');
      await page.getByRole('heading', { name: 'What was signed' }).waitFor();
      expect(await looks()).toHaveLength(1);
      for (const words of [recipient, unusualName, disclosureNotice])
        expect(await main(page)).toContain(words);
      await expectToFit(page);
      expect(await axeViolations(window)).toEqual([]);

      await page.emulateMedia({ media: 'print' });
      const paper = await page.locator('body').innerText();
      expect(paper).toContain(disclosureNotice);
      expect(paper).toContain('Last day it stands');
      expect(paper).not.toMatch(/Sign out|Signature|End this consent|How to end it/);
      await page.emulateMedia({ media: null });

      // the person ends it: nothing may be printed for a disclosure any more
      await query(`select public.revoke_consent('${id}')`);
      await page.goto(`/staff/step-down/consents/${id}/`);
      expect(await main(page)).toContain('do not disclose');
      await press(page, 'Open this consent');
      await page.getByRole('heading', { name: 'What was signed' }).waitFor();
      expect(await main(page)).not.toContain('Disclosure cover sheet');
      expect(copy).toMatch(/^\/r\/consent\/c/);
    }));

  test('end one for somebody who asked in writing, not by accident', () =>
    visit(browser, false, async (page) => {
      let own = '';
      await visit(browser, false, async (other) => {
        await other.goto(await consentPage());
        await choose(other);
        await press(other, 'Continue');
        own = await sign(other);
      });
      await signInAs(page, 'admin', '/staff/step-down/consents/');
      await page.locator('main .rows a').first().press('Enter');
      await page.locator('summary', { hasText: 'End it for the person' }).press('Enter');
      await press(page, 'End this consent');
      await page.locator('.error-summary').waitFor();
      await page.locator('#asked').press('Space');
      await press(page, 'End this consent');
      await page.getByText('do not disclose').waitFor();
      await page.goto(own);
      expect(await main(page)).toContain('You ended this consent');
    }));

  test('other than clinicians and admins are not let in', () =>
    visit(browser, true, async (page) => {
      await signInAs(page, 'coordinator');
      await page.goto(`/staff/step-down/consents/${id}/`);
      expect(await main(page)).not.toContain('Open this consent');
    }));
});

test('on paper the copy is a letter: all elements, and nothing to press', () =>
  visit(browser, true, async (page) => {
    await page.goto(await consentPage());
    await choose(page);
    await press(page, 'Continue');
    await sign(page);
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('main').innerText();
    for (const words of [
      'Whose records',
      'Who may tell',
      'To whom',
      'Last day it stands',
      'Signed on',
      recipient,
    ]) {
      expect(paper).toContain(words);
    }
    expect(paper).not.toContain('Print your copy');
    expect(await page.locator('main button:visible').count()).toBe(0);
  }));
