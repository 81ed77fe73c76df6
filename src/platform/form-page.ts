import type { AstroGlobal } from 'astro';
import type * as z from 'zod';
import { DatabaseUnavailable } from './database.ts';
import { guard, type GuardOptions, type Refusal, type TypedValues } from './guard.ts';
import { errorCode, log } from './log.ts';
import type { FieldErrors } from './problem.ts';
import { callWith } from './request-id.ts';
import { doorSpeaks } from './spanish.ts';

/** A form that arrived at a page: either what became of it, or what to show beside the form. */
export type SentForm<Result> =
  | { result: Result; trouble: null; typed: TypedValues }
  | { result: null; trouble: Refusal; typed: TypedValues };

/**
 * Takes a form posted to an on-demand page through the guard and hands it on. A database that is down
 * becomes a 503 with Retry-After to show beside the form, with every value kept.
 */
export async function sendForm<Schema extends z.ZodType, Result>(
  page: Pick<AstroGlobal, 'request' | 'clientAddress' | 'response' | 'routePattern' | 'locals'>,
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
      for (const [name, text] of Object.entries(refusal.headers ?? {})) page.response.headers.set(name, text);
      return { result: null, trouble: refusal, typed };
    }
    return { result: await handle(value), trouble: null, typed };
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    const { requestId = '' } = page.locals;
    log({ event: 'failed', route: page.routePattern, requestId, status: 503, code: errorCode(error) });
    page.response.headers.set('Retry-After', String(error.retryAfterSeconds));
    const url = new URL(page.request.url);
    const title = doorSpeaks(url)('We cannot take this right now. Nothing was sent; try again in a moment');
    return {
      result: null,
      trouble: { status: 503, title: `${title}. ${callWith(url, requestId)}` },
      typed: kept.typed,
    };
  }
}

/** What the summary of a form shows of its trouble: a refusal that is about no field stands on its own. */
export const errorsOf = (
  trouble: { title: string; errors?: FieldErrors | undefined } | null | undefined,
): FieldErrors => trouble?.errors ?? (trouble ? { '': [trouble.title] } : {});
