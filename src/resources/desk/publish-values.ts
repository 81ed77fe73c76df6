import { instant } from '#platform/clock.ts';
import type { TypedValues } from '#platform/guard.ts';
import { wallTime } from '#platform/wall-time.ts';
import type { KeptResource } from './kept-resource.ts';

/** What the forms that publish show before anybody typed: what is planned, and the last day that was said before. */
export function publishValues(
  { publishAt, expiresAt }: Pick<KeptResource, 'publishAt' | 'expiresAt'>,
  timeZone: string,
): TypedValues {
  const plan = publishAt === null ? null : wallTime(publishAt, timeZone);
  // it leaves at the midnight after its last day
  const until =
    expiresAt === null ? '' : wallTime(instant(expiresAt).subtract({ seconds: 1 }).toString(), timeZone).on;
  return { day: plan?.on ?? '', time: plan?.at ?? '', until, planUntil: until };
}
