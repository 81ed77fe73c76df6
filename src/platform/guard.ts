import * as z from 'zod';
// by itself: `z.locales` brings all fifty languages into every function
import spanish from 'zod/v4/locales/es.js';
import { languageOf, type Language } from '#i18n/language.ts';
import type { Spanish } from '#i18n/spoken.ts';
import { textUpTo } from './body.ts';
import { siteUrl } from './environment.ts';
import type { FieldErrors } from './problem.ts';
import { takeRateLimit, type RateLimit } from './rate-limit.ts';
import { doorSpeaks, messageIn } from './spanish.ts';

export type { RateLimit } from './rate-limit.ts';

/**
 * The one door for everything that is sent to us: method, origin, content type, size, honeypot, parse,
 * rate limit, in that order, so that what costs something comes last.
 */

export interface GuardOptions<Schema extends z.ZodType> {
  accepts: 'json' | 'form';
  schema: Schema;
  /** Null behind a sign-in, where everybody is known, and where what is sent is counted when it is stored. */
  limit: RateLimit | null;
  /** Bytes of the longest form or body that is read; 32 kB unless said. */
  longest?: number;
  /** The Spanish of what the schema says; what names, contacts and fields say of themselves is known. */
  spanish?: Spanish;
  /** Filled as soon as it is read, for a caller that answers even when the rest throws. */
  kept?: { typed: TypedValues; language?: Language };
}

/** What a form held, to show it again. */
export type TypedValues = Record<string, string | string[]>;

export interface Refusal {
  status: number;
  title: string;
  errors?: FieldErrors;
  headers?: Record<string, string>;
}

export type Guarded<Value> =
  { refusal: null; value: Value; typed: TypedValues } | { refusal: Refusal; value: null; typed: TypedValues };

/** A trap for programs that fill in every field; people never see it. */
export const honeypotField = 'website_confirm';

/** Sent along when a form is to be shown in another language as it was typed, and nothing is to happen. */
export const shownInLanguage = 'in-language';

/** What a schema says where it has no words of its own. */
const zodInSpanish = spanish().localeError;

const usualLongest = 32 * 1024;
const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' };

/**
 * Whether a browser says that another site sent this. Programs that are no browser say nothing and
 * hold no cookie of ours. `Origin: null` is what our own no-referrer pages send where Sec-Fetch-Site
 * is unknown.
 */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  return (
    !!origin &&
    origin !== 'null' &&
    origin !== new URL(request.url).origin &&
    origin !== new URL(siteUrl()).origin
  );
}

export const tooManyTries = 'Too many tries from here. Wait a few minutes, or call us';

/** Checks a POST and parses what it carries. `address` is the sender's IP; only its keyed hash is kept. */
export async function guard<Schema extends z.ZodType>(
  request: Request,
  address: string,
  options: GuardOptions<Schema>,
): Promise<Guarded<z.infer<Schema>>> {
  let typed: TypedValues = {};
  // a page speaks the language of its address; an endpoint has one address, and is told
  let language = languageOf(new URL(request.url));
  let say = doorSpeaks(language);
  const refuse = (status: number, title: string, extras: Partial<Refusal> = {}) =>
    ({ refusal: { status, title, ...extras }, value: null, typed }) as const;

  if (request.method !== 'POST')
    return refuse(405, say('This address takes POST only'), { headers: { Allow: 'POST' } });
  if (isCrossSite(request)) return refuse(403, say('This form can only be sent from our own pages'));
  const contentType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== contentTypes[options.accepts]) {
    return refuse(415, say('Send this as {type}', { type: contentTypes[options.accepts] }), {
      headers: { Accept: contentTypes[options.accepts] },
    });
  }

  const longest = options.longest ?? usualLongest;
  const text = await textUpTo(request, longest);
  if (text === null)
    return refuse(413, say('What you sent is too long: the limit is {limit} kB', { limit: longest / 1024 }));
  let received: unknown;
  if (options.accepts === 'form') {
    received = typed = formValues(text);
    if (options.kept) options.kept.typed = typed;
  } else {
    try {
      received = JSON.parse(text);
    } catch {
      return refuse(400, say('What you sent is not valid JSON'));
    }
    if (typeof received !== 'object' || received === null || Array.isArray(received)) {
      return refuse(400, say('Send one JSON object'));
    }
  }

  const { [honeypotField]: trapped, ...fields } = received as Record<string, unknown>;
  if (options.accepts === 'json') {
    if (fields['language'] === 'es') language = 'es';
    say = doorSpeaks(language);
    if (options.kept) options.kept.language = language;
  }
  if (trapped) return refuse(400, say('We could not send this. Leave the hidden field empty, or call us'));

  if (options.accepts === 'form' && shownInLanguage in fields) return refuse(200, '', { errors: {} });

  const parsed = options.schema.safeParse(fields, language === 'es' ? { error: zodInSpanish } : {});
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error, (message) => messageIn(language, message, options.spanish));
    return refuse(422, say('There is a problem'), { errors });
  }

  const wait = options.limit === null ? 0 : await takeRateLimit(options.limit, address);
  if (wait > 0) {
    return refuse(429, say(tooManyTries), { headers: { 'Retry-After': String(wait) } });
  }
  return { refusal: null, value: parsed.data as z.infer<Schema>, typed };
}

/** Field name → sentences; what belongs to no field stands under "form". */
export function fieldErrors(error: z.ZodError, inWords = (message: string) => message): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? issue.path.map(String).join('.') : 'form';
    (errors[field] ??= []).push(inWords(issue.message));
  }
  return errors;
}

function formValues(text: string): TypedValues {
  const values: TypedValues = {};
  const parameters = new URLSearchParams(text);
  for (const name of new Set(parameters.keys())) {
    const all = parameters.getAll(name);
    values[name] = all.length > 1 ? all : (all[0] ?? '');
  }
  return values;
}
