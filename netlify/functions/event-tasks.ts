import type { Config } from '@netlify/functions';
import { doWhatIsDue } from '#events/due.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';

/** Every five minutes: hands on seats nobody said yes to in time, and queues reminders and thanks. */
export default scheduled('event-tasks', async () => {
  const { lapsed, queued } = await doWhatIsDue();
  if (lapsed > 0) log({ event: 'seats-lapsed', count: lapsed });
  if (queued > 0) log({ event: 'event-mails-queued', count: queued });
  return json({ lapsed, queued });
});

export const config: Config = { schedule: '*/5 * * * *' };
