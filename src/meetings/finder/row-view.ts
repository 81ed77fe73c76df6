import { clockText, clockWords, type ClockWords } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { words } from '../words.ts';
import { localAt } from '../zone-offsets.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { day, minute, nextDate, weekdayOf, type Timing } from './timing.ts';
import { flags, modes, noTime, type SpecialDate } from './wire.ts';

/** One row of the list as it is read: the server and the browser both show exactly this. */
export interface RowView {
  slug: string;
  name: string;
  /** Null: by appointment. */
  time: ClockWords | null;
  /** Where two clocks differ: the other one's time, labelled. */
  zone: string | null;
  how: string;
  about: string;
  /** What is not as every week: rhythm, closed, moved. */
  notice: string | null;
  confirmed: string;
}

export function rowView(index: MeetingIndex, timing: Timing, row: number): RowView {
  const { head } = index;
  const bits = index.flags[row] ?? 0;
  const kinds = index.kindsOf(row).map((kind) => head.kinds[kind]?.name ?? '');
  const only = bits & flags.alumniOnly ? [words.alumniOnly] : [];
  const fellowship = head.fellowships[index.fellowship[row] ?? 0]?.name ?? '';
  return {
    slug: index.slugOf(row),
    name: index.names[row] ?? '',
    ...clocks(index, timing, row),
    how: howOf(index, row),
    about: [fellowship, ...only, ...kinds].join(' · '),
    notice: noticeOf(index, timing, row),
    confirmed: confirmedWords(index.confirmed[row] ?? 0, timing.today),
  };
}

/** `Happening now, until 8:00 pm` or, for what begins within two hours, `In 25 minutes`. */
export function momentWords(index: MeetingIndex, timing: Timing, row: number, now: number): string | null {
  if (!isHeld(index, timing, row)) return null;
  const [start, end] = [timing.start[row] ?? NaN, timing.end[row] ?? NaN];
  if (start <= now && now < end) return words.nowUntil(clockText(timeOf(localAt(end, timing.spans))));
  const minutes = Math.ceil((start - now) / minute);
  return minutes >= 0 && minutes <= 120 ? words.inMinutes(minutes) : null;
}

/** Whether the next time of a row is one on which somebody will be there. */
export function isHeld(index: MeetingIndex, timing: Timing, row: number): boolean {
  const mode = modes[index.mode[row] ?? 0];
  if (mode === 'paused' || Number.isNaN(timing.start[row])) return false;
  return special(index, timing, row)?.state !== 'closed';
}

function special(index: MeetingIndex, timing: Timing, row: number): SpecialDate | undefined {
  const dates = index.special.get(row)?.dates;
  return dates === undefined ? undefined : nextDate(dates, timing.now);
}

const clockOf = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;

/** The time of day that a clock reads, `HH:MM`; `local` as localAt gives it. */
const timeOf = (local: number): string => clockOf(Math.floor((local % day) / minute));

const dayNameOf = (local: number): string => words.days[weekdayOf(Math.floor(local / day))] ?? '';

function clocks(index: MeetingIndex, timing: Timing, row: number): Pick<RowView, 'time' | 'zone'> {
  const at = index.at[row] ?? noTime;
  if (at === noTime) return { time: null, zone: null };
  const start = timing.start[row] ?? NaN;
  const usual = { time: clockWords(clockOf(at % 1440)), zone: null };
  if (Number.isNaN(start)) return usual;
  const number = index.zone[row] ?? 0;
  const there = localAt(start, timing.zoneSpans[number] ?? timing.spans);
  const here = localAt(start, timing.spans);
  const [timeThere, timeHere] = [timeOf(there), timeOf(here)];
  if (there === here) return { time: clockWords(timeThere), zone: null };
  const [dayThere, dayHere] = [dayNameOf(there), dayNameOf(here)];
  const otherDay = dayThere !== dayHere;
  const zone = zoneName(index.head.zones[number] ?? index.head.timeZone);
  // Somebody who joins from home reads their own clock first; somebody who goes there, the one on the wall.
  if (modes[index.mode[row] ?? 0] === 'online') {
    const held = otherDay ? `${dayThere} ${clockText(timeThere)}` : clockText(timeThere);
    return { time: clockWords(timeHere), zone: words.heldAt(held, zone) };
  }
  const mine = timing.timeZone === index.head.timeZone ? zoneName(timing.timeZone) : words.yourTime;
  const ours = words.clockHere(clockText(timeHere), otherDay ? dayHere : null, mine);
  return {
    time: clockWords(timeThere),
    zone: `${words.clockThere(zone, otherDay ? dayThere : null)} (${ours})`,
  };
}

function howOf(index: MeetingIndex, row: number): string {
  const place = index.placeOf(row);
  const inPerson = place === '' ? words.inPerson : `${words.inPerson}, ${place}`;
  const mode = modes[index.mode[row] ?? 0] ?? 'unconfirmed';
  switch (mode) {
    case 'in-person':
      return inPerson;
    case 'online':
      return onlineOf(index, row);
    case 'hybrid':
      return `${inPerson}. ${onlineOf(index, row)}`;
    case 'paused':
    case 'unconfirmed':
      return [words[mode], place].filter(Boolean).join('. ');
  }
}

function onlineOf(index: MeetingIndex, row: number): string {
  const phone = ((index.flags[row] ?? 0) & flags.phone) > 0;
  const video = index.head.videos[(index.video[row] ?? 0) - 1];
  if (video !== undefined) return `${words.onlineWith(video)}${phone ? ` or ${words.byPhone}` : ''}`;
  return phone ? `${words.online}, ${words.byPhone}` : words.online;
}

function noticeOf(index: MeetingIndex, timing: Timing, row: number): string | null {
  const all = index.special.get(row);
  if (all === undefined) return null;
  const next = nextDate(all.dates, timing.now);
  const spans = timing.zoneSpans[index.zone[row] ?? 0] ?? timing.spans;
  const dateOf = ({ start }: SpecialDate) => dateWords(Math.floor(localAt(start * minute, spans) / day));
  const parts = all.rhythm === null ? [] : [`${all.rhythm}.`];
  if (next?.state === 'closed') {
    parts.push(words.closedOn(dateOf(next), next.note ?? null));
    const after = all.dates.find((date) => date.start > next.start && date.state !== 'closed');
    if (after !== undefined) parts.push(words.nextOn(dateOf(after)));
  } else if (next?.state === 'moved') {
    const clock = clockText(timeOf(localAt(next.start * minute, spans)));
    parts.push(words.movedTo(`${dateOf(next)}, ${clock}`, next.location ?? null, next.note ?? null));
  }
  return parts.length === 0 ? null : parts.join(' ');
}

const long = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' },
});
const short = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric' });
const withYear = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** `Thursday, November 26`, of a day since 1970. */
export const dateWords = (date: number): string => long.format(date * day);

const confirmedTexts = new Map<number, string>();

function confirmedWords(date: number, today: number): string {
  if (date === 0) return words.notConfirmed;
  const known = confirmedTexts.get(date);
  if (known !== undefined) return known;
  const text = words.confirmedOn((today - date < 300 ? short : withYear).format(date * day));
  confirmedTexts.set(date, text);
  return text;
}
