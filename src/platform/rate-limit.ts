import { rows, serviceDatabase } from './database.ts';
import { keyedHash } from './tokens.ts';

/** So many of one thing in a window of time, from one network address or about one subject. */
export interface RateLimit {
  name: string;
  max: number;
  windowSeconds: number;
}

/**
 * Counts one more. Returns 0 within the limit, else the seconds to wait. `whose` is kept as a keyed hash
 * only. Throws DatabaseUnavailable.
 */
export async function takeRateLimit(limit: RateLimit, whose: string): Promise<number> {
  return rows(
    await serviceDatabase().rpc('take_rate_limit', {
      p_bucket: `${limit.name}:${keyedHash('rate-limit', whose)}`,
      p_limit: limit.max,
      p_window_seconds: limit.windowSeconds,
    }),
  );
}
