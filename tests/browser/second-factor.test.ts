import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/crawl.ts';
import { launchChromium } from '../support/chromium.ts';
import { codeIn } from '../support/mailed-code.ts';
import type { ServedSite } from '../support/site.ts';
import { codeAt } from '../support/second-factors.ts';
import { expectToFit } from '../support/visiting.ts';

/** Clinicians and admins where Auth keeps second factors: the pages of the build on a stack that has them. */

let child: ChildProcess;
let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  child = fork(fileURLToPath(new URL('../support/serve-second-factor.ts', import.meta.url)), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: [],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: undefined,
      DEV: undefined,
      PROD: undefined,
      MODE: undefined,
    },
  });
  site = await new Promise<ServedSite>((resolve, reject) => {
    let words = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      const line = /^\{"origin":.*\}$/m.exec(words)?.[0];
      if (line) resolve(JSON.parse(line) as ServedSite);
    });
    child.once('exit', () => reject(new Error('The site with second factors did not come up')));
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  child.disconnect();
});
beforeEach(() => query('delete from auth.mfa_factors'));

async function query<Row>(sql: string): Promise<Row[]> {
  const answer = await fetch(site.backstage, { method: 'POST', body: JSON.stringify({ query: sql }) });
  return (await answer.json()) as Row[];
}
const mails = async (address: string) =>
  ((await (await fetch(`${site.mail}/api/messages`)).json()) as { to: string[]; html: string }[]).filter(
    ({ to }) => to.includes(address),
  );

/** A phone without scripts, signed in with the mailed code. */
async function withCode(
  role: string,
  path: string,
  work: (page: Page, context: BrowserContext) => Promise<void>,
) {
  await query('delete from public.rate_limits');
  const context = await browser.newContext({
    baseURL: site.origin,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
  });
  const page = await context.newPage();
  try {
    const address = `${role}@juniperhollow.example`;
    await page.goto(path);
    const before = (await mails(address)).length;
    await page.locator('#email').fill(address);
    await page.locator('#email').press('Enter');
    await page.waitForURL(/\/staff\/sign-in\/code\//);
    await expect.poll(async () => (await mails(address)).length).toBeGreaterThan(before);
    const code = codeIn((await mails(address))[0]);
    await page.locator('#code').fill(code);
    await page.locator('#code').press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/staff/sign-in'));
    await work(page, context);
  } finally {
    await context.close();
  }
}
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).press('Enter');
  await page.waitForLoadState();
};
/** How the page of the day begins. */
const welcome = /^(Good (morning|afternoon|evening)|Hello), /;
const heading = (page: Page) => page.locator('h1').innerText();
const enter = async (page: Page, code: string) => {
  await page.locator('#code').fill(code);
  await page.locator('#code').press('Enter');
  await page.waitForLoadState();
};
const wrongFor = (secret: string) => {
  const near = [-30_000, 0, 30_000].map((off) => codeAt(secret, Date.now() + off));
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '';
};

/** Sets one up from the page that asks for it; returns what the app holds. */
async function setUp(page: Page): Promise<string> {
  await press(page, 'Set it up');
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await enter(page, codeAt(secret, Date.now()));
  return secret;
}

