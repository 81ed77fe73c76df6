import { sampleDays, type Level } from './levels.ts';
import type { Cohort } from './programs.ts';

/** Where hours stand in the drawing of a week, Monday first, eight in the morning to ten at night. */

/** The same hours on some days of a week: 0 = Sunday, local times as 17:30. */
export type WeekHours = Pick<Cohort, 'weekdays' | 'startTime' | 'endTime'>;

const first = 8;
const last = 22;
const top = 18;
const left = 32;
const dayWidth = 22;
const hourHeight = 5.5;

const yOf = (hour: number) => top + (Math.min(Math.max(hour, first), last) - first) * hourHeight;
const hourOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour + minute / 60;
};

export const weekGrid = {
  top,
  left,
  width: left + 7 * dayWidth,
  height: yOf(last) + 6,
  days: ['M', 'T', 'W', 'T', 'F', 'S', 'S'].map((label, index) => ({
    label,
    x: left + (index + 0.5) * dayWidth,
  })),
  hours: [
    { y: yOf(8), label: '8 am' },
    { y: yOf(12), label: 'noon' },
    { y: yOf(17), label: '5 pm' },
    { y: yOf(22), label: '10 pm' },
  ] as const,
};

export function weekBlocks({ weekdays, startTime, endTime }: WeekHours) {
  const y = yOf(hourOf(startTime));
  return weekdays.map((day) => ({
    x: left + ((day + 6) % 7) * dayWidth + 2,
    y,
    blockWidth: dayWidth - 4,
    blockHeight: Math.max(2, yOf(hourOf(endTime)) - y),
  }));
}

/** The usual week of a level, as a group's hours are given. */
export const sampleHours = ({ sample }: Pick<Level, 'sample'>): WeekHours[] =>
  sample.map(({ day, start, end }) => ({
    weekdays: [sampleDays.indexOf(day)],
    startTime: start,
    endTime: end,
  }));

/** How many hours a week somebody is there. Derived, so it is never wrong about a group whose hours moved. */
export const hoursAWeek = (hours: WeekHours[]): number =>
  hours.reduce(
    (sum, { weekdays, startTime, endTime }) =>
      sum + weekdays.length * Math.max(0, hourOf(endTime) - hourOf(startTime)),
    0,
  );
