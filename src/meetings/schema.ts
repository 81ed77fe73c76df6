import * as z from 'zod';
import { isTimeZone } from '#platform/time-zones.ts';
import { slugShape } from '#platform/slug.ts';
import { clockShape } from '#platform/time-of-day.ts';

export { everyWeek } from './schedule.ts';

/**
 * The words of this room. A meeting is one weekly gathering: a local day and time in a named zone.
 * The same schema holds for what an import keeps, what the database gives back and what pages show.
 */

/** How one attends. `unconfirmed` is shown and said so; `paused` is shown but not offered. */
export const meetingModes = ['in-person', 'online', 'hybrid', 'unconfirmed', 'paused'] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const feedFormats = ['meeting-guide', 'bmlt', 'csv'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export const slugSchema = z.string().min(1).max(200).regex(slugShape);

/** As a language of BCP 47, with a script and a region at most: what `Intl` can name. */
export const isLanguageTag = (tag: string): boolean =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag);

/** A local time of day, `HH:MM`. */
export const localTimeSchema = z.string().regex(clockShape);

/** A date by the meeting's own calendar, `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date();

/** One date on which a meeting is not as usual. */
export const exceptionSchema = z.strictObject({
  /** The date it would have been held on. */
  on: localDateSchema,
  /** Where it is held instead; null: it is closed that day. */
  moved: z
    .strictObject({
      to: localDateSchema,
      startTime: localTimeSchema,
      endTime: localTimeSchema.nullable(),
      location: z.string().min(1).max(255).nullable(),
    })
    .nullable(),
  note: z.string().min(1).max(200).nullable(),
});
export type MeetingException = z.infer<typeof exceptionSchema>;

/**
 * On which of its weekdays a meeting is held. All null: every week. The meeting stays on one weekday;
 * a group that meets on two has two meetings.
 */
export const scheduleSchema = z
  .strictObject({
    /** 2: every other week, counted from `firstOn`. */
    everyWeeks: z.int().min(2).max(12).nullable(),
    /** `[2, 4]`: the second and fourth of the month; -1: the last. */
    weeksOfMonth: z
      .array(z.literal([1, 2, 3, 4, 5, -1]))
      .min(1)
      .max(5)
      .nullable(),
    /** `[6, 7, 8]`: only in summer. */
    months: z.array(z.int().min(1).max(12)).min(1).max(11).nullable(),
    firstOn: localDateSchema.nullable(),
    lastOn: localDateSchema.nullable(),
  })
  .refine(({ everyWeeks, weeksOfMonth }) => everyWeeks === null || weeksOfMonth === null, {
    error: 'one rhythm only',
  })
  .refine(({ everyWeeks, firstOn }) => everyWeeks === null || firstOn !== null, {
    error: 'every few weeks is counted from a first date',
  })
  .refine(({ firstOn, lastOn }) => firstOn === null || lastOn === null || firstOn <= lastOn, {
    error: 'the last date is not before the first',
  });
export type Schedule = z.infer<typeof scheduleSchema>;

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
    language: z.string().max(10).refine(isLanguageTag, { error: 'a language tag' }).nullable(),
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

/** What a feed may say of a meeting: also on which of its weekdays it is held, where a feed knows. */
export const importedMeetingSchema = meetingSchema
  .safeExtend({ schedule: scheduleSchema, exceptions: z.array(exceptionSchema).max(200) })
  .refine(({ day, schedule }) => day !== null || Object.values(schedule).every((part) => part === null), {
    error: 'a rhythm needs a weekday',
  })
  .refine(({ exceptions }) => new Set(exceptions.map(({ on }) => on)).size === exceptions.length, {
    error: 'one exception a date',
  });

export type ImportedMeeting = z.infer<typeof importedMeetingSchema>;

/** A meeting as the finder lists it: what a feed can say of it, and what we know besides. */
export interface ListedMeeting extends Meeting {
  schedule: Schedule;
  /** From the past week on, in order. */
  exceptions: MeetingException[];
  /** How to get in is shown only to somebody who asks on the meeting's page. */
  joinAfterPress: boolean;
  /** Null: one of the program's own groups. */
  source: { name: string; lastImportedAt: string | null } | null;
  updatedAt: string;
}
