import type { OnwardDatabase } from '#platform/database.ts';
import { purgeEvents } from '../purge.ts';
import type { KeptEvent } from './kept-event.ts';
import { changeSeries, keptSeries, openDates, skipDay, type KeptSeries } from './kept-series.ts';
import type { SeriesAction } from './series-form.ts';

export interface SeriesDone {
  done: SeriesAction['do'];
  opened: number;
  /** The date that is open on the day left out, by its name in the address: it is to be called off first. */
  callOff: string | null;
}

/** Does what a button on the page of a series says. Throws DatabaseUnavailable. */
export async function actOnSeries(
  database: OnwardDatabase,
  series: KeptSeries,
  dates: KeptEvent[],
  action: SeriesAction,
  now: string,
): Promise<SeriesDone> {
  if (action.do === 'skip') {
    const open = dates.find(({ seriesOn, status }) => seriesOn === action.on && status === 'published');
    if (!open) await skipDay(database, series, action.on);
    return { done: 'skip', opened: 0, callOff: open?.slug ?? null };
  }
  if (action.do === 'unskip')
    await changeSeries(database, series.id, {
      except_on: series.exceptOn.filter((day) => day !== action.on),
    });
  if (action.do === 'rule') await changeSeries(database, series.id, { ...action.choices });
  if (action.do === 'end' || action.do === 'go-on')
    await changeSeries(database, series.id, { ended: action.do === 'end' });
  const changed = await keptSeries(database, series.id);
  const opened = changed ? await openDates(database, changed, now) : 0;
  if (opened > 0) await purgeEvents();
  return { done: action.do, opened, callOff: null };
}
