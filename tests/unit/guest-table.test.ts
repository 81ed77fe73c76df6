import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guestTable } from '#events/guests/csv.ts';
import { safeTable } from '#platform/safe-table.ts';
import { anEvent } from '../support/event.ts';
import { aGuest } from '../support/guests.ts';

/** Lists of guests leave the site as tables that a spreadsheet opens: as they are, and never as formulas. */

const read = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][];

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠'];
const white = ['', ' ', '\u00a0', '\u200b', '\ufeff', '\n', '  \t'];
/** Cells a spreadsheet might take for a formula, and any others. */
const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom(...white),
      fc.constantFrom(...starts),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('=HYPERLINK("https://x.example","see")', '@SUM(1)', '-2+3', '+1 505', 'a";=1+1;"', "'=1"),
);
const anyTable = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

/** What a spreadsheet looks at: the first sign that is not white. */
const dangerous = (cell: string) => /^[\t\r\n]|^[\s\u200b-\u200f\ufeff]*[=+\-@|%＝＋－＠]/u.test(cell);

describe('A table', () => {
  test('never holds a cell that could start a formula', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(read(safeTable(table)).flat().filter(dangerous)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('holds every cell as it was, but for the apostrophe before a dangerous one', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const expected = table.map((row) => row.map((cell) => (dangerous(cell) ? `'${cell}` : cell)));
        // a row of one empty cell is an empty line, which readers skip
        fc.pre(!table.some((row) => row.join('') === ''));
        expect(read(safeTable(table))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('negative control: without the guard a formula would get through', () => {
    expect(dangerous('=1+1')).toBe(true);
    expect(dangerous(' @SUM(1)')).toBe(true);
  });

  test('says UTF-8 to a spreadsheet, and ends its lines as RFC 4180 says', () => {
    const text = safeTable([['Łucja'], ['b']]);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toBe('\ufeff"Łucja"\r\n"b"\r\n');
  });
});

describe('The list of guests', () => {
  const guest = aGuest({
    name: '=cmd|calc',
    email: null,
    phone: '+15055550123',
    party: 3,
    children: 1,
    accessNeeds: 'A ramp,\n"please"',
    food: '-no nuts',
    answers: { nights: 'Both' },
  });
  const event = anEvent({
    asksFood: true,
    questions: [{ id: 'nights', label: 'Which nights?', kind: 'text', required: false }],
  });

  test('begins with the notice of 42 CFR part 2', () => {
    expect(read(guestTable([guest], event, false))[0]).toEqual([
      '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    ]);
  });

  test('holds nothing of what people wrote, unless that is asked for', () => {
    const [, headings, row] = read(guestTable([guest], event, false));
    expect(headings).not.toContain('Access needs');
    expect(row?.join()).not.toMatch(/ramp|nuts|Both/);
    expect(row?.[headings?.indexOf('Phone') ?? -1]).toBe('(505) 555-0123');
    expect(row?.[headings?.indexOf('Adults') ?? -1]).toBe('2');
    const [, all, words] = read(guestTable([guest], event, true));
    expect(words?.[all?.indexOf('Access needs') ?? -1]).toBe('A ramp,\n"please"');
    expect(words?.[all?.indexOf('Food') ?? -1]).toBe("'-no nuts");
    expect(words?.[all?.indexOf('Which nights?') ?? -1]).toBe('Both');
    expect(words?.[0]).toBe("'=cmd|calc");
  });
});
