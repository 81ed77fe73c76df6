import * as v from 'valibot';
import { dayHere, dayShape } from '#platform/device-day.ts';
import type { Drawer } from '#platform/kept/drawer.ts';
import { clockShape } from '#platform/time-of-day.ts';
import { inWords, title } from './words.ts';

/** What is kept of urges: the lines of the log, and the timer that is running if a log is kept at all. */

const words = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');
const strength = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))), null);

const urgeShape = v.object({
  id: v.string(),
  day: dayShape,
  /** By the clock where the person was, 'HH:MM'; empty when they do not remember. */
  time: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(clockShape))]), ''),
  where: words(120),
  trigger: words(120),
  before: strength,
  after: strength,
  did: words(200),
  went: v.optional(v.picklist(['', 'eased', 'stayed', 'used']), ''),
  note: words(500),
});

const runningShape = v.object({
  /** An instant, ISO 8601. */
  began: v.pipe(v.string(), v.isoTimestamp()),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  before: strength,
});

const urgesShape = v.object({
  urges: v.optional(v.array(urgeShape), []),
  running: v.optional(runningShape),
});

export type Urge = v.InferOutput<typeof urgeShape>;
export type Running = v.InferOutput<typeof runningShape>;
export type Urges = v.InferOutput<typeof urgesShape>;

export const noUrges: Urges = { urges: [] };

/** With the urge in the place of the one of its id, or added. */
export const withUrge = ({ urges, ...rest }: Urges, urge: Urge): Urges => ({
  ...rest,
  urges: [...urges.filter(({ id }) => id !== urge.id), urge],
});

export const withoutUrge = ({ urges, ...rest }: Urges, id: string): Urges => ({
  ...rest,
  urges: urges.filter((urge) => urge.id !== id),
});

/** Newest first; those without a time before the others of their day. */
export const newestFirst = (urges: Urge[]): Urge[] =>
  urges.toSorted((a, b) => `${b.day} ${b.time || '24'}`.localeCompare(`${a.day} ${a.time || '24'}`));

/** What a select or a number field says: empty is no answer. */
export const strengthOf = (written: string): number | null =>
  /^(\d|10)$/.test(written) ? Number(written) : null;

/** The day and the time of a moment, by the device's own clock. */
export const whenHere = (moment: Date): Pick<Urge, 'day' | 'time'> => ({
  day: dayHere(moment),
  time: `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`,
});

export const urgesDrawer: Drawer<Urges> = {
  name: 'urges',
  title,
  page: '/tools/urge-log/',
  version: 1,
  shape: urgesShape,
  inWords,
  merge: (here, saved) => ({
    ...here,
    urges: [...here.urges, ...saved.urges.filter(({ id }) => !here.urges.some((urge) => urge.id === id))],
  }),
};
