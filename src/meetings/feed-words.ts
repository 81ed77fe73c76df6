import { rhythmWords } from './rhythm-words.ts';
import { everyWeek, type ListedMeeting, type MeetingException } from './schema.ts';
import { words } from './words.ts';

const dates = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});
const dateName = (date: string) => dates.format(Date.parse(date));

/** Held every week, all year. */
export const isWeekly = ({ schedule }: Pick<ListedMeeting, 'schedule'>): boolean =>
  Object.keys(everyWeek).every((part) => schedule[part as keyof typeof schedule] === null);

function exceptionWords({ on, moved, note }: MeetingException): string {
  const why = note === null ? '' : ` (${note})`;
  if (moved === null) return `Closed on ${dateName(on)}${why}.`;
  const where = moved.location === null ? '' : `, at ${moved.location}`;
  return `Moved from ${dateName(on)} to ${dateName(moved.to)}, ${moved.startTime}${where}${why}.`;
}

/**
 * The notes of a meeting as other finders need them: what their format cannot say stands in front of our
 * own. The very notes when there is nothing to add.
 */
export function noteForOthers(meeting: ListedMeeting, page: string): string | null {
  const added = [
    ...(meeting.mode === 'unconfirmed' ? [`${words.unconfirmed}.`] : []),
    ...(isWeekly(meeting) ? [] : [`${rhythmWords(meeting)}.`]),
    ...meeting.exceptions.map(exceptionWords),
    ...(meeting.joinAfterPress && meeting.mode !== 'in-person' ? [`How to join: ${page}`] : []),
  ];
  if (added.length === 0) return meeting.notes;
  return [added.join('\n'), meeting.notes].filter((part) => part !== null).join('\n\n');
}
