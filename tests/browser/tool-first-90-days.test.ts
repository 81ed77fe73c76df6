import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { sheets } from '../support/on-paper.ts';
import { expectKept } from '../support/tool-notes.ts';
import { expectToFit, listen, pressOn, tellingWords, typeInto, visit } from '../support/visiting.ts';

/** The first 90 days: dates put to the list on the device, and taken along as a calendar file. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const path = '/tools/first-90-days/';

test('dates are counted from the day home, ticks and own dates are kept, and the calendar file tells nobody', () =>
  visit(browser, true, async (page, window) => {
    await page.clock.setFixedTime(new Date('2026-11-22T12:00:00-07:00'));
    await page.goto(path);
    const asked = listen(page);
    await page.locator('[data-home]').fill('2026-11-20');
    await expectKept(page);
    expect(await page.locator('[data-day="90"] time').getAttribute('datetime')).toBe('2027-02-17');
    await pressOn(page, '[data-step="card"]', 'Space');
    await page.locator('first-90-days [name="day"]').fill('2026-12-24');
    await typeInto(page, 'first-90-days [name="text"]', 'Court');
    await pressOn(page, 'first-90-days form [type="submit"]');
    await page.locator('[data-own]').getByText('Court', { exact: true }).first().waitFor();
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);
    expect(asked).toEqual([]);

    await page.reload();
    await page.locator('[data-own]').getByText('Court', { exact: true }).first().waitFor();
    expect(await page.locator('[data-step="card"]').isChecked()).toBe(true);
    expect(await sheets(page, 'A4')).toBeLessThanOrEqual(2);
    expect(await sheets(page, 'Letter')).toBeLessThanOrEqual(2);

    const [file] = await Promise.all([page.waitForEvent('download'), pressOn(page, '[data-take]')]);
    expect(file.suggestedFilename()).toBe('notes.ics');
    const text = await readFile(await file.path(), 'utf8');
    expect(text).not.toMatch(tellingWords);
    expect(text).not.toContain('Court');
    const events = new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    // the first day has gone by
    expect(events.map(({ startDate }) => startDate.toString()).slice(0, 4)).toEqual([
      ...['2026-11-22', '2026-11-26', '2026-12-03', '2026-12-19'],
    ]);
    expect(new Set(events.map(({ summary }) => summary))).toEqual(
      new Set(['Call', 'Note: look at your list']),
    );
  }));

test('without JavaScript it is the same list without dates, to tick and to print', () =>
  visit(browser, false, async (page) => {
    await page.goto(path);
    const asked = listen(page);
    await page.locator('[data-step="tell-one"]').check();
    expect(await page.locator('[data-day]').count()).toBe(9);
    expect(await page.locator('[data-home]').isVisible()).toBe(false);
    expect(asked).toEqual([]);
    expect(await sheets(page, 'Letter')).toBe(1);
    await expectToFit(page);
  }));
