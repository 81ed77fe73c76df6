import { purgeCache } from '@netlify/functions';
import { canPurge } from './environment.ts';
import { errorCode, log } from './log.ts';

/**
 * Asks the CDN to forget what it holds under these tags, so that a change shows at once. Away from the
 * host there is nothing to forget. It never throws: what is cached ends by itself within minutes, and a
 * change that was made must not look as if it failed.
 */
export async function purgeTags(tags: string[], purge: typeof purgeCache = purgeCache): Promise<void> {
  if (!canPurge() || tags.length === 0) return;
  try {
    await purge({ tags });
  } catch (error) {
    log({ event: 'purge-failed', code: errorCode(error), count: tags.length });
  }
}
