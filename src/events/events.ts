import { publicDatabase, rows, serviceDatabase } from '#platform/database.ts';
import { log } from '#platform/log.ts';
import { eventColumns, eventRow, type Event } from './event.ts';

const atMost = 1000;

/** The events that anybody may see, past ones too, the latest thousand. Throws DatabaseUnavailable. */
export const listEvents = async (): Promise<Event[]> => readable(await eventRows());

/** The same as they come, for who can do without one that cannot be read. Throws DatabaseUnavailable. */
export async function eventRows(): Promise<unknown[]> {
  return rows(await publicEvents().order('starts_at', { ascending: false }).limit(atMost)).reverse();
}

/** Those that are not over at `now`, an ISO instant, soonest first. Throws DatabaseUnavailable. */
export async function listComingEvents(now: string): Promise<Event[]> {
  return readable(rows(await publicEvents().gt('ends_at', now).order('starts_at').limit(atMost)));
}

const publicEvents = () => publicDatabase().from('events').select(eventColumns);

/** One row that cannot be read takes no other with it. */
function readable(found: unknown[]): Event[] {
  const events = found.flatMap((row) => eventRow.safeParse(row).data ?? []);
  if (events.length < found.length) log({ event: 'events-left-out', count: found.length - events.length });
  return events;
}

/** Whether an event that everybody saw was taken back since then, an ISO instant. Throws DatabaseUnavailable. */
export async function anyUnpublishedSince(moment: string): Promise<boolean> {
  const entries = serviceDatabase().from('event_log').select('id').eq('action', 'unpublished');
  return rows(await entries.gt('created_at', moment).limit(1)).length > 0;
}
