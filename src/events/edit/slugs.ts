import { numbered, slugOf, slugShape } from '#platform/slug.ts';

/** The name of an event's page in its address. */

/** Addresses of pages that stand beside the events. */
const taken = new Set(['calendar', 'feed', 'index', 'month', 'new', 'past', 'series']);

/** The names an event may have, best first: what it is called and its day, numbered when taken. */
export function slugsFor(title: string, day: string): Generator<string> {
  const words = slugOf(title).slice(0, 80).replace(/-+$/, '') || 'event';
  return numbered(`${words}-${day}`);
}

/** A name as staff typed it. */
export function readSlug(typed: string | string[] | undefined): { slug?: string; message?: string } {
  const slug = [typed ?? []].flat()[0]?.trim().toLowerCase() ?? '';
  if (slug === '') return {};
  if (!slugShape.test(slug) || slug.length > 100)
    return { message: 'Use small letters, digits and hyphens, as open-porch-2027' };
  return taken.has(slug) ? { message: 'Another page has this address. Choose another' } : { slug };
}
