import { request as send } from 'node:http';
import { glob } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { asHtml } from '#resources/markdown.ts';
import { query } from '../support/backstage.ts';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { payloads } from '../support/payloads.ts';
import { signInAs } from '../support/signing-in.ts';
import { expectToFit, visit } from '../support/visiting.ts';

/** Who did what, as a coordinator reads it on a phone; and what somebody plants who wants to run in her browser. */

const { origin } = inject('site');
let browser: TestBrowser;
const slug = `record-${crypto.randomUUID().slice(0, 8)}`;
const title = `Renewal weekend ${slug.slice(-4)}`;
const base = `/staff/events/${slug}/`;
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const eventNamed = (name: string, address: string, title: string) =>
  query(`select public.create_event(jsonb_build_object(
    'slug', ${quoted(address)}, 'title', ${quoted(title)}, 'summary', ${quoted(name)}, 'kind', 'social', 'format', 'in-person',
    'startsAt', now() + interval '3 hours', 'endsAt', now() + interval '5 hours', 'timeZone', 'America/Denver',
    'rsvpClosesAt', now() + interval '2 hours', 'maxPartySize', 6, 'status', 'published', 'capacity', 80))`);
const guestOf = (address: string, name: string) =>
  query(`
    with event as (select id, pool_id from public.events where slug = ${quoted(address)}),
    place as (insert into public.places (pool_id, party_size, status) select pool_id, 1, 'held' from event returning id)
    insert into public.rsvps (event_id, place_id, name, email, access_needs)
    select event.id, place.id, ${quoted(name)}, gen_random_uuid() || '@example.org', ${quoted(name)} from event, place`);

beforeAll(async () => {
  browser = await startBrowser();
  await eventNamed('Supper.', slug, title);
  await guestOf(slug, 'Wilhelmina Plantedguest');
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator('main').innerText();

describe('The record', () => {
  test('says in sentences who opened what, fits a phone, and works without JavaScript', async () => {
    await visit(browser, false, async (page) => {
      await signInAs(page, 'coordinator', `${base}guests/`);
      await page.goto(`${base}door/`);
      await page.goto('/staff/record/');
      const text = await main(page);
      expect(text).toContain(
        `Coordinator opened the guest list of “${title}” (1 answer) on the page “Guests”`,
      );
      expect(text).toContain(
        `Coordinator opened the list at the door of “${title}” (1 answer) on the page “Door”`,
      );
      expect(text).not.toContain('Plantedguest');
      await expectToFit(page);

      await page.locator('main summary').press('Enter');
      await page.getByLabel('What they did').selectOption('looked');
      await page.getByLabel('About what').selectOption('event');
      await page.getByRole('button', { name: 'Show' }).press('Enter');
      await page.waitForURL(/did=looked/);
      expect(await main(page)).toContain(title);
      await expectToFit(page);

      await page
        .getByRole('link', { name: /More about it/ })
        .first()
        .press('Enter');
      await page.waitForURL(/about=/);
      expect(await main(page)).toContain(`Only what is about one thing: “${title}”`);
      expect(page.url()).not.toContain('Plantedguest');
    });
    // axe is a script itself
    await visit(browser, true, async (page, window) => {
      await signInAs(page, 'coordinator', '/staff/record/');
      expect(await axeViolations(window)).toEqual([]);
      await page.goto('/staff/record/?did=looked&subject=event');
      expect(await axeViolations(window)).toEqual([]);
    });
  });

  test('is taken away as a table, which is a line that admins see', async () => {
    await visit(browser, false, async (page) => {
      await signInAs(page, 'coordinator', `${base}guests/`);
      const answer = await page.request.get('/staff/record/record.csv?subject=event');
      expect(answer.headers()).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'cache-control': 'private, no-store',
      });
      const [heading, ...rows] = parse(await answer.text(), { bom: true }) as string[][];
      expect(heading?.slice(0, 4)).toEqual(['When (UTC)', 'Who', 'What', 'On the page']);
      expect(rows.map((row) => row[4])).not.toContain('sign-up');
      expect(rows.length).toBeGreaterThan(0);
    });
    const [line] = await query<{ staff_name: string; page: string }>(
      "select staff_name, page from public.audit_log where subject = 'everything' and detail = 'record' order by id desc limit 1",
    );
    expect(line).toMatchObject({
      staff_name: 'Coordinator',
      page: expect.stringContaining('record.csv') as string,
    });
  });

  test('is not the editor’s, and the page of before leads to it', async () => {
    await visit(browser, false, async (page) => {
      await signInAs(page, 'editor');
      const answer = await page.goto('/staff/record/');
      expect(answer?.status()).toBe(403);
    });
    await visit(browser, false, async (page) => {
      await signInAs(page, 'clinician');
      await page.goto('/staff/step-down/log/');
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
        '/staff/record/?subject=sign-up',
      );
    });
  });
});

