import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { dateOrNothing, optionalLine, sayProblems, timeOfDay } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import type { Session } from '../event.ts';
import { needed, seatsField } from './event-fields.ts';
import type { KeptEvent } from './kept-event.ts';
import { momentOf, wallTime } from './wall-time.ts';

/** A session of an event, as the form asks for it. */

export type SessionEdit = Pick<Session, 'title' | 'summary' | 'startsAt' | 'endsAt' | 'placeName'> & {
  /** null: no limit */
  capacity: number | null;
};

const fields = z.object({
  title: needed(120, 'Enter what the session is called'),
  summary: optionalLine(300),
  on: dateOrNothing,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  placeName: optionalLine(120),
  seats: seatsField,
});

const inside = (moment: string, { startsAt, endsAt }: Pick<KeptEvent, 'startsAt' | 'endsAt'>) =>
  instant(startsAt).epochMilliseconds <= instant(moment).epochMilliseconds &&
  instant(moment).epochMilliseconds <= instant(endsAt).epochMilliseconds;

const sessionForm = (event: KeptEvent) =>
  fields.transform(({ title, summary, placeName, seats, ...typed }, context): SessionEdit => {
    const problems: { path: string; message: string }[] = [];
    const moment = (path: 'startsAt' | 'endsAt', missing: string) => {
      const at = typed[path];
      if (at === null) problems.push({ path, message: missing });
      if (at === null || typed.on === null) return '';
      const read = momentOf({ on: typed.on, at }, event.timeZone);
      if (typeof read !== 'string') problems.push({ path, message: read.message });
      return typeof read === 'string' ? read : '';
    };
    if (typed.on === null) problems.push({ path: 'on', message: 'Enter the day' });
    const startsAt = moment('startsAt', 'Enter when it starts, for example 9:30 am');
    const endsAt = moment('endsAt', 'Enter when it ends, for example 11:00 am');
    if (startsAt !== '' && endsAt !== '') {
      if (instant(endsAt).epochMilliseconds <= instant(startsAt).epochMilliseconds)
        problems.push({ path: 'endsAt', message: 'The end must come after the start' });
      else if (!inside(startsAt, event) || !inside(endsAt, event))
        problems.push({ path: 'on', message: 'A session lies between the start and the end of the event' });
    }
    sayProblems(problems, context);
    return problems.length > 0 ? z.NEVER : { title, summary, startsAt, endsAt, placeName, capacity: seats };
  });

/** What a button on the page of sessions sends. */
export type SessionAction =
  { do: 'save'; id: string | null; session: SessionEdit } | { do: 'remove'; id: string };

const button = z.object({ action: z.enum(['save', 'remove']), id: z.uuid().or(z.literal('')).default('') });

export const sessionsForm = (event: KeptEvent) =>
  z.unknown().transform((typed, context): SessionAction => {
    const asked = button.safeParse(typed);
    const id = asked.data?.id || null;
    if (asked.data?.action === 'remove' && id !== null) return { do: 'remove', id };
    const read = sessionForm(event).safeParse(typed);
    if (read.success) return { do: 'save', id, session: read.data };
    sayProblems(read.error.issues, context);
    return z.NEVER;
  });

export function flatSession(session: Session, timeZone: string): TypedValues {
  const start = wallTime(session.startsAt, timeZone);
  return {
    ...{ title: session.title, summary: session.summary ?? '', placeName: session.placeName ?? '' },
    ...{ on: start.on, startsAt: start.at, endsAt: wallTime(session.endsAt, timeZone).at },
    seats: session.seats.capacity === null ? '' : String(session.seats.capacity),
  };
}
