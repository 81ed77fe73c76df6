import type { RecordLine } from './record.ts';

/** When, in the organisation's zone. Pure. */

const words = (timeZone: string, options: Intl.DateTimeFormatOptions) => (at: string) =>
  new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(new Date(at));

/** "10:42 AM" */
export const clockWords = (timeZone: string) => words(timeZone, { hour: 'numeric', minute: '2-digit' });

/** Lines by their day, in the order they come: [{ day: "Sunday, November 22, 2026", lines }]. */
export function byDay(lines: RecordLine[], timeZone: string): { day: string; lines: RecordLine[] }[] {
  const dayOf = words(timeZone, { dateStyle: 'full' });
  const days: { day: string; lines: RecordLine[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
