import type { Config } from '@netlify/functions';
import { forgetUploads } from '#meetings/feeds/upload.ts';
import { purgeMeetings } from '#meetings/purge.ts';
import { syncSources } from '#meetings/sync/sync.ts';
import { systemClock } from '#platform/clock.ts';
import { serviceDatabase } from '#platform/database.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';

/** Every day: brings in what other lists of meetings have changed, and forgets files nobody said yes to. */
export default scheduled('sync-meetings', async () => {
  const { sources, left } = await syncSources(serviceDatabase({ timeLimit: 20_000 }));
  await forgetUploads(serviceDatabase(), systemClock().toString());
  for (const { slug, outcome, changes, code } of sources)
    log({ event: `feed-${outcome}`, route: slug, count: changes, ...(code && { code }) });
  if (left > 0) log({ event: 'feeds-left', count: left });
  if (sources.some(({ changes }) => changes > 0)) await purgeMeetings();
  return json({ checked: sources.length, left });
});

export const config: Config = { schedule: '@daily' };
