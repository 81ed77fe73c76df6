import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { levelNames } from '../level.ts';

/** Programs and groups as staff keep them: drafts and closed ones too. Read as the person who asks. */

export const cohortStatuses = ['draft', 'open', 'closed'] as const;
export const programStatuses = ['draft', 'published', 'closed'] as const;
export const groupFormats = ['in-person', 'online', 'hybrid'] as const;

/** An instant as forms carry it: a database says it in a form of its own. */
const moment = z.string().transform((text) => instant(text).toString());

const cohortRow = z
  .object({
    slug: z.string(),
    starts_on: z.iso.date(),
    ends_on: z.iso.date().nullable(),
    weekdays: z.array(z.int()),
    start_time: z.string(),
    end_time: z.string(),
    time_zone: z.string(),
    format: z.enum(groupFormats),
    place_name: z.string().nullable(),
    language: z.enum(['en', 'es']),
    led_by: z.string().nullable(),
    status: z.enum(cohortStatuses),
    updated_at: moment,
    seat_pools: z.object({
      capacity: z.int().nullable(),
      seats_taken: z.int(),
      parties_waiting: z.int(),
    }),
  })
  .transform(({ seat_pools: pool, ...row }) => ({
    ...{ slug: row.slug, startsOn: row.starts_on, endsOn: row.ends_on, weekdays: row.weekdays },
    ...{ startTime: row.start_time.slice(0, 5), endTime: row.end_time.slice(0, 5), timeZone: row.time_zone },
    ...{ format: row.format, placeName: row.place_name, language: row.language, ledBy: row.led_by },
    ...{ status: row.status, updatedAt: row.updated_at },
    /** null: no limit */
    seats: pool.capacity,
    held: pool.seats_taken,
    waiting: pool.parties_waiting,
  }));
export type KeptCohort = z.infer<typeof cohortRow>;

const programRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    level: z.enum(levelNames),
    summary: z.string(),
    week: z.string(),
    sort: z.int(),
    status: z.enum(programStatuses),
    updated_at: moment,
    cohorts: z.array(cohortRow),
  })
  .transform(({ updated_at: updatedAt, cohorts, ...row }) => ({
    ...row,
    updatedAt,
    cohorts: cohorts.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.slug.localeCompare(b.slug)),
  }));
export type KeptProgram = z.infer<typeof programRow>;

const columns =
  'slug, title, level, summary, week, sort, status, updated_at, cohorts(slug, starts_on, ends_on, weekdays, start_time, end_time, time_zone, format, place_name, language, led_by, status, updated_at, seat_pools(capacity, seats_taken, parties_waiting))';

/** Every program in its order, each with its groups, the first to start first. Throws DatabaseUnavailable. */
export async function keptPrograms(database: OnwardDatabase): Promise<KeptProgram[]> {
  const found = await database.from('programs').select(columns).order('sort').order('title').limit(200);
  return z.array(programRow).parse(rows(found));
}

/** One program by its name in addresses; null when there is none. Throws DatabaseUnavailable. */
export const keptProgram = async (database: OnwardDatabase, slug: string): Promise<KeptProgram | null> =>
  (await keptPrograms(database)).find((program) => program.slug === slug) ?? null;

/** One group and its program; null when there is none. Throws DatabaseUnavailable. */
export async function keptCohort(
  database: OnwardDatabase,
  slug: string,
): Promise<{ cohort: KeptCohort; program: KeptProgram } | null> {
  for (const program of await keptPrograms(database)) {
    const cohort = program.cohorts.find((one) => one.slug === slug);
    if (cohort) return { cohort, program };
  }
  return null;
}
