import type { OnwardDatabase } from '#platform/database.ts';
import { purgeEvents } from '../purge.ts';
import { sameChange, seriesChange } from './all-dates.ts';
import type { EventEdit } from './event-form.ts';
import { comingDates, type KeptEvent } from './kept-event.ts';
import { changeSeries, keptSeries, openDates, skipDay } from './kept-series.ts';
import type { EventAction } from './page-form.ts';
import { callOff, changeEvent, type Changed } from './save-event.ts';

export interface Done {
  outcome: Changed['outcome'];
  /** Mails to guests. */
  told: number;
  /** Other dates of the series that were changed or opened with it. */
  dates: number;
  slug: string;
}

/** Does what a button on an event's page says. Throws DatabaseUnavailable. */
export async function act(
  database: OnwardDatabase,
  event: KeptEvent,
  action: EventAction,
  now: string,
): Promise<Done> {
  if (action.do === 'draft') {
    const fields = { status: 'draft' };
    const { outcome } = await changeEvent(database, event.id, { fields, told: null, tell: false });
    if (outcome === 'changed') await purgeEvents();
    return { outcome, told: 0, dates: 0, slug: event.slug };
  }
  const { edit, tell, all, updatedAt } = action;
  const publishes = action.do === 'publish' && event.status === 'draft';
  const { outcome, told } = await changeEvent(database, event.id, {
    fields: { ...edit.fields, updatedAt, ...(publishes && { status: 'published' }) },
    told: edit.told,
    tell,
  });
  const slug = edit.fields.slug ?? event.slug;
  if (outcome !== 'changed') return { outcome, told, dates: 0, slug: event.slug };
  const others = all ? await changeOthers(database, event, edit, tell, now) : { told: 0, dates: 0 };
  const series = publishes && event.series ? await keptSeries(database, event.series.id) : null;
  const opened = series ? await openDates(database, series, now) : 0;
  await purgeEvents();
  return { outcome, told: told + others.told, dates: others.dates + opened, slug };
}

/** The same change on every other date to come, and on the series, so that new dates have it too. */
async function changeOthers(
  database: OnwardDatabase,
  event: KeptEvent,
  edit: EventEdit,
  tell: boolean,
  now: string,
) {
  if (!event.series) return { told: 0, dates: 0 };
  const changes = seriesChange(event, edit);
  if (Object.keys(changes).length > 0) await changeSeries(database, event.series.id, changes);
  const done = { told: 0, dates: 0 };
  for (const other of await comingDates(database, event.series.id, now)) {
    const change = other.id === event.id ? null : sameChange(event, edit, other);
    if (!change) continue;
    const { outcome, told } = await changeEvent(database, other.id, { ...change, tell });
    if (outcome === 'changed') done.dates += 1;
    done.told += told;
  }
  return done;
}

/** Calls an event off; a date of a series is then a day on which there is none. Returns the mails that makes. */
export async function callEventOff(
  database: OnwardDatabase,
  event: KeptEvent,
  note: string | null,
): Promise<number> {
  const { told } = await callOff(database, event.id, note);
  const series = event.series && event.seriesOn ? await keptSeries(database, event.series.id) : null;
  if (series && event.seriesOn) await skipDay(database, series, event.seriesOn);
  await purgeEvents();
  return told;
}
