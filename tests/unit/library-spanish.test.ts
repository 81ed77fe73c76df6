import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { markdownWords } from '#platform/words/markdown-words.ts';
import { hardest } from '#platform/words/reading.ts';
import { readingOfGuide } from '#library/reading.ts';

/** Each guide stands once in English and once in Spanish: whole, with the same steps, facts, lines and links. */

const read = (language: 'en' | 'es', file: string) =>
  readFileSync(`content/${language}/guides/${file}`, 'utf8');
const files = (language: 'en' | 'es') =>
  Array.fromAsync(glob('*.mdx', { cwd: `content/${language}/guides` })).then((found) => found.sort());
const guides = await files('en');

const head = /^---\n([\s\S]*?)\n---\n/;
const bodyOf = (text: string) => text.replace(head, '');
const headOf = (text: string) => parse(head.exec(text)?.[1] ?? '') as Record<string, unknown>;

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

/** What has to be in both, in the order of the text. */
const structure = (text: string) => ({
  sections: all(text, /^## /gm).length,
  parts: all(text, /^### /gm).length,
  facts: all(text, /<Fact\s[^>]*\bid="([^"]+)"/g),
  // a line may be said once more in Spanish: a text in Spanish begins with a word of its own
  lines: [...new Set(all(text, /<(Line\s[^>]*?)(?:\s+bare)?\s*\/>/g))].sort(),
  phones: all(text, /<OurPhone/g).length,
  components: all(text, /<((?!Line\b)[A-Z]\w+)/g).sort(),
  notes: all(text, /<p class="([\w-]+)"/g),
  steps: all(text, /^\d+\. /gm).length,
  points: all(text, /^- /gm).length,
  rows: all(text, /^\|.*\|$/gm).length,
  quotes: all(text, /^> /gm).length,
  imports: all(text, /^import .*$/gm),
});
const everyLink = (text: string) =>
  all(text, /\]\(([^)]+)\)|href="[^"]+"/g).map((link) => link.replace(/^href="|"$/g, ''));
/** A place on the page itself has the name of its heading, which is another one in Spanish. */
const linksOf = (text: string) =>
  [...new Set(everyLink(text).map((link) => link.replace(/^#.*/, '#')))].sort();
const leadNowhere = (text: string) => {
  const headings = all(text, /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return everyLink(text).filter((link) => link.startsWith('#') && !headings.includes(link.slice(1)));
};

/** Little words that no Spanish sentence has two of. */
const english =
  /(?<![\p{L}’'])(?:the|and|you|your|with|of|for|this|that|is|are|was|not|can|what|when|where|who|it|to|from|they|we|will|have)(?![\p{L}’'])/giu;
const englishIn = (text: string): string[] =>
  markdownWords(text.replace(/^> ?/gm, ''))
    .split(/\n[ \t]*\n/)
    .filter((block) => new Set(block.toLowerCase().match(english)).size >= 3)
    .map((block) => block.trim().slice(0, 80));

test('each guide is there in both languages', async () => {
  expect(guides.length).toBeGreaterThan(30);
  expect(await files('es')).toEqual(guides);
});

describe.each(guides)('%s', (file) => {
  const [ours, theirs] = [read('es', file), read('en', file)];

  test('is Spanish, all of it', () => {
    expect(englishIn(ours)).toEqual([]);
  });

  test('has the sections, steps, facts, lines and phones of the English one', () => {
    expect(structure(bodyOf(ours))).toEqual(structure(bodyOf(theirs)));
  });

  test('leads to the same places', () => {
    expect(linksOf(bodyOf(ours))).toEqual(linksOf(bodyOf(theirs)));
    expect(leadNowhere(bodyOf(ours))).toEqual([]);
  });

  test('says of itself what its English one says, and no more', () => {
    const [spanish, original] = [headOf(ours), headOf(theirs)];
    const kept = ['title', 'summary', 'contentNote', 'nextStep'].filter((key) => key in original);
    expect(Object.keys(spanish).sort()).toEqual(kept.sort());
    expect(String(spanish['title']).length).toBeLessThanOrEqual(80);
    expect(String(spanish['summary']).length).toBeLessThanOrEqual(220);
    expect(String(spanish['summary']).length).toBeGreaterThan(40);
  });

  test('reads with ease', () => {
    const limit = hardest.es[headOf(theirs)['crisis'] === true ? 'crisis' : 'article'];
    const { hardness, paragraphs } = readingOfGuide(bodyOf(ours), 'es');
    expect(hardness).toBeLessThanOrEqual(limit);
    expect(
      paragraphs.filter((paragraph) => paragraph.hardness > limit).map(({ text }) => text.slice(0, 80)),
    ).toEqual([]);
  });
});

test('negative controls: what is missing, moved or left in English is found', () => {
  expect(structure('## A\n<Fact id="a" bare />').facts).toEqual(['a']);
  expect(structure('<Line id="a" by="text" />')).not.toEqual(structure('<Line id="a" />'));
  expect(linksOf('[a](/b/) <a href="/c/">c</a>')).toEqual(['/b/', '/c/']);
  expect(leadNowhere('## ¿Qué más?\n[a](#qué-más) [b](#otra)')).toEqual(['#otra']);
  expect(englishIn('Esto es español.\n\nThis one was not done, and you can see it.')).toHaveLength(1);
  expect(englishIn('SMART Recovery, Recovery Dharma y LifeRing.')).toEqual([]);
});
