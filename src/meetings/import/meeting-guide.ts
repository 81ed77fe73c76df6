import { own, type FeedRow, type Fields } from './feed-row.ts';
import type { StatedMode } from './mode.ts';

// Other names for the same fields, as table headers and older feeds have them.
const aliases: Record<string, string> = {
  zip: 'postal_code',
  meeting: 'name',
  meeting_name: 'name',
  location_name: 'location',
  group_name: 'group',
  start_time: 'time',
  start: 'time',
  end: 'end_time',
  weekday: 'day',
  id: 'slug',
  time_zone: 'timezone',
  type: 'types',
};

const stated: Record<string, StatedMode> = {
  in_person: 'in-person',
  online: 'online',
  hybrid: 'hybrid',
  inactive: 'inactive',
};

/** `Conference URL` and `conference_url` are the same field. */
export function fieldName(header: string): string {
  return header
    .trim()
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
  for (const [name, value] of aliased) fields[name] ??= value;
  const option = own(record, 'attendance_option');
  const said = typeof option === 'string' && Object.hasOwn(stated, option) ? (stated[option] ?? null) : null;
  return { fields, codes: 'fellowship', stated: said };
}
