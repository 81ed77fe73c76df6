import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { Invite, PersonAction } from './team-form.ts';

/** What an admin does with the team; each is one function of the database, called as the admin. */

const invited = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['invited', 'same']) }),
  z.object({ outcome: z.literal('on-the-staff'), userId: z.uuid() }),
]);

/**
 * Invites somebody. 'same' when an invitation to this address is open already; somebody on the staff is
 * not invited but named. Throws DatabaseUnavailable.
 */
export async function invite(database: OnwardDatabase, { id, name, email, role }: Invite) {
  return invited.parse(
    rows(await database.rpc('invite_staff', { p_id: id, p_email: email, p_name: name, p_role: role })),
  );
}

/** Takes an invitation back. False when its account was opened meanwhile. Throws DatabaseUnavailable. */
export async function takeBack(database: OnwardDatabase, id: string): Promise<boolean> {
  return rows(await database.rpc('withdraw_invitation', { p_id: id }));
}

const changed = z.object({ outcome: z.enum(['changed', 'same', 'unknown', 'last-admin']) });
export type Changed = z.infer<typeof changed>['outcome'];

/** Does what the page of one person asks for. Throws DatabaseUnavailable. */
export async function actOnTeammate(
  database: OnwardDatabase,
  id: string,
  asked: PersonAction,
): Promise<Changed> {
  if (asked.action === 'end-sessions') {
    const known = rows(await database.rpc('end_sessions', { p_user: id }));
    return known ? 'changed' : 'unknown';
  }
  return changed.parse(rows(await database.rpc('change_staff', { p_user: id, ...whatChanges(asked) })))
    .outcome;
}

function whatChanges(asked: Exclude<PersonAction, { action: 'end-sessions' }>) {
  switch (asked.action) {
    case 'name':
      return { p_name: asked.name };
    case 'role':
      return { p_role: asked.role };
    case 'turn-off':
    case 'turn-on':
      return { p_active: asked.action === 'turn-on' };
  }
}

/** Whether somebody is about to take something from themselves, and did not say yet that they mean it. */
export function asksFirst(asked: PersonAction, self: boolean): boolean {
  if (!self || asked.action === 'name' || asked.action === 'turn-on') return false;
  return asked.sure !== 'yes';
}
