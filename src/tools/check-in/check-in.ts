import { array, check, maxLength, object, picklist, pipe, string, type InferOutput } from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { dayInWords, isDay } from '#platform/device-day.ts';
import { levelName, title, words, type Level } from './words.ts';

/** A person's own signs, and how much of each there was on the days they looked. Nothing is added up. */

const sign = pipe(string(), maxLength(200));
const time = object({
  day: pipe(string(), check(isDay)),
  marks: pipe(array(object({ sign, level: picklist(['none', 'little', 'lot']) })), maxLength(10)),
});
const checkInShape = object({
  signs: pipe(array(sign), maxLength(10)),
  times: pipe(array(time), maxLength(5000)),
});

export type Time = InferOutput<typeof time>;
export type CheckIn = InferOutput<typeof checkInShape>;

export const nothingYet: CheckIn = { signs: [], times: [] };

export const checkInDrawer: Drawer<CheckIn> = {
  name: 'check-in',
  title,
  page: '/tools/check-in/',
  version: 1,
  shape: checkInShape,
  inWords: ({ signs, times }) => [
    ...(signs.length > 0 ? [`${words.mySigns}: ${signs.join('; ')}`] : []),
    ...times.toReversed().map((one) => `${dayInWords(one.day, { dateStyle: 'full' })}. ${timeInWords(one)}`),
  ],
  merge: (here, saved) => ({
    signs: here.signs.length > 0 ? here.signs : saved.signs,
    times: [...here.times, ...saved.times.filter(({ day }) => !timeOn(here, day))].sort(earliestFirst),
  }),
};

/** With what was tapped on a day in place of what was tapped on it before; a day without taps is none. */
export function withTime(checkIn: CheckIn, { day, marks }: Time): CheckIn {
  const others = checkIn.times.filter((one) => one.day !== day);
  return {
    ...checkIn,
    times: marks.length > 0 ? [...others, { day, marks }].sort(earliestFirst) : others,
  };
}

export const timeOn = ({ times }: CheckIn, day: string): Time | undefined =>
  times.find((one) => one.day === day);

/** The last day somebody looked before this one. */
export const timeBefore = ({ times }: CheckIn, day: string): Time | undefined =>
  times.findLast((one) => one.day < day);

export interface Change {
  sign: string;
  change: 'more' | 'less' | 'same' | 'new';
}

/** Each sign beside what it was the time before; one that was not looked at then is new. */
export function changes(now: Time, before: Time): Change[] {
  return now.marks.map(({ sign, level }) => {
    const then = before.marks.find((mark) => sameSign(mark.sign, sign));
    if (!then) return { sign, change: 'new' };
    const by = order.indexOf(level) - order.indexOf(then.level);
    return { sign, change: by > 0 ? 'more' : by < 0 ? 'less' : 'same' };
  });
}

/** Whether a sign asks for something to be done: one is there a lot, or more than the time before. */
export const asksForAction = (now: Time, before: Time | undefined): boolean =>
  now.marks.some(({ level }) => level === 'lot') ||
  (before !== undefined && changes(now, before).some(({ change }) => change === 'more'));

/** One of the actions, another one each time somebody looks. */
export const oneOf = (actions: string[], { times }: CheckIn): string | undefined =>
  actions[times.length % actions.length];

/** “A lot: sleep. Not at all: calls.” */
export const timeInWords = ({ marks }: Time): string =>
  order
    .toReversed()
    .flatMap((level) => {
      const signs = marks.filter((mark) => mark.level === level).map(({ sign }) => sign);
      return signs.length > 0 ? [`${levelName(level)}: ${signs.join('; ')}.`] : [];
    })
    .join(' ');

export const sameSign = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const order: Level[] = ['none', 'little', 'lot'];
const earliestFirst = (one: Time, other: Time) => (one.day < other.day ? -1 : 1);
