import type { Database } from '#platform/database.ts';

/** Which tables an organisation takes along when it leaves. */

export type TableName = keyof Database['public']['Tables'];

export interface ExportedTable {
  name: TableName;
  /** Its key: rows are read in this order, page by page. */
  key: string[];
  /** What it holds, for the README of the folder. */
  what: string;
}

const table = (name: TableName, what: string, ...key: string[]): ExportedTable => ({
  name,
  key: key.length > 0 ? key : ['id'],
  what,
});

export const exportedTables: ExportedTable[] = [
  table('staff', 'the team and what each may do', 'user_id'),
  table('staff_invitations', 'who was invited to the team'),
  table('site_settings', 'notice, phone hours and closed days'),
  table('meeting_sources', 'lists of meetings, with their addresses'),
  table('meetings', 'meetings, listed and gone'),
  table('meeting_exceptions', 'dates on which a meeting is not as usual'),
  table('meeting_edits', 'what staff wrote over a list', 'meeting_id', 'field'),
  table('meeting_reports', 'what visitors told about meetings'),
  table('event_series', 'series of events'),
  table('events', 'events, drafts too'),
  table('event_private_details', 'addresses and links told after a yes', 'event_id'),
  table('event_sessions', 'sessions of events'),
  table('rsvps', 'who answered an invitation, with what they wrote'),
  table('rsvp_sessions', 'who chose which session', 'rsvp_id', 'session_id'),
  table('rsvp_echoes', 'answers sent twice'),
  table('event_counts', 'figures of events whose answers are deleted', 'event_id'),
  table('event_changes', 'what was changed of events'),
  table('event_messages', 'messages to guests'),
  table('event_log', 'who did what with events'),
  table('seat_pools', 'seats of events and groups'),
  table('places', 'who holds or waits for a seat'),
  table('programs', 'step-down programs'),
  table('cohorts', 'step-down groups'),
  table('sign_ups', 'step-down requests; who they are is sealed'),
  table('sign_up_notes', 'notes about them, sealed'),
  table('check_ins', 'check-ins that were asked for'),
  table('consents', 'consents, names sealed'),
  table('consent_texts', 'the texts people consented to', 'version', 'scope', 'language'),
  table('resources', 'resources, drafts too'),
  table('resource_versions', 'every version of a resource'),
  table('attachments', 'files of resources, by name'),
  table('gone_addresses', 'addresses that were on the site once', 'slug'),
  table('outbox', 'mails that were sent, without words or addresses'),
  table('audit_log', 'who looked at and changed what is about a person'),
  table('purge_log', 'what was deleted when'),
];

/** What means nothing anywhere else. */
export const leftBehind: Partial<Record<TableName, string>> = {
  rate_limits: 'counts requests of the last minutes',
  meeting_uploads: 'files that wait an hour for a yes',
  task_runs: 'when the work of this site was done last',
  site_builds: 'how the last build of this site went',
};
