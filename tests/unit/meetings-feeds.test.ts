import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importFeed } from '#meetings/import/import-feed.ts';
import { readFeed } from '#meetings/import/read-feed.ts';
import { conflictLine, rowLines, summaryLine } from '#meetings/import/report.ts';

const feeds = '../shared/meetings';
const present = existsSync(feeds);
const context = { source: 'feed', timeZone: 'America/Edmonton' } as const;
const read = (file: string): unknown => JSON.parse(readFileSync(`${feeds}/${file}`, 'utf8'));

describe.skipIf(!present)('the three real feeds', () => {
  test('Edmonton: 315 of 315 rows, the right hour, twice the same', () => {
    const feed = read('aa-edmonton-315-ugly.json');
    const run = () => importFeed(feed, { ...context, format: 'meeting-guide', fellowship: 'aa' }).data;
    const data = run();
    expect(data?.meetings).toHaveLength(315);
    expect(data?.rows.filter(({ outcome }) => outcome === 'dropped')).toEqual([]);
    expect(data?.meetings[0]).toMatchObject({ day: 6, startTime: '11:00', name: 'Chapter House - Shifters' });
    expect(data?.meetings.filter(({ startTime }) => startTime === '20:00')).toHaveLength(85);
    expect(run()).toEqual(data);
  });

  test('Al-Anon: 360 of 360, as its own attendance option says', () => {
    const feed = read('al-anon-ma-360.tsml.json');
    const { data } = importFeed(feed, { ...context, format: 'meeting-guide', fellowship: 'al-anon' });
    expect(data?.meetings).toHaveLength(360);
    expect(data?.meetings.filter(({ mode }) => mode === 'in-person')).toHaveLength(156);
    expect(data?.meetings.filter(({ mode }) => mode === 'hybrid')).toHaveLength(60);
  });

  test('BMLT: 62 of 62, on Wednesday', () => {
    const { data } = importFeed(read('na-bmlt-search-62.json'), {
      ...context,
      format: 'bmlt',
      fellowship: 'na',
    });
    expect(data?.meetings).toHaveLength(62);
    expect(data?.meetings.every(({ day }) => day === 3)).toBe(true);
  });
});

describe('the file as a whole', () => {
  test.each([
    ['', 'empty'],
    ['<!doctype html><title>Not found</title>', 'html'],
    ['<html><title>Just a moment...</title>', 'challenge'],
    ['[{"name":"Dawn","ti', 'truncated'],
    ['name;day', 'not-json'],
  ])('%j is refused as %s', (text, code) => {
    expect(readFeed(text, 'meeting-guide').error?.code).toBe(code);
  });

  test('a table with plain-language headers reads like the feed', () => {
    const table = [
      'ID,Name,Day,Time,End Time,Address,Types,Conference URL',
      'dawn,"Dawn, early",Monday,7:00 AM,8:00 AM,"12 Elm St, Testville","O,X",',
      'dusk,Dusk,3,19:00,,,"C",zoom.us/j/1',
    ].join('\r\n');
    const { data } = readFeed(table, 'csv');
    const { meetings, rows } = importFeed(data, { ...context, format: 'csv', fellowship: 'aa' }).data ?? {};
    expect(meetings?.map(({ day, startTime, mode }) => [day, startTime, mode])).toEqual([
      [1, '07:00', 'in-person'],
      [3, '19:00', 'online'],
    ]);
    expect(rowLines(rows ?? [])[1]).toBe('2  repaired  Dusk: conference link given its https://');
    expect(summaryLine(rows ?? [], 2, null)).toContain('2 rows: 2 kept (2 of them repaired), 0 dropped.');
  });
});

test('what staff wrote over a feed is told when the feed has changed it', () => {
  const counts = { added: 0, changed: 0, unchanged: 1, gone: 0 };
  const conflict = (name: string, field: string) => ({ slug: 'x', name, field });
  expect(conflictLine({ ...counts, conflicts: [] })).toBeNull();
  expect(conflictLine({ ...counts, conflicts: [conflict('Dawn', 'when')] })).toBe(
    '1 field kept as staff wrote it although the feed changed it: Dawn (when).',
  );
  expect(
    conflictLine({ ...counts, conflicts: Array.from({ length: 22 }, () => conflict('Dawn', 'group_name')) }),
  ).toMatch(
    /^22 fields kept as staff wrote them although the feed changed them: Dawn \(group name\), .* and 2 more\.$/,
  );
});
