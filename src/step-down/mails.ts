import type { Composer } from '#mail/letter.ts';
import { checkIn, consentCopy, news, place, received } from './mails/person.ts';
import { forStaff, intakeDaily, overdue, placeForStaff } from './mails/staff.ts';

/** Who writes which mail about sign-ups. */
export const stepDownMails: Record<string, Composer> = {
  'sign-up-received': received,
  'sign-up-place': place,
  'sign-up-news': news,
  'check-in': checkIn,
  'consent-copy': consentCopy,
  'sign-up-for-staff': forStaff,
  'sign-up-place-for-staff': placeForStaff,
  'intake-daily': intakeDaily,
  'alert-overdue': overdue,
};
