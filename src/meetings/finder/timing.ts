import { localAt, nextWeeklyStart, zoneOffsets, type ZoneSpan } from '../zone-offsets.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { noTime, type SpecialDate } from './wire.ts';

/** Milliseconds. */
export const minute = 60_000;
export const day = 1440 * minute;
/** The default length where a meeting does not say when it ends (Meeting Guide spec). */
export const usualLength = 60;
const daysAhead = 36;

/** The days somebody may ask for, as bits of {@link Timing.dayBits}. */
export const dayBits = { today: 1, tonight: 2, tomorrow: 4, weekday: 8, otherTimes: 1024 } as const;

/** Parts of the day by the hour they begin. Night reaches past midnight. */
export const partsOfDay = ['morning', 'afternoon', 'evening', 'night'] as const;
const partBegins = [5 * 60, 12 * 60, 17 * 60, 21 * 60];

/**
 * When each meeting is next held, by somebody's clock at some moment. Of a weekly meeting that is the
 * first time that is not over yet; what has begun counts until it ends.
 */
export interface Timing {
  now: number;
  /** The zone whose days and hours these are. */
  timeZone: string;
  spans: ZoneSpan[];
  /** The clocks of `head.zones`. */
  zoneSpans: ZoneSpan[][];
  /** Epoch milliseconds; NaN for a meeting without a time in the coming five weeks. */
  start: Float64Array;
  end: Float64Array;
  /** Days since 1970 by the clock of `timeZone`. */
  date: Int32Array;
  today: number;
  dayBits: Uint16Array;
  /** Position in {@link partsOfDay}, 4 without a time. */
  part: Uint8Array;
  /** All rows, soonest first, those without a time last. */
  order: Uint32Array;
}

/** 0 = Sunday, of a day since 1970. */
export const weekdayOf = (date: number): number => (((date + 4) % 7) + 7) % 7;

const spansOf = (zone: string, now: number): ZoneSpan[] =>
  zoneOffsets(zone, now - day, now + daysAhead * day);

/** A zone's clock in the coming weeks; null for a zone that this device does not know. */
export function zoneSpansOf(zone: string, now: number): ZoneSpan[] | null {
  try {
    return spansOf(zone, now);
  } catch {
    return null;
  }
}

export function timingOf(index: MeetingIndex, timeZone: string, now: number): Timing {
  const { size } = index;
  const spans = spansOf(timeZone, now);
  const zones = index.head.zones.map((zone) => zoneSpansOf(zone, now) ?? spansOf(index.head.timeZone, now));
  const local = localAt(now, spans);
  const today = Math.floor(local / day);
  const timing: Timing = {
    ...{ now, timeZone, spans, zoneSpans: zones, today },
    start: new Float64Array(size).fill(NaN),
    end: new Float64Array(size).fill(NaN),
    date: new Int32Array(size).fill(-1),
    dayBits: new Uint16Array(size).fill(dayBits.otherTimes),
    part: new Uint8Array(size).fill(partsOfDay.length),
    order: new Uint32Array(size),
  };
  // By four in the morning the night is still the one before.
  const minuteNow = (local - today * day) / minute;
  const tonightFrom = today * day + (minuteNow < 240 ? 0 : 17 * 60 * minute);
  const tonightTo = minuteNow < 240 ? today * day + 240 * minute : (today + 1) * day + 240 * minute;
  for (let row = 0; row < size; row++) {
    const [start, end] = startAndEnd(index, row, zones, now);
    if (Number.isNaN(start)) continue;
    timing.start[row] = start;
    timing.end[row] = end;
    const here = localAt(start, spans);
    const date = Math.floor(here / day);
    timing.date[row] = date;
    const minuteOfDay = (here - date * day) / minute;
    timing.part[row] = partOf(minuteOfDay);
    // What is on now counts as today's, also when it began before midnight.
    const begun = start <= now;
    timing.dayBits[row] =
      (begun || date === today ? dayBits.today : 0) |
      ((begun && local >= tonightFrom) || (here >= tonightFrom && here < tonightTo) ? dayBits.tonight : 0) |
      (date === today + 1 ? dayBits.tomorrow : 0) |
      (dayBits.weekday << weekdayOf(date));
  }
  timing.order.set(soonestFirst(timing.start, now));
  return timing;
}

function startAndEnd(
  index: MeetingIndex,
  row: number,
  zones: ZoneSpan[][],
  now: number,
): [start: number, end: number] {
  const special = index.special.get(row);
  if (special !== undefined) {
    const next = nextDate(special.dates, now);
    return next === undefined ? [NaN, NaN] : [next.start * minute, endOf(next)];
  }
  const at = index.at[row] ?? noTime;
  if (at === noTime) return [NaN, NaN];
  const length = (index.lasts[row] || usualLength) * minute;
  const start = nextWeeklyStart(at, zones[index.zone[row] ?? 0] ?? [], now - length + 1);
  return [start, start + length];
}

/** The first of a meeting's dates that is not over, closed ones among them. */
export function nextDate(dates: SpecialDate[], now: number): SpecialDate | undefined {
  return dates.find((date) => endOf(date) > now);
}

const endOf = ({ start, lasts }: SpecialDate): number => (start + (lasts || usualLength)) * minute;

function partOf(minuteOfDay: number): number {
  for (let part = partBegins.length - 1; part >= 0; part--)
    if (minuteOfDay >= (partBegins[part] ?? 0)) return part;
  return partsOfDay.length - 1;
}

/** Rows by their start; a stable sort by counting minutes, which takes fifty thousand in a few milliseconds. */
function soonestFirst(start: Float64Array, now: number): Uint32Array {
  const first = now - day;
  const slots = (daysAhead + 2) * 1440;
  const slotOf = (at: number) =>
    Number.isNaN(at) ? slots - 1 : Math.min(slots - 2, Math.max(0, Math.floor((at - first) / minute)));
  const begins = new Uint32Array(slots + 1);
  for (const at of start) begins[slotOf(at) + 1]! += 1;
  for (let slot = 0; slot < slots; slot++) begins[slot + 1]! += begins[slot]!;
  const order = new Uint32Array(start.length);
  for (let row = 0; row < start.length; row++) order[begins[slotOf(start[row]!)]!++] = row;
  return order;
}
