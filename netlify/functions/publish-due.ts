import type { Config } from '@netlify/functions';
import { listEvents } from '#events/events.ts';
import { buildStamp } from '#platform/build-stamp.ts';
import { instant, systemClock } from '#platform/clock.ts';
import { answering } from '#platform/endpoint.ts';
import { environment } from '#platform/environment.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';

/** Every ten minutes: asks for a new build when an event changed or ended since the last one. */
export default answering('publish-due', async () => {
  const { BUILD_HOOK_URL } = environment();
  const { builtAt } = buildStamp();
  if (!BUILD_HOOK_URL || !builtAt) return json({ asked: false });
  const built = instant(builtAt).epochMilliseconds;
  const now = systemClock().epochMilliseconds;
  const stale = (await listEvents()).some((event) => {
    const ended = instant(event.endsAt).epochMilliseconds;
    return instant(event.updatedAt).epochMilliseconds > built || (ended > built && ended <= now);
  });
  if (stale) {
    await fetch(BUILD_HOOK_URL, { method: 'POST', signal: AbortSignal.timeout(10_000) });
    log({ event: 'build-asked' });
  }
  return json({ asked: stale });
});

export const config: Config = { schedule: '*/10 * * * *' };
