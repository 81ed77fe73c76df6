import type { Config } from '@netlify/functions';
import { composers } from '#mail/composers.ts';
import { deliverMail } from '#mail/deliver.ts';
import { log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';
import { scheduled } from '#platform/scheduled.ts';
import { openAccountsNow } from '#staff/team/open-accounts.ts';

/** Every minute: opens the accounts of who was invited to the team, and sends what is due. */
export default scheduled('deliver-mail', async () => {
  await openAccountsNow();
  const count = await deliverMail(composers);
  if (count > 0) log({ event: 'mail-sent', count });
  return json({ sent: count });
});

export const config: Config = { schedule: '* * * * *' };
