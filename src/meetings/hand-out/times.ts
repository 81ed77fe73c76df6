import { clockText } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import type { MeetingIndex } from '../finder/meeting-index.ts';
import type { Timing } from '../finder/timing.ts';
import { modes, noTime } from '../finder/wire.ts';
import { localAt } from '../zone-offsets.ts';
import { capital, words as english, type Words } from '../words.ts';

/** When a meeting usually is, for paper that hangs for weeks: one date that is moved does not count. */
export interface UsualTimes {
  /** By the site's clock, Sunday 0:00 = 0; past the week: by appointment. */
  minuteOfWeek: number;
  lines: string[];
}

const minute = 60_000;

export function usualTimes(
  index: MeetingIndex,
  timing: Timing,
  row: number,
  words: Words = english,
): UsualTimes {
  const at = index.at[row] ?? noTime;
  if (at === noTime) return { minuteOfWeek: noTime, lines: [words.byAppointment] };
  const zone = index.zone[row] ?? 0;
  const start = timing.start[row] ?? NaN;
  const moment = Number.isNaN(start) ? timing.now : start;
  const there = localAt(moment, timing.zoneSpans[zone] ?? timing.spans);
  const ahead = (localAt(moment, timing.spans) - there) / minute;
  const minuteOfWeek = (at + ahead + noTime) % noTime;
  const lasts = index.lasts[row] ?? 0;
  if (ahead === 0) return { minuteOfWeek, lines: [span(at, lasts, words)] };
  const name = zoneName(index.head.zones[zone] ?? index.head.timeZone, words.language);
  const other = Math.floor(at / 1440) === Math.floor(minuteOfWeek / 1440) ? '' : dayOf(at, words);
  // somebody who joins from home reads the clock at home, somebody who goes there the one on the wall
  const lines =
    modes[index.mode[row] ?? 0] === 'online'
      ? [span(minuteOfWeek, lasts, words), words.heldAt(other + clock(at, words), name)]
      : [`${capital(other)}${span(at, lasts, words)}${words.language === 'es' ? ', ' : ' '}${name}`];
  return { minuteOfWeek, lines };
}

const dayOf = (minuteOfWeek: number, words: Words): string =>
  `${words.days[Math.floor(minuteOfWeek / 1440)] ?? ''} `;

const span = (from: number, lasts: number, words: Words): string =>
  lasts === 0
    ? clock(from, words)
    : words.say('{from} to {to} // narrow', { from: clock(from, words), to: clock(from + lasts, words) });

function clock(minuteOfWeek: number, { language }: Words): string {
  const minutes = minuteOfWeek % 1440;
  const two = (number: number) => String(number).padStart(2, '0');
  // a column is narrow: it breaks before "to", and not within a time
  return clockText(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, language).replace(' ', '\u00a0');
}
