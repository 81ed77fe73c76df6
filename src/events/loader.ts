import type { Loader } from 'astro/loaders';
import { listEvents } from './events.ts';

/** Events for the static pages, read from the database when the site is built. */
export const eventsLoader: Loader = {
  name: 'events',
  load: async ({ store, logger, generateDigest }) => {
    const events = await listEvents();
    store.clear();
    for (const event of events) {
      store.set({ id: event.slug, data: { ...event }, digest: generateDigest(event) });
    }
    logger.info(`${events.length} events`);
  },
};
