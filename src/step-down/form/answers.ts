import type { kinds } from '../schema.ts';

/**
 * The answers of a form on its way: text as it was typed, by field. What was answered for one program or
 * one way of contact is kept apart from what was answered for another, so a change of mind loses nothing
 * and mixes nothing.
 */
export type Answers = Record<string, string[]>;

/** Fields whose answer holds only under the answer to another. */
const under: Record<string, string> = {
  cohort: 'program',
  contactValue: 'channel',
  safeToLeaveMessage: 'channel',
  safeToText: 'channel',
  safeToSayWho: 'channel',
};

/** The name under which the answer to a field is kept, as `phone.contactValue`. */
export function keyOf(answers: Answers, field: string): string {
  const parent = under[field];
  return parent ? `${answers[parent]?.[0] ?? ''}.${field}` : field;
}

export const all = (answers: Answers, field: string): string[] => answers[keyOf(answers, field)] ?? [];
export const one = (answers: Answers, field: string): string | undefined => all(answers, field)[0];

export const isFor = (answers: Answers, kind: (typeof kinds)[number]): boolean =>
  one(answers, 'kind') === kind;

/** The choice of a group that leaves the group open: no group can be called so. */
export const anyGroup = '*';
