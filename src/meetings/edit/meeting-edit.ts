import * as z from 'zod';
import type { Database } from '#platform/database.ts';
import { optionalLine, optionalText, timeOfDay, zoneField } from '#platform/form-fields.ts';
import { meetingSchema, type Meeting } from '../schema.ts';
import * as field from './fields.ts';

/** What people may change of a meeting by hand, and how a form that says it is read. */

const columns = {
  name: 'name',
  fellowship: 'fellowship',
  day: 'day',
  startTime: 'start_time',
  endTime: 'end_time',
  timeZone: 'time_zone',
  mode: 'mode',
  location: 'location',
  address: 'address',
  region: 'region',
  joinUrl: 'join_url',
  joinPhone: 'join_phone',
  joinNotes: 'join_notes',
  notes: 'notes',
  types: 'types',
  language: 'language',
} as const;

export type EditKey = keyof typeof columns;
export const editKeys = Object.keys(columns) as EditKey[];
/** The same the other way: a column and what it is called here. */
export const columnKeys: Record<string, EditKey | undefined> = Object.fromEntries(
  editKeys.map((key) => [columns[key], key]),
);
export type MeetingEdit = Pick<Meeting, EditKey>;

/** Columns of the table and what to write into them. */
export type MeetingColumns = Database['public']['Tables']['meetings']['Update'];

const { shape } = meetingSchema;

/** Some values of a meeting, as the API takes them and as a report keeps them. */
export const someValues = z
  .strictObject({
    name: shape.name,
    fellowship: shape.fellowship,
    day: shape.day,
    startTime: shape.startTime,
    endTime: shape.endTime,
    timeZone: shape.timeZone,
    mode: shape.mode,
    location: shape.location,
    address: shape.address,
    region: shape.region,
    joinUrl: shape.joinUrl,
    joinPhone: shape.joinPhone,
    joinNotes: shape.joinNotes,
    notes: shape.notes,
    types: shape.types,
    language: shape.language,
  })
  .partial();
export type SomeValues = z.infer<typeof someValues>;

/** The fields of the form, by name. */
export const editFields = {
  name: field.nameOfMeeting,
  fellowship: field.fellowshipField,
  day: field.dayOfWeek,
  startTime: timeOfDay,
  endTime: timeOfDay,
  timeZone: zoneField,
  mode: field.modeField,
  location: optionalLine(255),
  address: optionalLine(500),
  region: optionalLine(255),
  joinUrl: field.webLink,
  joinPhone: field.dialNumber,
  joinNotes: optionalText(1000),
  notes: optionalText(4000),
  types: field.kindsField,
  language: field.languageField,
};

/** Of a form's fields those that can be read, so that what does not go together is said with the rest. */
export function readableFields(typed: unknown): SomeValues {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(typed);
  const read = editKeys.flatMap((key) => {
    const { success, data } = editFields[key].safeParse(fields[key]);
    return success ? [[key, data] as const] : [];
  });
  return Object.fromEntries(read) as SomeValues;
}

/** What does not go together, at the field that can be mended. A field that is not there says nothing. */
export function problemsBetween({ day, startTime, endTime }: SomeValues) {
  const problems: { path: 'startTime' | 'day'; message: string }[] = [];
  if (day === undefined) return problems;
  if (day !== null && startTime === null)
    problems.push({ path: 'startTime', message: 'Enter when it starts, for example 7:00 pm' });
  if (day === null && (startTime ?? endTime ?? null) !== null)
    problems.push({ path: 'day', message: 'Choose the day, or leave the times empty' });
  return problems;
}

/**
 * Values by the names of the database's columns. A new place has another position, which nobody typed: it
 * is taken away, so that no map points to the old one.
 */
export function asColumns(values: SomeValues): MeetingColumns {
  const row = Object.fromEntries(
    editKeys.flatMap((key) => (values[key] === undefined ? [] : [[columns[key], values[key]]])),
  ) as MeetingColumns;
  return values.address === undefined ? row : { ...row, latitude: null, longitude: null };
}
