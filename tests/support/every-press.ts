import { expect } from 'vitest';
import { drawers } from '#tools/my-data/drawers.ts';
import { query } from './backstage.ts';
import type { TestBrowser, TestWindow } from './browser.ts';
import { aCopy } from './drawer-bits.ts';
import { keepHere } from './keep-here.ts';
import { onTheDevice } from './on-the-device.ts';
import { signInAs, staffAddress } from './signing-in.ts';

/** Every press after which something lies on a device, each made once, as a person would. */

type Look = (window: TestWindow) => Promise<string[]>;

/** Everything that was on a device at some time of the way, each as "kind name"; `faults` are those of the windows. */
export async function makeEveryPress(browser: TestBrowser): Promise<{ seen: Set<string>; faults: string[] }> {
  const seen = new Set<string>();
  const look: Look = async (window) => {
    const there = await onTheDevice(window);
    for (const thing of there) seen.add(thing);
    return there;
  };
  const faults: string[] = [];
  for (const walk of [asVisitor, asStaff]) {
    const window = await browser.open({ serviceWorkers: 'allow', reducedMotion: 'reduce' });
    await walk(window, look);
    faults.push(...window.faults);
    await window.close();
  }
  return { seen, faults };
}

/** Looks again until it is there: what a worker keeps, it keeps after the page is shown. */
const until = (thing: string, window: TestWindow, look: Look) =>
  expect
    .poll(async () => (await look(window)).some((one) => one.startsWith(thing)), {
      message: `on the device: ${thing}`,
      timeout: 60_000,
    })
    .toBe(true);

async function asVisitor(window: TestWindow, look: Look): Promise<void> {
  const { page } = window;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().press('Enter');
  await page.goto('/help/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  for (const cache of ['kept', 'lists']) await until(`cache ${cache}`, window, look);
  await page.goto('/about/');
  await until('cache visited', window, look);
  await page.goto('/meetings/hope-after-dark/');
  await until('cache visited-meetings', window, look);
  await page.locator('save-meeting button').press('Space');
  await until('localStorage saved', window, look);
  await page.locator('theme-switch button').first().press('Enter');
  await page.goto('/search/');
  await page.locator('#find').fill('naloxone');
  await page.locator('[data-results] h3').first().waitFor();
  await until('cache search-index', window, look);

  await page.goto('/meetings/');
  await page.locator('meeting-finder[data-ready]').waitFor();
  await page.getByText('Near a place').click();
  await page.getByLabel('ZIP or town').fill('Alder Springs');
  await page.keyboard.press('Enter');
  await page.getByText('Within 10 miles of Alder Springs.').waitFor();
  await page.getByLabel('Miles or kilometers').selectOption('km');
  await until('localStorage distance', window, look);
  await page.locator('[data-hand-out]').press('Enter');
  await page.waitForURL('**/meetings/hand-out/**');
  await look(window);

  await page.goto('/tools/coping-card/');
  await page.locator('#reason-1').fill('Sam’s breakfast');
  await keepHere(page);
  await page.goto('/my-data/');
  await page
    .locator('#copy')
    .setInputFiles({ name: 'my-notes.json', mimeType: 'application/json', buffer: aCopy() });
  await press('Add it to what is here');
  await page.getByText(`Brought back: ${drawers.length}.`).waitFor();
  await look(window);
  await putAside(window);
  await until('record of kept /aside/', window, look);
  await page.goto('/my-data/');
  await page.getByLabel('Passphrase, 8 characters or more').fill('four lamps');
  await page.getByLabel('The same once more').fill('four lamps');
  await press('Lock with this passphrase');
  await page.getByRole('button', { name: 'Lock it again' }).waitFor();
  await until('sessionStorage opened', window, look);
}

/** A record that no version of this site wrote; then something new is written in its place. */
async function putAside({ page }: TestWindow): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kept');
        opening.onerror = () => reject(new Error('kept does not open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('drawers', 'readwrite');
          writing.objectStore('drawers').put({ version: 1, changed: 'once', value: 5 }, 'card');
          writing.oncomplete = () => resolve(opening.result.close());
        };
      }),
  );
  await page.goto('/tools/coping-card/');
  await page.locator('#reason-1').fill('Pancakes');
}

/** On a device of the program that is to keep nothing of the tools. */
async function asStaff(window: TestWindow, look: Look): Promise<void> {
  const { page, context } = window;
  await page.goto('/tools/coping-card/');
  await page.locator('#reason-1').fill('Pancakes');
  await page.getByRole('button', { name: 'Not on this one' }).press('Enter');
  await until('sessionStorage keep-here', window, look);

  const slug = 'every-press';
  await query(`select public.create_event(jsonb_build_object(
    'slug', '${slug}', 'title', 'Supper', 'summary', 'Supper.', 'kind', 'social', 'format', 'in-person',
    'startsAt', now() + interval '3 hours', 'endsAt', now() + interval '5 hours', 'timeZone', 'America/Denver',
    'rsvpClosesAt', now() + interval '2 hours', 'maxPartySize', 6, 'status', 'published', 'capacity', 8))`);
  await query(`select public.create_rsvp('${slug}', 'Ana', 1, p_phone => '+13035550147')`);

  const door = `/staff/events/${slug}/door/`;
  await page.goto(door);
  await page.locator('#email').fill(staffAddress('coordinator'));
  await page.locator('#email').press('Enter');
  await page.waitForURL(/\/staff\/sign-in\/code\//);
  await look(window);
  await context.clearCookies();
  await signInAs(page, 'coordinator', door);
  await page.getByText('the list is up to date').waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Check in Ana' }).press('Enter');
  await until('localStorage staff:door:', window, look);
  await context.setOffline(false);
  await page.getByText('Everything is sent').waitFor();
  await query(`delete from public.events where slug = '${slug}'`);
}
