import * as z from 'zod';
import { clockShape } from '#platform/time-of-day.ts';
import { levelNames, type LevelName } from './level.ts';

/** The levels of care as content/en/levels.yml tells of them. Each has the same parts. */

const words = (longest: number) => z.string().min(4).max(longest);
const time = z.string().regex(clockShape, { error: 'should be a time as 17:30' });
const lines = z.array(words(140)).min(1).max(5);

/** By their place in JavaScript's week: 0 = Sunday. */
export const sampleDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export const levelSchema = z.strictObject({
  id: z.enum(levelNames),
  title: words(60),
  also: words(120),
  what: words(280),
  hours: z.union([z.strictObject({ fact: z.string() }), z.strictObject({ words: words(60) })]),
  sample: z
    .array(
      z
        .strictObject({ day: z.enum(sampleDays), start: time, end: time, label: words(80) })
        .refine(({ start, end }) => start < end, { error: 'should end after it starts' }),
    )
    .min(1)
    .max(7),
  fits: lines,
  more: lines,
  ask: lines,
});
export type Level = z.infer<typeof levelSchema>;

/** From the most hours a week to the fewest. */
export const downward = (levels: Level[]): Level[] => {
  const stepOf = ({ id }: { id: LevelName }) => levelNames.indexOf(id);
  return levels.toSorted((one, other) => stepOf(one) - stepOf(other));
};
