import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { mailsTo, newAddress, query } from '../support/backstage.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { expectToFit, visit, ways } from '../support/visiting.ts';

/** The link in reminders and messages that ends them, as people and as their mail providers press it. */

const { origin } = inject('site');
let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const event = 'skating';
const say = async (email: string) =>
  (
    await fetch(`${origin}/api/rsvps`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ event, name: 'Sam', email, partySize: 1 }),
    })
  ).status;

/** Somebody who has a place and a message with the link. */
async function somebodyWithALink() {
  const email = newAddress();
  expect(await say(email)).toBe(201);
  await query(
    `select private.write_to_guests(id, 'going', 'Bring gloves.', gen_random_uuid()) from public.events where slug = '${event}'`,
  );
  // whatever is sent to us sends what is due
  await say(newAddress());
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 15_000 }).toBe(2);
  const message = (await mailsTo(email)).find(({ subject }) => subject === 'A message for you');
  const link = /<(\S+)>/.exec(message?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  const isQuiet = async () =>
    (await query<{ quiet: boolean }>(`select quiet from public.rsvps where email = '${email}'`))[0]?.quiet;
  return { link, isQuiet };
}

test.each(ways)('a person presses it, $way, and may have them back', ({ javaScriptEnabled }) =>
  visit(browser, javaScriptEnabled, async (page) => {
    const { link, isQuiet } = await somebodyWithALink();
    await page.goto(link);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Fewer mails about this one');
    await expectToFit(page);
    expect(await isQuiet()).toBe(false);
    await page.getByRole('button', { name: 'Stop reminders and messages' }).click();
    await page.getByText('No reminders, no messages').waitFor();
    expect(await isQuiet()).toBe(true);
    await page.getByRole('button', { name: 'Send them again' }).click();
    await page.getByRole('button', { name: 'Stop reminders and messages' }).waitFor();
    expect(await isQuiet()).toBe(false);
  }),
);

test('a provider looks without changing anything, and one bare POST is enough (RFC 8058)', async () => {
  const { link, isQuiet } = await somebodyWithALink();
  for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200);
  expect(await isQuiet()).toBe(false);
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await isQuiet()).toBe(true);
});

test('a link that we never made opens nothing and changes nothing', async () => {
  const { link, isQuiet } = await somebodyWithALink();
  const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const method of ['GET', 'POST']) expect((await fetch(forged, { method })).status).toBe(404);
  expect(await isQuiet()).toBe(false);
});

test('another site cannot press it', async () => {
  const { link, isQuiet } = await somebodyWithALink();
  const answer = await fetch(link, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } });
  expect(answer.status).toBe(403);
  expect(await isQuiet()).toBe(false);
});
