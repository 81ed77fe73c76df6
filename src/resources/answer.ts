import { keptByCdn } from '#platform/cached-answer.ts';

/** How a public answer about resources may be kept: by the CDN for half a minute, by browsers only to ask again. */
export const publicUntilTheNextBuild = keptByCdn({ seconds: 15, staleSeconds: 15, tags: ['resources'] });
