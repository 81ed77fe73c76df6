import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '#i18n/language.ts';
import { excerpt, marked } from '#search/excerpt.ts';
import { finderOf } from '#search/finder.ts';
import { folded, foldedWords } from '#search/letters.ts';
import { pageText } from '#search/page-text.ts';
import { withSiteIndex } from '#search/site-index.ts';
import { sections, type SitePage } from '#search/site-page.ts';
import { nearestWord, slipsBetween } from '#search/slips.ts';
import { stem } from '#search/stem.ts';

const page = (path: string, title: string, ...parts: [heading: string, text: string][]): SitePage => ({
  path,
  title,
  section: 'guide',
  parts: [
    { id: '', heading: '', text: '' },
    ...parts.map(([heading, text]) => ({ id: folded(heading).replaceAll(' ', '-'), heading, text })),
  ],
});

const english = [
  page('/a/', 'Ride out a craving', ['It passes', 'An urge is a wave. Most waves are over soon.']),
  page('/b/', 'Sleep', ['Getting up', 'Get up at one hour, also after a night of cravings.']),
  page('/c/', 'Naloxone', ['Where to get it', 'A pharmacy has it. Medicines like this are free in places.']),
];
const spanish = [
  page('/a/', 'Las ganas fuertes pasan', ['Qué hacer', 'Espere. Recuperarse lleva tiempo.']),
  page('/b/', 'Prevención de recaídas', ['Un plan', 'Las reuniones ayudan en la recuperación.']),
];

const paths = async (pages: SitePage[], language: Language, query: string) =>
  (await finderOf(pages, language)).find(query).pages.map(({ page: found }) => found.path);

test('a word is found in all its forms, in titles before texts', async () => {
  for (const query of ['craving', 'cravings', 'craved', 'CRAVE'])
    expect(await paths(english, 'en', query), query).toEqual(['/a/', '/b/']);
  expect(await paths(english, 'en', 'medicine')).toEqual(['/c/']);
});

test('Spanish words are found in all their forms, with and without accents', async () => {
  for (const query of ['recuperar', 'recuperación', 'recuperacion', 'recuperarse'])
    expect((await paths(spanish, 'es', query)).toSorted(), query).toEqual(['/a/', '/b/']);
  for (const query of ['recaída', 'recaida', 'recaídas', 'reunión', 'reuniones'])
    expect(await paths(spanish, 'es', query), query).toEqual(['/b/']);
});

test('a word is found while it is being typed, and a page with all words comes before one with some', async () => {
  expect(await paths(english, 'en', 'nalo')).toEqual(['/c/']);
  expect(await paths(spanish, 'es', 'recuperac')).toHaveLength(2);
  expect(await paths(english, 'en', 'cravings at night')).toEqual(['/b/']);
});

test('what is found names the part it stands in', async () => {
  const { pages } = (await finderOf(english, 'en')).find('pharmacy');
  expect(pages[0]?.parts[0]?.heading).toBe('Where to get it');
});

test('a misspelt word is corrected, and is not when somebody insists', async () => {
  const finder = await finderOf(english, 'en', ['suboxone']);
  expect(finder.find('nalxone').corrected).toEqual([{ from: 'nalxone', to: 'naloxone' }]);
  expect(finder.find('nalxone').pages[0]?.page.path).toBe('/c/');
  expect(finder.find('suboxon e'.replace(' ', '')).corrected).toEqual([]);
  expect(finder.find('suboxome').corrected).toEqual([{ from: 'suboxome', to: 'suboxone' }]);
  expect(finder.find('nalxone', [], true)).toMatchObject({ corrected: [], pages: [] });
});

test('any slip of the finger in a long word of a title is read as that word', async () => {
  const finder = await finderOf(english, 'en');
  const word = 'naloxone';
  const slip = fc.oneof(
    fc.tuple(fc.nat(word.length - 1), fc.constant('')).map(([at]) => word.slice(0, at) + word.slice(at + 1)),
    fc
      .tuple(fc.nat(word.length), fc.stringMatching(/^[a-z]$/))
      .map(([at, letter]) => word.slice(0, at) + letter + word.slice(at)),
    fc.nat(word.length - 2).map((at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)),
  );
  fc.assert(
    fc.property(slip, (typed) => {
      expect(finder.find(typed).pages[0]?.page.path).toBe('/c/');
    }),
  );
});

test('slips count the same both ways, none for the same word, and one for two letters swapped', () => {
  const word = fc.stringMatching(/^[a-z]{0,9}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      expect(slipsBetween(a, b) === 0).toBe(a === b);
      expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
  expect(slipsBetween('meeting', 'meeitng')).toBe(1);
});

test('of two words as near, the one that is written more often is meant; a short word means itself', () => {
  expect(
    nearestWord(
      'hause',
      new Map([
        ['house', 9],
        ['cause', 2],
      ]),
    ),
  ).toBe('house');
  expect(nearestWord('job', new Map([['jobs', 9]]))).toBeUndefined();
});

test('folding and stemming take any text, and stemming never empties a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of foldedWords(text))
        for (const language of ['en', 'es'] as const) expect(stem(word, language)).not.toBe('');
    }),
  );
});

test('an excerpt holds a word that was looked for, and marking loses no letter', () => {
  const long = `${'Before it some words stand. '.repeat(20)}Here is a craving, at last. ${'And more. '.repeat(40)}`;
  const stems = new Set([stem('craving', 'en')]);
  const shown = excerpt(long, stems, 'en');
  expect(shown.length).toBeLessThan(220);
  expect(marked(shown, stems, 'en').filter(({ hit }) => hit)).toEqual([{ text: 'craving', hit: true }]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const pieces = marked(`${text} craving`, stems, 'en');
      expect(pieces.map((piece) => piece.text).join('')).toBe(`${text} craving`);
    }),
  );
});

const html = (main: string, head = '') =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav>Menu</nav><main id="main">${main}</main></body></html>`;

test('of a page its title, its parts and their words are read, and nothing around them', () => {
  const read = pageText(
    '/guides/x/',
    html(
      `<a class="back" href="/">Back</a><h1>A <em>title</em></h1><p>One&nbsp;two.</p><p>Three</p>
       <h2 id="more">More</h2><p hidden>Not this</p><form><p>Nor that</p></form><p>Four &amp; five</p>`,
    ),
  );
  expect(read).toEqual({
    path: '/guides/x/',
    title: 'A title',
    section: 'guide',
    parts: [
      { id: '', heading: '', text: 'One two. Three' },
      { id: 'more', heading: 'More', text: 'Four & five' },
    ],
  });
});

test('pages that are nobody’s to find are left out', () => {
  for (const path of ['/staff/today/', '/404.html', '/search/', '/r/x/', '/events/kind/social/', '/'])
    expect(pageText(path, html('<h1>X</h1>')), path).toBeNull();
  expect(pageText('/x/', html('<h1>X</h1>', '<meta name="robots" content="noindex">'))).toBeNull();
});

test('the list of all pages has each page once, in its language, and what is no place is an error', () => {
  const places = sections.map((one) => `<li data-site-index="${one}"></li>`).join('');
  const filled = withSiteIndex(`<ul>${places}</ul>`, [...spanish, page('/d/', 'A < B & "C"')], 'es');
  expect(filled).toContain('<a href="/es/b/">Prevención de recaídas</a>');
  expect(filled).toContain('A &lt; B &amp; &quot;C&quot;');
  expect(filled).not.toContain('data-site-index');
  expect(() => withSiteIndex('<ul></ul>', [], 'en')).toThrow(/no place/);
});
