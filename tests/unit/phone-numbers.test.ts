import { expect, test } from 'vitest';
import { prose } from '../../local/words/prose.ts';
import { filesWithWords } from '../../local/words/files.ts';

/**
 * A number that somebody may dial in the worst hour stands in one place, with its source and the day it
 * was compared: content/facts.yml, and the program's own in content/site.yml. Never in a template.
 */
const keepers = ['content/facts.yml', 'content/site.yml'];

const telephone =
  /(?<![\w.-])(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)|\+1\d{10}\b|\b(?:tel|sms):\+?\d{3,}/g;
/** The 988 Lifeline may be called by its name, as in the title of what it publishes. */
const crisisLine = /(?<![\w$€.,:/+-]|[Ll]ínea )(?:988(?! Lifeline)|911|741741|838255)(?![\w%/-]|[.,]\d)/g;
/**
 * Set aside for stories (555-0100 to 555-0199): nobody is at the other end. Tests and demo meetings that
 * one joins by phone have to have some number.
 */
const fictional = /555[ .-]?01\d\d$/;

const numbersIn = (path: string, text: string): string[] => {
  const read = prose(path, text);
  return [...read.matchAll(telephone), ...read.matchAll(crisisLine)]
    .filter(([number]) => !(/^(tests|supabase\/seed)\//.test(path) && fictional.test(number)))
    .map((match) => `${path}:${read.slice(0, match.index).split('\n').length}: ${match[0]}`);
};

test('no template, text, mail or demo data has a telephone number written into it', async () => {
  const files = await filesWithWords();
  expect(files.size).toBeGreaterThan(50);
  for (const path of keepers) {
    expect(files.has(path)).toBe(true);
    files.delete(path);
  }
  expect([...files].flatMap(([path, text]) => numbersIn(path, text))).toEqual([]);
  // hundreds of files
}, 60_000);

test.each([
  'Call 1-800-662-4357 now.',
  'Call (303) 444-1234.',
  'Call 303.444.1234.',
  '<a href="tel:988">Call</a>',
  '[Text](sms:+741741)',
  'Call +13034441234.',
  'Call or text 988.',
  'Dial 911 first',
  'Text HOME to 741741',
])('negative control: "%s" is found', (text) => {
  expect(numbersIn('content/a.txt', text)).toHaveLength(1);
});

test.each([
  'In 1988 we opened.',
  'What the 988 Lifeline asks',
  'It costs $911 or 988.50.',
  '2026-11-22',
  'room 303-44',
  'id 40000000-0000-4000-8000-000000000001',
  '9111',
])('"%s" is no telephone number', (text) => {
  expect(numbersIn('content/a.txt', text)).toEqual([]);
});

test('a number of stories may stand in a test or in demo data, and a real one may not', () => {
  expect(numbersIn('tests/a.txt', 'Call 303-555-0123')).toEqual([]);
  expect(numbersIn('supabase/seed/a.sql', "values ('303-555-0123')")).toEqual([]);
  expect(numbersIn('supabase/seed/a.sql', "values ('303-444-1234')")).toHaveLength(1);
  expect(numbersIn('content/a.txt', 'Call 303-555-0123')).toHaveLength(1);
});
