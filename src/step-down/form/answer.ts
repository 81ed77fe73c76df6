import type { AstroGlobal } from 'astro';
import * as z from 'zod';
import { sendForm } from '#platform/form-page.ts';
import { tooManyTries, type Refusal } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import { takeRateLimit } from '#platform/rate-limit.ts';
import { site } from '#platform/site.ts';
import { problemsOf, refusals, signUpLimit } from '../answers.ts';
import type { Program } from '../programs.ts';
import { signUpRequest } from '../schema.ts';
import { createSignUp } from '../sign-ups.ts';
import { fieldsOf, formField, stepNames } from './fields.ts';
import { all } from './answers.ts';
import { move, type Draft, type Press } from './move.ts';
import { requestOf } from './request.ts';
import { submissionOf } from './submission.ts';
import { longestToken, openFilling, type Filling } from './token.ts';

/** What the form's page does with what was sent to it: the next page, or the end. */

export type FormValues = Record<string, string | string[] | undefined>;

export type FormAnswer =
  /** The page of a step, with what is to be put right on it. */
  | { show: 'step'; filling: Filling; values: FormValues; errors: FieldErrors; status: number }
  /** It is in the database; `created` says whether only now. */
  | { show: 'sent'; signUp: string; created: boolean }
  /** This form was sent before, with other answers. What was sent stands. */
  | { show: 'sent-before'; signUp: string }
  /** What was sent is not a form of ours, or no longer. */
  | { show: 'start-again'; status: number };

type Page = Pick<AstroGlobal, 'request' | 'clientAddress' | 'response' | 'routePattern'>;

const posted = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
/** The token, and beside it what one page holds, each character up to twelve of a form's. */
const longest = longestToken + 80 * 1024;

/** Takes what a page of the form sent; `offer` is what can be chosen now. */
export async function answerForm(page: Page, offer: Program[]): Promise<FormAnswer> {
  const sent = await sendForm(page, { schema: posted, limit: null, longest }, async (typed) => {
    const filling = await openFilling(typed['form']);
    return filling ? press(filling, typed, offer, page) : startAgain(403);
  });
  if (!sent.trouble) return sent.result;
  const filling = await openFilling(sent.typed['form']);
  return filling ? refused(filling, sent.trouble, sent.typed) : startAgain(sent.trouble.status);
}

const startAgain = (status: number): FormAnswer => ({ show: 'start-again', status });

async function press(filling: Filling, typed: FormValues, offer: Program[], page: Page): Promise<FormAnswer> {
  const moved = move(filling.draft, pressOf(typed['press']), typed, offer);
  if (moved.send) return send({ ...filling, draft: moved.draft }, page);
  const status = Object.keys(moved.errors).length > 0 ? 422 : 200;
  // what is wrong is shown as it was typed
  const values = moved.draft === filling.draft ? typed : valuesAt(moved.draft);
  return { show: 'step', filling: { ...filling, draft: moved.draft }, values, errors: moved.errors, status };
}

async function send(filling: Filling, page: Page): Promise<FormAnswer> {
  const wait = await takeRateLimit(signUpLimit, page.clientAddress);
  if (wait > 0) {
    page.response.headers.set('Retry-After', String(wait));
    return refused(filling, { status: 429, title: tooManyTries });
  }
  const request = signUpRequest.parse(requestOf(filling.draft.answers));
  const submission = submissionOf(filling.id, request);
  const result = await createSignUp(request, submission);
  if (!('signUp' in result)) return refused(filling, refusals[result.outcome]);
  if (result.signUp !== submission.id) return { show: 'sent-before', signUp: result.signUp };
  return { show: 'sent', signUp: result.signUp, created: result.outcome === 'created' };
}

/** The page again with the reason; what is about a step, at that step. */
function refused(filling: Filling, { status, ...refusal }: Refusal, typed?: FormValues): FormAnswer {
  const errors = problemsOf(refusal, site().phone);
  const [field = ''] = Object.keys(refusal.errors ?? {}).map(formField);
  const at = stepNames.find((step) => fieldsOf(step, filling.draft.answers).includes(field));
  const draft: Draft = at ? { ...filling.draft, at, changing: at } : filling.draft;
  return { show: 'step', filling: { ...filling, draft }, values: typed ?? valuesAt(draft), errors, status };
}

function pressOf(value: FormValues[string]): Press {
  const named = [value].flat()[0] ?? '';
  const step = stepNames.find((name) => named === `change:${name}`);
  if (step) return `change:${step}`;
  return named === 'back' || named === 'send' ? named : 'continue';
}

/** What a page shows before anything is typed on it. A number given for calls is offered for texts too. */
export function valuesAt({ at, answers }: Pick<Draft, 'at' | 'answers'>): FormValues {
  const values = Object.fromEntries(fieldsOf(at, answers).map((field) => [field, all(answers, field)]));
  if (at === 'contact' && values['contactValue']?.length === 0) {
    const other = { phone: 'text', text: 'phone' }[answers['channel']?.[0] ?? ''];
    values['contactValue'] = (other ? answers[`${other}.contactValue`] : null) ?? [];
  }
  if (at === 'language' && values['language']?.length === 0) values['language'] = ['en'];
  return values;
}
