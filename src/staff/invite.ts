import * as z from 'zod';
import { emailAddress } from '#platform/contact.ts';
import { rows, DatabaseUnavailable, type OnwardDatabase } from '#platform/database.ts';
import type { Accounts } from '#platform/accounts.ts';

/** Putting a person on the staff: an account in Supabase Auth, and a row that says what they may do. */

export const staffRoles = ['editor', 'coordinator', 'clinician', 'admin'] as const;

export const invitation = z.object({
  email: emailAddress.transform((email) => email.toLowerCase()),
  role: z.enum(staffRoles, { error: `The role is one of ${staffRoles.join(', ')}` }),
});
export type Invitation = z.infer<typeof invitation>;

/**
 * Gives the person the role, with a new account where they have none. Somebody who is on the staff
 * already gets the new role and is active again. Throws DatabaseUnavailable.
 */
export async function inviteStaff(
  database: OnwardDatabase,
  accounts: Accounts,
  { email, role }: Invitation,
): Promise<'added' | 'changed'> {
  // found here and not by a filter: that would stand in the address of the request, and in logs
  const team = rows(await database.from('staff').select('user_id, email'));
  const known = team.find((person) => person.email === email);
  if (known) {
    const changed = database.from('staff').update({ role, active: true });
    rows(await changed.eq('user_id', known.user_id).select('user_id'));
    return 'changed';
  }
  const user_id = await accountOf(accounts, email);
  const display_name = email.split('@')[0] ?? email;
  rows(await database.from('staff').insert({ user_id, email, display_name, role }).select('user_id'));
  return 'added';
}

/**
 * The account of an address: a new one, or the one that is there, since an earlier try may have come no
 * further than this. Returns its id. Throws DatabaseUnavailable, and {@link AccountRefused} with a code.
 */
export async function accountOf(accounts: Accounts, email: string): Promise<string> {
  const created = await accounts.createUser({ email, email_confirm: true });
  if (created.data.user) return created.data.user.id;
  if (created.error?.code !== 'email_exists') throw authTrouble(created.error);
  for (let page = 1; ; page += 1) {
    const listed = await accounts.listUsers({ page, perPage: 200 });
    const account = listed.data.users.find((user) => user.email?.toLowerCase() === email);
    if (account) return account.id;
    if (listed.error ?? listed.data.users.length === 0) throw authTrouble(listed.error);
  }
}

/** Carries the code alone: what Auth says may repeat the address. */
function authTrouble(
  error: { status?: number | undefined; code?: string | undefined; name: string } | null,
): Error {
  if (error?.name === 'AuthRetryableFetchError') return new DatabaseUnavailable();
  return new AccountRefused(String(error?.code ?? error?.status ?? 'no reason given'));
}

/** Supabase Auth makes no account for this address; `code` is its own word for why. */
export class AccountRefused extends Error {
  override name = 'AccountRefused';
  readonly code: string;
  constructor(code: string) {
    super(`Supabase Auth refused (${code})`);
    this.code = code;
  }
}
