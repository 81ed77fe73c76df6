import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { publicDatabase } from '#platform/database.ts';
import type { ListedMeeting } from './schema.ts';
import { listedMeetings } from './store.ts';

/**
 * Reads the listed meetings into the site while it is built, so that the list stays up when the database
 * does not. Each entry holds one meeting and when it was read. A build without its database is an error:
 * a site that silently lists nothing would be worse than no new site.
 */
export const meetingsLoader = () =>
  ({
    name: 'meetings',
    schema: z.object({ meeting: z.custom<ListedMeeting>(), readAt: z.string() }),
    load: async ({ store, logger, parseData, generateDigest }) => {
      const readAt = new Date().toISOString();
      const meetings = await listedMeetings(publicDatabase()).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(
          `The meetings cannot be read for the build (${reason}). Is SUPABASE_URL right, and the database up?`,
        );
      });
      store.clear();
      for (const meeting of meetings) {
        const data = await parseData({ id: meeting.slug, data: { meeting, readAt } });
        store.set({ id: meeting.slug, data, digest: generateDigest({ meeting }) });
      }
      logger.info(`${meetings.length} meetings`);
    },
  }) satisfies Loader;
