import type { Config } from '@netlify/functions';
import { anyUnpublishedSince, listEvents } from '#events/events.ts';
import { pagesAreStale } from '#events/stale.ts';
import { buildStamp } from '#platform/build-stamp.ts';
import { systemClock } from '#platform/clock.ts';
import { answering } from '#platform/endpoint.ts';
import { environment } from '#platform/environment.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { site } from '#platform/site.ts';
import { groupsAreStale } from '#step-down/stale.ts';

/** Every ten minutes: asks for a new build when the pages of events or of groups are no longer true. */
export default answering('publish-due', async () => {
  const { BUILD_HOOK_URL } = environment();
  const { builtAt } = buildStamp();
  if (!BUILD_HOOK_URL || !builtAt) return json({ asked: false });
  const now = systemClock().toString();
  const stale =
    pagesAreStale(await listEvents(), builtAt, now, site().timeZone) ||
    (await anyUnpublishedSince(builtAt)) ||
    (await groupsAreStale(builtAt, now.slice(0, 10)));
  if (stale) {
    await fetch(BUILD_HOOK_URL, { method: 'POST', signal: AbortSignal.timeout(10_000) });
    log({ event: 'build-asked' });
  }
  return json({ asked: stale });
});

export const config: Config = { schedule: '*/10 * * * *' };
