import type { Config } from '@netlify/functions';
import { purgeReports } from '#meetings/reports/report-store.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { json } from '#platform/problem.ts';
import { writePurged } from '#platform/purge-log.ts';
import { scheduled } from '#platform/scheduled.ts';
import { site } from '#platform/site.ts';
import { sweepFiles } from '#resources/files/sweep.ts';
import { purgeStepDown } from '#step-down/purge.ts';

/**
 * Every day: forgets who came, who signed up, what they consented to and what visitors reported, as long
 * after as content/site.yml promises, and files that belong to nothing after a day; and writes down how many.
 */
export default scheduled('purge-expired', async () => {
  const { retentionDays } = site();
  const rsvps = rows(await serviceDatabase().rpc('purge_rsvps', { p_days: retentionDays.rsvps }));
  await writePurged({ rsvps });
  const { signUps, consents } = await purgeStepDown(retentionDays);
  await writePurged({ 'sign-ups': signUps, consents });
  const reports = await purgeReports(retentionDays.reports, retentionDays.unsettledReports);
  await writePurged({ reports });
  const files = await sweepFiles();
  await writePurged({ files });
  return json({ rsvps, signUps, consents, reports, files });
});

export const config: Config = { schedule: '@daily' };
