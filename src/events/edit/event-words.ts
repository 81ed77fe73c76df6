import { isOver } from '../event.ts';
import { dayInWords, hoursInWords } from '../wording.ts';
import type { Figures, KeptEvent } from './kept-event.ts';
import { wallTime } from '#platform/wall-time.ts';

/** Events as the pages for staff say them. */

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** “Saturday, December 5, 2026, 6:00 – 8:00 PM MST”; with both days when it goes past midnight. */
export function whenWords(event: Pick<KeptEvent, 'startsAt' | 'endsAt' | 'timeZone'>): string {
  const { startsAt, endsAt, timeZone } = event;
  if (wallTime(startsAt, timeZone).on === wallTime(endsAt, timeZone).on)
    return `${dayInWords(event)}, ${hoursInWords(event)}`;
  return new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  }).formatRange(new Date(startsAt), new Date(endsAt));
}

/** “Tue, Dec 1, 6:30 – 8:30 PM MST”, for lists; with the year where the day alone could be another. */
export function shortWhen({ startsAt, endsAt, timeZone }: KeptEvent, now: string): string {
  const far = Math.abs(Date.parse(startsAt) - Date.parse(now)) > 300 * 86_400_000;
  return new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'short', month: 'short', day: 'numeric', ...(far && { year: 'numeric' }), timeZone },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  }).formatRange(new Date(startsAt), new Date(endsAt));
}

export function standingWords({ status, endsAt }: Pick<KeptEvent, 'status' | 'endsAt'>, now: string): string {
  if (status === 'draft') return 'Draft';
  if (status === 'cancelled') return 'Called off';
  return isOver({ endsAt }, now) ? 'Over' : 'Published';
}

const seats = (taken: number, capacity: number | null): string =>
  capacity === null
    ? `${count(taken, 'seat')} taken, no limit`
    : `${taken} of ${count(capacity, 'seat')} taken`;

/** “12 of 20 seats taken, 3 parties waiting, 1 answer to look at” */
export function seatsWords(event: KeptEvent, { asked }: Pick<Figures, 'asked'>): string {
  if (event.replies === 'drop-in') return 'Drop-in: nobody answers';
  const { online, takenByLink } = event;
  const waiting = event.waiting + (online?.waiting ?? 0);
  return [
    online
      ? `Room: ${seats(event.taken, event.capacity)}; link: ${seats(takenByLink ?? 0, online.capacity)}`
      : seats(event.taken, event.capacity),
    ...(waiting > 0 ? [`${count(waiting, 'party', 'parties')} waiting`] : []),
    ...(asked > 0 ? [`${count(asked, 'answer')} to look at`] : []),
  ].join(', ');
}

/** “24 people came” */
export const arrivedWords = ({ arrived }: Pick<Figures, 'arrived'>): string =>
  arrived === null ? 'Nobody was checked in' : `${count(arrived, 'person', 'people')} came`;

/** What was done, by the words in the address after it. Null when they say nothing. */
export function doneWords(said: URLSearchParams, publicPage: boolean): string | null {
  const number = (name: string) => Number(/^\d{1,5}$/.exec(said.get(name) ?? '')?.[0] ?? 0);
  const [told, dates, promoted] = [number('told'), number('dates'), number('promoted')];
  const live = publicPage ? ' Its page shows it in a few minutes.' : '';
  const also = [
    ...(dates > 0 ? [`${count(dates, 'other date')} of the series as well.`] : []),
    ...(told > 0 ? [`${count(told, 'guest')} ${told === 1 ? 'is' : 'are'} told by mail.`] : []),
  ];
  const more = also.length > 0 ? ` ${also.join(' ')}` : '';
  switch (said.get('done')) {
    case 'saved':
      return `Saved.${more}${live}`;
    case 'published':
      return `Published.${more} The page is there in a few minutes.`;
    case 'draft':
      return 'It is a draft again. Its page goes in a few minutes.';
    case 'duplicated':
      return 'This is the copy, a draft without guests. Look it through, then publish it.';
    case 'called-off':
      return `Called off.${more || ' Nobody had to be told by mail.'} Its page says so in a few minutes.`;
    case 'seats':
      return promoted > 0
        ? `Saved. ${count(promoted, 'party', 'parties')} from the waiting list got a seat and ${promoted === 1 ? 'is' : 'are'} told.`
        : 'Saved. Nobody from the waiting list was given a seat.';
    case 'moved':
      return `Saved. ${count(number('moved'), 'party', 'parties')} went back to the front of the waiting list and ${number('moved') === 1 ? 'is' : 'are'} told.`;
    default:
      return null;
  }
}

export interface Group {
  /** null: an event by itself */
  series: KeptEvent['series'];
  events: KeptEvent[];
}

/** Events in the order of their first date, the dates of a series together. */
export function bySeries(events: KeptEvent[]): Group[] {
  const groups: Group[] = [];
  for (const event of events) {
    const { series } = event;
    const known = series && groups.find((group) => group.series?.id === series.id);
    if (known) known.events.push(event);
    else groups.push({ series, events: [event] });
  }
  return groups;
}
