import type { Context } from '@netlify/functions';
import type * as z from 'zod';
import { languageOf, type Language } from '#i18n/language.ts';
import { failureOf } from './failure.ts';
import { guard, type GuardOptions, type TypedValues } from './guard.ts';
import { problem } from './problem.ts';
import { callWith } from './request-id.ts';
import { doorSpeaks } from './spanish.ts';

export type FunctionHandler = (request: Request, context: Context) => Promise<Response>;

/**
 * Runs a handler so that every outcome is an answer: a database that is down is 503 with Retry-After,
 * anything unexpected is a 500 that says nothing, and both leave one line in the log.
 */
export const answering =
  (route: string, handle: FunctionHandler): FunctionHandler =>
  (request, context) =>
    answered(route, context, { language: languageOf(new URL(request.url)) }, () => handle(request, context));

/** `asked` is filled while it is handled: what an endpoint was sent may say in which language. */
async function answered(
  route: string,
  context: Context,
  asked: { language?: Language },
  handle: () => Promise<Response>,
): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    const language = asked.language ?? 'en';
    const say = doorSpeaks(language);
    const { requestId } = context;
    const { status, headers } = failureOf(error, route, requestId);
    if (status === 503) {
      const lost = say('Nothing was lost and nothing was sent. Try again in a moment, or call us.');
      const detail = `${lost} ${callWith(language, requestId)}`;
      return problem(status, say('We cannot do this right now'), { detail, requestId, headers });
    }
    return problem(status, say('Something went wrong on our side'), {
      detail: callWith(language, requestId),
      requestId,
    });
  }
}

/** A public POST endpoint: guarded, parsed by its schema, answered. */
export function postEndpoint<Schema extends z.ZodType>(
  route: string,
  options: Omit<GuardOptions<Schema>, 'accepts'>,
  handle: (body: z.infer<Schema>, request: Request, context: Context) => Promise<Response>,
): FunctionHandler {
  return (request, context) => {
    const kept: { typed: TypedValues; language?: Language } = { typed: {} };
    return answered(route, context, kept, async () => {
      const { refusal, value } = await guard(request, context.ip, { ...options, accepts: 'json', kept });
      if (refusal) {
        const { status, title, ...extras } = refusal;
        return problem(status, title, extras);
      }
      return handle(value, request, context);
    });
  };
}

/** A public GET endpoint. HEAD is answered as GET; the server drops the body. */
export function getEndpoint(route: string, handle: FunctionHandler): FunctionHandler {
  return answering(route, async (request, context) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? handle(request, context)
      : problem(405, doorSpeaks(new URL(request.url))('This address takes GET only'), {
          headers: { Allow: 'GET' },
        }),
  );
}
