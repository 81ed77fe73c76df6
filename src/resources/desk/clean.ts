import type { Draft } from '../draft.ts';

const blank = (entry: object) => Object.values(entry).every((value) => value === null || value === '');

function trimmed<Entry extends object>(entry: Entry): Entry {
  const lines = Object.entries(entry).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(lines) as Entry;
}

/** A draft as it is published: no blanks around the words, no empty lines of a list. */
export const cleaned = (words: Draft): Draft => ({
  ...words,
  title: words.title.trim(),
  summary: words.summary.trim(),
  body: words.body.trim(),
  services: words.services.map(trimmed).filter((entry) => !blank(entry)),
  links: words.links.map(trimmed).filter((entry) => !blank(entry)),
});
