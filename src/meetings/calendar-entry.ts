import type { ICalEventData } from 'ical-generator';
import type { ListedMeeting, MeetingException } from './schema.ts';
import type { Words } from './words.ts';

/**
 * What a calendar says of a group. Calendars are read over shoulders and synced to shared screens, so an
 * entry is neutral unless its reader asks for names: it gives the street address and the page, and no
 * word that a person chose, be it the group's name, the room's, or that of where it is moved to. A link
 * to join is on the page; with names it is here too, where the meeting shows it to everybody.
 */
export type Titles = 'neutral' | 'real';

export type EntryWords = Pick<ICalEventData, 'summary' | 'location' | 'description'>;

export function seriesWords(meeting: ListedMeeting, titles: Titles, words: Words): EntryWords {
  const { name, mode, location, address, latitude, longitude } = meeting;
  const walks = mode !== 'online';
  const title = titles === 'real' ? [location, address].filter(Boolean).join(', ') : (address ?? '');
  const geo = latitude !== null && longitude !== null && { geo: { lat: latitude, lon: longitude } };
  const where = title === '' ? geo || null : { title, ...geo };
  return {
    summary: titles === 'real' ? name : neutralTitle(meeting, words),
    location: walks ? where : null,
    description: titles === 'real' ? joining(meeting) : null,
  };
}

/** One date of the series that is moved. */
export function movedWords(
  meeting: ListedMeeting,
  { moved, note }: MeetingException,
  titles: Titles,
  words: Words,
): EntryWords {
  const usual = seriesWords(meeting, titles, words);
  const elsewhere = moved?.location ?? null;
  if (titles === 'neutral')
    // Where to is on the page; the usual address would send somebody to the wrong door.
    return { ...usual, ...(elsewhere !== null && { location: null }), description: words.movedSeePage };
  return {
    ...usual,
    ...(elsewhere !== null && { location: { title: elsewhere } }),
    description: [words.movedThisTime, note, usual.description].filter(Boolean).join('\n'),
  };
}

const neutralTitle = ({ schedule: { everyWeeks, weeksOfMonth } }: ListedMeeting, words: Words): string =>
  everyWeeks === null && weeksOfMonth === null ? words.calendarWeekly : words.calendarOther;

function joining({ joinAfterPress, joinUrl, joinPhone, mode }: ListedMeeting): string | null {
  if (joinAfterPress || mode === 'in-person') return null;
  return [joinUrl, joinPhone].filter(Boolean).join('\n') || null;
}
