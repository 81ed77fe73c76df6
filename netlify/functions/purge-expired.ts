import type { Config } from '@netlify/functions';
import { purgeReports } from '#meetings/reports/report-store.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { answering } from '#platform/endpoint.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { site } from '#platform/site.ts';

/** Every day: forgets who came, who signed up and what visitors reported, as long after as content/site.yml promises. */
export default answering('purge-expired', async () => {
  const { retentionDays } = site();
  const rsvps = rows(await serviceDatabase().rpc('purge_rsvps', { p_days: retentionDays.rsvps }));
  const signUps = rows(await serviceDatabase().rpc('purge_sign_ups', { p_days: retentionDays.signUps }));
  const reports = await purgeReports(retentionDays.reports, retentionDays.unsettledReports);
  log({ event: 'purged-rsvps', count: rsvps });
  log({ event: 'purged-sign-ups', count: signUps });
  log({ event: 'purged-reports', count: reports });
  return json({ rsvps, signUps, reports });
});

export const config: Config = { schedule: '@daily' };
