import type { Loader } from 'astro/loaders';
import { keptProgram } from './kept.ts';
import { readPrograms } from './programs.ts';

/**
 * Programs and cohorts for the static pages, read as anybody may read them. A database that does not
 * answer ends the build: the site as it was published last is better than one without its groups.
 */
export function programsLoader() {
  return {
    name: 'onward-programs',
    schema: keptProgram,
    load: async ({ store, parseData, generateDigest, logger }) => {
      const programs = await readPrograms({ timeLimit: 15_000 });
      store.clear();
      for (const [order, entry] of programs.entries()) {
        const data = await parseData({ id: entry.slug, data: { ...entry, order } });
        store.set({ id: entry.slug, data, digest: generateDigest(data) });
      }
      logger.info(`${programs.length} programs`);
    },
  } satisfies Loader;
}
