import { keptByCdn } from '#platform/cached-answer.ts';

/**
 * Headers that let the CDN keep a public list: a minute as it is, then stale while it fetches anew.
 * `tags`: what it can be purged by, besides `meetings`.
 */
export const publicCache = (staleSeconds = 600, tags: string[] = []): Record<string, string> =>
  keptByCdn({ seconds: 60, staleSeconds, tags: ['meetings', ...tags] });

/** Of a list that is not up to date: it should not outlive the outage. */
export const notKept: Record<string, string> = { 'Cache-Control': 'no-store' };
