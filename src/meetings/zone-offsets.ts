/**
 * What clocks say around the world, without a date library: it runs in the browser. A zone is read once,
 * as the spans of time in which its clock keeps one offset; after that a meeting costs a few sums.
 */

export interface ZoneSpan {
  /** Epoch milliseconds. The offset holds until the next span begins; the last one holds on. */
  from: number;
  /** Minutes that the zone's clock is ahead of UTC. */
  offsetMinutes: number;
}

const minute = 60_000;
const week = 10_080 * minute;
// 1970 began on a Thursday.
const thursday = 4 * 1440 * minute;
// The shortest change known is Morocco's month of Ramadan.
const probe = 14 * 1440 * minute;

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(timeZone: string, at: number): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric' },
    });
    formats.set(timeZone, format);
  }
  const [month = 0, day, year = 0, hours, minutes] = (format.format(at).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes) / minute - Math.floor(at / minute);
}

/**
 * The offsets of a zone between two instants (epoch milliseconds), in order; at least one. Throws a
 * RangeError for a zone this device does not know.
 */
export function zoneOffsets(timeZone: string, fromMs: number, toMs: number): ZoneSpan[] {
  let at = Math.floor(fromMs / minute) * minute;
  let offsetMinutes = offsetAt(timeZone, at);
  const spans = [{ from: at, offsetMinutes }];
  while (at < toMs) {
    const next = Math.min(at + probe, Math.ceil(toMs / minute) * minute);
    const then = offsetAt(timeZone, next);
    if (then !== offsetMinutes) {
      let before = at;
      let after = next;
      while (after - before > minute) {
        const middle = Math.floor((before + after) / 2 / minute) * minute;
        if (offsetAt(timeZone, middle) === offsetMinutes) before = middle;
        else after = middle;
      }
      offsetMinutes = offsetAt(timeZone, after);
      spans.push({ from: after, offsetMinutes });
      at = after;
    } else at = next;
  }
  return spans;
}

/**
 * The instant at which a clock says `local` (its reading as if it were UTC). A reading that comes twice is
 * the first; one that the clock skips is held as long after the skip as it would have been without it.
 */
function instantOf(local: number, spans: readonly ZoneSpan[]): number {
  let before = local;
  // Not for…of, which makes a list of fifty thousand meetings wait twice as long.
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as ZoneSpan;
    const at = local - span.offsetMinutes * minute;
    if (index > 0 && at < span.from) return before;
    if (at < (spans[index + 1]?.from ?? Infinity)) return at;
    before = at;
  }
  return before;
}

/** The reading of the zone's clock at an instant, as if it were UTC: epoch milliseconds of that reading. */
export function localAt(at: number, spans: readonly ZoneSpan[]): number {
  let offset = spans[0]?.offsetMinutes ?? 0;
  for (const span of spans) if (span.from <= at) offset = span.offsetMinutes;
  return at + offset * minute;
}

/**
 * The first start at or after `notBeforeMs`, in epoch milliseconds, of what is held every week at a local
 * minute of the week (0: Sunday 0:00). Right as long as the spans reach eight days past `notBeforeMs`.
 */
export function nextWeeklyStart(
  minuteOfWeek: number,
  spans: readonly ZoneSpan[],
  notBeforeMs: number,
): number {
  const here = localAt(notBeforeMs, spans) + thursday;
  // The week before may still come: a skipped reading is held later than the clock would have it.
  let local = Math.floor(here / week) * week + minuteOfWeek * minute - thursday - week;
  let start = instantOf(local, spans);
  while (start < notBeforeMs) start = instantOf((local += week), spans);
  return start;
}
