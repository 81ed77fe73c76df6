import { rows, serviceDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import type { Composer, OutboxRow } from './letter.ts';
import { openPostbox, type Attempt, type Postbox } from './transport.ts';

const atOnce = 20;
const roundsAtMost = 10;

/**
 * Sends what is due, in rounds, until nothing is. Safe to run several times at once: a mail belongs to
 * whoever claimed it. Returns how many went out. Throws DatabaseUnavailable.
 */
export async function deliverMail(composers: Record<string, Composer>): Promise<number> {
  const postbox = openPostbox();
  let sent = 0;
  try {
    for (let round = 0; round < roundsAtMost; round += 1) {
      const claimed = rows(await serviceDatabase().rpc('claim_outbox', { p_limit: atOnce }));
      for (const row of claimed) {
        const attempt = await deliver(row, composers[row.kind], postbox);
        if (attempt.outcome === 'sent') sent += 1;
        else
          log({
            event: `mail-${attempt.outcome}`,
            route: row.kind,
            ...(attempt.code && { code: attempt.code }),
          });
        rows(
          await serviceDatabase().rpc('finish_outbox', {
            p_id: row.id,
            p_claimed_at: row.claimed_at ?? '',
            p_outcome: attempt.outcome,
            ...(attempt.code && { p_error: attempt.code }),
          }),
        );
      }
      if (claimed.length < atOnce) break;
    }
  } finally {
    postbox.close();
  }
  return sent;
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
