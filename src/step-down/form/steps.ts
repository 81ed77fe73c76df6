import type { FieldErrors } from '#platform/problem.ts';
import type { Problem } from '../problems.ts';
import { signUpRequest } from '../schema.ts';
import { isFor, one, type Answers } from './answers.ts';
import { fieldsOf, formField, stepNames, type Offer, type Step } from './fields.ts';
import { requestOf } from './request.ts';

/** Which steps a form has, and what is still to put right on each. Pure: what is offered is a parameter. */

/** The steps that these answers ask for, in order. A program without groups has none to choose from. */
export function stepsFor(answers: Answers, offer: Offer): Step[] {
  const chosen = offer.find(({ slug }) => slug === one(answers, 'program'));
  const asked = {
    program: isFor(answers, 'program'),
    cohort: isFor(answers, 'program') && (chosen?.cohorts.length !== 0 || !!one(answers, 'cohort')),
  };
  return stepNames.filter((step) => !(step in asked) || asked[step as keyof typeof asked]);
}

export interface Progress {
  /** Of the questions and the last look; the start page is none. */
  number: number;
  /** Null while an answer still to come decides it. */
  total: number | null;
}

export function progress(step: Step, answers: Answers, offer: Offer): Progress {
  const steps = stepsFor(answers, offer);
  const open =
    step === 'kind' || step === 'program' || (isFor(answers, 'program') && !one(answers, 'program'));
  return { number: steps.indexOf(step), total: open || !one(answers, 'kind') ? null : steps.length - 1 };
}

const yesOrNo: Record<string, Record<string, Problem>> = {
  email: { safeToLeaveMessage: 'Select yes if the mail may say what it is about' },
  phone: {
    safeToLeaveMessage: 'Select yes if we may leave a voicemail',
    safeToText: 'Select yes if we may send a text instead',
    safeToSayWho: 'Select yes if we may say who is calling',
  },
  text: {
    safeToLeaveMessage: 'Select yes if we may call and leave a voicemail',
    safeToSayWho: 'Select yes if the text may say who we are',
  },
};

const anyGroupProblem: Problem = 'Select a group, or “Any group”';

/** Everything that is wrong with the answers, by field: in the sentences of the API, where it has one. */
function problems(answers: Answers): FieldErrors {
  const errors: FieldErrors = {};
  const parsed = signUpRequest.safeParse(requestOf(answers));
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    errors[formField(path.map(String).join('.'))] ??= [message];
  }
  for (const [field, sentence] of Object.entries(yesOrNo[one(answers, 'channel') ?? ''] ?? {})) {
    if (!one(answers, field)) errors[field] = [sentence];
  }
  if (!one(answers, 'cohort')) errors['cohort'] = [anyGroupProblem];
  return errors;
}

/** What is wrong with the answers of one step, by field, in the order in which they are asked. */
export function problemsAt(step: Step, answers: Answers): FieldErrors {
  const errors = problems(answers);
  return Object.fromEntries(
    fieldsOf(step, answers).flatMap((field) => (errors[field] ? [[field, errors[field]]] : [])),
  );
}

/** The first step with something to put right, or null: then the answers are a request that can be sent. */
export function firstProblem(answers: Answers, offer: Offer): Step | null {
  const errors = problems(answers);
  const wrong = (step: Step) => fieldsOf(step, answers).some((field) => errors[field]);
  return stepsFor(answers, offer).find(wrong) ?? null;
}
