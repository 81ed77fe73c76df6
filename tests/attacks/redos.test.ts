import { readFileSync, writeFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { regexesIn } from '../support/regexes.ts';

/**
 * No regular expression of ours takes exponential time, and those that could take the cube of a length meet only
 * short texts. Checking them all takes minutes: `redos.json` keeps each verdict of `npm run regex:check`, and one
 * that is new fails here until that has looked at it.
 */

const kept = new URL('redos.json', import.meta.url);
const { literals, built } = regexesIn(['src/**/*.ts', 'src/**/*.astro', 'netlify/functions/*.ts']);
const all = [...literals.keys()].sort();
const checking = process.env['REDOS_CHECK'] !== undefined;

/** `safe`, `unknown`, or how the time grows with the length of the text. */
function verdictOf(literal: string): string {
  const end = literal.lastIndexOf('/');
  const found = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 10_000 });
  if (found.status === 'safe') return 'safe';
  return found.status === 'vulnerable' ? found.complexity.summary.replace(' (fuzz)', '') : 'unknown';
}

/** The checker tries its luck for a while: what it found once holds, also where it does not find it again. */
const worst = ['safe', '2nd degree polynomial', 'unknown'];
const rank = (verdict: string) => (worst.includes(verdict) ? worst.indexOf(verdict) : worst.length);
const worseOf = (before: string | undefined, now: string): string =>
  before !== undefined && rank(before) > rank(now) ? before : now;

const fromFeed = 'of a feed: a field is cut at 20,000 characters before';
const ofBuild = 'reads only what the build wrote, or files of this repository';
/** Those that grow faster than the square, or that the checker came to no end with: what they meet. */
const excused: Record<string, string> = {
  'src/meetings/import/text.ts': fromFeed,
  'src/meetings/import/personal-contact.ts': fromFeed,
  'src/resources/files/pdf.ts': 'looks at most 600 bytes on from each hit, in a file that staff added',
  'src/resources/write/prose.ts':
    'reads the page that what staff write becomes, of 50,000 characters at most',
  'src/platform/site.ts': ofBuild,
  'src/library/reading.ts': ofBuild,
  'src/events/picture/palette.ts': ofBuild,
  'src/i18n/links.ts':
    'reads pages of ours, in which what somebody typed is escaped: no < or " of theirs is left',
};

/** Those made from text: of words in this repository, never of what somebody sent. */
const madeOf: Record<string, string> = {
  'src/platform/spanish.ts': 'a sentence of ours with places in it',
  'src/platform/words/reading.ts': 'names that stand in content/',
  'src/platform/words/rules.ts': 'the list of words beside it',
  'src/meetings/import/last-names.ts': 'the lists beside it',
  'src/meetings/import/personal-contact.ts': 'the expressions beside it',
  'src/search/site-index.ts': 'the name of a section',
  'src/resources/files/docx.ts': 'the name of an attribute, from the calls beside it',
  'src/resources/write/row-list-element.ts': 'the name of a list, from our own page',
};

test('every regular expression was checked, and none grows exponentially', () => {
  const verdicts = JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>;
  if (checking) {
    const anew = Object.fromEntries(
      all.map((literal) => [literal, worseOf(verdicts[literal], verdictOf(literal))]),
    );
    writeFileSync(kept, `${JSON.stringify(anew, null, 2)}\n`);
    Object.assign(verdicts, anew);
  }
  expect(
    all.filter((literal) => verdicts[literal] === undefined),
    'run npm run regex:check',
  ).toEqual([]);
  const slow = all.filter((literal) => !['safe', '2nd degree polynomial'].includes(verdicts[literal] ?? ''));
  expect(slow.filter((literal) => /exponential/.test(verdicts[literal] ?? ''))).toEqual([]);
  const where = new Set(slow.flatMap((literal) => literals.get(literal) ?? []));
  expect([...where].sort()).toEqual(Object.keys(excused).sort());
}, 3_000_000);

test('those that are made from text are made from ours', () => {
  expect(built.sort()).toEqual(Object.keys(madeOf).sort());
});

test('the kept verdicts are of expressions that are still there', () => {
  const verdicts = JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>;
  expect(Object.keys(verdicts).filter((literal) => !literals.has(literal))).toEqual([]);
});

test('control: the checker knows a bad one from a good one, and the parser finds those in markup', () => {
  expect(verdictOf('/^(a+)+$/')).toBe('exponential');
  expect(verdictOf('/^a+$/')).toBe('safe');
  expect(regexesIn(['tests/attacks/redos.test.ts']).literals.has('/exponential/')).toBe(true);
});
