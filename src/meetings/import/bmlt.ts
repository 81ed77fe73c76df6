import { isFields, own, type FeedRow, type Fields } from './feed-row.ts';
import type { StatedMode } from './mode.ts';
import { endAfter } from './times.ts';

/**
 * The format table of a `{ meetings, formats }` answer: a server's own formats, each with the world id
 * that means the same everywhere. Key strings differ from server to server, so a format's id goes first.
 */
export interface WorldIds {
  byId: ReadonlyMap<string, string>;
  byKey: ReadonlyMap<string, string>;
}

const venueTypes = new Map<string, StatedMode>([
  ['1', 'in-person'],
  ['2', 'online'],
  ['3', 'hybrid'],
]);

/** Reads that table; empty without one. A key that two servers use differently stays a mere word. */
export function worldIdsOf(formats: unknown): WorldIds {
  const byId = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (const format of Array.isArray(formats) ? (formats as unknown[]) : []) {
    if (!isFields(format)) continue;
    const [id, key, worldId] = [
      textOf(format, 'id'),
      textOf(format, 'key_string'),
      textOf(format, 'world_id'),
    ];
    if (id !== '') byId.set(id, worldId || key);
    if (key === '' || worldId === '') continue;
    byKey.set(key, byKey.has(key) && byKey.get(key) !== worldId ? key : worldId);
  }
  return { byId, byKey };
}

function codesOf(row: Fields, { byId, byKey }: WorldIds): string[] {
  const ids = textOf(row, 'format_shared_id_list').split(',', 60).filter(Boolean);
  if (ids.length > 0 && ids.every((id) => byId.has(id))) return ids.map((id) => byId.get(id) ?? id);
  const keys = textOf(row, 'formats').split(',', 60).filter(Boolean);
  return keys.map((key) => byKey.get(key) ?? key);
}

const textOf = (row: Fields, key: string): string => {
  const value = own(row, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 2000).trim() : '';
};

/**
 * A row of BMLT's GetSearchResults (bmlt-server api-docs-semantic.json). Every field is text, days count
 * from 1 = Sunday, and the length stands where other feeds have an end. Without the format table the key
 * strings are kept as unknown codes: they differ from server to server.
 */
export function fromBmlt(row: Fields, worldIds: WorldIds): FeedRow {
  const weekday = Number(textOf(row, 'weekday_tinyint'));
  const start = textOf(row, 'start_time').replace(/^(\d{2}:\d{2}):\d{2}$/, '$1');
  const area = textOf(row, 'location_municipality') || textOf(row, 'location_city_subsection');
  const zero = Number(textOf(row, 'latitude')) === 0 && Number(textOf(row, 'longitude')) === 0;
  return {
    codes: 'world-ids',
    stated: venueTypes.get(textOf(row, 'venue_type')) ?? null,
    fields: {
      slug: textOf(row, 'id_bigint'),
      name: own(row, 'meeting_name'),
      // BMLT's 0 is no day; 1–7 become 0–6.
      day: weekday >= 1 && weekday <= 7 ? weekday - 1 : own(row, 'weekday_tinyint'),
      time: start === '' ? null : start,
      end_time: endAfter(start, own(row, 'duration_time')),
      timezone: own(row, 'time_zone'),
      location: own(row, 'location_text'),
      address: own(row, 'location_street'),
      city: area,
      state: own(row, 'location_province'),
      postal_code: own(row, 'location_postal_code_1'),
      country: own(row, 'location_nation'),
      region: area || textOf(row, 'location_sub_province'),
      latitude: zero ? null : own(row, 'latitude'),
      longitude: zero ? null : own(row, 'longitude'),
      conference_url: own(row, 'virtual_meeting_link'),
      conference_url_notes: own(row, 'virtual_meeting_additional_info'),
      conference_phone: own(row, 'phone_meeting_number'),
      location_notes: own(row, 'location_info'),
      notes: own(row, 'comments'),
      types: codesOf(row, worldIds),
      language: own(row, 'lang_enum'),
      published: own(row, 'published'),
    },
  };
}
