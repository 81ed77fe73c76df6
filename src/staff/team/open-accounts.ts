import { DatabaseUnavailable, rows, serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import { serviceAccounts } from '#platform/accounts.ts';
import { AccountRefused, accountOf } from '../invite.ts';

/**
 * Opens an account for everybody who is invited, and queues the mail that says so. Accounts are made with the
 * service's key, so this runs outside the staff area: after the answer to the admin, and every minute. Safe
 * to run several times at once: an invitation is opened once. Returns how many were. Throws
 * DatabaseUnavailable; an account that cannot be opened is written into its invitation for the admins.
 */
export async function openAccounts(): Promise<number> {
  const database = serviceDatabase();
  const open = rows(
    await database
      .from('staff_invitations')
      .select('id, email, trouble')
      .is('opened_at', null)
      // who could not be helped before stands behind who was not tried yet
      .order('trouble', { nullsFirst: true })
      .order('created_at')
      .limit(20),
  );
  let opened = 0;
  for (const { id, email, trouble } of open) {
    const done = await openOne(database, id, email);
    if (done === 'opened') opened += 1;
    else if (done !== 'gone' && done.trouble !== trouble)
      rows(await database.from('staff_invitations').update(done).eq('id', id).select('id'));
  }
  if (opened > 0) log({ event: 'accounts-opened', count: opened });
  return opened;
}

/** 'gone' when somebody else opened it or took it back meanwhile; trouble as a code. */
async function openOne(
  database: OnwardDatabase,
  id: string,
  email: string,
): Promise<'opened' | 'gone' | { trouble: string }> {
  try {
    const account = await accountOf(serviceAccounts(), email);
    const open = rows(await database.rpc('open_invitation', { p_invitation: id, p_user: account }));
    return open ? 'opened' : 'gone';
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    const code = error instanceof AccountRefused ? error.code : errorCode(error);
    log({ event: 'account-not-opened', code });
    return { trouble: code.slice(0, 60) };
  }
}

/** The same after an answer is out, where nobody waits for it: it never throws. */
export async function openAccountsNow(): Promise<void> {
  await openAccounts().catch((error: unknown) => {
    log({ event: 'open-accounts-failed', code: errorCode(error) });
  });
}
