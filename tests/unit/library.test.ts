import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { filesWithWords } from '../../local/words/files.ts';
import { proseIn } from '../../local/words/language-of.ts';
import { readingOfGuide } from '#library/reading.ts';
import { readingOf } from '#platform/words/reading.ts';

/**
 * A number that persuades or frightens stands in content/facts.yml, with its source and the day it was
 * compared, and comes to a page through <Fact>. Days, doses of patience and counts of steps may be written.
 */
const anywhere = [/\b\d[\d,.]* ?mg\b/gi, /\$\d/g];
const statistics = {
  en: [
    ...anywhere,
    /\b\d[\d,.]*\s?(?:%|percent\b)/gi,
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|a third|a quarter|most) (?:in|out of) (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a hundred)\b(?! (?:days?|weeks?|months?|hours?|minutes?))/gi,
    /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) times (?:as|more|less|the|higher|lower)\b/gi,
    /\b(?:twice|double) (?:as|the risk)\b/gi,
    /\b\d[\d,]* (?:people|adults|patients|studies|trials|states|deaths)\b/gi,
    /\b\d+(?:\s?(?:–|-|to)\s?\d+)?\+? hours? a week\b/gi,
    /\b(?:since|in|of|until|by) (?:19|20)\d\d\b/g,
  ],
  es: [
    ...anywhere,
    /\b\d[\d,.]*\s?(?:%|por ciento\b)/gi,
    /(?<!\p{L})(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|la mitad|un tercio|una cuarta parte|la mayoría) de cada (?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien)(?!\p{L})/giu,
    /(?<!\p{L})(?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) veces (?:(?:más|menos)(?! grande)|mayor|menor|el|la)(?!\p{L})/giu,
    /(?<!\p{L})(?:el doble|el triple) (?:de (?:riesgo|probable|probabilidad\p{L}*|veces|muertes)|del riesgo)/giu,
    /\b\d[\d,.]* (?:personas|adultos|pacientes|estudios|ensayos|estados|muertes)\b/gi,
    /\b\d+(?:\s?(?:–|-|a|o)\s?\d+)?\+? horas? (?:a la|por) semana\b/gi,
    /(?<!\d de \p{L}+ )\b(?:desde|en|de|del|hasta|para) (?:19|20)\d\d\b/gu,
  ],
};

const statisticsIn = (path: string, text: string): string[] =>
  (['en', 'es'] as const).flatMap((language) => {
    const read = proseIn(language, path, text);
    return statistics[language].flatMap((pattern) =>
      [...read.matchAll(pattern)].map(
        (match) => `${path}:${read.slice(0, match.index).split('\n').length}: ${match[0]}`,
      ),
    );
  });

/** What teaches: the library, the pages beside it, help, levels of care, families. Not forms or staff pages. */
const teaches =
  /^content\/(?!facts\.yml|site\.yml|words\/|consents\/|promises\.yml)|^src\/(?:library|pages\/(?:help|levels-of-care|family|tools|about))/;

test('no guide and no page that teaches has a statistic written into it', async () => {
  const files = [...(await filesWithWords())].filter(([path]) => teaches.test(path));
  expect(files.length).toBeGreaterThan(20);
  // the front matter names sources, which may have a number or a year in their title
  const body = (text: string) => text.replace(/^---\n[\s\S]*?\n---/, (head) => head.replace(/[^\n]/g, ' '));
  expect(
    files.flatMap(([path, text]) => statisticsIn(path, path.endsWith('.mdx') ? body(text) : text)),
  ).toEqual([]);
});

test.each([
  'About 40% of people.',
  'Some 60 percent do.',
  'Seven in ten adults recover.',
  '3 out of 4 people',
  'It is five times higher.',
  'Twice as likely.',
  'A study of 1,060 people.',
  'It takes 9 to 19 hours a week.',
  'A 4 mg spray.',
  'It costs $50.',
  'Covered since 2024.',
])('negative control: "%s" is found', (text) => {
  expect(statisticsIn('content/a.md', text).length).toBeGreaterThan(0);
});

test.each([
  'Breathe out three times.',
  'Write three reasons.',
  'One in the morning, one at night.',
  'Two in five days is fine.',
  'The first 90 days.',
  'Half an hour.',
])('"%s" is no statistic', (text) => {
  expect(statisticsIn('content/a.md', text)).toEqual([]);
});

test.each([
  'Cerca del 40 % de la gente.',
  'El 60 por ciento lo hace.',
  'Siete de cada diez adultos se recuperan.',
  'La mitad de cada 100 personas',
  'Es cinco veces mayor.',
  'El doble de probable.',
  'Un estudio con 1,060 personas.',
  'Toma de 9 a 19 horas a la semana.',
  'Un aerosol de 4 mg.',
  'Cuesta $50.',
  'Cubierto desde 2024.',
])('negative control: "%s" is found in Spanish', (text) => {
  expect(statisticsIn('content/es/a.md', text).length).toBeGreaterThan(0);
});

test.each([
  'Saque el aire tres veces.',
  'Escriba tres razones.',
  'Una de cada una, y dos de la lista.',
  'No tome el doble por su cuenta.',
  'Los primeros 90 días.',
  'Parar en uno no es igual que parar en diez.',
])('"%s" is no statistic in Spanish', (text) => {
  expect(statisticsIn('content/es/a.md', text)).toEqual([]);
});

describe('how a text reads', () => {
  test('a list is one block, whose items end as sentences do', () => {
    const list = readingOfGuide(
      '- Call one person you trust and say it\n- Eat something warm\n- Go for a walk outside now\n- Then lie down and rest a while',
    );
    expect(list.paragraphs).toHaveLength(1);
    expect(list.hardness).toBeLessThan(4);
  });

  test('names, medicines and numbers do not count against it', () => {
    const plain = readingOf([
      'Ask for it at the shop, and keep it where you can both find it in the dark, all year round.',
    ]);
    const named = readingOf([
      'Ask for buprenorphine 1-800-662-4357 it at the shop, and keep it where you can both find it in the dark, all year round.',
    ]);
    expect(named.hardness).toBeCloseTo(plain.hardness, 5);
  });

  test('a fact counts with its own words, and a hard paragraph is found', () => {
    const text = `Short words are best here.\n\n${'Institutional considerations necessitate comprehensive interdisciplinary communication. '.repeat(4)}`;
    expect(readingOfGuide(text).paragraphs[0]?.hardness).toBeGreaterThan(15);
    expect(readingOfGuide('<Fact id="return-to-use" bare />').words).toBeGreaterThan(15);
  });
});

test('what a guide says comes next is there', async () => {
  const guides = new Map(
    (await Array.fromAsync(glob('content/en/guides/*.mdx'))).map((path) => [
      /([^/]+)\.mdx$/.exec(path)?.[1] ?? '',
      readFileSync(path, 'utf8'),
    ]),
  );
  const missing = [...guides].flatMap(([id, text]) =>
    (/^related: \[([^\]]*)\]$/m.exec(text)?.[1] ?? '')
      .split(', ')
      .filter((other) => other === id || !guides.has(other))
      .map((other) => `${id} → ${other || 'nothing'}`),
  );
  expect(missing).toEqual([]);
});
