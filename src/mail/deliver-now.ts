import { errorCode, log } from '#platform/log.ts';
import { composers } from './composers.ts';
import { deliverMail } from './deliver.ts';

/**
 * Sends what was just queued without waiting for the schedule. For `context.waitUntil` after the answer
 * is out: it never throws, and what it does not manage, `deliver-mail` does a minute later.
 */
export async function deliverNow(): Promise<void> {
  try {
    await deliverMail(composers);
  } catch (error) {
    log({ event: 'deliver-now-failed', code: errorCode(error) });
  }
}
