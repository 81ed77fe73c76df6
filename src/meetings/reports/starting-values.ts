import { instant } from '#platform/clock.ts';
import { toFlat, type FlatForm } from '../edit/flat-form.ts';
import { editKeys, type MeetingEdit } from '../edit/meeting-edit.ts';
import type { KeptMeeting } from '../groups/kept-meetings.ts';
import { occurrences } from '../occurrences.ts';
import type { Report } from './moderation.ts';

/** What the form that settles a report starts with: everything taken as the visitor says it. */
export function startingValues(report: Report, meeting: KeptMeeting | null, timeZone: string): FlatForm {
  if (!meeting) return suggested(report, timeZone);
  return {
    take: editKeys.filter((key) => key in report.proposed),
    ...(report.reason === 'this-week' && { closedOn: dateAfter(report, meeting) }),
    ...(report.reason === 'for-good' && { listing: 'gone' }),
  };
}

/** The date “this week” meant: the first one after the report came in. */
function dateAfter({ created_at }: Report, meeting: KeptMeeting): string {
  const from = instant(created_at);
  return occurrences(meeting, from, from.add({ hours: 8 * 24 }))[0]?.on ?? '';
}

function suggested({ name, proposed }: Report, timeZone: string): FlatForm {
  const nothing: MeetingEdit = {
    ...{ name: name ?? '', fellowship: 'other', day: null, startTime: null, endTime: null, timeZone },
    ...{ mode: 'unconfirmed', location: null, address: null, region: null, joinUrl: null, joinPhone: null },
    ...{ joinNotes: null, notes: null, types: [], language: null },
  };
  const said = Object.fromEntries(Object.entries(proposed).filter(([, value]) => value !== undefined));
  const flat = toFlat({ ...nothing, ...said });
  // what nobody said is asked, not assumed
  return {
    ...flat,
    ...(proposed.day === undefined && { day: '' }),
    ...(proposed.mode === undefined && { mode: '' }),
  };
}
