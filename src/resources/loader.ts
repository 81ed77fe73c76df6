import type { Loader } from 'astro/loaders';
import {
  nameOfRow,
  reportLeftOut,
  whyInWords,
  type LeftOut,
  type ReportLeftOut,
} from '#platform/build-report.ts';
import { fromRow, readPublished } from './published.ts';
import { publishedResource } from './schema.ts';

/**
 * What staff published, rendered from Markdown and sanitised. One row that cannot be used is left out and
 * reported to staff; a database that does not answer ends the build, and the site stays as it was.
 */
export function resourcesLoader(
  read: () => Promise<unknown[]> = readPublished,
  report: ReportLeftOut = reportLeftOut,
) {
  return {
    name: 'onward-resources',
    schema: publishedResource,
    load: async ({ store, parseData, generateDigest, logger }) => {
      const found = await read();
      const leftOut: Omit<LeftOut, 'kind'>[] = [];
      store.clear();
      for (const row of found) {
        try {
          const { slug, resource, html } = fromRow(row);
          const data = await parseData({ id: slug, data: resource });
          store.set({ id: slug, data, rendered: { html }, digest: generateDigest({ data, html }) });
        } catch (error) {
          const one = { ...nameOfRow(row), why: whyInWords(error, parts) };
          leftOut.push(one);
          logger.warn(`Resource "${one.slug || one.title}" is left out: ${one.why}`);
        }
      }
      report('resource', leftOut);
      logger.info(`${found.length - leftOut.length} resources`);
    },
  } satisfies Loader;
}

/** The columns of a row as its form calls them. */
const parts: Record<string, string> = {
  slug: 'its address',
  title: 'its title',
  summary: 'its summary',
  body: 'its text',
  topics: 'its topics',
  services: 'its list of services',
  links: 'where it is from',
  review_by: 'when it is looked at again',
};
