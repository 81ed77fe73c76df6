import type { NetlifyLocals } from '@astrojs/netlify';
import type { StaffMember } from '#staff/member.ts';

declare global {
  namespace App {
    interface Locals extends NetlifyLocals {
      /** One number for this request, in the log and on the page that says it failed. Pages made at build have none. */
      requestId?: string;
      /** Who the door of the staff area let in. */
      staff?: StaffMember;
      /** A form of the staff area that could not be taken: nobody is signed in any more, a second factor was not shown yet, or the database is away. */
      unsent?: { why: 'signed-out' | 'second-factor' | 'away'; fields: Record<string, string[]> };
    }
  }
}
