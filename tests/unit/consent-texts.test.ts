import { describe, expect, test } from 'vitest';
import { blocksOf, sectionOf } from '#step-down/consent/blocks.ts';
import { scopes, type ConsentLanguage, type Scope } from '#step-down/consent/terms.ts';
import { consentText, parseConsentText } from '#step-down/consent/texts.ts';

/** The texts people sign. */

const languages = ['en', 'es'] as const;
const all = languages.flatMap((language) => scopes.map((scope) => [language, scope] as const));

/**
 * What was signed under a version stays what it was: whoever changes a word gives the file a new version, and
 * adds its line here.
 */
const signed: Record<string, string> = {
  '2026-11 en/general': '9c07f1cc717ea2698e93252e56e7cbc010bd9c0f0182e0feeb721dcf05404cbd',
  '2026-11 en/legal-proceedings': '3120ccd02f2ff2da39146c2d02be2b66cc40b491ef61f6801f8d559f550bffd5',
  '2026-11 en/counseling-notes': '6fcaebe114f403802a7ca0bb66b9babad5d3598ec534d96ca45137595e0446d9',
  '2026-11 es/general': '8c7d5e54b3d30015f11579574f494a2e53beef3170151f2a91a933d2a990a884',
  '2026-11 es/legal-proceedings': '228997fdf91f00df6bb8ddd9c12adb9abe152d4662b5cbf9641be71397ea4b80',
  '2026-11 es/counseling-notes': '70d861d6f0baa98ac98034be07a915367f28c826793ec5c62507e22a60b2e411',
};

test.each(all)('%s/%s is the text of its version', (language, scope) => {
  const { version, hash } = consentText(scope, language);
  expect(signed[`${version} ${language}/${scope}`]).toBe(hash);
});

/** Each element of § 2.31(a), in the words a text has for it. */
const elements: Record<ConsentLanguage, [element: string, words: RegExp][]> = {
  en: [
    ['(1) the name', /- your name/],
    ['(2) who may tell', /- who may tell: our program/],
    ['(3) what may be told', /- what we may tell/],
    ['(4) to whom', /- to whom, by name/],
    [
      '(4)(iii) what a covered entity may do',
      /pass it on as the HIPAA rules allow, except for uses and disclosures for civil, criminal, administrative, and legislative proceedings against you/,
    ],
    ['(5) what for', /- what for/],
    [
      '(6) the right to revoke, and how',
      /right to revoke this consent.* in writing.*press "End this consent"/,
    ],
    ['(6) the exception for what was relied on', /because we relied on your consent, we cannot take back/],
    ['(7) the end', /- the last day this consent stands/],
    ['(8), (9) the signature and its date', /- your signature, and the day you sign/],
    ['(10) that it may be passed on', /this law may no longer guard it/],
    ['(10) what refusing leads to', /Nothing here depends on it/],
    ['the law itself', /42 CFR Part 2/],
  ],
  es: [
    ['(1) the name', /- su nombre/],
    ['(2) who may tell', /- quién puede informar: nuestro programa/],
    ['(3) what may be told', /- qué podemos decir/],
    ['(4) to whom', /- a quién, por su nombre/],
    [
      '(4)(iii) what a covered entity may do',
      /HIPAA, excepto para usos y divulgaciones en procesos civiles, penales, administrativos y legislativos contra usted/,
    ],
    ['(5) what for', /- para qué/],
    [
      '(6) the right to revoke, and how',
      /derecho a revocar este permiso.* por escrito.*"Terminar este permiso"/,
    ],
    ['(6) the exception for what was relied on', /confiando en su permiso, no lo podemos deshacer/],
    ['(7) the end', /- el último día en que vale este permiso/],
    ['(8), (9) the signature and its date', /- su firma y el día en que firma/],
    ['(10) that it may be passed on', /esta ley ya no l[ao] proteja/],
    ['(10) what refusing leads to', /Nada de aquí depende de ello/],
    ['the law itself', /42 CFR Parte 2/],
  ],
};

