import type { Config } from '@netlify/functions';
import { anyUnpublishedSince, listEvents } from '#events/events.ts';
import { pagesAreStale } from '#events/stale.ts';
import { buildStamp } from '#platform/build-stamp.ts';
import { systemClock } from '#platform/clock.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';
import { site } from '#platform/site.ts';
import { askForBuild } from '#publishing/ask.ts';
import { settingsAreStale } from '#publishing/site-builds.ts';
import { publishDueResources, resourcesAreStale } from '#resources/due.ts';
import { groupsAreStale } from '#step-down/stale.ts';

/** Longer than a build takes: one that is under way is not asked for again. */
const quietSeconds = 240;

/** Every ten minutes: publishes what is due, and asks for a build when the pages are no longer true. */
export default scheduled('publish-due', async () => {
  const published = await publishDueResources();
  if (published > 0) log({ event: 'published-due', count: published });
  const { builtAt } = buildStamp();
  if (!builtAt) return json({ asked: false });
  const now = systemClock().toString();
  const stale =
    (await resourcesAreStale(builtAt)) ||
    (await settingsAreStale(builtAt, now)) ||
    pagesAreStale(await listEvents(), builtAt, now, site().timeZone) ||
    (await anyUnpublishedSince(builtAt)) ||
    (await groupsAreStale(builtAt, now.slice(0, 10)));
  if (stale) await askForBuild({ quietSeconds, again: false });
  return json({ asked: stale });
});

export const config: Config = { schedule: '*/10 * * * *' };
