import * as z from 'zod';
import { instant, systemClock, type Clock } from '#platform/clock.ts';
import { rows } from '#platform/database.ts';
import type { Supabase } from '#platform/supabase.ts';
import { absoluteSeconds } from '#platform/staff-session.ts';
import { staffRoles } from './invite.ts';

/** Who is signed in, and what they may ask for. */

export type StaffRole = (typeof staffRoles)[number];

export interface StaffMember {
  id: string;
  name: string;
  role: StaffRole;
  /** The database as this person. */
  database: Supabase;
  /** Where this is 'to-be-shown', the database takes the person for nobody of the staff yet. */
  secondFactor: SecondFactor;
}

const secondFactors = ['not-needed', 'not-offered', 'shown', 'to-be-shown'] as const;
/** Whether the role needs one, and whether it was shown in this session. */
export type SecondFactor = (typeof secondFactors)[number];

/** Why somebody with a session is not let in. */
export type Refusal = 'not-staff' | 'turned-off' | 'ended';

const sessions = z.array(
  z.object({
    user_id: z.uuid(),
    name: z.string(),
    role: z.enum(staffRoles),
    active: z.boolean(),
    began_at: z.string().nullable(),
    second_factor: z.enum(secondFactors),
  }),
);

/**
 * Who asks, as the database knows them at this moment: a session that was ended on another device and an
 * account that was turned off open nothing, however fresh the token is. Throws DatabaseUnavailable.
 */
export async function staffMember(
  database: Supabase,
  clock: Clock = systemClock,
): Promise<StaffMember | Refusal> {
  const answer = await database.rpc('staff_session');
  // a token that does not hold, forged or of another key
  if (answer.status === 401 || answer.status === 403) return 'ended';
  const [person] = sessions.parse(rows(answer));
  if (!person) return 'not-staff';
  if (!person.active) return 'turned-off';
  if (person.began_at === null) return 'ended';
  const seconds = (clock().epochMilliseconds - instant(person.began_at).epochMilliseconds) / 1000;
  if (seconds > absoluteSeconds) return 'ended';
  return {
    id: person.user_id,
    name: person.name,
    role: person.role,
    secondFactor: person.second_factor,
    database,
  };
}

/** The person the door let in. A page under /staff/ has one; anywhere else this is a mistake. */
export function signedIn(locals: { staff?: StaffMember }): StaffMember {
  if (!locals.staff) throw new Error('This page is not behind the door of the staff area');
  return locals.staff;
}
