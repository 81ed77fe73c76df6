import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { addDays } from '#platform/device-day.ts';
import { readKept } from '#platform/kept/drawer.ts';
import { calendarFile } from '#tools/first-90-days/calendar-file.ts';
import {
  dateOf,
  first90Drawer,
  noFirstDays,
  ticked,
  withoutOwn,
  withOwn,
} from '#tools/first-90-days/first-90-days.ts';
import { tellingWords } from '../support/visiting.ts';

const now = new Date('2026-11-22T20:00:00Z');
const dates = [
  { day: '2026-11-22', title: 'Call' },
  { day: '2026-11-24', title: 'Call' },
  { day: '2026-11-24', title: 'Note: look at your list' },
];

const events = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));

const inZone = (zone: string, work: () => void) => {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
};

test('the day of coming home is day 1', () => {
  expect(dateOf('2026-11-22', 1)).toBe('2026-11-22');
  expect(dateOf('2026-11-22', 90)).toBe('2027-02-19');
});

test('the calendar file has whole days that stay the same day in every zone', () => {
  for (const zone of ['America/Denver', 'Pacific/Kiritimati', 'Pacific/Niue', 'America/Sao_Paulo']) {
    inZone(zone, () => {
      fc.assert(
        fc.property(fc.nat(4000), (days) => {
          const day = addDays('2020-01-01', days);
          const [event] = events(calendarFile([{ day, title: 'Call' }], now));
          expect(event?.startDate.isDate).toBe(true);
          expect(event?.startDate.toString()).toBe(day);
          expect(event?.endDate.toString()).toBe(addDays(day, 1));
        }),
        { numRuns: 40 },
      );
    });
  }
});

test('it can be taken twice, says nothing about anybody, and takes up no time', () => {
  const file = calendarFile(dates, now);
  expect(file).toBe(calendarFile(dates, now));
  expect(events(file).map(({ summary }) => summary)).toEqual(dates.map(({ title }) => title));
  expect(new Set(events(file).map(({ uid }) => uid)).size).toBe(3);
  expect(file).not.toMatch(tellingWords);
  expect(file).not.toMatch(/home|90|VALARM/);
  expect(file.match(/TRANSP:TRANSPARENT/g)).toHaveLength(3);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

const own = { id: 'x', day: '2026-12-24', text: 'Court' };

test('steps are ticked off and on again, and dates of one’s own stand in their order', () => {
  const once = ticked(ticked(noFirstDays, 'card', true), 'card', true);
  expect(once.done).toEqual(['card']);
  expect(ticked(once, 'card', false).done).toEqual([]);
  const two = withOwn(withOwn(once, own), { id: 'y', day: '2026-12-01', text: 'Refill' });
  expect(two.own.map(({ id }) => id)).toEqual(['y', 'x']);
  expect(withoutOwn(ticked(two, 'x', true), 'x')).toEqual({ done: ['card'], own: [two.own[0]] });
});

test('what is kept comes back, reads as sentences, and a saved copy adds what is missing', () => {
  const read = (value: unknown) => readKept(first90Drawer, { version: 1, changed: '', value });
  const kept = { home: '2026-11-22', done: ['card', 'x'], own: [own] };
  expect(read(kept)).toEqual({ value: kept });
  expect(read({})).toEqual({ value: noFirstDays });
  expect(read({ home: 'soon' })).toEqual({ trouble: 'not-ours' });
  expect(first90Drawer.inWords(kept)).toEqual([
    'Came home on November 22, 2026.',
    'December 24, 2026: Court (done)',
    'Ticked off: 2.',
  ]);
  const later = { ...own, id: 'z', day: '2027-01-01' };
  expect(first90Drawer.merge?.({ done: ['a'], own: [own] }, { ...kept, own: [own, later] })).toEqual({
    home: '2026-11-22',
    done: ['a', 'card', 'x'],
    own: [own, later],
  });
  expect(first90Drawer.merge?.(kept, { ...kept, home: '2025-01-01' }).home).toBe('2026-11-22');
});
