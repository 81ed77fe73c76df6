import { createHash } from 'node:crypto';
import type { Database } from '#platform/database.ts';
import type { ListedMeeting, Meeting, MeetingMode } from './schema.ts';

type MeetingRow = Database['public']['Tables']['meetings']['Row'];

/** Meetings in the words of the database, and back. */
export type ListedRow = Omit<MeetingRow, 'id' | 'source_id' | 'status' | 'content_hash' | 'created_at'> & {
  source: { name: string; last_imported_at: string | null } | null;
};

export const listedColumns =
  'slug, source_key, day, start_time, end_time, time_zone, name, fellowship, mode, group_name, location, address, ' +
  'region, latitude, longitude, join_url, join_phone, join_notes, notes, types, other_types, language, alumni_only, ' +
  'facilitator_first_name, confirmed_at, updated_at, source:meeting_sources(name, last_imported_at)';

export function fromRow(row: ListedRow): ListedMeeting {
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
    updatedAt: row.updated_at,
  };
}

/** A meeting as import_meetings takes it. The hash is of all it says but its address on this site. */
export function toImportRow(meeting: Meeting) {
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
    content_hash: createHash('sha256')
      .update(JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1))))
      .digest('base64url'),
  };
}
