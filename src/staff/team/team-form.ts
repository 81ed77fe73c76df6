import * as z from 'zod';
import { emailAddress } from '#platform/contact.ts';
import { shortLine } from '#platform/form-fields.ts';
import { staffRoles } from '../invite.ts';

/** What the pages of the team are sent. */

const name = shortLine(100).pipe(z.string().min(1, { error: 'Enter the name colleagues see' }));
const role = z.enum(staffRoles, { error: 'Choose what this person may do' });

const invite = z.object({
  action: z.literal('invite'),
  /** The form's own id: sent twice it is one invitation. */
  id: z.uuid({ error: 'Open this page again' }),
  name,
  email: emailAddress.transform((email) => email.toLowerCase()),
  role,
});
export type Invite = z.infer<typeof invite>;

/** The page of the whole team. */
export const teamForm = z.discriminatedUnion('action', [
  invite,
  z.object({ action: z.literal('take-back'), id: z.uuid() }),
]);

/** A second press, where the first one asked: somebody changes what they themselves may do. */
const sure = z.literal('yes').optional();

/** The page of one person. */
export const personForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('name'), name }),
  z.object({ action: z.literal('role'), role, sure }),
  z.object({ action: z.literal('turn-off'), sure }),
  z.object({ action: z.literal('turn-on') }),
  z.object({ action: z.literal('end-sessions'), sure }),
]);
export type PersonAction = z.infer<typeof personForm>;