describe('A clinician or admin', () => {
  test('sets it up at the first sign-in, and lands where they were going', () =>
    withCode('admin', '/staff/team/', async (page, context) => {
      expect(page.url()).toContain('/staff/second-factor/?next=%2Fstaff%2Fteam%2F');
      expect(await page.locator('nav').count()).toBe(0);
      await press(page, 'Set it up');
      expect(await page.getByRole('img', { name: /A code for the camera/ }).count()).toBe(1);
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      await expectToFit(page);
      // a wrong one loses nothing of what is being set up
      await enter(page, wrongFor(secret));
      expect(await page.title()).toMatch(/^Error: /);
      expect((await page.locator('code').innerText()).replaceAll(' ', '')).toBe(secret);
      const before = (await context.cookies()).map(({ value }) => value).join();
      await enter(page, codeAt(secret, Date.now()));
      expect(new URL(page.url()).pathname).toBe('/staff/team/');
      expect(await heading(page)).toBe('Team');
      expect((await context.cookies()).map(({ value }) => value).join()).not.toBe(before);
    }));

  test('shows it at every later sign-in, and a second one cannot be set up with the mailed code alone', () =>
    withCode('clinician', '/staff/', async (first) => {
      const secret = await setUp(first);
      expect(await heading(first)).toMatch(welcome);
      await withCode('clinician', '/staff/step-down/', async (page, context) => {
        expect(await heading(page)).toBe('Enter the code of your app');
        expect(await page.locator('code').count()).toBe(0);
        const forced = await context.request.post('/staff/second-factor/', {
          form: { action: 'begin' },
          maxRedirects: 0,
        });
        expect(forced.status()).toBe(409);
        expect(await forced.text()).not.toMatch(/<code/);
        await enter(page, codeAt(secret, Date.now()));
        expect(new URL(page.url()).pathname).toBe('/staff/step-down/');
      });
    }));

  test('opens nothing before it is shown, and a form sent meanwhile keeps its words', () =>
    withCode('admin', '/staff/', async (page, context) => {
      for (const path of [
        '/staff/',
        '/staff/settings/',
        '/staff/team/',
        '/staff/events/',
        '/staff/step-down/',
      ]) {
        const answer = await context.request.get(path, { maxRedirects: 0 });
        expect(answer.status(), path).toBe(303);
        expect(answer.headers()['location'], path).toBe(
          `/staff/second-factor/?${new URLSearchParams({ next: path })}`,
        );
      }
      const sent = await context.request.post('/staff/settings/', {
        form: { action: 'save', version: '1', noticeEn: 'Kept word for word 🧤' },
        maxRedirects: 0,
      });
      expect(sent.status()).toBe(401);
      expect(await sent.text()).toContain('Kept word for word 🧤');
      expect(await query('select notice_en from public.site_settings')).toEqual([{ notice_en: null }]);
      await page.goto('/staff/sign-out/');
      await press(page, 'Sign out here');
      expect(page.url()).toContain('why=signed-out');
    }));

  test('has ten tries in a quarter of an hour, whoever asks', () =>
    withCode('admin', '/staff/', async (page) => {
      await press(page, 'Set it up');
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
      for (let tries = 0; tries < 10; tries++) await enter(page, wrongFor(secret));
      await enter(page, codeAt(secret, Date.now()));
      expect(await page.locator('.error-summary').innerText()).toContain('Too many tries');
      expect(await query(`select status from auth.mfa_factors`)).toEqual([{ status: 'unverified' }]);
    }));

  test('what was begun and left is begun anew, and leads nowhere else than the staff area', () =>
    withCode('admin', '/staff/', async (page) => {
      await press(page, 'Set it up');
      await page.goto('/staff/second-factor/?next=https://evil.example/');
      await press(page, 'Set it up');
      expect(await query('select status from auth.mfa_factors')).toHaveLength(1);
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
      await enter(page, codeAt(secret, Date.now()));
      expect(page.url()).toBe(`${site.origin}/staff/`);
    }));
});

test.each(['editor', 'coordinator'])('the %s needs none', (role) =>
  withCode(role, '/staff/', async (page) => {
    expect(await heading(page)).toMatch(welcome);
    await page.goto('/staff/second-factor/');
    expect(new URL(page.url()).pathname).toBe('/staff/');
  }),
);

test('the pages of it have no fault of axe, also with the code drawn', async () => {
  await withCode('admin', '/staff/', async (_page, context) => {
    const scripted = await browser.newContext({
      baseURL: site.origin,
      viewport: { width: 360, height: 780 },
    });
    await scripted.addCookies(await context.cookies());
    const page = await scripted.newPage();
    const look = () => axeViolations({ page, context: scripted, faults: [], close: () => scripted.close() });
    await page.goto('/staff/second-factor/');
    expect(await look()).toEqual([]);
    await press(page, 'Set it up');
    expect(await look()).toEqual([]);
    await enter(page, '12');
    expect(await look()).toEqual([]);
    await scripted.close();
  });
});
