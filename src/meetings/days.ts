import type { CompactMeeting } from './compact.ts';
import type { SiteClock } from './site-clock.ts';
import { words } from './words.ts';

/** Meetings under their days as our clock has them. */
export interface DayGroup {
  /** 0 = Sunday; null: by appointment. */
  day: number | null;
  heading: string;
  /** Still to come, soonest first. */
  meetings: CompactMeeting[];
  /** Today's that one can no longer make. */
  earlier: CompactMeeting[];
}

const dayHere = (meeting: CompactMeeting): number | null => meeting.here?.day ?? meeting.day ?? null;

export function dayHeading(day: number | null, today: number): string {
  if (day === null) return words.byAppointment;
  const name = words.days[day] ?? '';
  if (day === today) return words.today(name);
  return day === (today + 1) % 7 ? words.tomorrow(name) : name;
}

/**
 * Groups in the order of the coming week, today first, by appointment last; days without a meeting are
 * left out. Within a day the order of the list stands.
 */
export function byDay(meetings: CompactMeeting[], { today, missed }: SiteClock): DayGroup[] {
  const order: (number | null)[] = [...Array.from({ length: 7 }, (_, ahead) => (today + ahead) % 7), null];
  return order.flatMap((day) => {
    const found = meetings.filter((meeting) => dayHere(meeting) === day);
    if (found.length === 0) return [];
    const over = ({ start, here }: CompactMeeting) => day === today && (here?.start ?? start ?? '') <= missed;
    const heading = dayHeading(day, today);
    return [
      { day, heading, meetings: found.filter((meeting) => !over(meeting)), earlier: found.filter(over) },
    ];
  });
}

/** The first `most` meetings of the groups; what is over today counts last. */
export function firstOf(groups: DayGroup[], most: number): DayGroup[] {
  let left = most;
  const take = (meetings: CompactMeeting[]) => {
    const taken = meetings.slice(0, left);
    left -= taken.length;
    return taken;
  };
  return groups
    .map((group) => ({ ...group, meetings: take(group.meetings) }))
    .map((group) => ({ ...group, earlier: take(group.earlier) }))
    .filter(({ meetings, earlier }) => meetings.length + earlier.length > 0);
}
