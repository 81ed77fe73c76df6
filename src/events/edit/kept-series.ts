import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { rows, uniqueViolation, type Database, type OnwardDatabase } from '#platform/database.ts';
import { seriesDates, type SeriesRule } from '../series/series-dates.ts';
import { datesToOpen, listedColumns, listedSeries } from '../series/dates-to-open.ts';
import type { KeptEvent } from './kept-event.ts';
import { slugsFor } from './slugs.ts';
import { minutesBetween } from '#platform/wall-time.ts';

/** Series as staff keep them: by which rule dates come, and how many are open for answers. */

const columns =
  'id, title, rule, starts_on, start_time, lasts_minutes, time_zone, except_on, last_on, dates_ahead, ended';

const seriesRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    rule: z.string(),
    starts_on: z.string(),
    start_time: z.string(),
    lasts_minutes: z.number(),
    time_zone: z.string(),
    except_on: z.array(z.string()),
    last_on: z.string().nullable(),
    dates_ahead: z.number(),
    ended: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    rule: row.rule,
    startsOn: row.starts_on,
    startTime: row.start_time.slice(0, 5),
    lastsMinutes: row.lasts_minutes,
    timeZone: row.time_zone,
    exceptOn: row.except_on,
    lastOn: row.last_on,
    datesAhead: row.dates_ahead,
    ended: row.ended,
  }));
export type KeptSeries = z.infer<typeof seriesRow>;

/** One series; null when there is none. Throws DatabaseUnavailable. */
export async function keptSeries(database: OnwardDatabase, id: string): Promise<KeptSeries | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = rows(await database.from('event_series').select(columns).eq('id', id));
  return row ? seriesRow.parse(row) : null;
}

type SeriesColumns = Database['public']['Tables']['event_series'];

/** Adds a series. Its id is the form's own: the same form sent twice is one series. */
export async function addSeries(
  database: OnwardDatabase,
  series: SeriesColumns['Insert'] & { id: string },
): Promise<void> {
  rows(
    await database
      .from('event_series')
      .upsert(series, { onConflict: 'id', ignoreDuplicates: true })
      .select('id'),
  );
}

export async function changeSeries(
  database: OnwardDatabase,
  id: string,
  changes: SeriesColumns['Update'],
): Promise<void> {
  rows(await database.from('event_series').update(changes).eq('id', id).select('id'));
}

/** A day on which there is none. Said twice it is said once. */
export async function skipDay(database: OnwardDatabase, series: KeptSeries, day: string): Promise<void> {
  if (series.exceptOn.includes(day)) return;
  await changeSeries(database, series.id, { except_on: [...series.exceptOn, day].sort() });
}

/** The next days of the rule, soonest first. `now` is an ISO instant. */
export const nextDates = (series: SeriesRule & { ended?: boolean }, now: string, count: number) =>
  series.ended ? [] : seriesDates(series, instant(now), count);

/**
 * Opens the dates that should be open for answers by now, as the daily run does, and returns how many that
 * made. A series whose first date is a draft opens none. Throws DatabaseUnavailable.
 */
export async function openDates(
  database: OnwardDatabase,
  { id, title }: Pick<KeptSeries, 'id' | 'title'>,
  now: string,
): Promise<number> {
  const found = await database.from('event_series').select(listedColumns).eq('id', id).eq('ended', false);
  const [series] = z.array(listedSeries).parse(rows(found));
  const wanted = series ? datesToOpen(series, () => instant(now)) : [];
  for (const { like, on, startsAt } of wanted) {
    for (const slug of slugsFor(title, on)) {
      const date = { p_like: like, p_slug: slug, p_on: on, p_starts_at: startsAt };
      const answer = await database.rpc('open_series_date', date);
      if (answer.error?.code === uniqueViolation) continue;
      // nothing: somebody else opened it meanwhile
      rows(answer);
      break;
    }
  }
  return wanted.length;
}

/** How long a date of a series lasts: a series knows whole minutes, and no fewer than five. */
export const seriesMinutes = ({ startsAt, endsAt }: Pick<KeptEvent, 'startsAt' | 'endsAt'>): number =>
  Math.max(5, Math.round(minutesBetween(startsAt, endsAt)));
