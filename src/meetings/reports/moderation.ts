import * as z from 'zod';
import { rows, uniqueViolation, type Json, type OnwardDatabase } from '#platform/database.ts';
import { someValues, type MeetingColumns } from '../edit/meeting-edit.ts';
import { reportKinds, reportReasons } from './schema.ts';

/** What visitors reported, for the staff who settle it. Everything is asked as the person who asks. */

const report = z.object({
  id: z.uuid(),
  kind: z.enum(reportKinds),
  reason: z.enum(reportReasons).nullable(),
  name: z.string().nullable(),
  message: z.string().nullable(),
  // of an older version of this site there may be values that it no longer knows
  proposed: someValues.catch({}),
  status: z.enum(['open', 'accepted', 'declined']),
  handled_by_name: z.string().nullable(),
  handled_at: z.string().nullable(),
  created_at: z.string(),
  meeting_id: z.uuid().nullable(),
  meeting: z.object({ slug: z.string(), name: z.string() }).nullable(),
});
export type Report = z.infer<typeof report>;

const openedReport = report.extend({ contact: z.string().nullable() });
/** With how the person can be asked back. */
export type OpenedReport = z.infer<typeof openedReport>;

const columns =
  'id, kind, reason, name, message, proposed, status, handled_by_name, handled_at, created_at, meeting_id, ' +
  'meeting:meetings(slug, name)';

/** The reports that wait, the oldest first, and how many there are in all; without contacts. */
export async function openReports(
  database: OnwardDatabase,
  most = 200,
): Promise<{ reports: Report[]; count: number }> {
  const answer = await database
    .from('meeting_reports')
    .select(columns, { count: 'exact' })
    .eq('status', 'open')
    .order('created_at')
    .limit(most);
  return { reports: z.array(report).parse(rows(answer)), count: answer.count ?? 0 };
}

/** One report, or null; the look is written down in the same moment. */
export async function openReport(database: OnwardDatabase, id: string): Promise<OpenedReport | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return openedReport.nullable().parse(rows(await database.rpc('open_report', { p_report: id })));
}

/** What accepting a report does, beside settling it. */
export interface AcceptedChange {
  columns: MeetingColumns;
  /** One date on which it is not held. */
  closedOn: string | null;
  note: string | null;
  listing: 'gone' | 'paused' | null;
  /** Somebody asked the group today. */
  confirmed: boolean;
}

const settled = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), slug: z.string() }),
  z.object({ outcome: z.literal('declined') }),
  z.object({ outcome: z.literal('unknown') }),
  z.object({
    outcome: z.literal('handled'),
    status: z.enum(['accepted', 'declined']),
    by: z.string().nullable(),
    at: z.string(),
  }),
]);
/** What became of it. 'handled': a colleague was first; 'clash': the meeting could not be as it would say. */
export type Settled = z.infer<typeof settled> | { outcome: 'clash' };

const checkViolation = '23514';

/** Accepts a report, whole or not at all. `slugs` are names for a new meeting, best first. */
export async function acceptReport(
  database: OnwardDatabase,
  id: string,
  change: AcceptedChange,
  slugs: Iterable<string>,
): Promise<Settled> {
  const { columns: values, ...rest } = change;
  for (const slug of slugs) {
    const p_change = { ...rest, values, slug } as unknown as Json;
    const answer = await database.rpc('accept_meeting_report', { p_report: id, p_change });
    if (answer.error?.code === checkViolation) return { outcome: 'clash' };
    if (answer.error?.code !== uniqueViolation) return settled.parse(rows(answer));
  }
  throw new Error('No name is free for this meeting');
}

export async function declineReport(database: OnwardDatabase, id: string): Promise<Settled> {
  return settled.parse(rows(await database.rpc('decline_meeting_report', { p_report: id })));
}
