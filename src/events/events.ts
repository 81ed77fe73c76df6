import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
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
