import { systemClock, type Clock } from '#platform/clock.ts';
import { serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
import { workingHours } from '#settings/hours.ts';
import { standsAt } from './promise.ts';

/** How many people wait for a first answer, and how long: figures, nothing about anybody. */
export interface Waiting {
  waiting: number;
  /** How many of them wait longer than was promised. */
  late: number;
  /** When the first of them asked; null when nobody waits. */
  oldestAskedAt: string | null;
}

/** The same as whoever asks may see it. Throws DatabaseUnavailable. */
export async function waitingFor(database: OnwardDatabase, clock: Clock = systemClock): Promise<Waiting> {
  const all = await everyRow((from, to) =>
    database
      .from('sign_ups')
      .select('asked_at')
      .in('status', ['received', 'read'])
      .order('asked_at')
      .order('id')
      .range(from, to),
  );
  const now = clock();
  const hours = await workingHours();
  const late = all.filter(({ asked_at }) => standsAt(asked_at, now, hours).state === 'late').length;
  return { waiting: all.length, late, oldestAskedAt: all[0]?.asked_at ?? null };
}

/** For the daily mail: the figures as the service sees them. Throws DatabaseUnavailable. */
export const waitingNow = (clock: Clock = systemClock): Promise<Waiting> =>
  waitingFor(serviceDatabase(), clock);
