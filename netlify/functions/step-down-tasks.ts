import type { Config } from '@netlify/functions';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';
import { doWhatIsDue } from '#step-down/due.ts';

/** Every hour: check-ins whose day has come, and in the morning the mail that says how many wait. */
export default scheduled('step-down-tasks', async () => {
  const { asked, told } = await doWhatIsDue();
  if (asked > 0) log({ event: 'check-ins-asked', count: asked });
  return json({ asked, told });
});

export const config: Config = { schedule: '@hourly' };
