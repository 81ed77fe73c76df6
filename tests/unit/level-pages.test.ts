import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { facts } from '#platform/facts.ts';
import { hardest, readingOf } from '#platform/words/reading.ts';
import {
  askedOf,
  askedSchema,
  factsIn,
  levelPageSchema,
  levelPagesInOrder,
  questionsJsonLd,
  withFacts,
} from '#step-down/level-pages.ts';
import { levelNames } from '#step-down/level.ts';

const pages = z.array(levelPageSchema).parse(parse(readFileSync('content/en/level-pages.yml', 'utf8')));
const asked = z.array(askedSchema).parse(askedOf(readFileSync('content/en/questions.yml', 'utf8')));

/** A list is one block, whose items end as sentences do. */
const listed = (lines: string[]) => lines.join('\n\n');

describe('the pages of the levels of care', () => {
  test('there is one each for PHP, IOP, OP, continuing care and alumni support, from the most hours down', () => {
    expect(levelPagesInOrder(pages.toReversed()).map(({ id }) => id)).toEqual([
      ...['php', 'iop', 'op', 'continuing-care', 'alumni-support'],
    ]);
  });

  test('tell of every level a program can be, each once', () => {
    expect(pages.flatMap(({ levels }) => levels).sort()).toEqual([...levelNames].sort());
  });

  test.each(pages.map((page) => [page.id, page] as const))('%s reads at grade 8 or lower', (_, page) => {
    const { paragraphs } = readingOf(
      [
        ...[page.lead, ...page.inside, listed(page.cost), listed(page.life), page.after.words],
        ...page.questions.flatMap(({ ask, answer }) => [ask, answer]),
      ].map((text) => withFacts(text)),
    );
    expect(paragraphs.length).toBeGreaterThan(3);
    expect(paragraphs.filter(({ hardness }) => hardness > hardest.en.article)).toEqual([]);
  });
});

test('every question about starting reads at grade 8 or lower, with its facts', () => {
  const { paragraphs } = readingOf(asked.map(({ answer }) => withFacts(answer)));
  expect(asked.length).toBeGreaterThan(8);
  expect(paragraphs.filter(({ hardness }) => hardness > hardest.en.article)).toEqual([]);
});

test('negative control: an answer in long words is found', () => {
  const { paragraphs } = readingOf([
    'Individualized multidisciplinary interventions facilitate sustainable stabilization, '.repeat(5),
  ]);
  expect(paragraphs.filter(({ hardness }) => hardness > hardest.en.article)).toHaveLength(1);
});

test('a fact stands in a text with its own words, as a sentence where it begins one', () => {
  const wording = facts().facts.find(({ id }) => id === 'iop-hours')?.wording ?? '';
  expect(wording).not.toBe('');
  expect(withFacts('It is {iop-hours}.')).toBe(`It is ${wording}.`);
  expect(withFacts('{op-hours}.')).toMatch(/^Under/);
  expect(factsIn(['{iop-hours} {iop-hours}', '{op-hours}'])).toEqual(['iop-hours', 'op-hours']);
  expect(() => withFacts('{no-such-fact}')).toThrow();
});

test('what search engines get is what the page says, and no answer can end the block', () => {
  const told = questionsJsonLd([{ ask: 'How long?', answer: '{iop-hours} </script><b>' }]);
  expect(told).not.toContain('<');
  expect(JSON.parse(told)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: 'How long?',
        acceptedAnswer: { '@type': 'Answer', text: withFacts('{iop-hours} </script><b>') },
      },
    ],
  });
});
