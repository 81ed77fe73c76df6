import { clockText, clockWords, type ClockWords } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { localeOf, type Language } from '#i18n/language.ts';
import { rhythmWords } from '../rhythm-words.ts';
import { everyWeek } from '../schedule.ts';
import { words as english, type Words } from '../words.ts';
import { langOf } from '../written.ts';

export { langOf };
import { localAt } from '../zone-offsets.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { day, minute, nextDate, weekdayOf, type Timing } from './timing.ts';
import { flags, modes, noTime, type SpecialDate } from './wire.ts';

/** One row of the list as it is read: the server and the browser both show exactly this. */
export interface RowView {
  slug: string;
  name: string;
  /** The language of the name, where it is not that of the page. */
  lang: string | undefined;
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

export function rowView(index: MeetingIndex, timing: Timing, row: number, words: Words = english): RowView {
  const { head } = index;
  const bits = index.flags[row] ?? 0;
  const kinds = index.kindsOf(row).map((kind) => words.kind(head.kinds[kind]?.name ?? ''));
  const only = bits & flags.alumniOnly ? [words.alumniOnly] : [];
  const fellowship = words.fellowship(head.fellowships[index.fellowship[row] ?? 0]?.name ?? '');
  return {
    slug: index.slugOf(row),
    name: index.names[row] ?? '',
    lang: langOf(head.languages[(index.language[row] ?? 0) - 1]?.tag ?? null, words.language),
    ...clocks(index, timing, row, words),
    how: howOf(index, row, words),
    about: [fellowship, ...only, ...kinds].join(' · '),
    notice: noticeOf(index, timing, row, words),
    confirmed: confirmedWords(index.confirmed[row] ?? 0, timing.today, words),
  };
}

/** `Happening now, until 8:00 pm` or, for what begins within two hours, `In 25 minutes`. */
export function momentWords(
  index: MeetingIndex,
  timing: Timing,
  row: number,
  now: number,
  words: Words = english,
): string | null {
  if (!isHeld(index, timing, row)) return null;
  const [start, end] = [timing.start[row] ?? NaN, timing.end[row] ?? NaN];
  if (start <= now && now < end)
    return words.nowUntil(clockText(timeOf(localAt(end, timing.spans)), words.language));
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

const dayNameOf = (local: number, words: Words): string =>
  words.days[weekdayOf(Math.floor(local / day))] ?? '';

function clocks(
  index: MeetingIndex,
  timing: Timing,
  row: number,
  words: Words,
): Pick<RowView, 'time' | 'zone'> {
  const { language } = words;
  const at = index.at[row] ?? noTime;
  if (at === noTime) return { time: null, zone: null };
  const start = timing.start[row] ?? NaN;
  const usual = { time: clockWords(clockOf(at % 1440), language), zone: null };
  if (Number.isNaN(start)) return usual;
  const number = index.zone[row] ?? 0;
  const there = localAt(start, timing.zoneSpans[number] ?? timing.spans);
  const here = localAt(start, timing.spans);
  const [timeThere, timeHere] = [timeOf(there), timeOf(here)];
  if (there === here) return { time: clockWords(timeThere, language), zone: null };
  const [dayThere, dayHere] = [dayNameOf(there, words), dayNameOf(here, words)];
  const otherDay = dayThere !== dayHere;
  const zone = zoneName(index.head.zones[number] ?? index.head.timeZone, language);
  // Somebody who joins from home reads their own clock first; somebody who goes there, the one on the wall.
  if (modes[index.mode[row] ?? 0] === 'online') {
    const held = otherDay ? `${dayThere} ${clockText(timeThere, language)}` : clockText(timeThere, language);
    return { time: clockWords(timeHere, language), zone: words.heldAt(held, zone) };
  }
  const mine = timing.timeZone === index.head.timeZone ? zoneName(timing.timeZone, language) : words.yourTime;
  const ours = words.clockHere(clockText(timeHere, language), otherDay ? dayHere : null, mine);
  return {
    time: clockWords(timeThere, language),
    zone: `${words.clockThere(zone, otherDay ? dayThere : null)} (${ours})`,
  };
}

function howOf(index: MeetingIndex, row: number, words: Words): string {
  const place = index.placeOf(row);
  const inPerson = place === '' ? words.inPerson : `${words.inPerson}, ${words.written(place)}`;
  const mode = modes[index.mode[row] ?? 0] ?? 'unconfirmed';
  switch (mode) {
    case 'in-person':
      return inPerson;
    case 'online':
      return onlineOf(index, row, words);
    case 'hybrid':
      return `${inPerson}. ${onlineOf(index, row, words)}`;
    case 'paused':
    case 'unconfirmed':
      return [words[mode], place && words.written(place)].filter(Boolean).join('. ');
  }
}

function onlineOf(index: MeetingIndex, row: number, words: Words): string {
  const phone = ((index.flags[row] ?? 0) & flags.phone) > 0;
  const video = index.head.videos[(index.video[row] ?? 0) - 1];
  const way = video === undefined ? words.online : words.onlineWith(video);
  if (!phone) return way;
  const other = words.byPhone;
  return words.say(video === undefined ? '{way}, {other}' : '{way} or {other}', { way, other });
}

function noticeOf(index: MeetingIndex, timing: Timing, row: number, words: Words): string | null {
  const all = index.special.get(row);
  if (all === undefined) return null;
  const next = nextDate(all.dates, timing.now);
  const spans = timing.zoneSpans[index.zone[row] ?? 0] ?? timing.spans;
  const dateOf = ({ start }: SpecialDate) =>
    dateWords(Math.floor(localAt(start * minute, spans) / day), words.language);
  const weekday = Math.floor((index.at[row] ?? 0) / 1440);
  const parts =
    all.rhythm === null
      ? []
      : [`${rhythmWords({ day: weekday, schedule: { ...everyWeek, ...all.rhythm } }, null, words)}.`];
  if (next?.state === 'closed') {
    parts.push(words.closedOn(dateOf(next), next.note ?? null));
    const after = all.dates.find((date) => date.start > next.start && date.state !== 'closed');
    if (after !== undefined) parts.push(words.nextOn(dateOf(after)));
  } else if (next?.state === 'moved') {
    const clock = clockText(timeOf(localAt(next.start * minute, spans)), words.language);
    parts.push(words.movedTo(`${dateOf(next)}, ${clock}`, next.location ?? null, next.note ?? null));
  }
  return parts.length === 0 ? null : parts.join(' ');
}

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options });
const formatsOf = (language: Language) => ({
  long: format(language, { weekday: 'long', month: 'long', day: 'numeric' }),
  short: format(language, { month: 'long', day: 'numeric' }),
  withYear: format(language, { month: 'long', year: 'numeric' }),
  confirmed: new Map<number, string>(),
});
const known = new Map<Language, ReturnType<typeof formatsOf>>();

/** A page speaks one language, and formats take long to make. */
function formats(language: Language) {
  const made = known.get(language) ?? formatsOf(language);
  known.set(language, made);
  return made;
}

/** `Thursday, November 26`, of a day since 1970. */
export const dateWords = (date: number, language: Language = 'en'): string =>
  formats(language).long.format(date * day);

function confirmedWords(date: number, today: number, words: Words): string {
  if (date === 0) return words.notConfirmed;
  const { short, withYear, confirmed } = formats(words.language);
  const before = confirmed.get(date);
  if (before !== undefined) return before;
  const text = words.confirmedOn((today - date < 300 ? short : withYear).format(date * day));
  confirmed.set(date, text);
  return text;
}
