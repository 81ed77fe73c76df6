import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CurrentList } from '#meetings/current.ts';
import { encodeList } from '#meetings/finder/encode.ts';
import { MeetingIndex } from '#meetings/finder/meeting-index.ts';
import { readQuery } from '#meetings/finder/query.ts';
import { columnNames, readForm } from '#meetings/hand-out/columns.ts';
import { readResult } from '#meetings/hand-out/found.ts';
import { handOut, mostRows } from '#meetings/hand-out/hand-out.ts';
import type { ListedMeeting } from '#meetings/schema.ts';
import { listedMeeting } from '../support/meeting.ts';

const now = Temporal.Instant.from('2026-11-22T12:00:00-07:00');

function listOf(listed: ListedMeeting[]): CurrentList {
  const readAt = now.toString();
  const encoded = encodeList(listed, { version: '1', timeZone: 'America/Denver', readAt, now });
  const index = new MeetingIndex(encoded.head);
  for (const block of encoded.blocks) index.add(block);
  const { meetings } = encoded;
  return { ...{ version: '1', readAt, index, meetings, text: '', etag: '' }, more: meetings.map(() => '') };
}
const made = (listed: ListedMeeting[], search = '') =>
  handOut(listOf(listed), readQuery(new URLSearchParams(search)), now.epochMilliseconds);
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const times = (listed: ListedMeeting[]) =>
  made(listed).days.flatMap(({ heading, rows }) =>
    rows.map(({ cells }) => `${heading}: ${spaced(cells.time.lines.join(' | '))}`),
  );

test('a week on paper begins on Sunday, in the order of the clock, with what is by appointment at its end', () => {
  expect(
    times([
      listedMeeting({ slug: 'ask', day: null, startTime: null }),
      listedMeeting({ slug: 'b', day: 2, startTime: '19:00', endTime: '20:30' }),
      listedMeeting({ slug: 'c', day: 2, startTime: '07:00' }),
      listedMeeting({ slug: 'd', day: 6, startTime: '23:30', endTime: '00:30' }),
      listedMeeting(),
    ]),
  ).toEqual([
    'Sunday: 7:00 pm',
    'Tuesday: 7:00 am',
    'Tuesday: 7:00 pm to 8:30 pm',
    'Saturday: 11:30 pm to 12:30 am',
    'By appointment: By appointment',
  ]);
});

test('another zone is said: somebody at home reads our clock, somebody who goes there the one on the wall', () => {
  const eastern = { day: 1, startTime: '00:30', endTime: '01:00', timeZone: 'America/New_York' };
  expect(
    times([
      listedMeeting({ ...eastern, slug: 'home', mode: 'online' }),
      listedMeeting({ ...eastern, slug: 'there' }),
      listedMeeting({ slug: 'noon', day: 3, startTime: '12:00', timeZone: 'America/Chicago' }),
    ]),
  ).toEqual([
    'Sunday: 10:30 pm to 11:00 pm | Monday 12:30 am Eastern Time where it is held',
    'Sunday: Monday 12:30 am to 1:00 am Eastern Time',
    'Wednesday: 12:00 pm Central Time',
  ]);
});

test('one date that is moved does not change the day on paper; the rhythm and what is closed stand beside it', () => {
  const moved = { to: '2026-11-25', startTime: '18:00', endTime: null, location: null };
  const [line = ''] = times([
    listedMeeting({ day: 2, exceptions: [{ on: '2026-11-24', moved, note: null }] }),
  ]);
  expect(line).toMatch(/^Tuesday: 7:00 pm \| Moved this time: Wednesday, November 25, 6:00 pm/);
});

test('a way in that waits for a press is not printed', () => {
  const guarded = listedMeeting({
    ...{ mode: 'online', joinUrl: 'https://zoom.us/j/1?pwd=lantern', joinPhone: '+13035550199,,1#' },
    ...{ joinNotes: 'Passcode: lantern', notes: 'Camera off is fine.', joinAfterPress: true },
  });
  const [row] = made([guarded]).days[0]?.rows ?? [];
  expect(JSON.stringify(row)).not.toMatch(/lantern|zoom\.us|0199/);
  expect(row?.cells.join.lines).toEqual(['Ask for the link']);
  const [open] = made([{ ...guarded, joinAfterPress: false }]).days[0]?.rows ?? [];
  expect(open?.cells).toMatchObject({
    join: { lines: ['zoom.us/j/1?pwd=lantern'], href: 'https://zoom.us/j/1?pwd=lantern' },
    phone: { lines: ['(303) 555-0199, then 1#'], href: 'tel:+13035550199,,1%23' },
    notes: { lines: ['Camera off is fine.', 'Passcode: lantern'] },
  });
});

test('the filters of the finder hold, and past a thousand rows it says how many there are', () => {
  const many = Array.from({ length: mostRows + 20 }, (_, index) =>
    listedMeeting({ slug: `m-${index}`, day: index % 7, mode: index < 5 ? 'online' : 'in-person' }),
  );
  const all = made(many);
  expect([all.found, all.shown]).toEqual([mostRows + 20, mostRows]);
  expect(all.days.flatMap(({ rows }) => rows)).toHaveLength(mostRows);
  expect(made(many, 'mode=online').found).toBe(5);
  expect(made(many, 'fellowship=na')).toEqual({ days: [], found: 0, shown: 0 });
});

test('columns come in their order, unknown ones are passed over, and without one there are the usual', () => {
  const chosen = (search: string) => readForm(new URLSearchParams(search));
  expect(chosen('column=phone&column=time&column=secret&large=yes')).toEqual({
    columns: ['time', 'phone'],
    large: true,
  });
  expect(chosen('large=1')).toEqual({
    columns: ['time', 'name', 'how', 'address', 'fellowship'],
    large: false,
  });
  expect(columnNames).toHaveLength(10);
});

test('whatever the finder’s place in the tab holds, reading it does not throw', () => {
  expect(readResult('{"slugs":["a",1],"distances":["1.2 mi"]}')).toEqual({
    slugs: ['a', ''],
    distances: ['1.2 mi'],
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      const result = readResult(text);
      expect(result === null || result.slugs.every((slug) => typeof slug === 'string')).toBe(true);
    }),
  );
});
