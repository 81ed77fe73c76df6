import * as z from 'zod';
import {
  everyWeek,
  exceptionSchema,
  importedMeetingSchema,
  meetingModes,
  scheduleSchema,
  slugSchema,
  type ImportedMeeting,
} from '../schema.ts';
import { isFields, own, type Fields } from './feed-row.ts';
import type { Draft } from './read-row.ts';

/**
 * What the Meeting Guide format cannot say, as our own feed adds it to each row under `onward`. The
 * texts of such a row are plain and exact, and `contacts: "public"` says that what stands in its notes
 * may be read by anybody. Other finders leave the field alone.
 */
export const onwardSchema = z.strictObject({
  version: z.literal(1),
  contacts: z.literal('public'),
  fellowship: slugSchema,
  mode: z.enum(meetingModes),
  types: z.array(slugSchema).max(60),
  otherTypes: z.array(z.string()).max(60).default([]),
  language: z.string().nullable().default(null),
  confirmedAt: z.string().nullable().default(null),
  /** Null where the row only names a town for finders that want an address. */
  address: z.null().optional(),
  joinNotes: z.string().nullable().default(null),
  /** Where the row itself says more or less than the meeting: a rhythm in words, a link withheld. */
  notes: z.string().nullable().optional(),
  joinUrl: z.string().nullable().optional(),
  joinPhone: z.string().nullable().optional(),
  schedule: scheduleSchema.optional(),
  exceptions: z.array(exceptionSchema).optional(),
});

export type OnwardFields = z.input<typeof onwardSchema>;

const key = { slug: 'a', sourceKey: 'a' };

// What passes the schema and no database takes: NUL and half a character anywhere, and in a date or a
// moment a year or an offset that is none.
const unstorableText = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;
const unstorableDate = /^(?:0\d{3}|1[0-8]\d\d)-|[+-](?:1[4-9]|2\d):\d\d$/;

function isStorable(meeting: ImportedMeeting): boolean {
  const { schedule, exceptions, confirmedAt } = meeting;
  const dates = [
    ...[confirmedAt, schedule.firstOn, schedule.lastOn],
    ...exceptions.flatMap(({ on, moved }) => [on, moved?.to]),
  ];
  return (
    !unstorableText.test(JSON.stringify(meeting)) && !dates.some((date) => unstorableDate.test(date ?? ''))
  );
}

/** A row of a feed of this software, as exact as it was sent; null for any other, which is read by the rules. */
export function readOwnRow(fields: Fields): Draft | null {
  const raw = own(fields, 'onward');
  const onward = isFields(raw) ? onwardSchema.safeParse(raw).data : undefined;
  if (onward === undefined) return null;
  const given = (name: string) => own(fields, name) ?? null;
  const { version, contacts, address, notes, joinUrl, joinPhone, schedule, exceptions, ...said } = onward;
  const { data } = importedMeetingSchema.safeParse({
    ...{
      day: given('day'),
      startTime: given('time'),
      endTime: given('end_time'),
      timeZone: given('timezone'),
    },
    ...{
      name: given('name'),
      groupName: given('group'),
      location: given('location'),
      region: given('region'),
    },
    ...{ latitude: given('latitude'), longitude: given('longitude') },
    ...said,
    address: address === undefined ? given('formatted_address') : address,
    notes: notes === undefined ? given('notes') : notes,
    joinUrl: joinUrl === undefined ? given('conference_url') : joinUrl,
    joinPhone: joinPhone === undefined ? given('conference_phone') : joinPhone,
    ...{ schedule: schedule ?? everyWeek, exceptions: exceptions ?? [] },
    ...{ alumniOnly: false, facilitatorFirstName: null },
    ...key,
  });
  if (data === undefined || !isStorable(data)) return null;
  const { slug, sourceKey, ...draft } = data;
  return draft;
}
