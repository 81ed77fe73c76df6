import * as z from 'zod';
import { levelNames } from './level.ts';
import { publicDatabase, rows } from '#platform/database.ts';
import { systemClock, type Clock } from '#platform/clock.ts';

const cohort = z.object({
  slug: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  /** 0 = Sunday */
  weekdays: z.array(z.int().min(0).max(6)),
  /** local time of `timeZone`, as 17:30 */
  startTime: z.string(),
  endTime: z.string(),
  timeZone: z.string(),
  format: z.enum(['in-person', 'online', 'hybrid']),
  placeName: z.string().nullable(),
  language: z.enum(['en', 'es']),
  ledBy: z.string().nullable(),
  /** null: no limit */
  seats: z.int().nullable(),
  seatsLeft: z.int().nullable(),
  waiting: z.int(),
});

/** A program and its open cohorts, soonest first: the answer of `GET /api/step-down` and a content entry. */
export const program = z.object({
  slug: z.string(),
  title: z.string(),
  level: z.enum(levelNames),
  summary: z.string(),
  week: z.string(),
  cohorts: z.array(cohort),
});

export type Cohort = z.infer<typeof cohort>;
export type Program = z.infer<typeof program>;

const columns =
  'slug, title, level, summary, week, cohorts (slug, starts_on, ends_on, weekdays, start_time, end_time, time_zone, ' +
  'format, place_name, language, led_by, status, seat_pools (capacity, seats_taken, parties_waiting))';

interface Row {
  slug: string;
  title: string;
  level: string;
  summary: string;
  week: string;
  cohorts: {
    slug: string;
    starts_on: string;
    ends_on: string | null;
    weekdays: number[];
    start_time: string;
    end_time: string;
    time_zone: string;
    format: string;
    place_name: string | null;
    language: string;
    led_by: string | null;
    status: string;
    seat_pools: { capacity: number | null; seats_taken: number; parties_waiting: number };
  }[];
}

/**
 * Published programs in their order, as anybody may read them. Throws DatabaseUnavailable.
 * A cohort that has begun (by the database's own day) takes nobody, so it is not shown.
 */
export async function readPrograms({ timeLimit = 5000, clock = systemClock as Clock } = {}): Promise<
  Program[]
> {
  const answer = await publicDatabase({ timeLimit })
    .from('programs')
    .select(columns)
    .order('sort')
    .overrideTypes<Row[], { merge: false }>();
  const today = clock().toZonedDateTimeISO('UTC').toPlainDate().toString();
  return rows(answer).map(({ cohorts, ...words }) =>
    program.parse({
      ...words,
      cohorts: cohorts
        .filter((row) => row.status === 'open' && row.starts_on >= today)
        .sort((a, b) => a.starts_on.localeCompare(b.starts_on) || a.slug.localeCompare(b.slug))
        .map(cohortOf),
    }),
  );
}

function cohortOf(row: Row['cohorts'][number]) {
  const { capacity, seats_taken, parties_waiting } = row.seat_pools;
  return {
    slug: row.slug,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    weekdays: row.weekdays,
    startTime: row.start_time.slice(0, 5),
    endTime: row.end_time.slice(0, 5),
    timeZone: row.time_zone,
    format: row.format,
    placeName: row.place_name,
    language: row.language,
    ledBy: row.led_by,
    seats: capacity,
    seatsLeft: capacity === null ? null : Math.max(0, capacity - seats_taken),
    waiting: parties_waiting,
  };
}
