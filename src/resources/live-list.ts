import { sayIn, type Say } from '#i18n/spoken.ts';
import type { Audience, Language, ResourceKind, Topic } from './schema.ts';
import type { newerSpanish } from './spanish.ts';

/** How a list of resources is brought up to now, without a new page. Runs in the browser. */

/** What a row of a list shows. */
export interface ListedResource {
  slug: string;
  title: string;
  summary: string;
  kind: ResourceKind;
  topics: Topic[];
  audience: Audience;
  language: Language;
  /** An instant. */
  updatedAt: string;
}

/** The answer of `/api/resources`. */
export interface ResourcesNow {
  /** The names of all that is published. */
  all: string[];
  /** What was posted or changed in the last days, the newest first. */
  fresh: ListedResource[];
}

/** What changes on a page that was built at `builtAt`, an instant, and shows these names. */
export function changesSince(shown: string[], builtAt: string, now: ResourcesNow) {
  const there = new Set(now.all);
  const known = new Set(shown);
  const newer = now.fresh.filter(({ updatedAt }) => Date.parse(updatedAt) > Date.parse(builtAt));
  return {
    gone: shown.filter((slug) => !there.has(slug)),
    changed: newer.filter(({ slug }) => known.has(slug)),
    added: newer.filter(({ slug }) => !known.has(slug)),
  };
}

/** "2 new posts", or null when nothing is to be said. */
export const newPostsInWords = (count: number, say: Say<keyof typeof newerSpanish> = sayIn('en', {})) =>
  count === 0
    ? null
    : say.count(count, 'One post is newer than this page', '{count} posts are newer than this page');
