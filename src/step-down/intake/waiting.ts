import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
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

/** As many rows as one request of a hosted database gives at the most. */
const pageSize = 1000;
const asked = z.array(z.object({ asked_at: z.string() }));

/** The same as whoever asks may see it. Throws DatabaseUnavailable. */
export async function waitingFor(database: OnwardDatabase, clock: Clock = systemClock): Promise<Waiting> {
  const all: string[] = [];
  for (;;) {
    const answer = await database
      .from('sign_ups')
      .select('asked_at')
      .in('status', ['received', 'read'])
      .order('asked_at')
      .order('id')
      .range(all.length, all.length + pageSize - 1);
    const page = asked.parse(rows(answer));
    all.push(...page.map(({ asked_at }) => asked_at));
    if (page.length < pageSize) break;
  }
  const now = clock();
  const hours = await workingHours();
  const late = all.filter((askedAt) => standsAt(askedAt, now, hours).state === 'late').length;
  return { waiting: all.length, late, oldestAskedAt: all[0] ?? null };
}

/** For the daily mail: the figures as the service sees them. Throws DatabaseUnavailable. */
export const waitingNow = (clock: Clock = systemClock): Promise<Waiting> =>
  waitingFor(serviceDatabase(), clock);
