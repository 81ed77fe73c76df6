import { bestTimes, channels, kinds, languages } from '../schema.ts';
import type { Program } from '../programs.ts';
import { anyGroup, keyOf, one, type Answers } from './answers.ts';

/** Which fields each step asks, and how what is typed into them is kept. */

export const stepNames = [
  'start',
  'kind',
  'program',
  'cohort',
  'name',
  'channel',
  'contact',
  'times',
  'words',
  'language',
  'check',
] as const;
export type Step = (typeof stepNames)[number];

/** Programs and their open groups, as far as the steps depend on them. */
export type Offer = readonly { slug: string; cohorts: readonly Pick<Program['cohorts'][number], 'slug'>[] }[];

const safeFields: Record<string, string[]> = {
  email: ['safeToLeaveMessage'],
  phone: ['safeToLeaveMessage', 'safeToText', 'safeToSayWho'],
  text: ['safeToSayWho', 'safeToLeaveMessage'],
};

const fields: Record<Step, string[]> = {
  start: [],
  kind: ['kind'],
  program: ['program'],
  cohort: ['cohort'],
  name: ['nameToUse'],
  channel: ['channel'],
  contact: ['contactValue'],
  times: ['bestTimes'],
  words: ['note', 'accessNeeds'],
  language: ['language'],
  check: [],
};

/** The fields of a step. Of a way of contact it asks only what can be unsafe about that way. */
export const fieldsOf = (step: Step, answers: Answers): string[] =>
  step === 'contact'
    ? [...fields.contact, ...(safeFields[one(answers, 'channel') ?? ''] ?? [])]
    : fields[step];

const fieldOfPath: Record<string, string> = {
  'contact.channel': 'channel',
  'contact.value': 'contactValue',
  'contact.safeToLeaveMessage': 'safeToLeaveMessage',
  'contact.safeToText': 'safeToText',
  'contact.safeToSayWho': 'safeToSayWho',
  contact: 'channel',
};

/** The form's field for an error of the API, as `contact.value` → `contactValue`. */
export const formField = (path: string): string => fieldOfPath[path] ?? path.split('.')[0] ?? path;

const choices = (field: string, answers: Answers, offer: Offer): readonly string[] | null => {
  const program = offer.find(({ slug }) => slug === one(answers, 'program'));
  switch (field) {
    case 'kind':
      return kinds;
    case 'program':
      return offer.map(({ slug }) => slug);
    case 'cohort':
      return [...(program?.cohorts ?? []).map(({ slug }) => slug), anyGroup];
    case 'channel':
      return channels;
    case 'bestTimes':
      return bestTimes;
    case 'language':
      return languages;
    default:
      return field.startsWith('safe') ? ['yes', 'no'] : null;
  }
};

/** UTF-16 units of a text that is carried on; what is refused for its length is well below it. */
export const carried = { line: 400, text: 4000 };
const longTexts = new Set(['note', 'accessNeeds']);

/**
 * The answers with what was typed at a step in place of what was answered there before. Of choices only
 * those that are offered count; text stays as it is, right or wrong.
 */
export function answered(
  answers: Answers,
  step: Step,
  typed: Record<string, string | string[] | undefined>,
  offer: Offer,
): Answers {
  const next = { ...answers };
  for (const field of fieldsOf(step, answers)) {
    const offered = choices(field, answers, offer);
    const limit = longTexts.has(field) ? carried.text : carried.line;
    const given = [typed[field] ?? []].flat();
    const kept = offered
      ? offered.filter((choice) => given.includes(choice)).slice(0, field === 'bestTimes' ? undefined : 1)
      : given.slice(0, 1).map((text) => text.replace(/\r\n?/g, '\n').slice(0, limit).toWellFormed());
    const key = keyOf(next, field);
    if (kept.some((text) => text.trim() !== '')) next[key] = kept;
    else delete next[key];
  }
  return next;
}
