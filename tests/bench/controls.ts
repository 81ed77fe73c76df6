import type { Page } from 'playwright-core';
import { parts } from './finder-parts.ts';
import type { Effect } from './in-page.ts';

/** What a person does on the finder, by real input, and how long until its effect is on the screen. Null: not there. */

const quiet = 250;
const atMost = 20_000;

export async function pressed(page: Page, selector: string): Promise<Effect | null> {
  if (!(await reveal(page, selector))) return null;
  // a box that is drawn by its label is under it
  const label = page.locator(selector).first().locator('xpath=ancestor::label');
  const target = (await label.count()) > 0 ? label : page.locator(selector).first();
  await awaitChange(page, 'click');
  await target.click();
  const time = await awaited(page);
  await settle(page);
  return time;
}

/** From the last key to the list that stands: a pause before it looks counts as well. */
export async function typed(page: Page, word: string): Promise<Effect | null> {
  if (!(await reveal(page, parts.words))) return null;
  const field = page.locator(parts.words).first();
  await field.focus();
  await settle(page);
  await field.pressSequentially(word.slice(0, -1), { delay: 120 });
  await settle(page);
  await awaitChange(page, 'input');
  await page.keyboard.press(word.slice(-1));
  const time = await awaited(page);
  await field.fill('');
  await settle(page);
  return time;
}

/** From the press to the markers, with the code and the ground that come for it. */
export async function mapOpened(page: Page): Promise<Effect | null> {
  if (!(await reveal(page, parts.openMap))) return null;
  await page.evaluate(([marker, limit]) => window.bench.awaitAppearance('click', marker, limit), [
    parts.marker,
    atMost,
  ] as const);
  await page.locator(parts.openMap).first().click();
  return awaited(page);
}

/** Lets what still runs come to an end. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => setTimeout(done, 300), { timeout: 10_000 })),
  );

const awaitChange = (page: Page, type: string): Promise<void> =>
  page.evaluate(([event, watched, still, limit]) => window.bench.awaitChange(event, watched, still, limit), [
    type,
    [parts.count, parts.results] as string[],
    quiet,
    atMost,
  ] as const);

const awaited = (page: Page): Promise<Effect | null> => page.evaluate(() => window.bench.awaited);

/** Unfolds what the control may be folded into. False where there is no such control. */
async function reveal(page: Page, selector: string): Promise<boolean> {
  const control = page.locator(selector).first();
  if ((await control.count()) === 0) return false;
  await page.evaluate((part) => {
    let folded = document.querySelector(part)?.closest('details');
    for (; folded; folded = folded.parentElement?.closest('details')) folded.open = true;
  }, selector);
  await control.scrollIntoViewIfNeeded();
  await settle(page);
  return true;
}
