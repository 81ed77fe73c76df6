import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { eventColumns, eventRow, type Event } from '../event.ts';
import { asGuests, guestRow, type Guest } from './guest.ts';

/** Events and their guests as the staff member who asks may see them. Everything throws DatabaseUnavailable. */

/** An event by its name in the address, drafts too; null when there is none. */
export async function eventForStaff(database: OnwardDatabase, slug: string): Promise<Event | null> {
  const answer = await database.from('events').select(eventColumns).eq('slug', slug).limit(1);
  return z.array(eventRow).parse(rows(answer))[0] ?? null;
}

/** What a list of guests is opened for; each is a line in the record of who looked at what. */
export type OpenedFor =
  /** everything of everybody, and what was done by hand */
  | 'list'
  /** the same, to take away */
  | 'export'
  /** who can only be called */
  | 'call'
  /** what the door needs: no contacts and no words */
  | 'door';

const standings = { held: 'going', waiting: 'waiting', asked: 'asked', released: 'cancelled' } as const;

const logRow = z.object({
  rsvp_id: z.uuid().nullable(),
  staff_name: z.string().nullable(),
  action: z.string(),
  reason: z.string().nullable(),
  created_at: z.string(),
});
export type LogEntry = z.infer<typeof logRow>;

export interface OpenedGuests {
  /** In the order they answered. */
  guests: Guest[];
  /** What was done by hand, the latest first; arrivals stand beside the guests instead. Only of a 'list'. */
  log: LogEntry[];
}

const openedList = z.object({ guests: z.array(guestRow), log: z.array(logRow) }).nullable();

/** The guests of an event; that they were looked at is written down in the same moment. */
export async function openGuests(
  database: OnwardDatabase,
  event: { id: string },
  openedFor: OpenedFor,
): Promise<OpenedGuests> {
  const answer = await database.rpc('open_guests', { p_event: event.id, p_what: openedFor });
  const opened = openedList.parse(rows(answer));
  return { guests: asGuests(opened?.guests ?? []), log: opened?.log ?? [] };
}

/** Whether an event has this answer. Says nothing of it, and nothing is written down. */
export async function hasGuest(
  database: OnwardDatabase,
  event: { id: string },
  rsvp: string,
): Promise<boolean> {
  if (!z.uuid().safeParse(rsvp).success) return false;
  const answer = await database.from('rsvps').select('id').eq('id', rsvp).eq('event_id', event.id).limit(1);
  return rows(answer).length > 0;
}

export interface OtherDate {
  slug: string;
  startsAt: string;
  standing: Guest['standing'];
}

export interface OpenedGuest {
  guest: Guest;
  /** Who waits before them for the same seats, next one first; without contacts and words. */
  ahead: Guest[];
  log: LogEntry[];
  /** The other dates of the series that the same person comes to. */
  dates: OtherDate[];
}

const openedOne = z
  .object({
    guest: guestRow,
    ahead: z.array(guestRow),
    log: z.array(logRow),
    dates: z.array(
      z.object({ slug: z.string(), starts_at: z.string(), status: guestRow.shape.place.shape.status }),
    ),
  })
  .nullable();

/** One guest of an event, or null; the look is written down in the same moment. */
export async function openGuest(
  database: OnwardDatabase,
  event: { id: string },
  rsvp: string,
): Promise<OpenedGuest | null> {
  const answer = await database.rpc('open_guest', { p_event: event.id, p_rsvp: rsvp });
  const opened = openedOne.parse(rows(answer));
  if (!opened) return null;
  const [guest, ...ahead] = asGuests([opened.guest, ...opened.ahead]) as [Guest, ...Guest[]];
  return {
    guest,
    ahead,
    log: opened.log,
    dates: opened.dates.map(({ slug, starts_at, status }) => ({
      slug,
      startsAt: starts_at,
      standing: standings[status],
    })),
  };
}
