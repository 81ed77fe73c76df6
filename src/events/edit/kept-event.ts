import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { eventColumns, eventRow } from '../event.ts';

/** Events as staff keep them: drafts too, with what guests are told after a yes. Read as the person who asks. */

const told = z.object({
  address: z.string().nullable(),
  join_url: z.string().nullable(),
  arrival_notes: z.string().nullable(),
});

const moreColumns =
  'confirm_within_hours, reminds_two_hours, thanks, room:seat_pools!events_pool_id_fkey(queue_rule, seats_taken), link:seat_pools!events_online_pool_id_fkey(seats_taken), told:event_private_details(address, join_url, arrival_notes)';

const moreRow = z
  .object({
    confirm_within_hours: z.number().nullable(),
    reminds_two_hours: z.boolean(),
    thanks: z.boolean(),
    room: z.object({ queue_rule: z.enum(['first-that-fits', 'strict']), seats_taken: z.number() }),
    link: z.object({ seats_taken: z.number() }).nullable(),
    told: told.nullable(),
  })
  .transform((row) => ({
    /** Hours in which somebody who is given a seat from the waiting list says yes once more; null: at once. */
    confirmWithinHours: row.confirm_within_hours,
    remindsTwoHours: row.reminds_two_hours,
    thanks: row.thanks,
    queueRule: row.room.queue_rule,
    taken: row.room.seats_taken,
    /** Hybrid only: of the seats by link. */
    takenByLink: row.link?.seats_taken ?? null,
    privateAddress: row.told?.address ?? null,
    joinUrl: row.told?.join_url ?? null,
    arrivalNotes: row.told?.arrival_notes ?? null,
  }));

const keptRow = z.unknown().transform((row) => ({ ...eventRow.parse(row), ...moreRow.parse(row) }));
export type KeptEvent = z.infer<typeof keptRow>;

const select = (database: OnwardDatabase) =>
  database.from('events').select(`${eventColumns}, ${moreColumns}`);

/** One event by its name in the address; null when there is none. Throws DatabaseUnavailable. */
export async function keptEvent(database: OnwardDatabase, slug: string): Promise<KeptEvent | null> {
  const [row] = rows(await select(database).eq('slug', slug).limit(1));
  return row ? keptRow.parse(row) : null;
}

/** Every event that ends after a moment, the first to start first, so many at most. Throws DatabaseUnavailable. */
export async function eventsEndingAfter(database: OnwardDatabase, moment: string): Promise<KeptEvent[]> {
  const found = await select(database).gt('ends_at', moment).order('starts_at').limit(1000);
  return z.array(keptRow).parse(rows(found));
}

/** Every date of a series that was opened, the first first. Throws DatabaseUnavailable. */
export async function datesOfSeries(database: OnwardDatabase, series: string): Promise<KeptEvent[]> {
  const found = await select(database).eq('series_id', series).order('starts_at').limit(1000);
  return z.array(keptRow).parse(rows(found));
}

/** The dates of a series that are still to come and can be changed. */
export async function comingDates(
  database: OnwardDatabase,
  series: string,
  now: string,
): Promise<KeptEvent[]> {
  const dates = await datesOfSeries(database, series);
  const later = instant(now).epochMilliseconds;
  return dates.filter(
    ({ status, startsAt }) => status !== 'cancelled' && instant(startsAt).epochMilliseconds > later,
  );
}

const figuresRow = z.object({
  event_id: z.uuid(),
  replies: z.number(),
  by_mail: z.number(),
  asked: z.number(),
  arrived: z.number().nullable(),
});
export interface Figures {
  /** Answers that stand: going, waiting, or held back. */
  replies: number;
  /** Of these, those who can be told by mail. */
  byMail: number;
  /** Answers somebody of the staff has to look at. */
  asked: number;
  /** People, not parties; null when nobody was checked in. */
  arrived: number | null;
}

const none: Figures = { replies: 0, byMail: 0, asked: 0, arrived: null };

/** The figures of events, by id. Throws DatabaseUnavailable. */
export async function figuresOf(
  database: OnwardDatabase,
  events: { id: string }[],
): Promise<(event: { id: string }) => Figures> {
  const ids = events.map(({ id }) => id);
  const found = ids.length === 0 ? [] : rows(await database.rpc('event_figures', { p_events: ids }));
  const byId = new Map(
    z
      .array(figuresRow)
      .parse(found)
      .map(({ event_id, replies, by_mail, asked, arrived }) => [
        event_id,
        { replies, byMail: by_mail, asked, arrived },
      ]),
  );
  return ({ id }) => byId.get(id) ?? none;
}
