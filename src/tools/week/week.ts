import {
  array,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  object,
  picklist,
  pipe,
  regex,
  string,
  union,
  type InferOutput,
} from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { clockShape } from '#platform/time-of-day.ts';
import { dayName, hoursBetween, kindName, timeInWords, title } from './words.ts';

/** What a person's week is made of: blocks that come back on the same days at the same time. */

const block = object({
  kind: picklist(['work', 'group', 'meeting', 'sleep', 'meal', 'good']),
  /** In the person's own words; '' says only what kind it is. */
  what: pipe(string(), maxLength(80)),
  /** 0 = Sunday. */
  days: pipe(array(pipe(number(), integer(), minValue(0), maxValue(6))), minLength(1), maxLength(7)),
  from: pipe(string(), regex(clockShape)),
  /** '' where it has no end; earlier than from where it ends on the next day. */
  to: union([literal(''), pipe(string(), regex(clockShape))]),
});
const weekShape = object({ blocks: pipe(array(block), maxLength(200)) });

export type Block = InferOutput<typeof block>;
export type Week = InferOutput<typeof weekShape>;

/** From Monday, so that the two free days of most weeks stand together. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

export const weekDrawer: Drawer<Week> = {
  name: 'week',
  title,
  page: '/tools/week/',
  version: 1,
  shape: weekShape,
  inWords: (week) =>
    weekdays.flatMap((day) =>
      blocksOn(week, day).map((one) => `${dayName(day)}, ${hoursInWords(one)}: ${blockInWords(one)}`),
    ),
  merge: (here, saved) => ({
    blocks: [
      ...here.blocks,
      ...saved.blocks.filter((one) => !here.blocks.some((other) => sameBlock(one, other))),
    ],
  }),
};

/** What is on a day, earliest first. */
export const blocksOn = ({ blocks }: Week, day: number): Block[] =>
  blocks
    .filter(({ days }) => days.includes(day))
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

export const withBlock = ({ blocks }: Week, block: Block): Week => ({
  blocks: [...blocks, { ...block, days: [...new Set(block.days)] }],
});

/** Without a block on one of its days; one that has no day left is gone. */
export const withoutBlock = ({ blocks }: Week, block: Block, day: number): Week => ({
  blocks: blocks.flatMap((one) => {
    if (one !== block) return [one];
    const days = one.days.filter((other) => other !== day);
    return days.length > 0 ? [{ ...one, days }] : [];
  }),
});

export const blockInWords = ({ kind, what }: Block): string => what.trim() || kindName(kind);

/** “7:00 am to 3:00 pm”, or only when it begins. */
export const hoursInWords = ({ from, to }: Block): string =>
  to ? hoursBetween(from, to) : timeInWords(from);

const sameBlock = (one: Block, other: Block): boolean =>
  JSON.stringify([one.kind, one.what, one.days.toSorted(), one.from, one.to]) ===
  JSON.stringify([other.kind, other.what, other.days.toSorted(), other.from, other.to]);
