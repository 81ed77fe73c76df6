import * as z from 'zod';
import { publicDatabase, rows, serviceDatabase } from '#platform/database.ts';
import { eventColumns, eventRow, type Event } from './event.ts';

const atMost = 1000;

/** The events that anybody may see, past ones too, the latest thousand. Throws DatabaseUnavailable. */
export async function listEvents(): Promise<Event[]> {
  return parsed(await publicEvents().order('starts_at', { ascending: false }).limit(atMost)).reverse();
}

/** Those that are not over at `now`, an ISO instant, soonest first. Throws DatabaseUnavailable. */
export async function listComingEvents(now: string): Promise<Event[]> {
  return parsed(await publicEvents().gt('ends_at', now).order('starts_at').limit(atMost));
}

const publicEvents = () => publicDatabase().from('events').select(eventColumns);

const parsed = (answer: Awaited<ReturnType<typeof publicEvents>>) => z.array(eventRow).parse(rows(answer));

/** Whether an event that everybody saw was taken back since then, an ISO instant. Throws DatabaseUnavailable. */
export async function anyUnpublishedSince(moment: string): Promise<boolean> {
  const log = serviceDatabase().from('event_log').select('id');
  return rows(await log.eq('action', 'unpublished').gt('created_at', moment).limit(1))?.length === 1;
}
