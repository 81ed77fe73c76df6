import { eventMails } from '#events/mails.ts';
import { sourceMails } from '#meetings/sync/source-mails.ts';
import { teamMails } from '#staff/team/mails.ts';
import { stepDownMails } from '#step-down/mails.ts';
import { alertMails } from './alerts.ts';
import type { Composer } from './letter.ts';

/** Who writes which kind of mail. The one place where the mail room knows the rooms that write. */
export const composers: Record<string, Composer> = {
  ...alertMails,
  ...eventMails,
  ...sourceMails,
  ...stepDownMails,
  ...teamMails,
};
