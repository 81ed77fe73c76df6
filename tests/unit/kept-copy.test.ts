import fc from 'fast-check';
import { array, object, string } from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Everything } from '#platform/kept/everything.ts';
import { listed } from '#tools/my-data/listed-drawer.ts';
import { mostBytes, readCopy, writeCopy } from '#tools/my-data/saved-copy.ts';
import { things, thingsHere } from '#tools/my-data/things.ts';
import { drawers as allDrawers } from '#tools/my-data/drawers.ts';
import { rowWords } from '#tools/my-data/words.ts';

/** A copy comes back as it was saved; a stranger's file changes nothing and breaks nothing. */

const notes = listed<{ lines: string[] }>({
  ...{ name: 'notes', title: 'Notes', page: '/tools/notes/', version: 2 },
  shape: object({ lines: array(string()) }),
  inWords: ({ lines }) => lines,
  upgrade: (value) => ({ lines: [(value as { words: string }).words] }),
  merge: (here, saved) => ({ lines: [...new Set([...here.lines, ...saved.lines])] }),
});
const drawers = [notes];
const now = new Date('2026-11-22T20:00:00Z');

const all = (records: Record<string, unknown>): Everything => ({
  ...{ state: 'there', lock: false, asides: new Map() },
  drawers: new Map(Object.entries(records)),
});
const nothingElse = { known: [], unknown: [], waitingAtTheDoor: 0 };
const copyOf = (records: Record<string, unknown>) => writeCopy(all(records), nothingElse, now);
const rowsOf = (text: string) => {
  const read = readCopy(text, drawers, things);
  return 'rows' in read ? read.rows : [];
};
const kept = (value: unknown, version = 2) => ({ version, changed: '2026-11-01T08:00:00.000Z', value });

test('whatever was kept comes back from its copy', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
      const [row] = rowsOf(copyOf({ notes: kept({ lines }) }));
      expect(row).toMatchObject({ take: true, title: 'Notes', lines });
      expect(row).toHaveProperty('kept.value', { lines });
    }),
  );
});

test('an older copy comes back in the shape of today', () => {
  expect(rowsOf(copyOf({ notes: kept({ words: 'Sam' }, 1) }))).toMatchObject([
    { take: true, lines: ['Sam'] },
  ]);
});

test.each([
  ['a newer version wrote', kept({ lines: [] }, 3), 'newer'],
  ['is of another shape', kept({ lines: [5] }), 'not-ours'],
  ['is a list instead', kept([]), 'not-ours'],
  ['is nothing', null, 'not-ours'],
])('what %s is left, and it says why', (_what, record, because) => {
  const [row] = rowsOf(copyOf({ notes: record }));
  expect(row).toMatchObject({ take: false, because });
  expect(row && rowWords(row, false)).toMatch(/^Left out: /);
});

test('a drawer that nobody knows is named and left, and the others come', () => {
  expect(rowsOf(copyOf({ other: kept('x'), notes: kept({ lines: ['a'] }) }))).toMatchObject([
    { title: 'other', take: false, because: 'unknown' },
    { title: 'Notes', take: true },
  ]);
});

test('a row says whether it joins what is here or takes its place', () => {
  const [row] = rowsOf(copyOf({ notes: kept({ lines: ['a'] }) }));
  if (!row) throw new Error('There is a row');
  expect(rowWords(row, false)).toBe('Comes back: 1 line, changed November 1, 2026.');
  expect(rowWords(row, true)).toContain('makes one of the two');
});

describe('a file that is none of ours is refused with a word', () => {
  test.each([
    ['', 'no-copy'],
    ['{', 'no-copy'],
    ['[]', 'no-copy'],
    ['null', 'no-copy'],
    ['{"kind":"my-notes"}', 'no-copy'],
    ['{"kind":"other","version":1}', 'no-copy'],
    ['{"kind":"my-notes","version":2,"drawers":{}}', 'newer'],
    ['{"kind":"my-notes","version":1,"drawers":[1,2]}', 'empty'],
    ['[['.repeat(200_000), 'no-copy'],
    [' '.repeat(mostBytes + 1), 'too-big'],
  ])('%.40s', (text, trouble) => expect(readCopy(text, drawers, things)).toEqual({ trouble }));
});

test('whatever JSON it is, reading never throws, and takes only what has its shape', () => {
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (text, value) => {
      readCopy(text, drawers, things);
      for (const name of ['notes', '__proto__', 'constructor', 'toString']) {
        const file = `{"kind":"my-notes","version":1,"drawers":{"${name}":${JSON.stringify({ version: 2, changed: value, value })}},"things":{"${name}":${JSON.stringify(value)}}}`;
        for (const row of rowsOf(file)) if (row.take) expect(row.name).toBe('notes');
      }
    }),
  );
});

test('keys that would change every object change none', () => {
  const file = `{"kind":"my-notes","version":1,"__proto__":{"bad":1},
    "drawers":{"notes":{"version":2,"changed":"","value":{"lines":["a"],"__proto__":{"bad":1}},"__proto__":{"bad":1}},
    "__proto__":{"version":2,"value":{"lines":[]}}},"things":{"__proto__":"x"}}`;
  const rows = rowsOf(file);
  expect(rows).toMatchObject([{ name: 'notes', take: true, kept: { value: { lines: ['a'] } } }]);
  expect(({} as { bad?: number }).bad).toBeUndefined();
  expect((rows[0] as unknown as { kept: { value: { bad?: number } } }).kept.value.bad).toBeUndefined();
});

test('small choices come along only when they are what they should be', () => {
  const file = (distance: unknown) =>
    JSON.stringify({ kind: 'my-notes', version: 1, things: { distance, theme: 'dark' } });
  expect(rowsOf(file('25 km'))).toMatchObject([{ take: true }, { take: true }]);
  expect(rowsOf(file('<b>'))).toMatchObject([{ take: false, because: 'not-ours' }, { take: true }]);
});

test('what staff pressed at the door is counted, and never in a copy', () => {
  const storage = { 'staff:door:picnic': '{"presses":[{},{}]}', theme: 'dark', odd: 'x' };
  const found = thingsHere({
    ...storage,
    getItem: (key: string) => (storage as Record<string, string>)[key] ?? null,
  } as unknown as Storage);
  expect(found.waitingAtTheDoor).toBe(2);
  expect(found.known.map(({ thing }) => thing.key)).toEqual(['theme']);
  expect(writeCopy(all({}), found, now)).not.toContain('staff');
});

test('each drawer of each tool is listed once', () => {
  const names = allDrawers.map(({ name }) => name);
  expect(names.toSorted()).toEqual(
    'basics card check-in days days-out first-90-days plan savings ten-questions urges week'.split(' '),
  );
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
});
