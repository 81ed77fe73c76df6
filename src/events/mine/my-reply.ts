import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
import { eventColumns, eventRow, type Event } from '../event.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import { readRsvp } from '../rsvps.ts';
import { comingDates, openDates } from '../series/coming-dates.ts';

/** What a person's own page shows and lets them change. */
export interface MyReply {
  rsvp: RsvpDetails;
  /** Its event as everybody sees it, seats of this minute; null while it is a draft again. */
  event: Event | null;
  /** Dates of the series that can be chosen or left. */
  dates: Event[];
}

/** Null when there is no such RSVP, or no longer. `now` is an ISO instant. Throws DatabaseUnavailable. */
export async function readMyReply(id: string, now: string): Promise<MyReply | null> {
  const rsvp = await readRsvp(id);
  if (!rsvp) return null;
  const { slug, seriesId } = rsvp.event;
  const events = z.array(eventRow).parse(
    rows(
      await publicDatabase()
        .from('events')
        .select(eventColumns)
        .or(seriesId ? `slug.eq.${slug},series_id.eq.${seriesId}` : `slug.eq.${slug}`)
        .order('starts_at'),
    ),
  );
  const event = events.find((one) => one.slug === slug) ?? null;
  const open = event ? openDates(comingDates(event, events, now), now) : [];
  const mine = new Set(rsvp.dates.map((date) => date.slug));
  const dates = events.filter((date) => open.includes(date) || mine.has(date.slug));
  return { rsvp, event, dates };
}