describe.each(all)('%s/%s', (language, scope) => {
  const text = consentText(scope, language);

  test.each(elements[language])('names %s', (_element, words) => {
    expect(text.body).toMatch(words);
  });

  test('gives the record its words about revoking and about HIPAA from the body that is signed', () => {
    expect(text.body).toContain(text.revocation);
    expect(text.body).toContain(text.redisclosure);
    expect(text.revocation).toMatch(/revo[ck]/);
    expect(text.redisclosure).toContain('HIPAA');
  });

  test('begins with its title and fits the database', () => {
    expect(blocksOf(text.body).map(({ kind }) => kind === 'title')).toEqual([
      true,
      ...blocksOf(text.body)
        .slice(1)
        .map(() => false),
    ]);
    expect(text.body.length).toBeGreaterThan(200);
    expect(text.body.length).toBeLessThan(20_000);
  });
});

test('the two that stand alone say so, and the general one is about neither', () => {
  for (const scope of ['legal-proceedings', 'counseling-notes'] as const) {
    expect(consentText(scope, 'en').body).toContain('The law says that this consent stands alone.');
    expect(consentText(scope, 'es').body).toContain('La ley dice que este permiso va aparte.');
  }
  expect(consentText('general', 'en').body).not.toMatch(/counseling notes|legal matter/);
});

/** Flesch-Kincaid: school years somebody needs to read it. */
function grade(body: string): number {
  const sentences = blocksOf(body).flatMap((block) =>
    block.kind === 'list' ? block.items : block.text.split(/(?<=[.:?!])\s+/),
  );
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z']+/gi) ?? []);
  const syllables = words.map((word) => {
    const groups =
      word
        .toLowerCase()
        .replace(/e$|es$|ed$/, '')
        .match(/[aeiouy]+/g) ?? [];
    return Math.max(1, groups.length);
  });
  const sum = syllables.reduce((total, count) => total + count, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (sum / words.length) - 15.59;
}

test.each(scopes)('%s is read in the eighth year of school, the law’s own words and all', (scope: Scope) => {
  expect(grade(consentText(scope, 'en').body)).toBeLessThan(8);
  const lawyers = 'Notwithstanding revocation, redisclosure heretofore effectuated remains authorized.';
  expect(grade(lawyers)).toBeGreaterThan(12);
});

describe('A file that is not as it should be', () => {
  const file = (head: string, body: string) => `---\n${head}\n---\n\n${body}\n`;
  const head = "version: '2026-11'\nrevocation: End\nredisclosure: Others";
  const body = '# T\n\n## End\n\nYou can.\n\n## Others\n\nThey\nmay.';

  test('is read where it is: what stands under a heading is one paragraph', () => {
    expect(parseConsentText(file(head, body), 'general', 'en')).toMatchObject({
      version: '2026-11',
      revocation: 'You can.',
      redisclosure: 'They may.',
    });
  });

  test.each([
    ['no version', head.replace(/^version.*\n/, ''), body],
    ['a version that is no month', head.replace('2026-11', 'latest'), body],
    ['a heading that is not there', head, body.replace('## Others', '## Other')],
    ['a heading with nothing under it', head, body.replace('They\nmay.', '')],
  ])('is refused: %s', (_what, top, text) => {
    expect(() => parseConsentText(file(top, text), 'general', 'en')).toThrow();
  });

  test('lists and paragraphs are told apart', () => {
    expect(blocksOf('# A\n\nOne\ntwo.\n\n- b\n- c\n  d')).toEqual([
      { kind: 'title', text: 'A' },
      { kind: 'paragraph', text: 'One two.' },
      { kind: 'list', items: ['b', 'c d'] },
    ]);
    expect(sectionOf('## A\n\nx\n\n- y\n- z\n\n## B\n\nw', 'A')).toBe('x y z');
  });
});
