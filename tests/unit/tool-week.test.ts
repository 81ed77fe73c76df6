import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import { weeklyEvents } from '#tools/week/calendar-events.ts';
import { calendarFile } from '#tools/week/calendar-file.ts';
import { blocksOn, weekDrawer, withBlock, withoutBlock, type Block, type Week } from '#tools/week/week.ts';
import { tellingWords } from '../support/visiting.ts';

const group: Block = { kind: 'group', what: 'IOP with Rosa', days: [1, 3, 4], from: '18:00', to: '21:00' };
const sleep: Block = { kind: 'sleep', what: '', days: [0, 1, 2, 3, 4, 5, 6], from: '22:30', to: '06:30' };
const walk: Block = { kind: 'good', what: 'Walk', days: [6], from: '07:15', to: '' };
const week: Week = { blocks: [sleep, group, walk] };
const anyBlock: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom('work', 'group', 'meeting', 'sleep', 'meal', 'good'),
  what: fc.string({ maxLength: 80 }),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  from: fc.constantFrom('00:00', '06:30', '12:00', '23:59'),
  to: fc.constantFrom('', '00:00', '06:30', '13:00', '23:59'),
});

test('a day shows what is on it, the earliest first', () => {
  expect(blocksOn(week, 1)).toEqual([group, sleep]);
  expect(blocksOn(week, 6)).toEqual([walk, sleep]);
});

test('in words a week goes from Monday to Sunday, with the hours of a clock', () => {
  const words = weekDrawer.inWords({ blocks: [group, walk] });
  expect(words).toEqual([
    'Monday, 6:00 pm to 9:00 pm: IOP with Rosa',
    'Wednesday, 6:00 pm to 9:00 pm: IOP with Rosa',
    'Thursday, 6:00 pm to 9:00 pm: IOP with Rosa',
    'Saturday, 7:15 am: Walk',
  ]);
});

test('a block taken off a day stays on its others, and is gone with the last', () => {
  const once = withoutBlock(week, group, 3);
  expect(blocksOn(once, 3)).toEqual([sleep]);
  expect(blocksOn(once, 4)).toHaveLength(2);
  expect(withoutBlock(week, walk, 6).blocks).toEqual([sleep, group]);
});

test('what is no week is left as it is', () => {
  const kept = (value: unknown) => readKept(weekDrawer, { version: 1, changed: '', value });
  expect(kept(week)).toEqual({ value: week });
  for (const change of [{ days: [7] }, { days: [] }, { from: '24:00' }, { to: 'late' }, { kind: 'other' }]) {
    expect(kept({ blocks: [{ ...walk, ...change }] }), JSON.stringify(change)).toEqual({
      trouble: 'not-ours',
    });
  }
});

test('two copies as one have each block once', () => {
  const one = { blocks: [group, walk] };
  const other = { blocks: [{ ...group, days: [4, 1, 3] }, sleep] };
  expect(weekDrawer.merge?.(one, other)).toEqual({ blocks: [group, walk, sleep] });
  expect(withBlock({ blocks: [] }, { ...walk, days: [6, 6] }).blocks[0]?.days).toEqual([6]);
});

test('in a calendar a block begins on its next day, and may end on the day after', () => {
  // a Sunday
  const [night, evening, morning] = weeklyEvents(week, '2026-11-22');
  expect(night).toMatchObject({ start: '2026-11-22T22:30', end: '2026-11-23T06:30' });
  expect(evening).toMatchObject({ start: '2026-11-23T18:00', days: ['MO', 'WE', 'TH'] });
  expect(morning).toMatchObject({ start: '2026-11-28T07:15', end: '2026-11-28T08:15' });
});

test('the file is read back as weekly events at the hours that were written, and tells nothing', () => {
  const file = calendarFile(weeklyEvents(week, '2026-11-22'));
  expect(file).not.toMatch(tellingWords);
  expect(file).not.toContain('Rosa');
  expect(file).not.toMatch(/DTSTART.*Z\r/);
  const read = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  const evening = new ICAL.Event(read[1] ?? new ICAL.Component('vevent'));
  expect(evening.summary).toBe('Appointment');
  const times = evening.iterator();
  const next = Array.from({ length: 4 }, () => times.next().toString());
  expect(next).toEqual([
    '2026-11-23T18:00:00',
    '2026-11-25T18:00:00',
    '2026-11-26T18:00:00',
    '2026-11-30T18:00:00',
  ]);
});

test('any week makes a file whose every event begins on one of its days and ends later', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 8 }), (blocks) => {
      for (const [index, event] of weeklyEvents({ blocks }, '2026-02-27').entries()) {
        expect(event.end > event.start).toBe(true);
        expect(blocks[index]?.days).toContain(new Date(`${event.start}Z`).getUTCDay());
      }
      expect(
        () => new ICAL.Component(ICAL.parse(calendarFile(weeklyEvents({ blocks }, '2026-02-27')))),
      ).not.toThrow();
    }),
  );
});
