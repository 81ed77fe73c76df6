import type { Scene } from '#components/motif-scenes.ts';
import type { Language } from '#i18n/language.ts';
import { eventsSpeak } from '../spanish.ts';
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

export function eventPicture(event: Event, house: string, language: Language = 'en'): Picture {
  const say = eventsSpeak(language);
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { timeZone: event.timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
      new Date(event.startsAt),
    ),
  );
  const date = dateBlock(event, language);
  const last = spansDays(event)
    ? dateBlock({ ...event, startsAt: lastMoment(event.endsAt) }, language)
    : null;
  return {
    scene: scenes[event.kind],
    light: hour >= evening ? 'dark' : 'day',
    date: last
      ? [`${date.weekday} – ${last.weekday}`, `${date.day}–${last.day}`, months(date.month, last.month)]
      : [date.weekday, date.day, date.month],
    title: event.title,
    line:
      event.status === 'cancelled'
        ? say('Called off')
        : [...hours(event, language), say(formatWords[event.format])].join(' · '),
    house,
  };
}

const months = (first: string, last: string) => (first === last ? first : `${first} – ${last}`);

/** Where an evening ends on the next day, its beginning says enough; of several days the page says more. */
function hours(event: Event, language: Language): string[] {
  if (spansDays(event)) return [];
  const sameDay = localDay(event.startsAt, event.timeZone) === localDay(event.endsAt, event.timeZone);
  return [sameDay ? hoursInWords(event, language) : startHour(event.startsAt, event.timeZone, language)];
}

/** What is said of the picture to who does not see it. */
export function pictureAlt({ title, date, line, light }: Picture, language: Language = 'en'): string {
  const say = eventsSpeak(language);
  const what = [title, date?.join(' '), line].filter(Boolean).join(', ');
  return light === 'dark'
    ? say('{what}. Behind it a drawn valley after dark, with its lamps lit.', { what })
    : say('{what}. Behind it a drawn valley by day.', { what });
}

/** The picture of the list of events. */
export function listPicture(house: string, language: Language = 'en'): Picture {
  const say = eventsSpeak(language);
  return {
    scene: 'events',
    light: 'dark',
    date: null,
    title: say('Come back for the good part'),
    line: say('Dinners, walks, workshops, a hand with the garden'),
    house,
  };
}
