import { rows, serviceDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import type { Composer, OutboxRow } from './letter.ts';
import { openPostbox, type Attempt, type Postbox } from './transport.ts';

/** A scheduled function is ended after 30 s: a mail claimed and never tried would be a mail nobody knows about. */
const startsWithinMilliseconds = 12_000;
/** As many as the postbox sends side by side, so that no claimed mail waits behind another. */
const atOnce = 3;

/**
 * Sends what is due, a few at a time, until nothing is or time is short. Safe to run several times at once: a mail belongs to
 * whoever claimed it. Returns how many went out. Throws DatabaseUnavailable.
 */
export async function deliverMail(composers: Record<string, Composer>): Promise<number> {
  const postbox = openPostbox();
  let sent = 0;
  try {
    const started = performance.now();
    while (performance.now() - started < startsWithinMilliseconds) {
      const claimed = rows(await serviceDatabase().rpc('claim_outbox', { p_limit: atOnce }));
      const attempts = await Promise.all(claimed.map((row) => settle(row, composers[row.kind], postbox)));
      sent += attempts.filter(({ outcome }) => outcome === 'sent').length;
      if (claimed.length < atOnce) break;
    }
  } finally {
    postbox.close();
  }
  return sent;
}

/** Tries one mail and writes down how it went. */
async function settle(row: OutboxRow, compose: Composer | undefined, postbox: Postbox) {
  const attempt = await deliver(row, compose, postbox);
  if (attempt.outcome !== 'sent') {
    log({ event: `mail-${attempt.outcome}`, route: row.kind, ...(attempt.code && { code: attempt.code }) });
  }
  rows(
    await serviceDatabase().rpc('finish_outbox', {
      p_id: row.id,
      p_claimed_at: row.claimed_at ?? '',
      p_outcome: attempt.outcome,
      ...(attempt.code && { p_error: attempt.code }),
    }),
  );
  return attempt;
}

async function deliver(
  row: OutboxRow,
  compose: Composer | undefined,
  postbox: Postbox,
): Promise<Attempt | { outcome: 'dropped'; code?: string }> {
  if (!compose) return { outcome: 'failed', code: 'no-composer' };
  try {
    const letter = await compose(row);
    return letter ? await postbox.send(letter, row.id) : { outcome: 'dropped' };
  } catch (error) {
    // a key that is missing or a database that is slow today may be there tomorrow
    return { outcome: 'retry', code: errorCode(error) };
  }
}
