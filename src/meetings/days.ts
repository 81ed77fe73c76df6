import type { CompactMeeting } from './compact.ts';
import { words } from './words.ts';

/** Meetings under their days as our clock has them, today first, by appointment last. */
export interface DayGroup {
  /** 0 = Sunday; null: by appointment. */
  day: number | null;
  heading: string;
  meetings: CompactMeeting[];
}

const dayHere = (meeting: CompactMeeting): number | null => meeting.here?.day ?? meeting.day ?? null;

export function dayHeading(day: number | null, today: number): string {
  if (day === null) return words.byAppointment;
  const name = words.days[day] ?? '';
  if (day === today) return words.today(name);
  return day === (today + 1) % 7 ? words.tomorrow(name) : name;
}

/** Groups in the order of the coming week; days without a meeting are left out. Keeps the list's order. */
export function byDay(meetings: CompactMeeting[], today: number): DayGroup[] {
  const order: (number | null)[] = [...Array.from({ length: 7 }, (_, ahead) => (today + ahead) % 7), null];
  return order
    .map((day) => ({
      day,
      heading: dayHeading(day, today),
      meetings: meetings.filter((meeting) => dayHere(meeting) === day),
    }))
    .filter(({ meetings: found }) => found.length > 0);
}
