import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** docs/security.md names tests that are there. */

const named = (text: string) =>
  [...text.matchAll(/`(tests\/[\w/-]+\.test\.ts): ([^`]+)`/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));

/** Whether a file has a test of that title, however its quotes are written. */
const there = ({ file, title }: { file: string; title: string }): boolean => {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8').replaceAll(String.raw`\'`, "'");
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote},`));
};

const document = readFileSync('docs/security.md', 'utf8');

test('every test that the threat model names is there', () => {
  expect(named(document).length).toBeGreaterThan(30);
  expect(named(document).filter((one) => !there(one))).toEqual([]);
});

test('everybody in it meets at least two tests, and something that is not protected is said of each', () => {
  const actors =
    document.split('## Who, and what they meet')[1]?.split('\n## ')[0]?.split('\n### ').slice(1) ?? [];
  expect(actors).toHaveLength(10);
  for (const actor of actors) {
    expect(named(actor).length, actor.split('\n')[0]).toBeGreaterThanOrEqual(2);
    expect(actor, actor.split('\n')[0]).toContain('**Not protected:**');
  }
});

test('negative control: a test that was renamed, and a file that is gone, are named', () => {
  expect(there({ file: 'tests/unit/tokens.test.ts', title: 'a token that nobody tests' })).toBe(false);
  expect(
    there({ file: 'tests/unit/gone.test.ts', title: 'a new secret ends every link of the old one' }),
  ).toBe(false);
});
