import { addDays } from '#platform/device-day.ts';
import type { Block, Week } from './week.ts';
import { calendarTitles } from './words.ts';

/** One block as a calendar has it: its first time from a day on, and the days it comes back on. */
export interface WeeklyEvent {
  id: string;
  title: string;
  /** Day and time as clocks on the wall show them, wherever the person is: 'YYYY-MM-DDTHH:MM'. */
  start: string;
  end: string;
  days: ('SU' | 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA')[];
}

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const usualMinutes = 60;

/** The blocks of a week as weekly events, from the first time each comes on or after a day. */
export const weeklyEvents = ({ blocks }: Week, from: string): WeeklyEvent[] =>
  blocks.map((block) => {
    const day = firstDay(block, from);
    return {
      // the same block has the same name in every file, so that a calendar does not show it twice
      id: `${block.kind}-${block.from.replace(':', '')}-${block.days.toSorted().join('')}@week`,
      title: calendarTitles[block.kind],
      start: `${day}T${block.from}`,
      end: endOf(block, day),
      days: block.days.toSorted().flatMap((one) => codes[one] ?? []),
    };
  });

function firstDay({ days }: Block, from: string): string {
  const next = Array.from({ length: 7 }, (_, after) => addDays(from, after));
  return next.find((day) => days.includes(new Date(`${day}T00:00Z`).getUTCDay())) ?? from;
}

function endOf({ from, to }: Block, day: string): string {
  if (to) return `${to > from ? day : addDays(day, 1)}T${to}`;
  const end = new Date(Date.parse(`${day}T${from}Z`) + usualMinutes * 60_000);
  return end.toISOString().slice(0, 16);
}
