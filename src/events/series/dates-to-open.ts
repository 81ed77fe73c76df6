import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { seriesDates, type SeriesDate, type SeriesRule } from './series-dates.ts';

/** Which dates of a series are to be opened for answers: as many coming ones as its staff chose. */

/** The columns of {@link listedSeries}, as PostgREST asks for them. */
export const listedColumns =
  'id, rule, starts_on, start_time, time_zone, except_on, last_on, dates_ahead, dates:events(id, slug, series_on, status)';

export const listedSeries = z
  .object({
    id: z.uuid(),
    rule: z.string(),
    starts_on: z.string(),
    start_time: z.string(),
    time_zone: z.string(),
    except_on: z.array(z.string()),
    last_on: z.string().nullable(),
    dates_ahead: z.number(),
    dates: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        series_on: z.string().nullable(),
        status: z.enum(['draft', 'published', 'cancelled']),
      }),
    ),
  })
  .transform(({ dates, ...row }) => ({
    rule: {
      rule: row.rule,
      startsOn: row.starts_on,
      startTime: row.start_time,
      timeZone: row.time_zone,
      exceptOn: row.except_on,
      lastOn: row.last_on,
    } satisfies SeriesRule,
    datesAhead: row.dates_ahead,
    dates: dates
      .map((date) => ({ ...date, on: date.series_on ?? '' }))
      .sort((a, b) => (a.on < b.on ? 1 : -1)),
  }));
export type ListedSeries = z.infer<typeof listedSeries>;

export interface DateToOpen extends SeriesDate {
  slug: string;
  /** The event it is made like. */
  like: string;
}

/**
 * Which dates are to be opened: the coming ones by the rule that are not there, each like the newest date
 * that takes place. One that is called off stays so, and the next one is opened in its place.
 */
export function datesToOpen({ rule, datesAhead, dates }: ListedSeries, clock: Clock): DateToOpen[] {
  const like =
    dates.find(({ status }) => status === 'published') ?? dates.find(({ status }) => status !== 'draft');
  if (!like) return [];
  const calledOff = dates.filter(({ status }) => status === 'cancelled').map(({ on }) => on);
  const known = new Set(dates.map(({ on }) => on));
  const base = like.slug.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  return seriesDates({ ...rule, exceptOn: [...rule.exceptOn, ...calledOff] }, clock(), datesAhead)
    .filter(({ on }) => !known.has(on))
    .map((date) => ({ ...date, slug: `${base}-${date.on}`, like: like.id }));
}
