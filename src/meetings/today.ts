import type { Temporal } from 'temporal-polyfill';
import type { OnwardDatabase } from '#platform/database.ts';
import { counted, type TodayLine } from '#platform/today-line.ts';
import { unconfirmedSince } from './groups/kept-meetings.ts';
import { openReports } from './reports/moderation.ts';
import { sinceWords, waitingWords } from './reports/report-words.ts';
import { meetingConflicts } from './sync/conflicts.ts';
import { meetingSources, type SourceStanding } from './sync/sources.ts';

/** Meetings on the page of the day: what visitors say, lists in trouble, what nobody confirmed for long. */

interface MeetingWork {
  reports: { count: number; oldest: string | undefined };
  conflicts: number;
  sources: SourceStanding[];
  /** Not confirmed for 90 days. */
  own: number;
  others: number;
}

export function meetingLines(
  { reports, conflicts, sources, own, others }: MeetingWork,
  timeZone: string,
  now: Temporal.Instant,
): TodayLine[] {
  const lines: TodayLine[] = [];
  if (reports.count > 0) {
    const text = waitingWords(reports.count, reports.oldest, timeZone, now);
    lines.push({ when: 'now', href: '/staff/meetings/', text, more: 'What visitors tell us about the list' });
  }
  for (const { slug, name, failingSince, failure, pausedAt } of sources) {
    if (failingSince === null || pausedAt !== null) continue;
    const text = `“${name}” cannot be read since ${sinceWords(failingSince, timeZone, now)}`;
    lines.push({ when: 'now', href: `/staff/meetings/feeds/${slug}/`, text, more: failure ?? undefined });
  }
  if (conflicts > 0) {
    const text = `${counted(conflicts, 'part of a meeting differs', 'parts of meetings differ')} from what its list says`;
    lines.push({ when: 'now', href: '/staff/meetings/#conflicts', text, more: 'Which of the two is right?' });
  }
  if (own > 0) {
    const text = `${counted(own, 'of our own groups was', 'of our own groups were')} not confirmed for 90 days`;
    lines.push({ when: 'later', href: '/staff/meetings/#unconfirmed', text });
  }
  if (others > 0) {
    const text = `${counted(others, 'meeting of a list was', 'meetings of lists were')} not confirmed for 90 days`;
    lines.push({ when: 'later', href: '/staff/meetings/#unconfirmed', text });
  }
  return lines;
}

/** The same, asked as whoever keeps meetings. Throws DatabaseUnavailable. */
export async function meetingsToday(
  database: OnwardDatabase,
  timeZone: string,
  now: Temporal.Instant,
): Promise<TodayLine[]> {
  const since = now.subtract({ hours: 90 * 24 }).toString();
  const [reports, unconfirmed, conflicts, sources] = await Promise.all([
    openReports(database, 1),
    unconfirmedSince(database, since, 1),
    meetingConflicts(database),
    meetingSources(database),
  ]);
  const work = {
    reports: { count: reports.count, oldest: reports.reports[0]?.created_at },
    ...{ conflicts: conflicts.length, sources },
    ...{ own: unconfirmed.own.length, others: unconfirmed.othersCount },
  };
  return meetingLines(work, timeZone, now);
}
