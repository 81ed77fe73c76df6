import { createHash } from 'node:crypto';
import type { Database } from '#platform/database.ts';
import type { ImportedMeeting, ListedMeeting, MeetingException, MeetingMode, Schedule } from './schema.ts';

type MeetingRow = Database['public']['Tables']['meetings']['Row'];

/** Meetings in the words of the database, and back. */
export type ListedRow = Omit<MeetingRow, 'source_id' | 'status' | 'content_hash' | 'created_at'> & {
  source: { name: string; last_imported_at: string | null; join_after_press: boolean } | null;
};

export type ExceptionRow = Omit<
  Database['public']['Tables']['meeting_exceptions']['Row'],
  'id' | 'from_feed' | 'created_at' | 'updated_at'
>;

export const listedColumns =
  'id, slug, source_key, day, start_time, end_time, time_zone, name, fellowship, mode, group_name, location, address, ' +
  'region, latitude, longitude, join_url, join_phone, join_notes, notes, types, other_types, language, alumni_only, ' +
  'facilitator_first_name, confirmed_at, updated_at, every_weeks, weeks_of_month, months, first_on, last_on, join_after_press, ' +
  'source:meeting_sources(name, last_imported_at, join_after_press)';

export const exceptionColumns = 'meeting_id, on_date, moved_to, moved_start, moved_end, moved_location, note';

export function fromExceptionRow(row: ExceptionRow): MeetingException {
  const { moved_to: to, moved_start: start } = row;
  return {
    on: row.on_date,
    moved:
      to === null || start === null
        ? null
        : {
            to,
            startTime: start.slice(0, 5),
            endTime: row.moved_end?.slice(0, 5) ?? null,
            location: row.moved_location,
          },
    note: row.note,
  };
}

export function fromRow(row: ListedRow, exceptions: MeetingException[]): ListedMeeting {
  return {
    slug: row.slug,
    sourceKey: row.source_key,
    day: row.day,
    startTime: row.start_time?.slice(0, 5) ?? null,
    endTime: row.end_time?.slice(0, 5) ?? null,
    timeZone: row.time_zone,
    name: row.name,
    fellowship: row.fellowship,
    mode: row.mode as MeetingMode,
    groupName: row.group_name,
    location: row.location,
    address: row.address,
    region: row.region,
    latitude: row.latitude,
    longitude: row.longitude,
    joinUrl: row.join_url,
    joinPhone: row.join_phone,
    joinNotes: row.join_notes,
    notes: row.notes,
    types: row.types,
    otherTypes: row.other_types,
    language: row.language,
    alumniOnly: row.alumni_only,
    facilitatorFirstName: row.facilitator_first_name,
    confirmedAt: row.confirmed_at,
    source: row.source && { name: row.source.name, lastImportedAt: row.source.last_imported_at },
    schedule: {
      everyWeeks: row.every_weeks,
      weeksOfMonth: row.weeks_of_month as Schedule['weeksOfMonth'],
      months: row.months,
      firstOn: row.first_on,
      lastOn: row.last_on,
    },
    exceptions,
    joinAfterPress: row.join_after_press || row.source?.join_after_press === true,
    updatedAt: row.updated_at,
  };
}

/** A meeting as import_meetings takes it. The hash is of all it says but its address on this site. */
export function toImportRow(meeting: ImportedMeeting) {
  const { slug, sourceKey, ...said } = meeting;
  return {
    slug,
    source_key: sourceKey,
    day: said.day,
    start_time: said.startTime,
    end_time: said.endTime,
    time_zone: said.timeZone,
    name: said.name,
    fellowship: said.fellowship,
    mode: said.mode,
    group_name: said.groupName,
    location: said.location,
    address: said.address,
    region: said.region,
    latitude: said.latitude,
    longitude: said.longitude,
    join_url: said.joinUrl,
    join_phone: said.joinPhone,
    join_notes: said.joinNotes,
    notes: said.notes,
    types: said.types,
    other_types: said.otherTypes,
    language: said.language,
    confirmed_at: said.confirmedAt,
    every_weeks: said.schedule.everyWeeks,
    weeks_of_month: said.schedule.weeksOfMonth,
    months: said.schedule.months,
    first_on: said.schedule.firstOn,
    last_on: said.schedule.lastOn,
    exceptions: said.exceptions,
    content_hash: createHash('sha256')
      .update(JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1))))
      .digest('base64url'),
  };
}
