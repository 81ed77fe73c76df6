import { DatabaseUnavailable } from './database.ts';
import { errorCode, log } from './log.ts';

export interface Failure {
  /** 503: the database is away and may be back. 500: nobody expected this. */
  status: 500 | 503;
  /** When to try again, where that can be said. */
  headers: Record<string, string>;
}

/**
 * Writes the one line that a request which failed leaves in the log, and says how it is answered. `requestId` is shown
 * with the answer (`callWith`), so that whoever calls about it names the line.
 */
export function failureOf(error: unknown, route: string, requestId: string): Failure {
  const down = error instanceof DatabaseUnavailable;
  const status = down ? 503 : 500;
  log({ event: 'failed', route, requestId, status, code: errorCode(error) });
  return { status, headers: down ? { 'Retry-After': String(error.retryAfterSeconds) } : {} };
}
