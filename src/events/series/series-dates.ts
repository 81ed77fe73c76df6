import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** On which days a series has its dates, and at which instants they start. */

export interface SeriesRule {
  /** RFC 5545 without DTSTART: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU". */
  rule: string;
  /** The local day of the first date, `YYYY-MM-DD`: intervals and COUNT are counted from it. */
  startsOn: string;
  /** On the wall there, `HH:MM` or `HH:MM:SS`. */
  startTime: string;
  timeZone: string;
  /** Local days on which there is none. */
  exceptOn: readonly string[];
  /** The last local day; null: until somebody says so. */
  lastOn: string | null;
}

export interface SeriesDate {
  /** The local day, `YYYY-MM-DD`. */
  on: string;
  /** The instant, in UTC. */
  startsAt: string;
}

const horizonYears = 32;

/**
 * The first `count` dates that start at `from` or later, soonest first; fewer when the series ends before, or
 * has none in the next 32 years. The clock on the wall keeps its time when clocks change: a time that is
 * skipped is held as it strikes again, of one that comes twice it is the first. Throws for a rule that
 * RFC 5545 does not know.
 */
export function seriesDates(series: SeriesRule, from: Temporal.Instant, count: number): SeriesDate[] {
  if (count <= 0) return [];
  // a time that is skipped at midnight strikes again on the next day
  const first = from.toZonedDateTimeISO(series.timeZone).toPlainDate().subtract({ days: 2 });
  const last = series.lastOn === null ? null : Temporal.PlainDate.from(series.lastOn);
  const days = daysOf(series);
  for (let years = 1; ; years *= 2) {
    const horizon = first.add({ years });
    const ends = last !== null && Temporal.PlainDate.compare(last, horizon) <= 0;
    const found = days
      .between(midnight(first), midnight(ends ? last : horizon), true)
      .map((day) => day.toPlainDate())
      .filter((day) => !series.exceptOn.includes(day.toString()))
      .map((day) => timed(day, series))
      .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, from) >= 0);
    if (ends || found.length >= count || years >= horizonYears) return found.slice(0, count);
  }
}

const timed = (day: Temporal.PlainDate, { startTime, timeZone }: SeriesRule): SeriesDate => ({
  on: day.toString(),
  startsAt: day
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(startTime) })
    .toInstant()
    .toString(),
});

// Days have no clock: the library counts them at midnight in a zone without clock changes.
const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC');

function daysOf({ rule, startsOn, timeZone }: SeriesRule) {
  return new RRuleTemporal({
    rruleString: `RRULE:${daysOnly(rule, timeZone)}`,
    dtstart: midnight(Temporal.PlainDate.from(startsOn)),
    maxIterations: horizonYears * 366,
    temporal: Temporal,
  });
}

/** A rule of days: the time is the series' own, and UNTIL names the last day there. */
const daysOnly = (rule: string, timeZone: string) =>
  rule
    .split(';')
    .filter((part) => !/^BY(HOUR|MINUTE|SECOND)=/.test(part))
    .map((part) => (part.startsWith('UNTIL=') ? `UNTIL=${lastDay(part.slice(6), timeZone)}T000000Z` : part))
    .join(';');

/** The day of an UNTIL: an instant where it ends in Z, else as the wall says it. */
function lastDay(until: string, timeZone: string): string {
  const local = until.endsWith('Z')
    ? Temporal.Instant.from(until).toZonedDateTimeISO(timeZone).toPlainDate()
    : Temporal.PlainDate.from(until);
  return local.toString().replaceAll('-', '');
}
