import type { NetlifyLocals } from '@astrojs/netlify';
import type { StaffMember } from '#staff/member.ts';

declare global {
  namespace App {
    interface Locals extends NetlifyLocals {
      /** Who the door of the staff area let in. */
      staff?: StaffMember;
      /** A form of the staff area that was sent by somebody who is not signed in any more. */
      unsent?: Record<string, string[]>;
    }
  }
}
