import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/crawl.ts';
import { isPrinted, papers, sheets } from '../support/on-paper.ts';
import { expectToFit, listen, pressOn, tellingWords, typeInto, visit } from '../support/visiting.ts';

/** The week planner: blocks in seven days, one sheet, and a calendar that tells nothing. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('a week is put together with the keyboard, is kept, printed on one sheet and taken along', () =>
  visit(browser, true, async (page, window) => {
    await page.goto('/tools/week/');
    const asked = listen(page);
    await pressOn(page, '[data-add]');
    await page.getByText('Pick at least one day.').waitFor();
    await page.getByRole('radio', { name: 'Group hours' }).check();
    await typeInto(page, '#what', 'IOP with Rosa');
    await page.getByRole('button', { name: 'Monday to Friday' }).press('Enter');
    await pressOn(page, '[data-add]');
    await page.getByText('Say when it begins.').waitFor();
    await page.locator('#from').fill('18:00');
    await page.locator('#to').fill('21:00');
    await pressOn(page, '[data-add]');
    await page.getByText('IOP with Rosa is in your week.').waitFor();
    await page.getByRole('button', { name: 'Keep it on this device' }).press('Enter');
    await page.getByText('Kept on this device.').waitFor();
    await page.getByRole('button', { name: 'Take IOP with Rosa off Tuesday' }).press('Enter');
    await page.getByText('IOP with Rosa is off Tuesday.').waitFor();
    expect(asked).toEqual([]);
    // a button half behind the way out is not a small one
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeViolations(window)).toEqual([]);
    await expectToFit(page);

    await page.reload();
    await page.getByRole('button', { name: 'Take IOP with Rosa off Monday' }).waitFor();
    expect(await page.locator('[data-day] li').count()).toBe(4);
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);

    const coming = page.waitForEvent('download');
    await pressOn(page, '[data-calendar]');
    const file = await coming;
    expect(file.suggestedFilename()).toBe('week.ics');
    const text = await readFile(await file.path(), 'utf8');
    expect(text).not.toMatch(tellingWords);
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe('Appointment');
    expect(String(event?.getFirstPropertyValue('dtstart'))).toMatch(/T18:00:00$/);
    expect(String(event?.getFirstPropertyValue('rrule'))).toBe('FREQ=WEEKLY;BYDAY=MO,WE,TH,FR');
    expect(asked.filter((request) => /rosa|18:00/i.test(decodeURI(request)))).toEqual([]);
  }));

test('without JavaScript it is a blank week to write in, on one sheet', () =>
  visit(browser, false, async (page) => {
    await page.goto('/tools/week/');
    const asked = listen(page);
    await page.getByRole('textbox', { name: 'Sunday' }).fill('Supper at six\nCall Dee');
    for (const paper of papers) expect(await sheets(page, paper)).toBe(1);
    expect(await isPrinted(page, 'textarea')).toBe(true);
    expect(asked).toEqual([]);
    await expectToFit(page);
  }));
