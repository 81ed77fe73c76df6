import type { Temporal } from 'temporal-polyfill';
import { clockText } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { dateText } from '../dates.ts';
import { sinceWords } from '../reports/report-words.ts';
import { rhythmWords } from '../rhythm-words.ts';
import { words } from '../words.ts';
import type { MeetingException } from '../schema.ts';
import type { KeptMeeting } from './kept-meetings.ts';

/** Meetings as the lists for staff say them. */

/** “Every Tuesday, 7:00 pm to 8:30 pm, Mountain Time. Paused for now” */
export function groupWhen(meeting: KeptMeeting): string {
  const { startTime, endTime, timeZone, mode } = meeting;
  const until = endTime === null ? '' : ` to ${clockText(endTime)}`;
  const time = startTime === null ? '' : `, ${clockText(startTime)}${until}, ${zoneName(timeZone)}`;
  return `${rhythmWords(meeting)}${time}${mode === 'paused' ? `. ${words.paused}` : ''}`;
}

export function confirmedSince(
  { confirmedAt }: KeptMeeting,
  timeZone: string,
  now: Temporal.Instant,
): string {
  if (confirmedAt === null) return 'Never confirmed';
  const days = (now.epochMilliseconds - Date.parse(confirmedAt)) / 86_400_000;
  return days < 7
    ? `Confirmed ${days < 2 ? '' : 'on '}${sinceWords(confirmedAt, timeZone, now)}`
    : `Confirmed on ${dateText(confirmedAt, timeZone)}`;
}

const dayName = (date: string) =>
  new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' },
  }).format(Date.parse(date));

/** “Closed on Thursday, December 24, 2026: holiday” */
export function exceptionWords({ on, moved, note }: MeetingException): string {
  const why = note === null ? '' : `: ${note}`;
  if (moved === null) return `Closed on ${dayName(on)}${why}`;
  const place = moved.location === null ? '' : `, at ${moved.location}`;
  return `Moved from ${dayName(on)} to ${dayName(moved.to)}, ${clockText(moved.startTime)}${place}${why}`;
}
