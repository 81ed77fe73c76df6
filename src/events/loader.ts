import type { Loader } from 'astro/loaders';
import {
  nameOfRow,
  reportLeftOut,
  whyInWords,
  type LeftOut,
  type ReportLeftOut,
} from '#platform/build-report.ts';
import { eventRow } from './event.ts';
import { eventRows } from './events.ts';

/**
 * Events for the static pages, read from the database when the site is built. One row that cannot be used is left
 * out and reported to staff; a database that does not answer ends the build.
 */
export function eventsLoader(
  read: () => Promise<unknown[]> = eventRows,
  report: ReportLeftOut = reportLeftOut,
): Loader {
  return {
    name: 'events',
    load: async ({ store, logger, generateDigest }) => {
      const found = await read();
      const leftOut: Omit<LeftOut, 'kind'>[] = [];
      store.clear();
      for (const row of found) {
        const { data: event, error } = eventRow.safeParse(row);
        if (event) {
          store.set({ id: event.slug, data: { ...event }, digest: generateDigest(event) });
          continue;
        }
        const one = { ...nameOfRow(row), why: whyInWords(error, parts) };
        leftOut.push(one);
        logger.warn(`Event "${one.slug || one.title}" is left out: ${one.why}`);
      }
      report('event', leftOut);
      logger.info(`${found.length - leftOut.length} events`);
    },
  };
}

/** The columns of a row as its form calls them. */
const parts: Record<string, string> = {
  questions: 'its questions',
  event_sessions: 'its sessions',
  series: 'its series',
  seats: 'its seats',
  online_seats: 'its seats by link',
  starts_at: 'when it begins',
  ends_at: 'when it ends',
};
