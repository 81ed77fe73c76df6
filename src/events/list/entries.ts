import { byStart, type Event } from '../event.ts';
import { localDay } from '../when-words.ts';

/** One row of a list: an event, or a series by one of its dates. */
export interface Entry {
  event: Event;
  /** As 2026-12, where the event is. */
  month: string;
  /** How many more dates of the series this row stands for. */
  more: number;
  /** The series has a row already: this one is for who looks at its month alone. */
  again: boolean;
}

export const monthOf = ({ startsAt, timeZone }: Event): string => localDay(startsAt, timeZone).slice(0, 7);

/**
 * Rows for what is to come, soonest first. A weekly supper must not drown the list: a series has one row, by
 * its first date that takes place, and one for each later month in which it has dates.
 */
export function comingEntries(events: Event[]): Entry[] {
  return bySeries(events)
    .flatMap((dates) => {
      const held = dates.filter(({ status }) => status === 'published');
      return byMonth(held.length > 0 ? held : dates).map((inMonth, index) => ({
        ...row(inMonth, index === 0 ? held.length : inMonth.length),
        again: index > 0,
      }));
    })
    .sort((a, b) => byStart(a.event, b.event));
}

/** Rows for what is over, the latest first; a series has one a month. */
export const pastEntries = (events: Event[]): Entry[] =>
  bySeries(events)
    .flatMap((dates) => byMonth(dates).map((inMonth) => ({ ...row(inMonth, inMonth.length), again: false })))
    .sort((a, b) => byStart(b.event, a.event));

const bySeries = (events: Event[]): Event[][] => [
  ...Map.groupBy(events.toSorted(byStart), (event) => event.series?.id ?? event.id).values(),
];

const byMonth = (dates: Event[]): [Event, ...Event[]][] =>
  [...Map.groupBy(dates, monthOf).values()].filter(
    (inMonth): inMonth is [Event, ...Event[]] => inMonth.length > 0,
  );

const row = ([event]: [Event, ...Event[]], standsFor: number) => ({
  event,
  month: monthOf(event),
  more: Math.max(0, standsFor - 1),
});
