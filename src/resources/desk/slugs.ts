import { numbered, slugOf } from '#platform/slug.ts';
import { reservedSlugs } from '../schema.ts';

const longestSlug = 80;

/** The names a resource may have in its address, best first. One that has a name keeps it. */
export function* slugsFor(title: string): Generator<string> {
  const words = slugOf(title).slice(0, longestSlug).replace(/-+$/, '') || 'resource';
  for (const slug of numbered(words)) if (!reservedSlugs.includes(slug)) yield slug;
}

/** The name it gets when nobody has it yet. */
export const firstSlug = (title: string): string => slugsFor(title).next().value as string;
