import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawings } from '#library/diagrams/naloxone-drawings.ts';
import { readingOfGuide } from '#library/reading.ts';
import { highestGrade } from '#platform/words/reading.ts';
import { stepAfter, stepNamed, steps } from '#tools/next-24-hours/steps.ts';

/** The two pages that somebody reads while an hour counts: their order, and how they read. */

const guide = (id: string) => readFileSync(`content/en/guides/${id}.mdx`, 'utf8');
/** A step without a name of its own is reached by that of its heading. */
const stepsOf = (text: string) =>
  [...text.matchAll(/<Step(?: id="([^"]+)")?>\s*## (.+)/g)].map(([, id, title = '']) => ({
    id: id ?? title.toLowerCase(),
    title,
  }));

test('the order begins with what may kill, and ends with what this is not', () => {
  expect(steps.map(({ id }) => id)).toEqual([
    ...['danger', 'stopping', 'tolerance', 'tell', 'call-us', 'medication', 'tonight', 'not'],
  ]);
});

test('the guide tells the eight steps in that order, under the same names', () => {
  expect(stepsOf(guide('first-24-hours'))).toEqual(steps);
});

test('the tool walks through them in that order', () => {
  const tool = readFileSync('src/tools/next-24-hours/Next24Hours.astro', 'utf8');
  const walked = [...tool.matchAll(/<NextStep id="([^"]+)">/g)].map(([, id]) => id);
  expect(walked).toEqual(steps.map(({ id }) => id));
});

test('negative control: a step out of its place is seen', () => {
  const [first, second, ...rest] = stepsOf(guide('first-24-hours'));
  expect([second, first, ...rest]).not.toEqual(steps);
});

test('no way of pressing Next and Back leads out of the eight, and Back undoes Next', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<1 | -1>(1, -1)), (presses) => {
      const at = presses.reduce(stepAfter, 0);
      expect(steps[at]).toBeDefined();
      if (at < steps.length - 1) expect(stepAfter(stepAfter(at, 1), -1)).toBe(at);
    }),
  );
});

test('an address leads to the step it names, and any other to the first', () => {
  for (const [at, { id }] of steps.entries()) expect(stepNamed(`#${id}`)).toBe(at);
  expect(['', '#', '#nothing', '#danger2'].map(stepNamed)).toEqual([0, 0, 0, 0]);
});

test('each step with naloxone has its drawing, and each drawing says in words what is on it', () => {
  const text = guide('naloxone');
  const drawn = [...text.matchAll(/<NaloxoneStep id="([^"]+)" \/>/g)].map(([, id]) => id);
  expect(drawn).toEqual(Object.keys(drawings));
  expect(stepsOf(text)).toEqual(Object.entries(drawings).map(([id, { title }]) => ({ id, title })));
  for (const { description } of Object.values(drawings)) {
    expect(description.split(' ').length).toBeGreaterThan(10);
    expect(description).not.toMatch(/needle|syringe|pill|bottle/i);
  }
});

test.each(['first-24-hours', 'naloxone'])('%s reads at grade 6, its worst paragraph too', (id) => {
  const { grade, paragraphs, words } = readingOfGuide(guide(id).replace(/^---\n[\s\S]*?\n---/, ''));
  expect(grade).toBeLessThanOrEqual(highestGrade.crisis);
  expect(paragraphs.filter((paragraph) => paragraph.grade > highestGrade.crisis)).toEqual([]);
  expect(words).toBeGreaterThan(500);
  expect(words).toBeLessThan(1200);
});
