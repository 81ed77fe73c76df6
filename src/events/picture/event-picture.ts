import type { Scene } from '#components/motif-scenes.ts';
import type { Event } from '../event.ts';
import { lastMoment, localDay, spansDays, startHour } from '../when-words.ts';
import { dateBlock, formatWords, hoursInWords } from '../wording.ts';
import type { Picture } from './draw.ts';

/** What the picture of an event shows: the words of its page, and the valley by its kind and its hour. */

const scenes: Record<Event['kind'], Scene> = {
  social: 'home',
  workshop: 'library',
  family: 'meetings',
  service: 'about',
  outdoors: 'resources',
  celebration: 'events',
};

/** From five in the afternoon on the lamps are lit. */
const evening = 17;

export function eventPicture(event: Event, house: string): Picture {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { timeZone: event.timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
      new Date(event.startsAt),
    ),
  );
  const date = dateBlock(event);
  const last = spansDays(event) ? dateBlock({ ...event, startsAt: lastMoment(event.endsAt) }) : null;
  return {
    scene: scenes[event.kind],
    light: hour >= evening ? 'dark' : 'day',
    date: last
      ? [`${date.weekday} – ${last.weekday}`, `${date.day}–${last.day}`, months(date.month, last.month)]
      : [date.weekday, date.day, date.month],
    title: event.title,
    line:
      event.status === 'cancelled' ? 'Called off' : [...hours(event), formatWords[event.format]].join(' · '),
    house,
  };
}

const months = (first: string, last: string) => (first === last ? first : `${first} – ${last}`);

/** Where an evening ends on the next day, its beginning says enough; of several days the page says more. */
function hours(event: Event): string[] {
  if (spansDays(event)) return [];
  const sameDay = localDay(event.startsAt, event.timeZone) === localDay(event.endsAt, event.timeZone);
  return [sameDay ? hoursInWords(event) : startHour(event.startsAt, event.timeZone)];
}

/** What is said of the picture to who does not see it. */
export const pictureAlt = ({ title, date, line, light }: Picture): string =>
  `${[title, date?.join(' '), line].filter(Boolean).join(', ')}. Behind it a drawn valley ${light === 'dark' ? 'after dark, with its lamps lit' : 'by day'}.`;

/** The picture of the list of events. */
export const listPicture = (house: string): Picture => ({
  scene: 'events',
  light: 'dark',
  date: null,
  title: 'Come back for the good part',
  line: 'Dinners, walks, workshops, a hand with the garden',
  house,
});
