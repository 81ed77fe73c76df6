import { kindsInWords } from '../words.ts';
import type { QueuedRequest } from './queue.ts';

/** Requests in the words of staff. Pure. */

export const kindWords = (kind: QueuedRequest['kind']): string => kindsInWords[kind].label;

const statusWords: Record<QueuedRequest['status'], string> = {
  received: 'New, not opened yet',
  read: 'Opened, not answered yet',
  contacted: 'We have been in touch',
  scheduled: 'A time is set',
  closed: 'Closed',
  withdrawn: 'Taken back by the person',
};
export const closingWords: Record<NonNullable<QueuedRequest['closed_why']>, string> = {
  answered: 'answered',
  started: 'they started',
  declined: 'declined kindly',
  'not-reached': 'nobody could be reached',
  withdrawn: 'taken back by the person',
  stopped: 'they asked us to stop',
};

export function standingWords({
  status,
  closed_why: why,
}: Pick<QueuedRequest, 'status' | 'closed_why'>): string {
  return status === 'closed' && why ? `Closed: ${closingWords[why]}` : statusWords[status];
}

/** Why somebody is back in the queue; null for a request of the usual kind, and where nothing waits. */
export function askedAgainWords({ waits_for: waitsFor, status }: QueuedRequest): string | null {
  if (status !== 'received' && status !== 'read') return null;
  if (waitsFor === 'call') return 'Asked to be called';
  return waitsFor === 'check-in' ? 'It is time to ask how it is going' : null;
}

const channelWords = { email: 'by email', phone: 'by phone', text: 'by text' } as const;
export const wayWords = (channel: QueuedRequest['channel']): string => channelWords[channel];

/** What they may count on in a group; null when they asked for none. */
export function placeWords(status: string | null | undefined, position?: number | null): string | null {
  if (status === 'held') return 'A seat is held';
  if (status !== 'waiting') return null;
  return position ? `On the waiting list, number ${position}` : 'On the waiting list';
}

/** "starts December 1", without the year when it is this one or near. */
export const startsWords = (startsOn: string): string =>
  `starts ${new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(new Date(`${startsOn}T12:00:00Z`))}`;

/** A moment in the organisation's zone: "Mon, Nov 23, 12:04 PM". */
export const momentWords = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));

/** "3 people wait for a first answer, 1 of them longer than we promised". */
export function waitingWords(waiting: number, late: number): string {
  if (waiting === 0) return 'Nobody waits for a first answer';
  const who = waiting === 1 ? '1 person waits' : `${waiting} people wait`;
  const over = late === waiting ? 'longer than we promised' : `${late} of them longer than we promised`;
  return `${who} for a first answer${late > 0 ? `, ${over}` : ''}`;
}
