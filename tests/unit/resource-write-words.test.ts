import { describe, expect, test } from 'vitest';
import { spanishSyllables } from '#platform/words/spanish-syllables.ts';
import { hardestSentences, readingEase, readingGrade } from '#platform/words/reading-grade.ts';
import { checkWordsOf } from '#resources/write/check-words.ts';
import { proseOf } from '#resources/write/prose.ts';
import { emptyService, skeleton } from '#resources/write/skeletons.ts';

/** What is said about the words of a draft while it is written. */

const words = (changes: Partial<ReturnType<typeof skeleton>> = {}) => ({
  ...skeleton('announcement', 'en', '2026-11-30'),
  ...changes,
});
const plain =
  'The desk is open on Monday. You can walk in from nine to four. Bring the letter from the home and a card with your name. ' +
  'Somebody sits with you and fills in the form. It takes an hour. There is coffee and a place for kids to play.';
const heavy =
  'Notwithstanding the aforementioned eligibility determination, prospective beneficiaries are encouraged to communicate ' +
  'immediately with the administrative coordinator regarding supplementary documentation requirements.';

describe('Words', () => {
  test('are found wherever they stand, each with what to say instead and how much it matters', () => {
    const { findings, errors } = checkWordsOf(
      words({
        title: 'For addicts',
        body: 'It is **easy**.\n\n> An addict, as I called myself.\n\n`addict` and [a page](https://a.example/addict)',
        services: [{ ...emptyService, what: 'For junkies' }],
        links: [{ label: 'A drug habit', url: '' }],
      }),
    );
    expect(findings.map(({ where, word, severity }) => [where, word, severity])).toEqual([
      ['Title', 'addicts', 'error'],
      ['Place 1', 'junkies', 'error'],
      ['Link 1', 'drug habit', 'warn'],
      ['Text', 'easy', 'info'],
    ]);
    expect(findings[0]?.say).toContain('a person with');
    expect(errors).toBe(2);
  });

  test('are looked for by the rules of the language they are written in, and no others', () => {
    const found = (language: 'en' | 'es', body: string) =>
      checkWordsOf(words({ language, title: '', body })).findings.map(({ word, say }) => [word, say]);
    expect(found('es', 'Un addict. Apoyo para adictos.')).toEqual([
      ['adictos', expect.stringContaining('una persona con')],
    ]);
    expect(found('en', 'An addict. Apoyo para adictos.')).toEqual([
      ['addict', expect.stringContaining('a person with')],
    ]);
  });

  test('of the template that were not written over are one error, in any language', () => {
    const { errors, findings } = checkWordsOf(skeleton('guide', 'es', '2026-11-30'));
    expect(errors).toBe(1);
    expect(findings[0]?.say).toContain('and 3 more');
    expect(checkWordsOf(words({ body: plain })).errors).toBe(0);
  });
});

describe('The reading grade', () => {
  test('is low for plain words and high for others, and quotes the hardest sentences', () => {
    const report = checkWordsOf(words({ body: `## Notwithstanding\n\n${plain}\n\n- ${heavy}` }));
    expect(checkWordsOf(words({ body: plain })).reading?.value).toBeLessThan(5);
    expect(report.reading?.by).toBe('grade');
    expect(report.reading?.value).toBeGreaterThan(6);
    expect(report.reading?.hardest).toHaveLength(3);
    expect(report.reading?.hardest[0]).toBe(heavy);
  });

  test('is not claimed for a few words', () => {
    expect(checkWordsOf(words({ body: 'Open on Monday.' })).reading).toBeNull();
    expect(checkWordsOf(words()).reading).toBeNull();
  });

  test('measures prose, and no headings, tables or addresses', () => {
    const prose = proseOf(
      '# A heading\n\nOne & two.\nThree [there](https://a.example/x).\n\n| a | b |\n| - | - |\n| c | d |\n\n- four\n- five\n\n```\ncode\n```',
    );
    expect(prose).toBe('One & two.\nThree there.\n\nfour\n\nfive');
  });

  test('of Spanish is the ease of Fernández-Huerta', () => {
    const easy = 'El sol sale. La casa es de mi tía. Hay pan y café en la mesa. Ven hoy a las dos.';
    const hard =
      'La administración correspondiente determinará oportunamente la disponibilidad presupuestaria extraordinaria.';
    expect(readingEase(easy)).toBeGreaterThan(90);
    expect(readingEase(hard)).toBeLessThan(20);
    expect(hardestSentences(`${easy} ${hard}`, 'es')[0]?.text).toBe(hard);
    expect(readingGrade('The cat sat on the mat.')).toBeLessThan(1);
  });

  test.each([
    ['casa', 2],
    ['tía', 2],
    ['ciudad', 2],
    ['construcción', 3],
    ['ahora', 3],
    ['queso', 2],
    ['guitarra', 3],
    ['hoy', 1],
    ['leer', 2],
    ['y', 1],
  ])('hears in %s %i syllables', (word, syllables) => {
    expect(spanishSyllables(word)).toBe(syllables);
  });
});
