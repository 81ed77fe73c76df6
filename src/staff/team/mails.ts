import type { Composer } from '#mail/letter.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** To somebody whose account was just opened: who asked them in, and how to sign in. */
const welcome: Composer = async ({ staff_id: staffId }) => {
  if (!staffId) return null;
  const database = serviceDatabase();
  const [person] = rows(
    await database.from('staff').select('email, display_name, active').eq('user_id', staffId),
  );
  // turned off again before the mail went out
  if (!person?.active) return null;
  const invitations = rows(
    await database
      .from('staff_invitations')
      .select('email, invited_by_name')
      .order('opened_at', { ascending: false, nullsFirst: false }),
  );
  // found here and not by a filter: that would stand in the address of the request, and in logs
  const invited = invitations.find(({ email }) => email === person.email);
  const { neutralName, phone } = site();
  return {
    to: person.email,
    language: 'en',
    forStaff: true,
    subject: 'Your sign-in is ready',
    body: [
      `Hello ${person.display_name},`,
      `${invited?.invited_by_name ?? 'A colleague'} added you to the people who keep the site of ${neutralName}.`,
      'To sign in, enter this email address. A code of 6 digits comes by mail each time; there is no password. Nobody from here will ever ask you for that code.',
    ],
    button: { label: 'Sign in', href: `${siteUrl()}/staff/` },
    closing: [`You did not expect this? Do nothing, and tell us: ${phone}.`],
  };
};

/** Who writes which mail to the team about itself. */
export const teamMails: Record<string, Composer> = { 'staff-welcome': welcome };