/** One request as a program sends it: fetch would not let us say where it comes from. */
const post = (path: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const asked = send(
      `${origin}${path}`,
      { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end('action=x');
  });

describe('A form on another site', () => {
  test('is refused by every route of the staff area, with a session or without', async () => {
    const routes: string[] = [];
    for await (const file of glob('src/pages/staff/**/*.{astro,ts}')) {
      const route = file
        .slice('src/pages'.length)
        .replace(/\.(astro|ts)$/, '')
        .replace(/\/index$/, '')
        .replace(/\[(slug|place|id|rsvp|[a-z]+)\]/g, crypto.randomUUID());
      routes.push(/\.\w+$/.test(route) ? route : `${route}/`);
    }
    expect(routes.length).toBeGreaterThan(50);
    await visit(browser, true, async (page, { context }) => {
      await signInAs(page, 'admin');
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const foreign = [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'https://evil.example' },
        { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      ];
      const taken: string[] = [];
      for (const route of routes) {
        for (const headers of foreign) {
          const status = await post(route, { ...headers, Cookie: cookie } as Record<string, string>);
          if (status !== 403) taken.push(`${route} ${JSON.stringify(headers)}: ${status}`);
        }
      }
      expect(taken).toEqual([]);
      // control: our own page gets past that door
      expect(await post('/staff/sign-out/', { Origin: origin })).not.toBe(403);
    });
  });
});

/** What in a page would run, or could be pressed to: whatever policy is behind it. */
const executable = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} ${name}`);
        if (
          /^(href|src|action|formaction|data|xlink:href|srcdoc)$/i.test(name) &&
          /^\s*(javascript|vbscript|data:text)/i.test(value)
        )
          found.push(`${element.tagName} ${name}=${value}`);
      }
      if (element instanceof HTMLScriptElement && !element.src && element.textContent.includes('run=1'))
        found.push('SCRIPT');
      if (element instanceof HTMLIFrameElement) found.push('IFRAME');
    }
    if ('run' in globalThis) found.push('it ran');
    return found;
  });

describe('Markup that somebody plants', () => {
  test('never is any where Markdown is shown, on a page without our policy', async () => {
    const window = await browser.open();
    try {
      await window.page.goto('about:blank');
      for (const payload of [...payloads, payloads.join('\n\n'), payloads.join(' ')]) {
        await window.page.setContent(`<!doctype html><title>x</title><main>${asHtml(payload)}</main>`);
        expect(await executable(window.page), payload).toEqual([]);
      }
    } finally {
      await window.close();
    }
  });

  test('negative control: shown as it is, it runs', async () => {
    const window = await browser.open();
    try {
      await window.page.setContent(`<!doctype html><title>x</title><main>${payloads[1]}</main>`);
      expect(await executable(window.page)).not.toEqual([]);
    } finally {
      await window.close();
    }
  });

  test('stays text in titles and names, on every page that shows them', async () => {
    const planted = `${slug}-planted`;
    const short = payloads.filter((payload) => payload.length <= 90);
    await eventNamed(
      payloads.join(' ').slice(0, 300),
      planted,
      '</title><svg onload=window.run=1>"><img src=x onerror=window.run=1>',
    );
    for (const payload of short) await guestOf(planted, payload);
    const resource = crypto.randomUUID();
    const draft = {
      ...{ title: payloads[28], summary: payloads[26], body: payloads.join('\n\n'), kind: 'guide' },
      ...{ topics: ['work'], audience: 'everyone', language: 'en', services: [], reviewBy: null },
      links: [{ label: payloads[1], url: 'javascript:window.run=1' }],
    };
    await query(`
      insert into public.resources (id, draft, kind, language, author_name, changed_by_name)
      values ('${resource}', ${quoted(JSON.stringify(draft))}, 'guide', 'en', ${quoted(payloads[1] ?? '')}, ${quoted(payloads[2] ?? '')})`);
    const [guest] = await query<{ id: string }>(
      `select rsvp.id from public.rsvps rsvp join public.events event on event.id = rsvp.event_id where event.slug = '${planted}' limit 1`,
    );
    const at = `/staff/events/${planted}/`;
    const pages = [
      ...[
        at,
        `${at}guests/`,
        `${at}guests/${guest?.id}/`,
        `${at}guests/print/`,
        `${at}door/`,
        `${at}message/`,
      ],
      ...[
        '/staff/events/',
        '/staff/',
        '/staff/record/',
        '/staff/resources/',
        `/staff/resources/${resource}/`,
      ],
      ...[`/staff/resources/${resource}/history/`, `/staff/resources/${resource}/publish/`],
      `/events/${planted}/`,
    ];
    await visit(browser, true, async (page, window) => {
      await signInAs(page, 'admin');
      for (const path of pages) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBeLessThan(500);
        expect(await executable(page), path).toEqual([]);
      }
      // what a browser notes of a policy that had to step in would be a hole behind the policy
      expect(window.faults.filter((fault) => /Content Security Policy/i.test(fault))).toEqual([]);
    });
    await query(`delete from public.resources where id = '${resource}'`);
    await query(`update public.events set status = 'draft' where slug = '${planted}'`);
  });
});
