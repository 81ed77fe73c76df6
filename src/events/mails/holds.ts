import type { Temporal } from 'temporal-polyfill';
import type { OutboxRow } from '#mail/letter.ts';
import { instant } from '#platform/clock.ts';
import type { RsvpDetails } from '../rsvp-details.ts';

/** When what a mail says is still so. A mail that is not is dropped. */

export interface Telling {
  rsvp: RsvpDetails;
  row: OutboxRow;
  now: Temporal.Instant;
}
type Holds = (telling: Telling) => boolean;

const milliseconds = (text: string) => instant(text).epochMilliseconds;
const before = (now: Temporal.Instant, text: string) => now.epochMilliseconds < milliseconds(text);

/** It takes place, and is not over. */
const takesPlace: Holds = ({ rsvp: { event }, now }) =>
  event.status === 'published' && before(now, event.endsAt);
const ahead: Holds = ({ rsvp: { event }, now }) =>
  event.status === 'published' && before(now, event.startsAt);
/** Mails by the clock are for one start: an event that was moved since has another. */
const sameStart: Holds = ({ rsvp: { event }, row }) =>
  Math.floor(milliseconds(event.startsAt) / 60_000) === row.transition;
const wanted: Holds = ({ rsvp }) => !rsvp.quiet;
const thanksUntil = 4 * 24 * 60 * 60 * 1000;

const standing =
  (...statuses: RsvpDetails['status'][]): Holds =>
  ({ rsvp }) =>
    statuses.includes(rsvp.status);
const all =
  (...rules: Holds[]): Holds =>
  (telling) =>
    rules.every((rule) => rule(telling));

const cancelledBy =
  (by: RsvpDetails['cancelledBy']): Holds =>
  ({ rsvp, now }) =>
    rsvp.status === 'cancelled' && rsvp.cancelledBy === by && before(now, rsvp.event.endsAt);

const notCancelled = standing('going', 'waiting', 'asked');

export const holds = {
  going: all(takesPlace, standing('going')),
  waiting: all(takesPlace, standing('waiting')),
  asked: all(takesPlace, standing('asked')),
  /** A person may have given up the date that the mail hangs on, and kept others. */
  dates: ({ rsvp }) => rsvp.event.seriesId !== null,
  promoted: all(
    takesPlace,
    standing('going'),
    ({ rsvp: { confirmBy }, now }) => confirmBy === null || before(now, confirmBy),
  ),
  session: all(takesPlace, standing('going'), ({ rsvp }) =>
    rsvp.sessions.some(({ status }) => status === 'going'),
  ),
  answered: all(takesPlace, notCancelled),
  /** Somebody asked for it: also when it is over. */
  link: notCancelled,
  cancelled: cancelledBy('guest'),
  lapsed: cancelledBy('no-answer'),
  removed: cancelledBy('staff'),
  calledOff: all(
    notCancelled,
    ({ rsvp: { event }, now }) => event.status === 'cancelled' && before(now, event.endsAt),
  ),
  message: all(notCancelled, wanted),
  reminder: all(ahead, standing('going'), sameStart, wanted),
  thanks: all(
    standing('going'),
    sameStart,
    wanted,
    ({ rsvp: { event }, now }) =>
      event.status === 'published' && now.epochMilliseconds < milliseconds(event.endsAt) + thanksUntil,
  ),
} satisfies Record<string, Holds>;
