import type { Loader } from 'astro/loaders';
import { program, readPrograms } from './programs.ts';

/**
 * Programs and cohorts for the static pages, read as anybody may read them. When the database does not
 * answer the last copy stays: an old timetable with a phone number beats a site that does not build.
 */
export function programsLoader(): Loader {
  return {
    name: 'onward-programs',
    schema: program,
    load: async ({ store, parseData, generateDigest, logger }) => {
      const programs = await readPrograms({ timeLimit: 15_000 }).catch((error: unknown) => {
        logger.warn(
          `Programs could not be read, the last copy stays: ${error instanceof Error ? error.message : ''}`,
        );
        return null;
      });
      if (!programs) return;
      store.clear();
      for (const entry of programs) {
        const data = await parseData({ id: entry.slug, data: { ...entry } });
        store.set({ id: entry.slug, data, digest: generateDigest(data) });
      }
    },
  };
}
