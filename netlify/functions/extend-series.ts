import type { Config } from '@netlify/functions';
import { extendSeries } from '#events/series/extend.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';

/** Every hour: opens the next dates of each series. `publish-due` then asks for their pages. */
export default scheduled('extend-series', async () => {
  const { opened, refused } = await extendSeries();
  if (opened > 0) log({ event: 'series-dates-opened', count: opened });
  if (refused > 0) log({ event: 'series-dates-refused', count: refused });
  return json({ opened, refused });
});

export const config: Config = { schedule: '@hourly' };
