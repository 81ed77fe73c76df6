import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { asDocument, documentPath, rowsOf, type Seen } from './document.ts';
import { faults, type Fault } from './faults.ts';

/** docs/reliability.md: each test compares its own row (seen.ts); here, that no row is without a test. */

const names = Object.keys(faults) as Fault[];

test('every fault is made by one test, which says what it saw', async () => {
  const files = (await readdir('tests/faults')).filter((name) => name.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((name) => readFile(`tests/faults/${name}`, 'utf8')));
  const source = texts.filter((_, place) => files[place] !== 'document.test.ts').join('\n');
  expect(names.filter((fault) => source.split(`'${fault}'`).length !== 2)).toEqual([]);
  // none is left out of a run without a word
  expect(source).not.toMatch(/\.(?:skip|only|todo|runIf|skipIf)\b/);
});

test('the page names every fault, with figures', async () => {
  const page = await readFile(documentPath, 'utf8');
  expect([...rowsOf(page).keys()]).toEqual(names);
  for (const fault of names) expect(page.split(`| ${faults[fault]} `).length, fault).toBe(3);
});

const seen = new Map(
  names.map((fault) => [fault, { visitor: `sees ${fault}`, lost: 'nothing', figures: ['1'] } satisfies Seen]),
);
const run = { day: '2026-01-01', machine: 'a machine', took: '1 s' };

test('what is written is what is read', async () => {
  const page = await asDocument(seen, run);
  expect(rowsOf(page).get('disk-full')).toEqual({ visitor: 'sees disk-full', lost: 'nothing' });
  expect(rowsOf(page).size).toBe(names.length);
});

test('a fault that nobody saw stops the writing', async () => {
  const less = new Map([...seen].slice(1));
  await expect(asDocument(less, run)).rejects.toThrow(faults[names[0] as Fault]);
});
