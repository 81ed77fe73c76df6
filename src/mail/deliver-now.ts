import { setTimeout } from 'node:timers/promises';
import { errorCode, log } from '#platform/log.ts';

/** Milliseconds in which those who are answered at once come together; the answer goes out before the mail. */
const gathering = 100;

let running: Promise<void> | null = null;
let askedMeanwhile = false;

/**
 * Sends what was just queued without waiting for the schedule. For `context.waitUntil` after the answer
 * is out: it never throws, and what it does not manage, `deliver-mail` does a minute later. A hundred
 * calls at once are one delivery and one more after it, so that mail never slows down the answers.
 */
export function deliverNow(): Promise<void> {
  askedMeanwhile = running !== null;
  running ??= deliver().finally(() => (running = null));
  return running;
}

async function deliver(): Promise<void> {
  do {
    await setTimeout(gathering);
    askedMeanwhile = false;
    try {
      // what letters need is read with the first of them: functions start sooner without
      const [{ deliverMail }, { composers }] = await Promise.all([
        import('./deliver.ts'),
        import('./composers.ts'),
      ]);
      await deliverMail(composers);
    } catch (error) {
      log({ event: 'deliver-now-failed', code: errorCode(error) });
      return;
    }
  } while (askedMeanwhile);
}
