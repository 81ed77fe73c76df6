import * as z from 'zod';
import {
  dateOrNothing,
  needed,
  optionalLine,
  readEach,
  sayProblems,
  timeOfDay,
} from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import type { Session } from '../event.ts';
import { seatsField } from './event-fields.ts';
import type { KeptEvent } from './kept-event.ts';
import { minutesBetween, momentOf, wallTime } from '#platform/wall-time.ts';

/** A session of an event, as the form asks for it. */

export type SessionEdit = Pick<Session, 'title' | 'summary' | 'startsAt' | 'endsAt' | 'placeName'> & {
  /** null: no limit */
  capacity: number | null;
};

const fields = {
  title: needed(120, 'Enter what the session is called'),
  summary: optionalLine(300),
  on: dateOrNothing,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  placeName: optionalLine(120),
  seats: seatsField,
};

const inside = (moment: string, { startsAt, endsAt }: Pick<KeptEvent, 'startsAt' | 'endsAt'>) =>
  minutesBetween(startsAt, moment) >= 0 && minutesBetween(moment, endsAt) >= 0;

/** The session, or what is to be mended, all of it at once. */
function readSession(typed: Record<string, unknown>, event: KeptEvent) {
  const { values, problems } = readEach(fields, typed);
  const { on, title, summary = null, placeName = null, seats = null } = values;
  const wrong = (path: keyof typeof fields, message: string) => problems.push({ path, message });
  if (on === null) wrong('on', 'Enter the day');
  const moment = (path: 'startsAt' | 'endsAt', missing: string) => {
    const at = values[path];
    if (at === null) wrong(path, missing);
    const read = on && at ? momentOf({ on, at }, event.timeZone) : null;
    if (read === null || typeof read === 'string') return read;
    wrong(path, read.message);
    return null;
  };
  const startsAt = moment('startsAt', 'Enter when it starts, for example 9:30 am');
  const endsAt = moment('endsAt', 'Enter when it ends, for example 11:00 am');
  if (startsAt !== null && endsAt !== null) {
    if (minutesBetween(startsAt, endsAt) <= 0) wrong('endsAt', 'The end must come after the start');
    else if (!inside(startsAt, event) || !inside(endsAt, event))
      wrong('on', 'A session lies between the start and the end of the event');
  }
  return problems.length > 0 || title === undefined || startsAt === null || endsAt === null
    ? { problems, session: null }
    : { problems, session: { title, summary, startsAt, endsAt, placeName, capacity: seats } };
}

/** What a button on the page of sessions sends. */
export type SessionAction =
  { do: 'save'; id: string | null; session: SessionEdit } | { do: 'remove'; id: string };

const button = z.object({ action: z.enum(['save', 'remove']), id: z.uuid().or(z.literal('')).default('') });

export const sessionsForm = (event: KeptEvent) =>
  z.record(z.string(), z.unknown()).transform((typed, context): SessionAction => {
    const asked = button.safeParse(typed);
    const id = asked.data?.id || null;
    if (asked.data?.action === 'remove' && id !== null) return { do: 'remove', id };
    const { session, problems } = readSession(typed, event);
    sayProblems([...problems, ...(asked.error?.issues ?? [])], context);
    return session && asked.success ? { do: 'save', id, session } : z.NEVER;
  });

export function flatSession(session: Session, timeZone: string): TypedValues {
  const start = wallTime(session.startsAt, timeZone);
  return {
    ...{ title: session.title, summary: session.summary ?? '', placeName: session.placeName ?? '' },
    ...{ on: start.on, startsAt: start.at, endsAt: wallTime(session.endsAt, timeZone).at },
    seats: session.seats.capacity === null ? '' : String(session.seats.capacity),
  };
}
