import { purgeTags } from '#platform/purge.ts';

/** The tag of one meeting's page. Every answer made from meetings has the tag `meetings` as well. */
export const meetingTag = (slug: string): string => `meeting-${slug}`;

/**
 * To be awaited after meetings changed, by an import or by staff: the finder, the pages, the feed and the
 * calendars then show it at once. Never throws. A command line has no key to the CDN: what it changes
 * shows when the cached answers end, within a minute or so of the next visit.
 */
export const purgeMeetings = (): Promise<void> => purgeTags(['meetings']);
