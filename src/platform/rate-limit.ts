import { rows, serviceDatabase } from './database.ts';
import { keyedHash } from './tokens.ts';

/** So many of one thing in a window of time, from one network address or about one subject. */
export interface RateLimit {
  name: string;
  max: number;
  windowSeconds: number;
}

/** A limit, and whose: a network address, a contact, an event. Only a keyed hash of it is kept. */
export interface Counted {
  limit: RateLimit;
  whose: string;
}

/** Several to count at once, as `take_rate_limits` in SQL takes them. */
export const buckets = (counted: Counted[]) =>
  counted.map(({ limit, whose }) => ({
    bucket: bucket({ limit, whose }),
    limit: limit.max,
    window: limit.windowSeconds,
  }));

const bucket = ({ limit, whose }: Counted) => `${limit.name}:${keyedHash('rate-limit', whose)}`;

/** Counts one more under each limit. Returns 0 within all of them, else the longest wait. Throws DatabaseUnavailable. */
export async function takeRateLimits(limits: RateLimit[], whose: string): Promise<number> {
  const counted = buckets(limits.map((limit) => ({ limit, whose })));
  return rows(await serviceDatabase().rpc('take_rate_limits', { p_limits: counted }));
}

/** Counts one more. Returns 0 within the limit, else the seconds to wait. Throws DatabaseUnavailable. */
export async function takeRateLimit(limit: RateLimit, whose: string): Promise<number> {
  return rows(
    await serviceDatabase().rpc('take_rate_limit', {
      p_bucket: bucket({ limit, whose }),
      p_limit: limit.max,
      p_window_seconds: limit.windowSeconds,
    }),
  );
}
