import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licencesDocument, licensed, lockedPackages } from '../../local/commands/list-licences.ts';

/** What the site is made of may be used as it is used here. */

/** Those that ask for no more than that their words are kept beside the code. */
const free = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Apache 2',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'PSF-2.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
];
/** Those that ask for more of who changes the library, which nobody here does. */
const looked: Record<string, RegExp> = {
  'LGPL-3.0-or-later': /^@img\/sharp-/,
  'MPL-2.0': /^(lightningcss(-|$)|postcss-values-parser$)/,
};

const allowed = (name: string, licence: string): boolean => {
  const words = licence.replace(/^\(|\)$/g, '');
  if (words.includes(' OR ')) return words.split(' OR ').some((one) => allowed(name, one));
  return words.split(' AND ').every((one) => free.includes(one) || !!looked[one]?.test(name));
};

test('no package of the site has a licence that nobody has looked at', () => {
  const all = licensed(lockedPackages());
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(({ name, licence }) => !allowed(name, licence))).toEqual([]);
});

test('docs/licences.md is what the lockfile says (npm run licences:list writes it)', async () => {
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(await licencesDocument(licensed(lockedPackages())));
});

test('negative control: a copyleft licence, a new use of one, and none at all are named', () => {
  const found = licensed({
    '': {},
    'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0-only' },
    'node_modules/b': { version: '1.0.0', license: 'LGPL-3.0-or-later' },
    'node_modules/a/node_modules/c': { version: '1.0.0' },
    'node_modules/d': { version: '1.0.0', license: '(MIT OR GPL-2.0)' },
    'node_modules/tool': { version: '1.0.0', license: 'AGPL-3.0-only', dev: true },
  });
  expect(found.map(({ name, licence }) => [name, licence, allowed(name, licence)])).toEqual([
    ['a', 'AGPL-3.0-only', false],
    ['b', 'LGPL-3.0-or-later', false],
    ['c', 'unknown', false],
    ['d', '(MIT OR GPL-2.0)', true],
  ]);
});
