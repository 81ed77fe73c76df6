import { maxLength, object, optional, pipe, string, type InferOutput } from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { labels, peopleInOrder } from './words.ts';
import { dayInWords } from './day.ts';

/** What is written in a plan: every field of the page by its name. Longer ones hold one thing a line. */

const line = optional(pipe(string(), maxLength(200)), '');
const lines = optional(pipe(string(), maxLength(1000)), '');

const planShape = object({
  ...{ 'reason-1': line, 'reason-2': line, 'reason-3': line },
  ...{ 'sign-1': line, 'sign-2': line, 'sign-3': line, 'sign-4': line, 'sign-5': line },
  ...{ 'trigger-people': line, 'trigger-places': line, 'trigger-things': line },
  ...{ 'trigger-times': line, 'trigger-feelings': line },
  ...{ 'do-steady': lines, 'do-unsettled': lines, 'do-danger': lines },
  ...{ 'person-1': line, 'person-2': line, 'person-3': line },
  ...{ 'phone-1': line, 'phone-2': line, 'phone-3': line },
  ...{ 'when-1': line, 'when-2': line, 'when-3': line },
  ...{ 'safe-places': lines, medicines: lines, prescriber: line, naloxone: line, appointment: line },
  'if-i-use': lines,
  'look-again': line,
});

export type Plan = InferOutput<typeof planShape>;
export type PlanField = keyof Plan;

export const planDrawer: Drawer<Plan> = {
  name: 'plan',
  title: 'Your plan',
  page: '/tools/plan/',
  version: 1,
  shape: planShape,
  inWords: planInWords,
};

/** The early signs that are written down, earliest first. */
export const earlySigns = (plan: Plan): string[] =>
  written([plan['sign-1'], plan['sign-2'], plan['sign-3'], plan['sign-4'], plan['sign-5']]);

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
