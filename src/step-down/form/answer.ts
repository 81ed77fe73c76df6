import type { AstroGlobal } from 'astro';
import * as z from 'zod';
import { languageOf, type Language } from '#i18n/language.ts';
import { sendForm } from '#platform/form-page.ts';
import { tooManyTries, type Refusal } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import { takeRateLimit } from '#platform/rate-limit.ts';
import { site } from '#platform/site.ts';
import { doorSpeaks } from '#platform/spanish.ts';
import { problemsOf, refusalIn, refusals, signUpLimit } from '../answers.ts';
import { problemsIn } from '../problems.ts';
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
  | { show: 'sent-before'; signUp: string; filling: Filling }
  /** What was sent is not a form of ours, or no longer. */
  | { show: 'start-again'; status: number };

type Page = Pick<AstroGlobal, 'request' | 'clientAddress' | 'response' | 'routePattern' | 'locals'>;

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
  if (!filling) return startAgain(sent.trouble.status);
  const language = languageOf(new URL(page.request.url));
  return sent.trouble.status === 200
    ? inOtherLanguage(filling, sent.typed, language)
    : refused(filling, sent.trouble, language, sent.typed);
}

/**
 * The page as it was, in the other language. Who turns to it while filling in is answered in it as well: an
 * answer to the question of the language goes along, and may be changed again.
 */
function inOtherLanguage({ draft, ...filling }: Filling, typed: FormValues, language: Language): FormAnswer {
  const answers = draft.answers['language'] ? { ...draft.answers, language: [language] } : draft.answers;
  const values = draft.at === 'language' ? { language } : typed;
  return {
    show: 'step',
    filling: { ...filling, draft: { ...draft, answers } },
    values,
    errors: {},
    status: 200,
  };
}

const startAgain = (status: number): FormAnswer => ({ show: 'start-again', status });

async function press(filling: Filling, typed: FormValues, offer: Program[], page: Page): Promise<FormAnswer> {
  const moved = move(filling.draft, pressOf(typed['press']), typed, offer);
  if (moved.send) return send({ ...filling, draft: moved.draft }, page);
  const status = Object.keys(moved.errors).length > 0 ? 422 : 200;
  // what is wrong is shown as it was typed
  const language = languageOf(new URL(page.request.url));
  const values = moved.draft === filling.draft ? typed : valuesAt(moved.draft, language);
  const errors = problemsIn(language, moved.errors);
  return { show: 'step', filling: { ...filling, draft: moved.draft }, values, errors, status };
}

async function send(filling: Filling, page: Page): Promise<FormAnswer> {
  const language = languageOf(new URL(page.request.url));
  const wait = await takeRateLimit(signUpLimit, page.clientAddress);
  if (wait > 0) {
    page.response.headers.set('Retry-After', String(wait));
    return refused(filling, { status: 429, title: doorSpeaks(language)(tooManyTries) }, language);
  }
  const request = signUpRequest.parse(requestOf(filling.draft.answers));
  const submission = submissionOf(filling.id, request);
  const result = await createSignUp(request, submission);
  if (!('signUp' in result)) return refused(filling, refusals[result.outcome], language);
  if (result.signUp !== submission.id) return { show: 'sent-before', signUp: result.signUp, filling };
  return { show: 'sent', signUp: result.signUp, created: result.outcome === 'created' };
}

/** The page again with the reason; what is about a step, at that step. */
function refused(filling: Filling, refusal: Refusal, language: Language, typed?: FormValues): FormAnswer {
  const { status, ...why } = refusalIn(language, refusal);
  const errors = problemsOf(why, site().phone, language);
  const [field = ''] = Object.keys(why.errors ?? {}).map(formField);
  const at = stepNames.find((step) => fieldsOf(step, filling.draft.answers).includes(field));
  const draft: Draft = at ? { ...filling.draft, at, changing: at } : filling.draft;
  const values = typed ?? valuesAt(draft, language);
  return { show: 'step', filling: { ...filling, draft }, values, errors, status };
}

function pressOf(value: FormValues[string]): Press {
  const named = [value].flat()[0] ?? '';
  const step = stepNames.find((name) => named === `change:${name}`);
  if (step) return `change:${step}`;
  return named === 'back' || named === 'send' ? named : 'continue';
}

/**
 * What a page shows before anything is typed on it. A number given for calls is offered for texts too, and the
 * language is that of the page.
 */
export function valuesAt(
  { at, answers }: Pick<Draft, 'at' | 'answers'>,
  language: Language = 'en',
): FormValues {
  const values = Object.fromEntries(fieldsOf(at, answers).map((field) => [field, all(answers, field)]));
  if (at === 'contact' && values['contactValue']?.length === 0) {
    const other = { phone: 'text', text: 'phone' }[answers['channel']?.[0] ?? ''];
    values['contactValue'] = (other ? answers[`${other}.contactValue`] : null) ?? [];
  }
  if (at === 'language' && values['language']?.length === 0) values['language'] = [language];
  return values;
}
