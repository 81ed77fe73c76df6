import * as v from 'valibot';
import { addDays, dayShape } from '#platform/device-day.ts';
import type { Drawer } from '#platform/kept/drawer.ts';
import { inWords, title } from './words.ts';

/** What is kept of the first days at home: the date, what is ticked off, and dates of the person's own. */

const ownShape = v.object({
  id: v.string(),
  day: dayShape,
  text: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
});

const firstDaysShape = v.object({
  home: v.optional(dayShape),
  /** Names of steps, and ids of own dates. */
  done: v.optional(v.array(v.string()), []),
  own: v.optional(v.array(ownShape), []),
});

export type OwnDate = v.InferOutput<typeof ownShape>;
export type FirstDays = v.InferOutput<typeof firstDaysShape>;

export const noFirstDays: FirstDays = { done: [], own: [] };

/** The date of a numbered day; the day of coming home is the first. */
export const dateOf = (home: string, dayNumber: number): string => addDays(home, dayNumber - 1);

/** With the step ticked off, or not any more. */
export const ticked = (days: FirstDays, step: string, done: boolean): FirstDays => ({
  ...days,
  done: [...days.done.filter((one) => one !== step), ...(done ? [step] : [])],
});

export const withOwn = (days: FirstDays, own: OwnDate): FirstDays => ({
  ...days,
  own: [...days.own, own].toSorted((a, b) => a.day.localeCompare(b.day)),
});

export const withoutOwn = (days: FirstDays, id: string): FirstDays => ({
  ...days,
  done: days.done.filter((one) => one !== id),
  own: days.own.filter((own) => own.id !== id),
});

export const first90Drawer: Drawer<FirstDays> = {
  name: 'first-90-days',
  title,
  page: '/tools/first-90-days/',
  version: 1,
  shape: firstDaysShape,
  inWords,
  merge: (here, saved) => ({
    ...saved,
    ...here,
    done: [...new Set([...here.done, ...saved.done])],
    own: saved.own.reduce(
      (days, own) => (days.own.some(({ id }) => id === own.id) ? days : withOwn(days, own)),
      here,
    ).own,
  }),
};
