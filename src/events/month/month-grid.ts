import { Temporal } from 'temporal-polyfill';
import { lastMoment, localDay, spansDays, type When } from '../when-words.ts';

/** A month as weeks of days, Sunday first, with what is on each day by the calendar of one zone. */

export interface Day<Event> {
  /** As 2026-12-05. */
  date: string;
  inMonth: boolean;
  items: DayItem<Event>[];
}

export interface DayItem<Event> {
  event: Event;
  /** "day 2 of 3" is { day: 2, of: 3 }. */
  day: number;
  of: number;
}

type Month = string;

/** The local days an event is on, in the zone, first to last. */
export function daysOf(event: When, zone: string): string[] {
  const first = Temporal.PlainDate.from(localDay(event.startsAt, zone));
  if (!spansDays({ ...event, timeZone: zone })) return [first.toString()];
  const last = Temporal.PlainDate.from(localDay(lastMoment(event.endsAt), zone));
  const length = first.until(last, { largestUnit: 'days' }).days + 1;
  return Array.from({ length }, (_, index) => first.add({ days: index }).toString());
}

/**
 * The weeks of the month, each of seven days; days of the months beside it are there without their events.
 * On a day, what began earlier comes first, so that several days keep their line.
 */
export function monthGrid<Event extends When>(month: Month, events: Event[], zone: string): Day<Event>[][] {
  const items = new Map<string, DayItem<Event>[]>();
  for (const event of events.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const days = daysOf(event, zone);
    days.forEach((date, index) => {
      items.set(date, [...(items.get(date) ?? []), { event, day: index + 1, of: days.length }]);
    });
  }
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = first.subtract({ days: first.dayOfWeek % 7 });
  const weeks = Math.ceil(((first.dayOfWeek % 7) + first.daysInMonth) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = start.add({ days: week * 7 + weekday });
      const inMonth = date.month === first.month;
      return { date: date.toString(), inMonth, items: inMonth ? (items.get(date.toString()) ?? []) : [] };
    }),
  );
}

const back = 12;
const ahead = 18;

/**
 * The months that get a page, in order: the present one, and of the year before and the year and a half to
 * come those that something is in.
 */
export function monthsWithEvents(events: When[], zone: string, today: string): Month[] {
  const present = Temporal.PlainYearMonth.from(today.slice(0, 7));
  const from = present.subtract({ months: back }).toString();
  const until = present.add({ months: ahead }).toString();
  const months = new Set(events.flatMap((event) => daysOf(event, zone)).map((day) => day.slice(0, 7)));
  return [...months.add(present.toString())].filter((month) => month >= from && month <= until).sort();
}
