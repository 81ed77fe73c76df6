import type { AstroGlobal } from 'astro';
import type * as z from 'zod';
import { DatabaseUnavailable } from './database.ts';
import { failureOf } from './failure.ts';
import { guard, type GuardOptions, type Refusal, type TypedValues } from './guard.ts';
import { setHeaders } from './headers.ts';
import type { FieldErrors } from './problem.ts';
import { callWith } from './request-id.ts';
import { doorSpeaks } from './spanish.ts';

/** A form that arrived at a page: either what became of it, or what to show beside the form. */
export type SentForm<Result> =
  | { result: Result; trouble: null; typed: TypedValues }
  | { result: null; trouble: Refusal; typed: TypedValues };

/** Of a page what is asked for and answered with. */
export type FormPage = Pick<
  AstroGlobal,
  'request' | 'clientAddress' | 'response' | 'routePattern' | 'locals'
>;

/**
 * Takes a form posted to an on-demand page through the guard and hands it on. A database that is down
 * becomes a 503 with Retry-After to show beside the form, with every value kept.
 */
export async function sendForm<Schema extends z.ZodType, Result>(
  page: FormPage,
  options: Omit<GuardOptions<Schema>, 'accepts'>,
  handle: (value: z.infer<Schema>) => Promise<Result>,
): Promise<SentForm<Result>> {
  const kept: { typed: TypedValues } = { typed: {} };
  try {
    const { refusal, value, typed } = await guard(page.request, page.clientAddress, {
      ...options,
      accepts: 'form',
      kept,
    });
    if (refusal) {
      setHeaders(page.response.headers, refusal.headers ?? {});
      return { result: null, trouble: refusal, typed };
    }
    return { result: await handle(value), trouble: null, typed };
  } catch (error) {
    const say = doorSpeaks(new URL(page.request.url));
    const title = say('We cannot take this right now. Nothing was sent; try again in a moment');
    return { result: null, trouble: notTaken(page, error, title), typed: kept.typed };
  }
}

/**
 * What to show beside a form when the database is down: `title` and the number of the request, which stands in the log
 * as well. Every other error is thrown on.
 */
export function notTaken(page: FormPage, error: unknown, title: string): Refusal {
  if (!(error instanceof DatabaseUnavailable)) throw error;
  const { requestId = '' } = page.locals;
  const { status, headers } = failureOf(error, page.routePattern, requestId);
  setHeaders(page.response.headers, headers);
  return { status, title: `${title}. ${callWith(new URL(page.request.url), requestId)}` };
}

/** What the summary of a form shows of its trouble: a refusal that is about no field stands on its own. */
export const errorsOf = (
  trouble: { title: string; errors?: FieldErrors | undefined } | null | undefined,
): FieldErrors => trouble?.errors ?? (trouble ? { '': [trouble.title] } : {});
