import { buildStamp } from '#platform/build-stamp.ts';
import { systemClock } from '#platform/clock.ts';
import type { OnwardDatabase } from '#platform/database.ts';
import { siteBuilds } from './site-builds.ts';
import { stateOf, type Publishing } from './state.ts';

/** Where a change of this instant is on its way, for staff. Throws DatabaseUnavailable. */
export async function publishingStateFor(database: OnwardDatabase, changedAt: string): Promise<Publishing> {
  const { builtAt } = buildStamp();
  return stateOf({ changedAt, builtAt, now: systemClock().toString(), ...(await siteBuilds(database)) });
}
