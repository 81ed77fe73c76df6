import * as z from 'zod';
import { slugShape } from '#platform/slug.ts';

/** A fellowship or pathway as content/en/pathways.yml tells of it. Each has the same parts: they are equals. */

const https = z.url({ protocol: /^https$/, error: 'should be an https address' });
const day = z.coerce.date().nullable();
const sentence = z.string().min(10).max(260);

export const pathwaySchema = z.strictObject({
  id: z.string().regex(slugShape),
  name: z.string().min(2).max(70),
  what: sentence,
  who: sentence,
  meeting: sentence,
  faith: z.string().min(5).max(120),
  finder: z.strictObject({
    url: https,
    /** The finder opened on a town, which stands for `{place}`. */
    near: https.includes('{place}', { error: 'should have {place} where the town goes' }).optional(),
    /** The day on which somebody opened the link; null until then. */
    opened: day,
  }),
  /** The fellowship's own words; null until somebody compared ours with them. */
  source: z.strictObject({ title: z.string().min(2), url: https, checkedOn: day }),
});
export type Pathway = z.infer<typeof pathwaySchema>;

/** By name, as people look for it, and by nothing else. */
export const byName = (pathways: Pathway[]): Pathway[] =>
  pathways.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** The fellowship's own finder, opened on a town where that is possible. */
export function finderLink({ finder }: Pathway, place: string): string {
  return finder.near?.replace('{place}', encodeURIComponent(place)) ?? finder.url;
}
