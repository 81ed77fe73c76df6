import type { Fact } from '#mail/letter.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import { clockOf, hoursOf, dayOf, whenOf, zoneName } from './when.ts';
import { words, type Words } from './words.ts';

/** What a mail tells of an event and of an answer, as label and value. */

export const takesPartByLink = ({ event, attends }: RsvpDetails): boolean =>
  event.format === 'online' || attends === 'online';

/** What and when: never more, for who has no place. */
export const whatAndWhen = ({ event, language }: RsvpDetails): Fact[] => [
  [words[language].what, event.title],
  [words[language].when, whenOf(event, language)],
];

/** Where it is, as somebody who goes may know; by link it is the hour at which their page opens it. */
export function whereToGo(rsvp: RsvpDetails): Fact[] {
  const { event, language } = rsvp;
  const say = words[language];
  const notes: Fact[] = event.arrivalNotes ? [[say.arrival, event.arrivalNotes]] : [];
  if (takesPartByLink(rsvp)) {
    const opens = clockOf(event.linkOpensAt, event.timeZone, language);
    return [
      [say.where, say.online],
      ...(event.hasLink ? [[say.link, say.linkOpens(opens)] satisfies Fact] : []),
      ...notes,
    ];
  }
  const place = placeOf(rsvp);
  return [...(place ? [[say.where, place] satisfies Fact] : []), ...notes];
}

export const placeOf = ({ event }: RsvpDetails): string | null =>
  [event.placeName, event.address].filter(Boolean).join(', ') || null;

/** Everything the answer says, as it stands. */
export function howItStands(rsvp: RsvpDetails): Fact[] {
  const say = words[rsvp.language];
  return [
    ...whatAndWhen(rsvp),
    ...(rsvp.status === 'going' ? whereToGo(rsvp) : []),
    [say.party, String(rsvp.partySize)],
    ...sessionFacts(rsvp),
    ...(rsvp.position ? [[say.position, String(rsvp.position)] satisfies Fact] : []),
  ];
}

/** One fact a session: its name, its hours, how it stands. */
export const sessionFacts = ({ sessions, event, language }: RsvpDetails): Fact[] =>
  sessions.map((session) => {
    const day = dayOf(session.startsAt, event.timeZone, language);
    const hours = hoursOf({ ...session, timeZone: event.timeZone }, language);
    return [session.title, `${day}, ${hours}: ${words[language].standing[session.status]}`];
  });

/** One fact a date of the series: its day, and how it stands; and by which clock the hours are. */
export function dateFacts({ dates, event, language }: RsvpDetails): Fact[] {
  if (dates.length === 0) return [];
  const say = words[language];
  const days = dates.map((date): Fact => {
    const hours = hoursOf({ ...date, timeZone: event.timeZone }, language);
    return [dayOf(date.startsAt, event.timeZone, language), `${hours}: ${standingOf(date, say)}`];
  });
  return [...days, [say.hours, zoneName(event.timeZone, language)]];
}

const standingOf = ({ status, position }: RsvpDetails['dates'][number], say: Words): string =>
  status === 'waiting' && position ? say.inLine(position) : say.standing[status];
