import type { TodayLine } from '#platform/today-line.ts';
import type { SiteBuilds } from './site-builds.ts';

/** A build that failed, on the page of the day; nothing while all is well. */
export const buildLines = ({ failedAt }: Pick<SiteBuilds, 'failedAt'>): TodayLine[] =>
  failedAt === null
    ? []
    : [
        {
          when: 'now',
          href: '/staff/resources/',
          text: 'The site could not be built anew',
          more: 'Visitors see it as it was, and nothing is lost. Publish something again; if it fails once more, tell whoever looks after the site.',
        },
      ];
