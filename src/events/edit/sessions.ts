import * as z from 'zod';
import { rows, type Json, type OnwardDatabase } from '#platform/database.ts';
import type { FieldErrors } from '#platform/problem.ts';
import type { Session } from '../event.ts';
import { purgeEvents } from '../purge.ts';
import type { KeptEvent } from './kept-event.ts';
import type { SessionAction } from './session-form.ts';

/** What one can choose among during an event: added, changed and removed one at a time. */

const kept = ({ id, title, summary, startsAt, endsAt, placeName, seats }: Session) => ({
  ...{ id, title, summary, startsAt, endsAt, placeName, capacity: seats.capacity },
});

/** 'session-chosen': guests have chosen what was to go. 'too-few': more seats are given than there would be. */
export type SessionsSaved = 'saved' | 'session-chosen' | 'too-few' | 'gone';

/** Does what the button says; the other sessions stay as they are. Throws DatabaseUnavailable. */
export async function actOnSessions(
  database: OnwardDatabase,
  event: KeptEvent,
  action: SessionAction,
): Promise<SessionsSaved> {
  const others = event.sessions.filter(({ id }) => id !== action.id).map(kept);
  if (action.id !== null && others.length === event.sessions.length) return 'gone';
  const mine = action.do === 'remove' ? [] : [{ ...action.session, id: action.id }];
  const outcome = await saveSessions(database, event.id, [...others, ...mine]);
  if (outcome === 'saved') await purgeEvents();
  return outcome;
}

/** Why the database did not take it, at the field that would mend it. */
export const sessionTroubles: Record<SessionsSaved, FieldErrors | undefined> = {
  saved: undefined,
  'session-chosen': {
    '': [
      'Guests have chosen this session, so it cannot be removed. Write to them first, and ask them to choose another',
    ],
  },
  'too-few': { seats: ['More seats are given than that. Enter as many, or more'] },
  gone: { '': ['This session is not there any more'] },
};

/** Writes all sessions of an event; one that is left out goes. Throws DatabaseUnavailable. */
export async function saveSessions(
  database: OnwardDatabase,
  event: string,
  sessions: Json[],
): Promise<SessionsSaved> {
  const answer = await database.rpc('save_event_sessions', { p_event: event, p_sessions: sessions });
  const { outcome } = z
    .object({ outcome: z.enum(['saved', 'session-chosen', 'too-few', 'unknown']) })
    .parse(rows(answer));
  return outcome === 'unknown' ? 'gone' : outcome;
}
