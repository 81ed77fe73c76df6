import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { workingHours } from '#settings/hours.ts';
import { isDailyHour } from './daily-hour.ts';

/**
 * Asks everybody whose day has come how things are, and, in the morning of a business day, tells the
 * intake team how many wait. Returns how many were asked, and whether the team is told. Throws
 * DatabaseUnavailable.
 */
export async function doWhatIsDue(clock: Clock = systemClock): Promise<{ asked: number; told: boolean }> {
  const asked = z.int().parse(rows(await serviceDatabase().rpc('queue_check_ins')));
  const told =
    isDailyHour(clock(), await workingHours()) &&
    z.boolean().parse(rows(await serviceDatabase().rpc('queue_intake_daily')));
  return { asked, told };
}
