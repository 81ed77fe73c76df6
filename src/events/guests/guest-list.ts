import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { eventColumns, eventRow, type Event } from '../event.ts';
import { asGuests, guestColumns, guestRow, type Guest, type GuestRow } from './guest.ts';

/** Events and their guests as the staff member who asks may see them. Everything throws DatabaseUnavailable. */

/** An event by its name in the address, drafts too; null when there is none. */
export async function eventForStaff(database: OnwardDatabase, slug: string): Promise<Event | null> {
  const answer = await database.from('events').select(eventColumns).eq('slug', slug).limit(1);
  return z.array(eventRow).parse(rows(answer))[0] ?? null;
}

/** As many rows as one request of a hosted database gives at the most. */
const pageSize = 1000;

/** Everybody who answered, in the order they did. */
export async function guestsOf(database: OnwardDatabase, event: { id: string }): Promise<Guest[]> {
  const all: GuestRow[] = [];
  for (;;) {
    const answer = await database
      .from('rsvps')
      .select(guestColumns)
      .eq('event_id', event.id)
      .order('created_at')
      .order('id')
      .range(all.length, all.length + pageSize - 1);
    const page = z.array(guestRow).parse(rows(answer));
    all.push(...page);
    if (page.length < pageSize) return asGuests(all);
  }
}

export interface OtherDate {
  slug: string;
  startsAt: string;
  standing: Guest['standing'];
}

const dateRow = z.object({
  contact: z.string().nullable(),
  event: z.object({ slug: z.string(), starts_at: z.string() }),
  place: z.object({ status: guestRow.shape.place.shape.status }),
});

/**
 * The other dates of the series that the same person comes to. The contact is compared here: in a filter it
 * would stand in the address of the request, and so in the database's log.
 */
export async function otherDates(database: OnwardDatabase, event: Event, guest: Guest): Promise<OtherDate[]> {
  const contact = guest.email?.toLowerCase() ?? guest.phone;
  if (!event.series || !contact) return [];
  const answer = await database
    .from('rsvps')
    .select('contact, event:events!inner(slug, starts_at), place:places!rsvps_place_id_fkey(status)')
    .eq('event.series_id', event.series.id)
    .neq('event_id', event.id)
    .is('cancelled_at', null)
    .limit(pageSize);
  const standing = { held: 'going', waiting: 'waiting', asked: 'asked', released: 'cancelled' } as const;
  return z
    .array(dateRow)
    .parse(rows(answer))
    .filter((date) => date.contact === contact)
    .map(({ event: date, place }) => ({
      slug: date.slug,
      startsAt: date.starts_at,
      standing: standing[place.status],
    }))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

const logRow = z.object({
  rsvp_id: z.uuid().nullable(),
  staff_name: z.string().nullable(),
  action: z.string(),
  reason: z.string().nullable(),
  created_at: z.string(),
});
export type LogEntry = z.infer<typeof logRow>;

/** What was done by hand, the latest first; arrivals stand beside the guests instead. */
export async function handLog(
  database: OnwardDatabase,
  event: { id: string },
  most = 100,
): Promise<LogEntry[]> {
  const answer = await database
    .from('event_log')
    .select('rsvp_id, staff_name, action, reason, created_at')
    .eq('event_id', event.id)
    .not('action', 'in', '(arrived,walked-in)')
    .order('id', { ascending: false })
    .limit(most);
  return z.array(logRow).parse(rows(answer));
}

const countsRow = z.object({
  replies: z.number(),
  seats: z.number(),
  waiting: z.number(),
  cancelled: z.number(),
  walk_ins: z.number(),
  arrived: z.number().nullable(),
});
export type KeptCounts = z.infer<typeof countsRow>;

/** What stays of an event when its guests were deleted; null before that. */
export async function keptCounts(
  database: OnwardDatabase,
  event: { id: string },
): Promise<KeptCounts | null> {
  const answer = await database
    .from('event_counts')
    .select('replies, seats, waiting, cancelled, walk_ins, arrived')
    .eq('event_id', event.id)
    .limit(1);
  return z.array(countsRow).parse(rows(answer))[0] ?? null;
}
