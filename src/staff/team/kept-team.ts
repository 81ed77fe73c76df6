import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { staffRoles } from '../invite.ts';

/** Who is on the staff and who is invited, as an admin sees them. */

const teammate = z.object({
  user_id: z.uuid(),
  email: z.string(),
  display_name: z.string(),
  role: z.enum(staffRoles),
  active: z.boolean(),
  created_at: z.string(),
});

export interface Teammate {
  id: string;
  name: string;
  email: string;
  role: (typeof staffRoles)[number];
  active: boolean;
  /** An instant, as the database writes it. */
  since: string;
}

const asTeammate = (row: z.infer<typeof teammate>): Teammate => ({
  id: row.user_id,
  name: row.display_name,
  email: row.email,
  role: row.role,
  active: row.active,
  since: row.created_at,
});

const columns = 'user_id, email, display_name, role, active, created_at';

/** Everybody who is or was on the staff, by name. Throws DatabaseUnavailable. */
export async function keptTeam(database: OnwardDatabase): Promise<Teammate[]> {
  const found = rows(await database.from('staff').select(columns).order('display_name').order('user_id'));
  return z.array(teammate).parse(found).map(asTeammate);
}

/** One of them, or null. Throws DatabaseUnavailable. */
export async function keptTeammate(database: OnwardDatabase, id: string): Promise<Teammate | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = z
    .array(teammate)
    .parse(rows(await database.from('staff').select(columns).eq('user_id', id)));
  return found ? asTeammate(found) : null;
}

const openInvitation = z.object({
  id: z.uuid(),
  email: z.string(),
  display_name: z.string(),
  role: z.enum(staffRoles),
  invited_by_name: z.string().nullable(),
  created_at: z.string(),
  trouble: z.string().nullable(),
});
export type OpenInvitation = z.infer<typeof openInvitation>;

/** Invitations for which no account was opened yet, the oldest first. Throws DatabaseUnavailable. */
export async function openInvitations(database: OnwardDatabase): Promise<OpenInvitation[]> {
  return z
    .array(openInvitation)
    .parse(
      rows(
        await database
          .from('staff_invitations')
          .select('id, email, display_name, role, invited_by_name, created_at, trouble')
          .is('opened_at', null)
          .order('created_at')
          .limit(100),
      ),
    );
}
