import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';

/** What waits for staff among all events: answers held back for a look, mails that did not go out. */
export interface EventWithWork {
  slug: string;
  title: string;
  asked: number;
  undelivered: number;
}

const event = z.object({ slug: z.string(), title: z.string(), starts_at: z.string() });
const askedRow = z.object({ event });
const mailRow = z.object({ rsvp: z.object({ event }) });

/** The events that are not over at `now`, an instant, and where something waits, the next one first. Throws DatabaseUnavailable. */
export async function eventsWithWork(database: OnwardDatabase, now: string): Promise<EventWithWork[]> {
  const [asked, mails] = await Promise.all([
    database
      .from('rsvps')
      .select('event:events!inner(slug, title, starts_at), place:places!rsvps_place_id_fkey!inner(status)')
      .is('cancelled_at', null)
      .eq('place.status', 'asked')
      .gt('event.ends_at', now)
      .limit(1000),
    database
      .from('outbox')
      .select('rsvp:rsvps!inner(event:events!inner(slug, title, starts_at))')
      // by what they are not: @supabase/lite 0.10 takes “unknown” in a filter for SQL's unknown, and finds none
      .not('status', 'in', '(queued,sending,sent,dropped)')
      .gt('rsvp.event.ends_at', now)
      .limit(1000),
  ]);
  const found = new Map<string, EventWithWork & { startsAt: string }>();
  const of = ({ slug, title, starts_at }: z.infer<typeof event>) => {
    const known = found.get(slug) ?? { slug, title, startsAt: starts_at, asked: 0, undelivered: 0 };
    found.set(slug, known);
    return known;
  };
  for (const row of z.array(askedRow).parse(rows(asked))) of(row.event).asked++;
  for (const row of z.array(mailRow).parse(rows(mails))) of(row.rsvp.event).undelivered++;
  return [...found.values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}
