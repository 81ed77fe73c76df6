import { instant } from '#platform/clock.ts';

/** Where a change is on its way from staff to the pages that visitors see. */
export type Publishing = 'saved' | 'building' | 'live' | 'failed' | 'late';

/** Instants. */
export interface Signs {
  /** When the database took the change. */
  changedAt: string;
  /** When the build of the running site began; null before the first. */
  builtAt: string | null;
  /** When the host was asked for a new site last. */
  askedAt: string | null;
  /** When a build failed, if the last one that ended did. */
  failedAt: string | null;
  now: string;
}

/** A build takes about a minute; past this something is in its way. */
const longestBuild = 5 * 60_000;
/** Whoever changes something asks for a build at once, or after the quiet of the one before. */
const longestUnasked = 2 * 60_000;

/**
 * What may be said of a change. Only the site itself can say that it is live: its build began after the change.
 * What the host was asked for or said never makes it so.
 */
export function stateOf(signs: Signs): Publishing {
  const [changed, now] = [at(signs.changedAt), at(signs.now)];
  const [built, asked, failed] = [signs.builtAt, signs.askedAt, signs.failedAt].map((moment) =>
    moment === null ? -Infinity : at(moment),
  ) as [number, number, number];
  if (built >= changed) return 'live';
  // a failure from before the last asking, or from before the change, says nothing of what comes
  if (failed >= Math.max(changed, asked)) return 'failed';
  if (asked >= changed) return now - asked <= longestBuild ? 'building' : 'late';
  return now - changed <= longestUnasked ? 'saved' : 'late';
}

const at = (moment: string) => instant(moment).epochMilliseconds;
