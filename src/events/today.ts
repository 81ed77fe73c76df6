import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { counted, type TodayLine } from '#platform/today-line.ts';
import { seatsWords, shortWhen } from './edit/event-words.ts';
import { eventsEndingAfter, figuresOf, type Figures, type KeptEvent } from './edit/kept-event.ts';

/** Events on the page of the day: answers held back for a look, then the next seven days. */

const needs = z.array(z.object({ event_id: z.uuid(), parties: z.number() }));

/** How many parties told us about access needs, by event: figures, nothing they wrote. Throws DatabaseUnavailable. */
async function accessNeeds(database: OnwardDatabase, events: KeptEvent[]): Promise<Map<string, number>> {
  if (events.length === 0) return new Map();
  const found = rows(await database.rpc('event_access_needs', { p_events: events.map(({ id }) => id) }));
  return new Map(needs.parse(found).map(({ event_id, parties }) => [event_id, parties]));
}

/** Those of the next seven days that are published. */
export const withinAWeek = (events: KeptEvent[], now: Temporal.Instant): KeptEvent[] => {
  const end = now.add({ hours: 7 * 24 }).epochMilliseconds;
  return events.filter(({ status, startsAt }) => status === 'published' && Date.parse(startsAt) < end);
};

export function eventLines(
  events: KeptEvent[],
  soon: KeptEvent[],
  figures: (event: KeptEvent) => Pick<Figures, 'asked'>,
  access: ReadonlyMap<string, number>,
  now: Temporal.Instant,
): TodayLine[] {
  const held = events.flatMap((event): TodayLine[] => {
    const { asked } = figures(event);
    const text = `${counted(asked, 'answer waits', 'answers wait')} for a look`;
    return asked > 0
      ? [{ when: 'now', href: `/staff/events/${event.slug}/guests/`, text, more: event.title }]
      : [];
  });
  const week = soon.flatMap((event): TodayLine[] => {
    const here = `/staff/events/${event.slug}/`;
    const told = access.get(event.id) ?? 0;
    const more = `${shortWhen(event, now.toString())}. ${seatsWords(event, figures(event))}`;
    return [
      { when: 'week', href: here, text: event.title, more },
      ...(told > 0
        ? [
            {
              when: 'week' as const,
              href: `${here}guests/`,
              text: `${counted(told, 'party', 'parties')} told us about access needs`,
              more: `For “${event.title}”: arrange what they need`,
            },
          ]
        : []),
    ];
  });
  return [...held, ...week];
}

/** The same, asked as whoever keeps events. Throws DatabaseUnavailable. */
export async function eventsToday(database: OnwardDatabase, now: Temporal.Instant): Promise<TodayLine[]> {
  const events = await eventsEndingAfter(database, now.toString());
  const soon = withinAWeek(events, now);
  const [figures, access] = await Promise.all([figuresOf(database, events), accessNeeds(database, soon)]);
  return eventLines(events, soon, figures, access, now);
}
