import { Temporal } from 'temporal-polyfill';
import { instant } from '#platform/clock.ts';
import type { Site } from '#platform/site.ts';

/** When an answer was promised, counted in the hours in which somebody of the team answers. Pure. */

export type Hours = Pick<Site, 'businessHours' | 'timeZone'>;

/** How an answer stands against the promise; `due` is the instant by which it was promised. */
export interface Due {
  due: Temporal.Instant;
  state: 'late' | 'today' | 'later';
}

/**
 * The instant by which somebody who asked at `askedAt` was promised an answer: the close (`to`) of the
 * `answerWithinDays`th business day after the day on which they asked, on the organisation's clock.
 *
 * It is read as the person reads "by the end of the next business day" when they send: on a Monday, at
 * whatever hour, that is Tuesday; on a weekend or a holiday it is the first business day there is. With 0
 * days it is the same business day's close, or, when that has passed, the next one's.
 */
export function answerDue(
  askedAt: Temporal.Instant,
  { businessHours, timeZone }: Hours,
): Temporal.ZonedDateTime {
  const { days, holidays, to, answerWithinDays } = businessHours;
  const isBusinessDay = (date: Temporal.PlainDate) =>
    days.includes(date.dayOfWeek % 7) && !holidays.includes(date.toString());
  const closeOf = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone, plainTime: to });

  let date = askedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const today = isBusinessDay(date) && Temporal.Instant.compare(askedAt, closeOf(date).toInstant()) <= 0;
  if (answerWithinDays === 0 && today) return closeOf(date);
  for (let left = Math.max(1, answerWithinDays); left > 0;) {
    date = date.add({ days: 1 });
    if (isBusinessDay(date)) left--;
  }
  return closeOf(date);
}

/** How what was asked at `askedAt` (as the database writes it) stands at `now`. */
export function standsAt(askedAt: string, now: Temporal.Instant, hours: Hours): Due {
  const close = answerDue(instant(askedAt), hours);
  const due = close.toInstant();
  if (Temporal.Instant.compare(now, due) > 0) return { due, state: 'late' };
  const today = now.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  return { due, state: today.equals(close.toPlainDate()) ? 'today' : 'later' };
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** How long something is over: "20 minutes", "3 hours", "2 days". */
function overWords(minutes: number): string {
  if (minutes < 60) return counted(Math.max(1, Math.floor(minutes)), 'minute', 'minutes');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour', 'hours');
  return counted(Math.floor(minutes / (24 * 60)), 'day', 'days');
}

/** "Late by 3 hours", "Due today by 6 pm", "Due by Tuesday 6 pm": the promise in words, never by colour alone. */
export function dueWords({ due, state }: Due, now: Temporal.Instant, timeZone: string): string {
  if (state === 'late') return `Late by ${overWords(now.since(due).total('minutes'))}`;
  const close = due.toZonedDateTimeISO(timeZone);
  const time = close
    .toLocaleString('en-US', { hour: 'numeric', ...(close.minute > 0 && { minute: '2-digit' }) })
    .replace(/\s?([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m`);
  if (state === 'today') return `Due today by ${time}`;
  const days = now.toZonedDateTimeISO(timeZone).toPlainDate().until(close.toPlainDate()).days;
  const far = days > 6 && ({ month: 'long', day: 'numeric' } as const);
  return `Due by ${close.toLocaleString('en-US', { weekday: 'long', ...far })} ${time}`;
}
