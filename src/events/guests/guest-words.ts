import type { Event } from '../event.ts';
import type { Guest } from './guest.ts';

/** Guests in the words of staff. */

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** "3 people: 2 adults, 1 child" */
export function partyWords({ party, children }: Pick<Guest, 'party' | 'children'>): string {
  const all = party === 1 ? '1 person' : `${party} people`;
  if (children === 0) return all;
  return `${all}: ${plural(party - children, 'adult', 'adults')}, ${plural(children, 'child', 'children')}`;
}

/** A moment in the event's zone: "Nov 20, 6:04 PM". */
export const momentWords = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));

/** Just the time: "6:04 PM". */
export const timeWords = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));

export const attendsWords = { 'in-person': 'in the room', online: 'by link' } as const;

const cancelledWords = {
  guest: 'by themselves',
  staff: 'by staff',
  'no-answer': 'no second yes in time',
} as const;

export function standingWords(guest: Guest): string {
  switch (guest.standing) {
    case 'going':
      return guest.walkIn ? 'Walked in' : 'Going';
    case 'waiting':
      return `On the waiting list, number ${guest.position}`;
    case 'asked':
      return 'Held back for a look';
    case 'cancelled':
      return `Cancelled${guest.cancelledBy ? ` ${cancelledWords[guest.cancelledBy]}` : ''}`;
  }
}

/** "A letter to yourself · Cooking for the fire (waiting)" */
export function sessionWords(guest: Guest, event: Pick<Event, 'sessions'>): string {
  const suffix = { going: '', waiting: ' (waiting)', wished: ' (wished for)' } as const;
  return guest.sessions
    .flatMap(({ id, status }) => {
      const session = event.sessions.find((one) => one.id === id);
      return session ? [session.title + suffix[status]] : [];
    })
    .join(' · ');
}

/** Answers to the event's own questions: [question, answer]. */
export const answersOf = (guest: Guest, event: Pick<Event, 'questions'>): [string, string][] =>
  event.questions.flatMap(({ id, label }) =>
    guest.answers[id] ? [[label, guest.answers[id]] as [string, string]] : [],
  );

const actionWords: Record<string, string> = {
  added: 'added the event',
  changed: 'changed the event',
  published: 'published the event',
  'called-off': 'called it off',
  seats: 'changed the number of seats to',
  'moved-to-line': 'moved to the waiting list:',
  wrote: 'wrote to the guests',
  removed: 'removed',
  seated: 'gave a seat out of turn to',
  accepted: 'accepted',
  'arrival-taken-back': 'took the arrival back of',
  'mail-retried': 'sent a mail once more to',
};

export const actionInWords = (action: string): string => actionWords[action] ?? action.replaceAll('-', ' ');
