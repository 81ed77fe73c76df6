import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '#i18n/language.ts';
import { callNumber } from '#platform/facts.ts';
import { dangerIn, meaningIn } from '#search/meant.ts';
import { crisisWords, parseSearchWords, searchWordsIn } from '#search/search-words.ts';

/** What people type, and what is shown for it: content/en/search.yml and content/es/search.yml. */

const known = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      meaning: meaningIn(searchWordsIn(language).entries, language),
      danger: dangerIn(crisisWords(), language),
    },
  ]),
) as Record<Language, { meaning: ReturnType<typeof meaningIn>; danger: ReturnType<typeof dangerIn> }>;
const meant = (query: string, language: Language = 'en') => ({
  ...known[language].meaning(query),
  danger: known[language].danger(query),
});

/** The addresses of the pages that stand in the sources, and of the guides. */
const addresses = new Set([
  ...globSync('src/pages/**/*.astro')
    .filter((file) => !file.includes('['))
    .map((file) => file.replace(/^src\/pages/, '').replace(/(?:\/index)?\.astro$/, '/')),
  ...globSync('content/en/guides/*.mdx').map((file) => {
    const own = /^page: (\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
    return own ?? `/guides/${file.replace(/^.*\/|\.mdx$/g, '')}/`;
  }),
]);

describe.each(languages)('in %s', (language) => {
  const words = searchWordsIn(language);
  const every = Object.entries(words.crisis).flatMap(([danger, phrases]) =>
    phrases.map((phrase) => [phrase, danger] as const),
  );

  test('every word of danger brings help, in both languages, whatever stands around it', () => {
    for (const [phrase] of every)
      for (const page of languages) expect(meant(phrase, page).danger, phrase).toBeDefined();
    fc.assert(
      fc.property(
        fc.constantFrom(...every),
        fc.constantFrom(...languages),
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 4 }),
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 4 }),
        fc.boolean(),
        ([phrase], page, before, after, loud) => {
          const said = [...before, loud ? phrase.toUpperCase() : phrase, ...after].join(' ');
          expect(meant(said, page).danger).toBeDefined();
        },
      ),
    );
  });

  test('every word that names a page brings that page, without its accents too', () => {
    for (const entry of words.entries) {
      for (const word of entry.words) {
        const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
        for (const typed of [word, bare, word.toUpperCase()])
          expect(meant(typed, language).first, typed).toEqual(expect.arrayContaining(entry.first));
      }
    }
  });

  test('every page that is named is one of the site', () => {
    const named = [...words.entries.flatMap(({ first }) => first), ...words.pages.map(({ path }) => path)];
    expect(named.filter((path) => !addresses.has(path.replace(/#.*$/, '')))).toEqual([]);
  });
});

test.each([
  ['suboxone', '/guides/medication-for-opioid-use-disorder/'],
  ['can I get Subutex here?', '/guides/medication-for-opioid-use-disorder/'],
  ['I slipped last night', '/help/first-24-hours/'],
  ['relapsing', '/help/first-24-hours/'],
  ['triggers', '/guides/know-your-triggers/'],
  ['so hungry', '/tools/basics-check/'],
  ['Narcan near me', '/help/naloxone/'],
  ['AA', '/meetings/'],
  ['12-step', '/meetings/'],
  ['I got fired', '/guides/leave-and-rights/'],
  ['my husband', '/family/'],
  ['does Medicaid pay for it', '/guides/paying-for-it/'],
])('"%s" means %s', (query, path) => {
  expect(meant(query).first[0]).toBe(path);
});

test.each([
  ['recaí', '/help/first-24-hours/'],
  ['recaida', '/help/first-24-hours/'],
  ['la aseguranza', '/guides/paying-for-it/'],
  ['metadona', '/guides/medication-for-opioid-use-disorder/'],
  ['no puedo dormir', '/guides/sleep/'],
  ['juntas', '/meetings/'],
])('in Spanish, "%s" means %s', (query, path) => {
  expect(meant(query, 'es').first[0]).toBe(path);
});

test.each([
  ['I want to die', 'despair'],
  ['suicidal thoughts', 'despair'],
  ['suicde', 'despair'],
  ['overdsoe', 'emergency'],
  ['he can’t breathe', 'emergency'],
  ['he cant breathe', 'emergency'],
  ['my boyfriend hits me', 'harm'],
  [callNumber('lifeline'), 'despair'],
  [`call ${callNumber('emergency')}`, 'emergency'],
  ['suicidarme', 'despair'],
  ['se tomo demasiadas pastillas', 'emergency'],
  ['mi esposo me golpeo', 'harm'],
])('"%s" brings the help for %s', (query, danger) => {
  for (const language of languages) expect(meant(query, language).danger).toBe(danger);
});

test('what is no danger brings none', () => {
  for (const query of ['sleep', 'a meeting tonight', 'odd jobs', 'dieting', 'back to work', 'Suboxone', ''])
    for (const language of languages) expect(meant(query, language).danger, query).toBeUndefined();
});

test('whatever is typed, asking what it means ends well', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...languages), (query, language) => {
      expect(meant(query, language).first).toBeInstanceOf(Array);
    }),
  );
});

test('a mistake in the file is told with its line', () => {
  const text = readFileSync('content/en/search.yml', 'utf8');
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('first: [/help/the-door-is-open/]'));
  lines[at] = '    first: [help/the-door-is-open]';
  expect(() => parseSearchWords(lines.join('\n'), 'content/en/search.yml')).toThrow(
    `content/en/search.yml:${at + 1}: `,
  );
  expect(() => parseSearchWords('crisis: [', 'x.yml')).toThrow(/x\.yml:1: /);
  expect(() => parseSearchWords(`${text}\nunknown: 1\n`, 'x.yml')).toThrow(/unknown/i);
});
