import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase, uniqueViolation, type OnwardDatabase } from '#platform/database.ts';
import {
  datesToOpen,
  listedColumns,
  listedSeries,
  type DateToOpen,
  type ListedSeries,
} from './dates-to-open.ts';

/** Keeps as many coming dates of each series open for answers as its staff chose. */

export interface Count {
  opened: number;
  /** Somebody else was faster. */
  there: number;
  /** Another event has the name, or the rule cannot be read. */
  refused: number;
}

/**
 * Opens what is to be opened, and says how many dates. Safe to run several times at once. Throws DatabaseUnavailable.
 */
export async function extendSeries(clock: Clock = systemClock): Promise<Count> {
  const database = serviceDatabase({ timeLimit: 20_000 });
  const found = rows(await database.from('event_series').select(listedColumns).eq('ended', false));
  const count: Count = { opened: 0, there: 0, refused: 0 };
  for (const series of z.array(listedSeries).parse(found)) {
    for (const date of datesOrNone(series, clock)) count[await open(database, date)] += 1;
  }
  return count;
}

/** A rule that cannot be read stops its own series only. */
function datesOrNone(series: ListedSeries, clock: Clock): (DateToOpen | null)[] {
  try {
    return datesToOpen(series, clock);
  } catch {
    return [null];
  }
}

async function open(database: OnwardDatabase, date: DateToOpen | null) {
  if (!date) return 'refused';
  const { data, error, status } = await database.rpc('add_series_date', {
    p_like: date.like,
    p_slug: date.slug,
    p_on: date.on,
    p_starts_at: date.startsAt,
  });
  if (error?.code === uniqueViolation) return 'refused';
  return (rows({ data, error, status }) as string | null) === null ? 'there' : 'opened';
}
