import { Temporal } from 'temporal-polyfill';
import type { ListedMeeting, Schedule } from './schema.ts';
import { weekdaysBetween } from './week.ts';

/**
 * On which dates a meeting is held by its rhythm, exceptions aside, and the RFC 5545 rule that says the same. The
 * dates are counted here and not by a library of rules: it would be half of what each function of meetings
 * weighs. Tests hold that both come to the same dates.
 */

export type Rhythm = Pick<ListedMeeting, 'day' | 'schedule'>;

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Whether a schedule says no more than “every week”. */
export function isEveryWeek(schedule: Schedule): boolean {
  return Object.values(schedule).every((part) => part === null);
}

function ruleParts(day: number, { everyWeeks, weeksOfMonth, months }: Schedule): string {
  const weekday = codes[day] ?? 'SU';
  return [
    `FREQ=${weeksOfMonth === null ? 'WEEKLY' : 'MONTHLY'}`,
    ...(everyWeeks === null ? [] : [`INTERVAL=${everyWeeks}`]),
    `BYDAY=${weeksOfMonth === null ? weekday : weeksOfMonth.map((week) => `${week}${weekday}`).join(',')}`,
    ...(months === null ? [] : [`BYMONTH=${months.join(',')}`]),
  ].join(';');
}

/**
 * The RRULE of a series whose DTSTART is a date it is held on, in its own zone; null by appointment.
 * UNTIL is the end of the last day, in UTC as RFC 5545 asks for beside a TZID (3.3.10): to the minute of
 * the start, a calendar with newer zone tables than ours could lose the last date.
 */
export function recurrenceRule({ day, schedule, timeZone }: Rhythm & { timeZone: string }): string | null {
  if (day === null) return null;
  const parts = ruleParts(day, schedule);
  if (schedule.lastOn === null) return parts;
  const end = Temporal.PlainDateTime.from(`${schedule.lastOn}T23:59:59`).toZonedDateTime(timeZone);
  return `${parts};UNTIL=${end.toInstant().toString().replace(/[-:]/g, '')}`;
}

/** Which of its weekday in the month a date is, from the first and from the last. */
const weekOfMonth = ({ day }: Temporal.PlainDate) => Math.ceil(day / 7);
const weekFromLast = ({ day, daysInMonth }: Temporal.PlainDate) => -Math.ceil((daysInMonth - day + 1) / 7);

/** The dates of the rhythm in their order, up to `to`. Every few weeks is counted from the first such weekday of its first date. */
function* datesFrom(
  day: number,
  { everyWeeks, weeksOfMonth, months, firstOn, lastOn }: Schedule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const { compare } = Temporal.PlainDate;
  const onWeekday = (date: Temporal.PlainDate) => date.add({ days: (day - (date.dayOfWeek % 7) + 7) % 7 });
  const first = onWeekday(firstOn === null ? from : Temporal.PlainDate.from(firstOn));
  const last = lastOn !== null && lastOn < to.toString() ? Temporal.PlainDate.from(lastOn) : to;
  let date = compare(first, from) < 0 ? onWeekday(from) : first;
  for (; compare(date, last) <= 0; date = date.add({ days: 7 })) {
    if (everyWeeks !== null && (first.until(date).days / 7) % everyWeeks !== 0) continue;
    if (months !== null && !months.includes(date.month)) continue;
    const weeks: number[] | null = weeksOfMonth;
    if (weeks !== null && !weeks.includes(weekOfMonth(date)) && !weeks.includes(weekFromLast(date))) continue;
    yield date;
  }
}

/** Every date from `from` to `to`, both included, on which the rhythm has a meeting held. */
export function heldDates(
  { day, schedule }: Rhythm,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  if (day === null || Temporal.PlainDate.compare(from, to) > 0) return [];
  // nearly every meeting is a weekly one, and a list has thousands
  if (isEveryWeek(schedule)) return weekdaysBetween(day, from, to);
  return [...datesFrom(day, schedule, from, to)];
}

/** The first date on or after `from` on which the rhythm has a meeting held; null when none is to come. */
export function firstHeldDate(
  { day, schedule }: Rhythm,
  from: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (day === null) return null;
  // the rarest rhythm, a fifth weekday in February, comes again within forty years
  const start = schedule.firstOn !== null && schedule.firstOn > from.toString() ? schedule.firstOn : from;
  const far = Temporal.PlainDate.from(start).add({ years: 41 });
  return datesFrom(day, schedule, from, far).next().value ?? null;
}

/** Whether the rhythm has a meeting held on a date, `YYYY-MM-DD`. */
export function isHeldOn(rhythm: Rhythm, date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return heldDates(rhythm, day, day).length > 0;
}
