import { safeTable } from '#platform/safe-table.ts';
import { meetingGuideFeed, type Publisher } from './feed.ts';
import type { ListedMeeting } from './schema.ts';

const columns = [
  ...[
    'slug',
    'name',
    'day',
    'time',
    'end_time',
    'timezone',
    'location',
    'formatted_address',
    'approximate',
    'region',
  ],
  ...[
    'latitude',
    'longitude',
    'group',
    'notes',
    'conference_url',
    'conference_url_notes',
    'conference_phone',
  ],
  ...['conference_phone_notes', 'types', 'attendance_option', 'url', 'updated', 'entity', 'onward'],
];

const cell = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
};

/**
 * Meetings as a table for a spreadsheet, in the columns of Meeting Guide; the last one holds what those cannot say.
 * The import of this software reads it back exactly. Those for alumni only say so, and no import lists them.
 */
export function meetingTable(meetings: ListedMeeting[], publisher: Publisher): string {
  const lines = (alumniOnly: boolean) =>
    meetingGuideFeed(
      meetings.filter((meeting) => meeting.alumniOnly === alumniOnly),
      publisher,
      { whole: true },
    ).map((record) => [...columns.map((column) => cell(record[column])), alumniOnly ? 'yes' : '']);
  return safeTable([[...columns, 'alumni_only'], ...lines(false), ...lines(true)]);
}
