import { expect } from 'vitest';
import type { Page, TestBrowser, TestWindow } from './browser.ts';

/** How a person with a phone, a keyboard and perhaps no scripts goes through the site. */

export const ways = [
  { way: 'without JavaScript', javaScriptEnabled: false },
  { way: 'with JavaScript', javaScriptEnabled: true },
];

/** A name as phones send them: emoji, right to left, and not ASCII. */
export const unusualName = 'نور 🌻 Łucja';

/** Does something in a window of its own, 360 px wide, and expects it to have gone without a fault. */
export async function visit(
  browser: TestBrowser,
  javaScriptEnabled: boolean,
  work: (page: Page, window: TestWindow) => Promise<void>,
): Promise<void> {
  const window = await browser.open({
    javaScriptEnabled,
    viewport: { width: 360, height: 780 },
    reducedMotion: 'reduce',
  });
  try {
    await work(window.page, window);
    // a browser notes on the console that an error page is one, and which policy it does not know
    const noted = /status of (401|403|404|409|422|503)|Permissions-Policy header: Unrecognized feature/;
    expect(window.faults.filter((fault) => !noted.test(fault))).toEqual([]);
  } finally {
    await window.close();
  }
}

/** Opens a page and skips to its content, as somebody with a keyboard does first. */
export async function read(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id), { message: 'where the skip link leads' })
    .toBe('main');
}

/** Presses Tab until the element has the focus, which a person without a mouse must be able to get there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

/** Gets to a field with the keyboard and types. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Gets to a button, a link or a box with the keyboard and presses it. */
export async function pressOn(page: Page, selector: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

/** A form that measures how long it was open is not sent faster than anybody could fill it in. */
export async function takeTime(page: Page): Promise<void> {
  if (!(await page.evaluate(() => !!customElements.get('rsvp-form')))) return;
  await page.waitForFunction(() => {
    const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return !!opened && opened.domComplete > 0 && performance.now() - opened.domComplete > 1500;
  });
}

/** The page says that something is to be mended, names the fields with links, and fits a phone. */
export async function expectProblems(
  page: Page,
  fields: string[],
  javaScriptEnabled: boolean,
): Promise<void> {
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await summary.getByRole('heading').innerText()).toBe('There is a problem');
  const links = summary.getByRole('link');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(targets).toEqual(fields.map((field) => `#${field}`));
  if (javaScriptEnabled) {
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  for (const [index, field] of fields.entries()) {
    await links.nth(index).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), { message: `the link to ${field}` })
      .toBe(field);
  }
  await expectToFit(page);
}

export async function expectToFit(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, 'px past the right edge of a phone').toBe(0);
}

/** What the page asks for from here on, as "address headers body". */
export function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    // a font comes when its first letter is drawn, and says nothing
    if (request.resourceType() === 'font') return;
    asked.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
  });
  return asked;
}

/** What must not stand where somebody looks over a shoulder. */
export const tellingWords =
  /rehab|recover|alumni|addict|treatment|sober|clinic|patient|therap|outpatient|hospital|\biop\b|\bphp\b/i;
