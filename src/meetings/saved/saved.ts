import { isTimeZone } from '#platform/time-zones.ts';
import { slugShape } from '#platform/slug.ts';
import { clockShape } from '#platform/time-of-day.ts';

/**
 * What is kept of saved meetings, as one text in this browser's storage: enough for a week on paper with
 * no signal. It is written by us and may be edited by anybody, so it is read as if by a stranger.
 */

/** A known start. `held` false: it is closed that day. */
export interface SavedDate {
  /** ISO 8601 with an offset. */
  at: string;
  held: boolean;
  note: string | null;
}

export interface SavedMeeting {
  slug: string;
  name: string;
  /** In which the facts are said, where it is not English. */
  language?: 'es';
  /** In which the group wrote its name, where it is not English. */
  nameLanguage?: string;
  /** “In person, Grange Hall”. */
  how: string;
  /** The rhythm in words, with the zone it is held in. */
  when: string;
  timeZone: string;
  /** 0 = Sunday, and `HH:MM` where it is held; null for a meeting without a weekly rhythm. */
  day: number | null;
  start: string | null;
  /** “Paused for now”, or that it is not confirmed. */
  caution: string | null;
  /** The next starts as they were when the facts were last read. */
  dates: SavedDate[];
}

const version = 1;
/** The name in localStorage. Neutral: others may look at it. */
export const storageKey = 'saved';
export const mostSaved = 100;
const mostDates = 12;
const longest = 300;

/** The meetings that a kept text holds; what is not one is dropped. Never throws. */
export function readSaved(text: string | null): SavedMeeting[] {
  if (text === null) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isRecord(value) || value['version'] !== version || !Array.isArray(value['meetings'])) return [];
  const meetings = new Map<string, SavedMeeting>();
  for (const item of value['meetings'] as unknown[]) {
    const meeting = readMeeting(item);
    if (meeting && meetings.size < mostSaved) meetings.set(meeting.slug, meeting);
  }
  return [...meetings.values()];
}

export const writeSaved = (meetings: SavedMeeting[]): string => JSON.stringify({ version, meetings });

/** One meeting as it stands in a kept text or on a page; null when it is none. Never throws. */
export function readMeeting(value: unknown): SavedMeeting | null {
  if (!isRecord(value)) return null;
  const { slug, name, language, nameLanguage, how, when, timeZone, day, start, caution, dates } = value;
  if (typeof slug !== 'string' || !slugShape.test(slug) || slug.length > 200) return null;
  if (typeof name !== 'string' || name.trim() === '') return null;
  const weekly =
    typeof day === 'number' && [0, 1, 2, 3, 4, 5, 6].includes(day) && isTime(start) && isZone(timeZone);
  return {
    slug,
    name: name.slice(0, longest),
    ...(language === 'es' && { language }),
    ...(isTag(nameLanguage) && { nameLanguage }),
    how: words(how) ?? '',
    when: words(when) ?? '',
    timeZone: isZone(timeZone) ? timeZone : 'UTC',
    day: weekly ? day : null,
    start: weekly ? start : null,
    caution: words(caution),
    dates: Array.isArray(dates) ? dates.slice(0, mostDates).flatMap(readDate) : [],
  };
}

function readDate(value: unknown): SavedDate[] {
  if (!isRecord(value)) return [];
  const { at, held, note } = value;
  if (typeof at !== 'string' || !/^20\d\d-/.test(at) || Number.isNaN(Date.parse(at))) return [];
  return [{ at, held: held !== false, note: words(note) }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const words = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, longest) : null;
const isTag = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(value) && value !== 'en';
const isTime = (value: unknown): value is string => typeof value === 'string' && clockShape.test(value);

const isZone = (value: unknown): value is string => typeof value === 'string' && isTimeZone(value);
