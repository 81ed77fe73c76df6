import { maxLength, object, optional, pipe, string, type InferOutput } from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { labels, peopleInOrder, title } from './words.ts';
import { dayInWords } from '#platform/device-day.ts';

/** What is written in a plan: every field of the page by its name. Longer ones hold one thing a line. */

const words = optional(pipe(string(), maxLength(1000)), '');
export type PlanField = keyof typeof labels | (typeof peopleInOrder)[number]['fields'][number];
const fields = [...Object.keys(labels), ...peopleInOrder.flatMap(({ fields: three }) => three)];
// one entry a field, which fromEntries cannot know
const planShape = object(
  Object.fromEntries(fields.map((field) => [field, words])) as Record<PlanField, typeof words>,
);

export type Plan = InferOutput<typeof planShape>;

export const planDrawer: Drawer<Plan> = {
  name: 'plan',
  title,
  page: '/tools/plan/',
  version: 1,
  shape: planShape,
  inWords: planInWords,
};

/** A longer field as the separate things that were written in it. */
export const eachLine = (text: string): string[] => written(text.split('\n'));

function planInWords(plan: Plan): string[] {
  const people = peopleInOrder.flatMap(({ label, fields: [name, phone, when] }) => {
    const reached = written([plan[name], plan[phone]]).join(' ');
    const told = written([reached, plan[when]]).join(', ');
    return told ? [`${label}: ${told}`] : [];
  });
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((field) => {
    const things = field === 'look-again' ? written([dayInWords(plan[field])]) : eachLine(plan[field]);
    const said = things.map((thing) => `${labels[field]}: ${thing}`);
    return field === 'safe-places' ? [...people, ...said] : said;
  });
}

const written = (things: string[]): string[] => things.map((thing) => thing.trim()).filter(Boolean);
