import { own, type FeedRow, type Fields } from './feed-row.ts';
import type { StatedMode } from './mode.ts';
import { isBlank } from './times.ts';

// Other names for the same fields, as table headers and older feeds have them.
const aliases: Record<string, string> = {
  ...{ zip: 'postal_code', zip_code: 'postal_code', postcode: 'postal_code', province: 'state' },
  ...{ meeting: 'name', meeting_name: 'name', location_name: 'location', group_name: 'group' },
  ...{ start_time: 'time', start: 'time', end: 'end_time', weekday: 'day', day_of_week: 'day', days: 'day' },
  ...{ id: 'slug', meeting_id: 'slug', time_zone: 'timezone', type: 'types', meeting_types: 'types' },
  ...{ full_address: 'formatted_address', street: 'address', street_address: 'address' },
  ...{ lat: 'latitude', lng: 'longitude', lon: 'longitude', long: 'longitude' },
  ...{ meeting_link: 'conference_url', online_link: 'conference_url', zoom_link: 'conference_url' },
  ...{ dial_in: 'conference_phone', last_updated: 'updated', attendance: 'attendance_option' },
};

const stated: Record<string, StatedMode> = {
  in_person: 'in-person',
  online: 'online',
  hybrid: 'hybrid',
  inactive: 'inactive',
};

/** `Conference URL` and `conference_url` are the same field. */
export function fieldName(header: string): string {
  // Most are written as the spec has them.
  if (/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(header)) return header;
  return header
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/**
 * A Meeting Guide record (github.com/code4recovery/spec), also with plain-language headers as tables
 * have them. The field of the spec's own name wins over its alias.
 */
export function fromMeetingGuide(record: Fields): FeedRow {
  const fields = Object.create(null) as Fields;
  const aliased: [string, unknown][] = [];
  for (const [header, value] of Object.entries(record)) {
    const name = fieldName(header);
    const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
    if (alias === undefined) fields[name] ??= value;
    else aliased.push([alias, value]);
  }
  for (const [name, value] of aliased) if (isBlank(fields[name])) fields[name] = value;
  const option = own(fields, 'attendance_option');
  const word = typeof option === 'string' ? fieldName(option) : '';
  return { fields, codes: 'fellowship', stated: Object.hasOwn(stated, word) ? (stated[word] ?? null) : null };
}
