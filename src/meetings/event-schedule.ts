import { Temporal } from 'temporal-polyfill';
import { firstHeldDate } from './recurrence.ts';
import type { ListedMeeting } from './schema.ts';
import { words } from './words.ts';

/**
 * schema.org/Schedule of a timed meeting. Weeks of the month are P1M with byMonthWeek, which counts from 1
 * to 5 only: “last Friday” is byDay as iCalendar writes it (-1FR), which schema.org/byDay allows. Dates
 * that are closed or moved are left out by exceptDate.
 */
export function eventSchedule(meeting: ListedMeeting) {
  const { day, startTime, endTime, timeZone, schedule, exceptions } = meeting;
  const { everyWeeks, weeksOfMonth, months, firstOn, lastOn } = schedule;
  const dayName = words.days[day ?? 0] ?? 'Sunday';
  // Every few weeks is counted from it, so it has to be a date that is held.
  const begins = firstOn === null ? null : firstHeldDate(meeting, Temporal.PlainDate.from(firstOn));
  const last = weeksOfMonth?.includes(-1) === true;
  const code = dayName.slice(0, 2).toUpperCase();
  return {
    '@type': 'Schedule',
    repeatFrequency: weeksOfMonth === null ? `P${everyWeeks ?? 1}W` : 'P1M',
    byDay: last ? weeksOfMonth.map((week) => `${week}${code}`) : `https://schema.org/${dayName}`,
    ...(weeksOfMonth !== null && !last && { byMonthWeek: weeksOfMonth }),
    ...(months !== null && { byMonth: months }),
    ...(begins !== null && { startDate: begins.toString() }),
    ...(lastOn !== null && { endDate: lastOn }),
    startTime,
    ...(endTime !== null && { endTime }),
    ...(exceptions.length > 0 && { exceptDate: exceptions.map(({ on }) => on) }),
    scheduleTimezone: timeZone,
  };
}
