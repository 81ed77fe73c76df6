import { instant, type Clock } from '#platform/clock.ts';

/** Whether a consent may be acted on. The database has the same rule in `private.consent_stands`. */

export interface Dates {
  revokedAt: string | null;
  /** Its last day. */
  expiresOn: string;
  /** Whose days these are. */
  timeZone: string;
}

export type ConsentStanding = 'stands' | 'revoked' | 'ended';

/** 42 CFR 2.31(c): nothing is told on a consent that was revoked or has expired. */
export function consentStanding({ revokedAt, expiresOn, timeZone }: Dates, clock: Clock): ConsentStanding {
  if (revokedAt !== null) return 'revoked';
  return today(timeZone, clock) <= expiresOn ? 'stands' : 'ended';
}

/** The day it is somewhere, as 2026-11-22. */
export const today = (timeZone: string, clock: Clock): string =>
  clock().toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The day of an instant somewhere, as 2026-11-22. */
export const dayOf = (at: string, timeZone: string): string => today(timeZone, () => instant(at));
