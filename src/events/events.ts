import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
import { eventColumns, eventRow, type Event } from './event.ts';

/** Every event that anybody may see, past ones too. Throws DatabaseUnavailable. */
export async function listEvents(): Promise<Event[]> {
  const found = rows(
    await publicDatabase().from('events').select(eventColumns).order('starts_at').limit(1000),
  );
  return z.array(eventRow).parse(found);
}
