import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawings } from '#library/diagrams/naloxone-drawings.ts';
import { drawingsSpeak } from '#library/diagrams/spanish.ts';
import { readingOfGuide } from '#library/reading.ts';
import { hardest } from '#platform/words/reading.ts';
import { stepAfter, stepNamed, steps } from '#tools/next-24-hours/steps.ts';

/** The two pages that somebody reads while an hour counts: their order, and how they read. */

const guide = (id: string, language = 'en') => readFileSync(`content/${language}/guides/${id}.mdx`, 'utf8');
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

test('in Spanish it tells the same steps in the same order, under the same names in an address', () => {
  const spanish = stepsOf(guide('first-24-hours', 'es'));
  expect(spanish.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
  expect(spanish.filter(({ title }) => steps.some((step) => step.title === title))).toEqual([]);
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

test('the steps with naloxone come in the same order in Spanish, each headed as its drawing is', () => {
  const text = guide('naloxone', 'es');
  const say = drawingsSpeak('es');
  const drawn = [...text.matchAll(/<NaloxoneStep id="([^"]+)" \/>/g)].map(([, id]) => id);
  expect(drawn).toEqual(Object.keys(drawings));
  expect(stepsOf(text)).toEqual(
    Object.entries(drawings).map(([id, { title }]) => ({ id, title: say(title) })),
  );
});

/** What has to be on the page, in the order it comes up there. */
const given = (id: string, language: string) =>
  guide(id, language).match(/<(?:Fact|Line|LifelineFor|OurPhone|YourPeople)\b[^>]*>|\]\([^)]+\)/g);

test.each(['first-24-hours', 'naloxone', 'after-a-break-your-body-has-changed', 'the-next-week'])(
  '%s leaves out no line, no fact and no link in Spanish',
  (id) => {
    const withoutForm = (all: string[] | null) =>
      (all ?? []).map((one) => one.replace(' bare', '')).toSorted();
    expect(withoutForm(given(id, 'es'))).toEqual(withoutForm(given(id, 'en')));
    expect(given(id, 'en')?.length).toBeGreaterThan(5);
  },
);

test.each(['first-24-hours', 'naloxone'])(
  '%s reads fairly easily in Spanish, its worst paragraph too',
  (id) => {
    const body = guide(id, 'es').replace(/^---\n[\s\S]*?\n---/, '');
    const { hardness, paragraphs, words } = readingOfGuide(body, 'es');
    expect(hardness).toBeLessThanOrEqual(hardest.es.crisis);
    expect(paragraphs.filter((paragraph) => paragraph.hardness > hardest.es.crisis)).toEqual([]);
    expect(words).toBeGreaterThan(500);
    expect(words).toBeLessThan(1200);
  },
);

test('negative control: a paragraph of long words and long sentences is seen in Spanish', () => {
  const hard =
    'La administración intranasal del medicamento antagonista correspondiente requiere necesariamente una comprobación preliminar de la responsividad neurológica del individuo presuntamente intoxicado por opioides.';
  expect(readingOfGuide(hard, 'es').paragraphs[0]?.hardness).toBeGreaterThan(hardest.es.crisis);
});

test.each(['first-24-hours', 'naloxone'])('%s reads at grade 6, its worst paragraph too', (id) => {
  const { hardness, paragraphs, words } = readingOfGuide(guide(id).replace(/^---\n[\s\S]*?\n---/, ''));
  expect(hardness).toBeLessThanOrEqual(hardest.en.crisis);
  expect(paragraphs.filter((paragraph) => paragraph.hardness > hardest.en.crisis)).toEqual([]);
  expect(words).toBeGreaterThan(500);
  expect(words).toBeLessThan(1200);
});
