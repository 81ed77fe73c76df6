import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { fellowshipName } from '#meetings/fellowships.ts';
import { byName, finderLink, pathwaySchema } from '#meetings/pathways/pathway.ts';

const pathways = z.array(pathwaySchema).parse(parse(readFileSync('content/en/pathways.yml', 'utf8')));

test('every pathway has every part, once, and is one that meetings carry', () => {
  expect(pathways.length).toBeGreaterThan(14);
  expect(new Set(pathways.map(({ id }) => id)).size).toBe(pathways.length);
  // a slug nobody knows would be shown as its own words
  for (const { id, name } of pathways) expect(name, id).toContain(fellowshipName(id));
});

test('they are sorted by name and by nothing else', () => {
  const names = byName(pathways).map(({ name }) => name);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  expect(byName(pathways.toReversed()).map(({ name }) => name)).toEqual(names);
});

test('two plain sentences say what each is, and the cards are of one size', () => {
  for (const { id, what } of pathways) expect(what.match(/[.!?](?=\s|$)/g)?.length, id).toBe(2);
  const lengths = pathways.map(({ what, who, meeting }) => what.length + who.length + meeting.length);
  expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(2.5);
});

test('links out are https, and carry the town where the other finder takes it', () => {
  const links = pathways.map((pathway) => finderLink(pathway, 'Alder Springs, CO'));
  expect(links.filter((link) => !link.startsWith('https://') || link.includes('{'))).toEqual([]);
  expect(links.filter((link) => link.includes('Alder%20Springs%2C%20CO'))).toHaveLength(2);
  const [first] = pathways;
  expect(pathwaySchema.safeParse({ ...first, finder: { url: 'http://x.org/', opened: null } }).success).toBe(
    false,
  );
});
