import type { Cohort } from './programs.ts';

/** The first and the last day on which a group meets. Small, because the browser asks too. */

/** The day nearest to `date` on which a group meets, going one way: a program's dates are rounder than its weeks. */
function meetingDay(date: string, weekdays: number[], step: 1 | -1): string {
  const day = new Date(`${date}T12:00:00Z`);
  for (let tries = 0; tries < 7 && !weekdays.includes(day.getUTCDay()); tries++) {
    day.setUTCDate(day.getUTCDate() + step);
  }
  return day.toISOString().slice(0, 10);
}

type Dates = Pick<Cohort, 'startsOn' | 'endsOn' | 'weekdays'>;

export const firstMeeting = ({ startsOn, weekdays }: Omit<Dates, 'endsOn'>) =>
  meetingDay(startsOn, weekdays, 1);

/** Null for a group that goes on without an end. */
export const lastMeeting = ({ endsOn, weekdays }: Omit<Dates, 'startsOn'>) =>
  endsOn && meetingDay(endsOn, weekdays, -1);
