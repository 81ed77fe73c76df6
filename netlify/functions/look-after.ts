import type { Config } from '@netlify/functions';
import { queueAlerts } from '#mail/alerts.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';
import { waitingNow } from '#step-down/intake/waiting.ts';

/** Every hour: tells the admins what needs a look, each thing once a day. */
export default scheduled('look-after', async () => {
  const { late } = await waitingNow();
  const queued = await queueAlerts(late > 0);
  if (queued > 0) log({ event: 'alerts-queued', count: queued });
  return json({ queued });
});

export const config: Config = { schedule: '@hourly' };
