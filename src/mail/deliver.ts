import { rows, serviceDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import type { Attempt } from './attempt.ts';
import type { Composer, OutboxRow } from './letter.ts';
import { openPostbox, type Postbox } from './transport.ts';

/** A scheduled function is ended after 30 s: a mail claimed and never tried would be a mail nobody knows about. */
const startsWithinMilliseconds = 10_000;
/** By then a letter was sent or given up, and there is time to write down which. */
const endsWithinMilliseconds = 25_000;
/** As many as the postbox sends side by side, so that no claimed mail waits behind another. */
const atOnce = 3;

type Ending = Attempt | { outcome: 'dropped'; code?: string };

/**
 * Sends what is due, a few at a time, until nothing is, time is short, or the provider takes nothing. Safe
 * to run several times at once: a mail belongs to whoever claimed it. Returns how many went out. Throws
 * DatabaseUnavailable.
 */
export async function deliverMail(composers: Record<string, Composer>): Promise<number> {
  const postbox = openPostbox();
  const started = performance.now();
  const timeIsUp = AbortSignal.timeout(endsWithinMilliseconds);
  let sent = 0;
  try {
    while (performance.now() - started < startsWithinMilliseconds) {
      const claimed = rows(await serviceDatabase().rpc('claim_outbox', { p_limit: atOnce }));
      const endings = await all(claimed.map((row) => settle(row, composers[row.kind], postbox, timeIsUp)));
      sent += endings.filter(({ outcome }) => outcome === 'sent').length;
      // the mails behind keep their attempts for when the provider is back
      if (claimed.length < atOnce || endings.every(({ outcome }) => outcome === 'retry')) break;
    }
  } finally {
    postbox.close();
  }
  return sent;
}

/** Waits for all of them before it throws, so that none is left alone half-way. */
async function all<Value>(work: Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Tries one mail and writes down how it went. */
async function settle(
  row: OutboxRow,
  compose: Composer | undefined,
  postbox: Postbox,
  timeIsUp: AbortSignal,
): Promise<Ending> {
  const ending = await deliver(row, compose, postbox, timeIsUp);
  if (ending.outcome !== 'sent') {
    log({ event: `mail-${ending.outcome}`, route: row.kind, ...(ending.code && { code: ending.code }) });
  }
  // a second time, since a mail that is sent and not known to be sent needs a person
  await finish(row, ending).catch(() => finish(row, ending));
  return ending;
}

const finish = async (row: OutboxRow, { outcome, code }: Ending) =>
  rows(
    await serviceDatabase().rpc('finish_outbox', {
      p_id: row.id,
      p_claimed_at: row.claimed_at ?? '',
      p_outcome: outcome,
      ...(code && { p_error: code }),
    }),
  );

async function deliver(
  row: OutboxRow,
  compose: Composer | undefined,
  postbox: Postbox,
  timeIsUp: AbortSignal,
): Promise<Ending> {
  if (!compose) return { outcome: 'failed', code: 'no-composer' };
  try {
    const letter = await compose(row);
    return letter ? await postbox.send(letter, row.id, timeIsUp) : { outcome: 'dropped' };
  } catch (error) {
    // a key that is missing or a database that is slow today may be there tomorrow
    return { outcome: 'retry', code: errorCode(error) };
  }
}
