import type { Publishing } from './state.ts';

/** What staff are told of a change, each true at the moment it is said. Runs in the browser as well. */
export const publishingWords: Record<Publishing, { short: string; more: string }> = {
  saved: { short: 'Saved', more: 'A new site is asked for in a moment.' },
  building: { short: 'Building, about a minute', more: 'You can leave this page: it goes on by itself.' },
  live: { short: 'Live', more: '' },
  failed: {
    short: 'The last build failed',
    more: 'Your words are safe, and the site shows the version before. It is tried again within ten minutes. If it fails again, tell whoever looks after the site to read its build log.',
  },
  late: {
    short: 'This takes longer than usual',
    more: 'Your words are safe, and the site shows the version before. It is asked for again within ten minutes.',
  },
};

/** Worth asking again soon. */
export const isOnItsWay = (state: Publishing): boolean => state === 'saved' || state === 'building';
