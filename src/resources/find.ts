import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
import type { ListedResource } from './live-list.ts';
import { listed } from './listed.ts';
import { audiences, languages, resourceKinds, topics } from './schema.ts';

/** Looking for resources by words and filters. What somebody looks for is written down nowhere. */

/** One address says all of it; what is not understood counts as not said. */
export const findQuery = z.object({
  q: z
    .string()
    .transform((words) =>
      words
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 100),
    )
    .catch(''),
  topic: z.enum(topics).optional().catch(undefined),
  for: z.enum(audiences).optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  kind: z.enum(resourceKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type FindQuery = z.infer<typeof findQuery>;

export const readQuery = (url: URL): FindQuery => findQuery.parse(Object.fromEntries(url.searchParams));

/** The address of the same question with something else about it. */
export function addressOf(query: Partial<FindQuery>): string {
  const said = Object.entries(query).filter(([name, value]) => value && !(name === 'page' && value === 1));
  const parameters = new URLSearchParams(
    said.map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `/resources/find/${parameters.size > 0 ? `?${parameters}` : ''}`;
}

export const foundOnAPage = 20;

const counts = z.array(z.object({ found: z.coerce.number() }));

/** What is found now, best first, a page of it and how many there are in all. Throws DatabaseUnavailable. */
export async function findResources(query: FindQuery): Promise<{ entries: ListedResource[]; count: number }> {
  const found: unknown[] = rows(
    await publicDatabase().rpc('find_resources', {
      p_words: query.q,
      ...(query.topic && { p_topic: query.topic }),
      ...(query.for && { p_audience: query.for }),
      ...(query.language && { p_language: query.language }),
      ...(query.kind && { p_kind: query.kind }),
      p_from: (query.page - 1) * foundOnAPage,
      p_most: foundOnAPage,
    }),
  );
  return { entries: listed(found), count: counts.parse(found)[0]?.found ?? 0 };
}
