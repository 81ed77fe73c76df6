import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { query, rebuildSite } from '../support/backstage.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { signInAs } from '../support/signing-in.ts';
import { visit } from '../support/visiting.ts';

/** What the staff area says of the site is so. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test(
  'Staff are told truthfully when a change is live, and the new site has it',
  () =>
    visit(browser, true, async (page) => {
      await signInAs(page, 'coordinator');
      await query(`insert into public.resources (slug, title, summary, body, topics, status, published_at)
        values ('reads-built', 'Built in', 'Ask at the desk.', 'Come in.', '{money}', 'published', now())`);
      const [row] = await query<{ at: string }>('select clock_timestamp() as at');
      const since = new Date(row?.at ?? '').toISOString();
      const state = () =>
        page.evaluate(
          async (moment) =>
            (await (await fetch(`/staff/publishing-state/?since=${moment}`)).json()) as { state: string },
          since,
        );
      expect(await state()).toEqual({ state: 'saved' });
      await rebuildSite();
      expect(await state()).toEqual({ state: 'live' });
      const html = await (await fetch(`${origin}/resources/`)).text();
      expect(html).toContain('/resources/reads-built/');
      const turned = await fetch(`${origin}/staff/publishing-state/?since=2026`, { redirect: 'manual' });
      expect(turned.status, 'nobody else is told').toBe(303);
    }),
  400_000,
);
