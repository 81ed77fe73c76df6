import * as z from 'zod';

/**
 * The words of this room. A meeting is one weekly gathering: a local day and time in a named zone.
 * The same schema holds for what an import keeps, what the database gives back and what pages show.
 */

/** How one attends. `unconfirmed` is shown and said so; `paused` is shown but not offered. */
export const meetingModes = ['in-person', 'online', 'hybrid', 'unconfirmed', 'paused'] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const feedFormats = ['meeting-guide', 'bmlt', 'csv'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export const slugSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A local time of day, `HH:MM`. */
export const localTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

const text = (longest: number) => z.string().min(1).max(longest);
const httpAddress = z.url({ protocol: /^https?$/ }).max(2000);

export const meetingSchema = z
  .strictObject({
    slug: slugSchema,
    sourceKey: text(300).nullable(),
    /** 0 = Sunday. No day and no time: by appointment. */
    day: z.int().min(0).max(6).nullable(),
    startTime: localTimeSchema.nullable(),
    /** At or before the start: it ends after midnight. */
    endTime: localTimeSchema.nullable(),
    timeZone: z.string().refine(isTimeZone, { error: 'an IANA time zone' }),
    name: text(255),
    fellowship: slugSchema,
    mode: z.enum(meetingModes),
    groupName: text(255).nullable(),
    location: text(255).nullable(),
    address: text(500).nullable(),
    region: text(255).nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    joinUrl: httpAddress.nullable(),
    /** Digits with `+ , * #`, ready for a tel: link. */
    joinPhone: z
      .string()
      .regex(/^\+?\d[\d,*#]{6,99}$/)
      .nullable(),
    joinNotes: text(1000).nullable(),
    notes: text(4000).nullable(),
    /** Known kinds, as `open`, `wheelchair-access`; unknown codes stay as the feed wrote them. */
    types: z.array(slugSchema).max(60),
    otherTypes: z.array(text(100)).max(60),
    language: z.string().min(2).max(10).nullable(),
    alumniOnly: z.boolean(),
    facilitatorFirstName: text(60).nullable(),
    confirmedAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .refine((meeting) => (meeting.day === null) === (meeting.startTime === null), {
    error: 'day and start time come together',
  })
  .refine((meeting) => meeting.startTime !== null || meeting.endTime === null, {
    error: 'no end without a start',
  })
  .refine((meeting) => (meeting.latitude === null) === (meeting.longitude === null), {
    error: 'latitude and longitude come together',
  });

export type Meeting = z.infer<typeof meetingSchema>;

/** A meeting as the finder lists it, with where it came from. */
export interface ListedMeeting extends Meeting {
  /** Null: one of the program's own groups. */
  source: { name: string; lastImportedAt: string | null } | null;
  updatedAt: string;
}
