import { localeOf, type Language } from '#i18n/language.ts';
import { sayIn } from '#i18n/spoken.ts';
import { clockWords, type ClockWords } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { usualLength } from '../finder/timing.ts';
import { sameClock, timeIn } from '../two-clocks.ts';
import { nextWeeklyStart, zoneOffsets } from '../zone-offsets.ts';
import type { SavedDate, SavedMeeting } from './saved.ts';
import type { WeekSay } from './week-say.ts';

/** Saved meetings over the coming week, by the clock of who reads. Runs in the browser. */

export interface WeekEntry {
  meeting: SavedMeeting;
  /** Epoch milliseconds. */
  at: number;
  time: ClockWords;
  /** The time where it is held, where that clock says otherwise. */
  there: string | null;
  held: boolean;
  /** That it is closed or moved. */
  note: string | null;
}

export interface WeekDay {
  /** “Today, ” or “Tomorrow, ”, which would be wrong on paper; empty for a later day. */
  near: string;
  date: string;
  entries: WeekEntry[];
}

export interface MyWeek {
  /** Today first; days without a meeting are left out. */
  days: WeekDay[];
  /** Those without a date this week, and when they are held. */
  others: SavedMeeting[];
  zone: string;
}

const day = 86_400_000;

export function myWeek(
  saved: SavedMeeting[],
  now: number,
  timeZone: string,
  say: WeekSay = sayIn('en', {}),
): MyWeek {
  const { language } = say;
  // what has begun can still be joined until it is over
  const from = now - usualLength * 60_000;
  const today = dateKey(now, timeZone);
  const entries = saved
    .flatMap((meeting) =>
      starts(meeting, from, now + 8 * day).map((date) => entry(meeting, date, timeZone, language)),
    )
    .filter(({ at }) => daysBetween(today, dateKey(at, timeZone)) < 7)
    .sort((a, b) => a.at - b.at || (a.meeting.name < b.meeting.name ? -1 : 1));
  const days: WeekDay[] = [];
  for (const one of entries) {
    const ahead = daysBetween(today, dateKey(one.at, timeZone));
    const near = ahead <= 0 ? say('Today, ') : ahead === 1 ? say('Tomorrow, ') : '';
    const text = dateText(one.at, timeZone, language);
    const date = near === '' ? capital(text) : text;
    if (days.at(-1)?.date !== date) days.push({ near, date, entries: [] });
    days.at(-1)?.entries.push(one);
  }
  const shown = new Set(entries.map(({ meeting }) => meeting.slug));
  return {
    days,
    others: saved.filter(({ slug }) => !shown.has(slug)),
    zone: zoneName(timeZone, language),
  };
}

/** The dates that were known when the facts were read; past the last of them a weekly meeting goes on as ever. */
function starts(meeting: SavedMeeting, from: number, until: number): SavedDate[] {
  const known = meeting.dates.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < until);
  if (meeting.day === null || meeting.start === null) return known;
  const minuteOfWeek =
    meeting.day * 1440 + Number(meeting.start.slice(0, 2)) * 60 + Number(meeting.start.slice(3));
  const last = Math.max(from - 1, ...meeting.dates.map(({ at }) => Date.parse(at)));
  const spans = zoneOffsets(meeting.timeZone, last - day, Math.max(last, until) + 9 * day);
  const going: SavedDate[] = [];
  for (
    let at = nextWeeklyStart(minuteOfWeek, spans, last + 1);
    at < until;
    at = nextWeeklyStart(minuteOfWeek, spans, at + 1)
  )
    going.push({ at: new Date(at).toISOString(), held: true, note: null });
  return [...known, ...going];
}

function entry(
  meeting: SavedMeeting,
  { at: start, held, note }: SavedDate,
  timeZone: string,
  language: Language,
): WeekEntry {
  const at = Date.parse(start);
  return {
    ...{ meeting, at, held, note },
    time: clockWords(new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(at), language),
    there: sameClock(at, meeting.timeZone, timeZone) ? null : timeIn(at, meeting.timeZone, language),
  };
}

/** The date there, as the epoch milliseconds of its midnight in UTC. */
function dateKey(at: number, timeZone: string): number {
  return Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at));
}

// Spanish writes “martes” small within a line
const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const daysBetween = (from: number, to: number): number => Math.round((to - from) / day);

const dateText = (at: number, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(at);
