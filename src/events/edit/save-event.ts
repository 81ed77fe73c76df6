import * as z from 'zod';
import { addNamed } from '#platform/add-named.ts';
import { rows, uniqueViolation, type Json, type OnwardDatabase } from '#platform/database.ts';
import type { EventEdit } from './event-form.ts';
import { slugsFor } from './slugs.ts';
import { wallTime } from '#platform/wall-time.ts';

/** Writing events as the person who asks; the database says who may, and tells the guests. */

export interface NewEvent extends EventEdit {
  /** The form's own: the same form sent twice is one event. */
  id: string;
  status: 'draft' | 'published';
  /** null: no limit */
  capacity: number | null;
  onlineCapacity: number | null;
  series?: { id: string; on: string } | undefined;
}

/** Adds an event and returns its name in the address. Throws DatabaseUnavailable. */
export async function addEvent(database: OnwardDatabase, added: NewEvent): Promise<string> {
  const { id, fields, told, status, capacity, onlineCapacity, series } = added;
  const day = wallTime(fields.startsAt, fields.timeZone).on;
  return addNamed(
    slugsFor(fields.title, day),
    async () => rows(await database.from('events').select('slug').eq('id', id))[0]?.slug ?? null,
    (slug) =>
      database.rpc('add_event', {
        p_event: {
          ...{ ...fields, id, slug, status, capacity, onlineCapacity },
          ...(series && { seriesId: series.id, seriesOn: series.on }),
        },
        p_private: isNothing(told) ? {} : told,
      }),
  );
}

const isNothing = (told: EventEdit['told']) => Object.values(told).every((value) => value === null);

const changed = z.object({
  outcome: z.enum(['changed', 'changed-meanwhile', 'closed', 'format-fixed', 'has-guests', 'unknown']),
  told: z.number().default(0),
});

export interface Change {
  fields: Record<string, Json>;
  told: EventEdit['told'] | null;
  /** Whether guests are told of another time, place or link by mail. */
  tell: boolean;
}

export type Changed = { outcome: z.infer<typeof changed>['outcome'] | 'slug-taken'; told: number };

/** Changes an event; `told` is how many mails that makes. Throws DatabaseUnavailable. */
export async function changeEvent(
  database: OnwardDatabase,
  id: string,
  { fields, told, tell }: Change,
): Promise<Changed> {
  const answer = await database.rpc('change_event', {
    p_event: id,
    p_fields: fields,
    ...(told && { p_private: told }),
    p_tell: tell,
  });
  if (answer.error?.code === uniqueViolation) return { outcome: 'slug-taken', told: 0 };
  return changed.parse(rows(answer));
}

/** Calls an event off and tells its guests, with `note` if there is one. Once more does nothing. */
export async function callOff(
  database: OnwardDatabase,
  id: string,
  note: string | null,
): Promise<{ told: number }> {
  const answer = await database.rpc('call_off_event', {
    p_event: id,
    ...(note !== null && { p_note: note }),
  });
  return z.object({ told: z.number().default(0) }).parse(rows(answer));
}
