import { securityHeaders } from './security-headers.ts';

/** Field name → sentences, each saying what to do. The same shape for JSON and for pages. */
export type FieldErrors = Record<string, string[]>;

export interface ProblemExtras {
  detail?: string;
  /** By which the line in the log is found. An extension member, as RFC 9457 has it. */
  requestId?: string;
  errors?: FieldErrors;
  headers?: Record<string, string>;
}

/** An error answer as RFC 9457 says: `application/problem+json`, never cached. */
export function problem(status: number, title: string, extras: ProblemExtras = {}): Response {
  const { headers, ...body } = extras;
  return new Response(JSON.stringify({ type: 'about:blank', title, status, ...body }), {
    status,
    headers: {
      ...securityHeaders,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  });
}

/** A JSON answer. Personal unless the caller says otherwise, so it is not cached by default. */
export function json(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: {
      ...securityHeaders,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...init.headers,
    },
  });
}
