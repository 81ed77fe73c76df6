import { rows, serviceDatabase } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import type { Letter } from './letter.ts';

interface Alert {
  /** One sentence on what is wrong. About nobody. */
  what: string;
  /** What an admin can do. */
  next: string;
  /** The staff page where it is seen. */
  page: string;
}

/**
 * An alert to an admin: the same subject whatever it is about, since a phone shows it on a locked screen. Null when
 * they are no admin any more. Throws DatabaseUnavailable.
 */
export async function alertTo(staffId: string | null, { what, next, page }: Alert): Promise<Letter | null> {
  if (staffId === null) return null;
  const found = serviceDatabase().from('staff').select('email').eq('user_id', staffId);
  const [admin] = rows(await found.eq('active', true).eq('role', 'admin'));
  if (!admin) return null;
  return {
    to: admin.email,
    language: 'en',
    forStaff: true,
    subject: 'The site needs a look',
    body: [what, next],
    button: { label: 'Open the staff area', href: siteUrl() + page },
    closing: ['While it stays like this you hear of it once a day; when it is well again, no more.'],
  };
}
