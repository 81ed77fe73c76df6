import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OnwardDatabase } from '#platform/database.ts';
import { resourcesOnDesk } from '#resources/desk/kept-resource.ts';
import { bringResourcesIn } from '#resources/table/bring-in.ts';
import { longestTable, readTable } from '#resources/table/read-table.ts';
import { resourceTable } from '#resources/table/resource-table.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Resources as a table, out and back in as drafts. */

describe('a table of resources', () => {
  const rowsOf = (text: string) => readTable(text).rows ?? [];

  test('is read row by row: kept, repaired or dropped, and why', () => {
    const rows = rowsOf(
      'Title,Body,Topics,Language,Review by\nRides,Call us.,"housing, moon",es,someday\n,,,,\nRides,Call us.,,,\n"=1+1",x,money,en,2027-01-01\n',
    );
    expect(rows.map(({ title, outcome, said }) => [title, outcome, ...said])).toEqual([
      [
        'Rides',
        'repaired',
        'topics housing, moon read as housing',
        'the day to look through again is no date, left out',
      ],
      ['(no title)', 'dropped', 'it has neither a title nor a text'],
      ['Rides', 'dropped', 'it is the same as a row before it'],
      ['=1+1', 'kept'],
    ]);
    expect(rows[0]?.draft).toMatchObject({
      kind: 'guide',
      language: 'es',
      topics: ['housing'],
      reviewBy: null,
    });
  });

  test.each([
    ['', 'The file is empty'],
    ['name,text\na,b', 'There is no column “title”'],
    [`title\n${'a\n'.repeat(201)}`, 'Bring 200 rows at a time'],
    [`title\n${'a'.repeat(longestTable)}`, 'too long'],
  ])('that cannot be read is one sentence (%#)', (text, sentence) => {
    expect(readTable(text).error).toContain(sentence);
  });

  test('never breaks, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { draft, outcome } of rowsOf(`title,body,links,services\n${text}`))
          expect(draft === null).toBe(outcome === 'dropped');
      }),
    );
  });
});

describe('brought in', () => {
  let stack: TestStack;
  let editor: OnwardDatabase;
  beforeAll(async () => {
    stack = await startTestStack({ seed: true });
    editor = await staffClient(stack, 'editor');
  });
  afterAll(() => stack.close());

  test('what was taken out comes back as drafts with the same words, once however often it is pressed', async () => {
    const before = await resourcesOnDesk(editor);
    const rows = readTable(resourceTable(before)).rows ?? [];
    expect(rows.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
    const form = randomUUID();
    expect(await bringResourcesIn(editor, form, rows)).toBe(before.length);
    await bringResourcesIn(editor, form, rows);
    const after = await resourcesOnDesk(editor);
    expect(after).toHaveLength(before.length * 2);
    const words = (of: typeof before) =>
      of.map((one) => JSON.stringify(one.words.title + one.words.body.trim())).sort();
    const drafts = after.filter(({ id }) => !before.some((one) => one.id === id));
    expect(words(drafts)).toEqual(words(before));
    expect(drafts.every(({ status }) => status === 'draft')).toBe(true);
  });
});
