import type { Cohort } from './programs.ts';

/** Where a group's hours stand in the drawing of a week, Monday first, eight in the morning to ten at night. */

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
  ],
};

export function weekBlocks({
  weekdays,
  startTime,
  endTime,
}: Pick<Cohort, 'weekdays' | 'startTime' | 'endTime'>) {
  const y = yOf(hourOf(startTime));
  return weekdays.map((day) => ({
    x: left + ((day + 6) % 7) * dayWidth + 2,
    y,
    blockWidth: dayWidth - 4,
    blockHeight: Math.max(2, yOf(hourOf(endTime)) - y),
  }));
}
