import type { FieldErrors } from '#platform/problem.ts';
import type { Answers } from './answers.ts';
import { answered, stepNames, type Offer, type Step } from './fields.ts';
import { firstProblem, problemsAt, stepsFor } from './steps.ts';

/** A form on its way: where the person is, and what they answered. All of it travels with the page. */
export interface Draft {
  at: Step;
  answers: Answers;
  /** They have seen the answers together once: from there each change leads back to that page. */
  checked: boolean;
  /** The step they went to from there; Back returns. */
  changing: Step | null;
}

export const newDraft = (answers: Answers = {}): Draft => ({
  at: 'start',
  answers,
  checked: false,
  changing: null,
});

/** What a press of a button asks for; `change:name` goes to a step from the last page. */
export type Press = 'continue' | 'back' | 'send' | `change:${Step}`;

export interface Moved {
  draft: Draft;
  errors: FieldErrors;
  /** Everything is answered and the person said so: send it. */
  send: boolean;
}

/**
 * What a press does. Continue keeps what was typed if it is right, and else stays; Back keeps it either
 * way. Nothing is sent, and the last page is not reached by Continue, while anything needed is missing.
 */
export function move(
  draft: Draft,
  press: Press,
  typed: Record<string, string | string[] | undefined>,
  offer: Offer,
): Moved {
  const answers = answered(draft.answers, draft.at, typed, offer);
  const to = (at: Step, more: Partial<Draft> = {}): Moved => ({
    draft: { ...draft, answers, changing: null, ...more, at, checked: draft.checked || at === 'check' },
    errors: {},
    send: false,
  });
  const steps = stepsFor(answers, offer);
  const here = stepNames.indexOf(draft.at);
  if (press === 'back') {
    if (draft.changing === draft.at) return to('check');
    return to(steps.findLast((step) => stepNames.indexOf(step) < here) ?? 'start');
  }
  if (draft.at === 'check') {
    const named = steps.find((step) => press === `change:${step}` && step !== 'check');
    if (named) return to(named, { changing: named });
    const wrong = firstProblem(answers, offer);
    if (wrong) return { ...to(wrong, { changing: wrong }), errors: problemsAt(wrong, answers) };
    return { ...to('check'), send: press === 'send' };
  }
  const errors = problemsAt(draft.at, answers);
  if (Object.keys(errors).length > 0) return { draft, errors, send: false };
  const next = steps.find((step) => stepNames.indexOf(step) > here) ?? 'check';
  return to(draft.checked || next === 'check' ? (firstProblem(answers, offer) ?? 'check') : next);
}
