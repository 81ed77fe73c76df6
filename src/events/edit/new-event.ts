import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { OnwardDatabase } from '#platform/database.ts';
import { sayProblems } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import { formats } from '../event.ts';
import { purgeEvents } from '../purge.ts';
import { seatsField } from './event-fields.ts';
import { eventForm } from './event-form.ts';
import { addSeries, keptSeries, openDates, seriesMinutes } from './kept-series.ts';
import { addEvent } from './save-event.ts';
import { readSeries } from './series-form.ts';
import { wallTime } from '#platform/wall-time.ts';

/** An event that is not there yet: first what it is, then a form that asks only what that needs. */

export const shapeForm = z.object({
  dates: z.enum(['one', 'several', 'series']),
  format: z.enum(formats),
  replies: z.enum(['rsvp', 'drop-in']),
});
export type Shape = z.infer<typeof shapeForm>;

/** What nobody can keep: a link is told only after a yes, and a drop-in has none. */
export const shapeProblem = ({ format, replies }: Shape): string | null =>
  replies === 'drop-in' && format !== 'in-person'
    ? 'The link goes only to people who answer. Choose “They answer”, or a place'
    : null;

const about = z.object({
  id: z.uuid({ error: 'Open this page anew, please' }),
  action: z.enum(['publish', 'draft']).default('draft'),
  seats: seatsField,
  seatsOnline: seatsField,
});

export const newEventForm = (shape: Shape, now: string) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, context) => {
    const named = about.safeParse(typed);
    const published = typed['action'] === 'publish';
    const read = eventForm({ present: null, several: shape.dates === 'several', published, now }).safeParse({
      ...typed,
      ...{ format: shape.format, replies: shape.replies },
    });
    const day = z.iso.date().safeParse(typed['on']).data ?? null;
    const start = read.success ? wallTime(read.data.fields.startsAt, read.data.fields.timeZone).at : '12:00';
    const coming = { firstOn: day, field: 'on', startTime: start, timeZone: 'UTC', present: null };
    const series = shape.dates === 'series' ? readSeries(typed, coming) : null;
    if (read.success && named.success && series?.series !== null)
      return { ...named.data, ...read.data, series: series?.series ?? null };
    sayProblems(
      [...(read.error?.issues ?? []), ...(series?.problems ?? []), ...(named.error?.issues ?? [])],
      context,
    );
    return z.NEVER;
  });
type NewEventForm = z.infer<ReturnType<typeof newEventForm>>;

export interface Added {
  slug: string;
  /** Dates of a series that are open, the first too. */
  opened: number;
}

/** Adds the event; of a series that is published, its first dates too. Throws DatabaseUnavailable. */
export async function addNewEvent(
  database: OnwardDatabase,
  { id, action, series, seats, seatsOnline, fields, told }: NewEventForm,
  now: string,
): Promise<Added> {
  const status = action === 'publish' ? ('published' as const) : ('draft' as const);
  const event = { id, fields, told, status, capacity: seats, onlineCapacity: seatsOnline };
  if (series) {
    const { at } = wallTime(fields.startsAt, fields.timeZone);
    await addSeries(database, {
      // its own table: the form's id does for both
      ...{ ...series, id, title: fields.title, start_time: at, time_zone: fields.timeZone },
      lasts_minutes: seriesMinutes(fields),
    });
  }
  const slug = await addEvent(database, {
    ...event,
    series: series ? { id, on: series.starts_on } : undefined,
  });
  const kept = series && status === 'published' ? await keptSeries(database, id) : null;
  const more = kept ? await openDates(database, kept, now) : 0;
  await purgeEvents();
  return { slug, opened: more + 1 };
}

/** The form as it opens. */
export const newEvent = ({ format }: Shape, timeZone: string): TypedValues => ({
  ...{
    id: randomUUID(),
    timeZone,
    addressSeen: 'everybody',
    audience: 'alumni',
    queueRule: 'first-that-fits',
  },
  ...{ maxPartySize: format === 'online' ? '1' : '4', closesHours: '0', asks: ['conduct'] },
  ...{ rhythm: 'weekly', datesAhead: '6' },
});
