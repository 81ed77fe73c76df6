import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Page, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { sheets } from '../support/on-paper.ts';
import { expectKept } from '../support/tool-notes.ts';
import { expectToFit, listen, pressOn, typeInto, visit } from '../support/visiting.ts';

/** The urge timer and its log. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const timer = '/tools/urge-timer/';
const log = '/tools/urge-log/';
const evening = new Date('2026-11-22T22:00:00-07:00');
const left = (page: Page) => page.locator('[data-left]').innerText();
const saidAloud = (page: Page) => page.locator('[data-said]').textContent();

test('the timer says in words how long is left, by the clock, and ends without a promise', () =>
  visit(browser, true, async (page, window) => {
    await page.clock.install({ time: evening });
    await page.goto(timer);
    const asked = listen(page);
    expect(await axeViolations(window)).toEqual([]);
    await pressOn(page, '[data-minutes="5"]');
    await expect.poll(() => left(page)).toBe('About 5 minutes.');
    expect(await saidAloud(page)).toBe('Started. About 5 minutes. You can stop any time.');
    expect(await axeViolations(window)).toEqual([]);

    await page.clock.fastForward('02:00');
    await expect.poll(() => left(page)).toBe('About 3 minutes.');
    // not said aloud: only the middle and the end are
    expect(await saidAloud(page)).toMatch(/^Started/);
    await page.clock.fastForward('01:00');
    await expect.poll(() => saidAloud(page)).toBe('Past the middle. About 2 minutes.');
    await page.clock.fastForward('10:00');
    await expect.poll(() => left(page)).toBe('That time has gone by, and you are here.');
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    // the timer itself comes with the first press
    expect(asked.filter((request) => !/\/_astro\/[^?]+\.js /.test(request))).toEqual([]);

    await pressOn(page, '[data-leave-out]');
    await page.goto(log);
    await page.locator('urge-log form').waitFor();
    expect(await page.locator('[data-lines] li').count()).toBe(0);
  }));

test('for who keeps no log a timer that runs is not written down; for who keeps one it survives closing', () =>
  visit(browser, true, async (page) => {
    await page.goto(timer);
    await pressOn(page, '[data-minutes="10"]');
    await page.reload();
    await page.locator('[data-choose]').waitFor();
    expect(await page.locator('[data-running]').isVisible()).toBe(false);

    await page.locator('[name="before"]').selectOption('7');
    await pressOn(page, '[data-minutes="10"]');
    await pressOn(page, '[data-stop]');
    await page.locator('[name="after"]').selectOption('3');
    await pressOn(page, '[data-log-form] summary');
    await typeInto(page, '[name="did"]', 'Walked round the block');
    await pressOn(page, '[data-log-form] [type="submit"]');
    await expectKept(page);

    await pressOn(page, '[data-minutes="15"]');
    await expect.poll(() => left(page)).toBe('About 15 minutes.');
    await expectKept(page);
    await page.reload();
    await expect.poll(() => left(page)).toBe('About 15 minutes.');

    await page.goto(log);
    await page.locator('[data-lines] > li').waitFor();
    const line = await page.locator('[data-lines] > li').innerText();
    expect(line).toContain('Strength: 7 before, 3 after.');
    expect(line).toContain('Walked round the block');
  }));

test('somebody to call is on the screen wherever one reads, and the first own person is one of them', () =>
  visit(browser, true, async (page) => {
    await page.goto('/tools/coping-card/');
    await page.locator('#person-1').fill('Ana');
    await page.locator('#phone-1').fill('303 555 0199');
    await expectKept(page);
    await page.goto(timer);
    const own = page.getByRole('link', { name: 'Call Ana' });
    await own.waitFor();
    expect(await own.getAttribute('href')).toBe('tel:3035550199');
    for (const part of ['h1', '.breath', 'urge-timer > :last-child']) {
      await page.locator(part).evaluate((element) => element.scrollIntoView({ block: 'end' }));
      for (const name of ['Call Ana', /^Call 988/, /^Text 988/, /^Call us at/]) {
        const link = page.getByRole('navigation', { name: 'Call someone' }).getByRole('link', { name });
        const box = await link.boundingBox();
        expect(box?.y, `${part}, ${String(name)}`).toBeGreaterThanOrEqual(0);
        expect(box?.height, String(name)).toBeGreaterThanOrEqual(44);
        expect((box?.y ?? 999) + (box?.height ?? 999), `${part}, ${String(name)}`).toBeLessThanOrEqual(780);
      }
    }
  }));

test('the light moves only when asked to, out longer than in, and never for who wants no motion', async () => {
  const moves = (page: Page) =>
    page.locator('.breath').evaluate((breath) =>
      ['.glow', '.in', '.out'].map((part) => {
        const element = breath.querySelector(part);
        return element ? getComputedStyle(element).animationName : 'missing';
      }),
    );
  await visit(browser, true, async (page) => {
    await page.goto(timer);
    expect(await moves(page)).toEqual(['none', 'none', 'none']);
    await page.locator('[data-breathe]').check();
    expect((await moves(page))[0]).toBe('none');
    expect((await moves(page))[1]).not.toBe('none');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect((await moves(page))[0]).not.toBe('none');
  });
});

test('without JavaScript there are breaths to count, things to do and people to call', () =>
  visit(browser, false, async (page) => {
    await page.goto(timer);
    expect(await page.locator('[data-without-script] li').count()).toBe(10);
    expect(await page.getByText('Five things to do meanwhile').isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Call someone' }).isVisible()).toBe(true);
    expect(await page.locator('[data-minutes]').first().isVisible()).toBe(false);
    await expectToFit(page);
    await page.goto(log);
    await typeInto(page, 'urge-log input', 'Sunday');
    expect(await sheets(page, 'A4')).toBe(1);
    await expectToFit(page);
  }));

async function addLine(page: Page, day: string, time: string, trigger: string): Promise<void> {
  const open = await page.locator('[data-add]').evaluate((details: HTMLDetailsElement) => details.open);
  if (!open) await pressOn(page, '[data-add] summary');
  await page.locator('[name="day"]').fill(day);
  await page.locator('[name="time"]').fill(time);
  await typeInto(page, '[name="trigger"]', trigger);
  await typeInto(page, '[name="did"]', 'Called Ana');
  await page.locator('[name="went"]').selectOption('eased');
  await pressOn(page, '[data-add] [type="submit"]');
  await expectKept(page);
}

test('lines are added back-dated, read together in sentences, changed and deleted', () =>
  visit(browser, true, async (page, window) => {
    await page.clock.setFixedTime(evening);
    await page.goto(log);
    await page.locator('urge-log form').waitFor();
    const asked = listen(page);
    await addLine(page, '2026-11-20', '21:10', 'Payday');
    await addLine(page, '2026-11-13', '20:00', 'payday');
    expect(await page.locator('[data-patterns]').isVisible()).toBe(false);
    await addLine(page, '2026-11-15', '08:00', 'A bad night');
    const patterns = await page.locator('[data-patterns]').innerText();
    for (const line of [
      'In the evening: twice.',
      'On a Friday: twice.',
      'Payday: twice.',
      'Called Ana: 3 times.',
    ])
      expect(patterns).toContain(line);
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);

    await pressOn(page, '[data-lines] > li:first-child [data-edit]');
    expect(await page.locator('[name="trigger"]').inputValue()).toBe('Payday');
    await typeInto(page, '[name="trigger"]', 'The shop');
    await pressOn(page, '[data-add] [type="submit"]');
    await expect.poll(() => page.locator('[data-lines]').innerText()).toContain('The shop');
    expect(await page.locator('[data-lines] > li').count()).toBe(3);
    page.once('dialog', (dialog) => void dialog.accept());
    await pressOn(page, '[data-lines] > li:first-child [data-delete]');
    await expect.poll(() => page.locator('[data-lines] > li').count()).toBe(2);
    expect(await page.getByText('can be read by anyone who opens it').isVisible()).toBe(true);
    expect(asked).toEqual([]);
    await page.reload();
    await expect.poll(() => page.locator('[data-lines] > li').count()).toBe(2);
  }));
