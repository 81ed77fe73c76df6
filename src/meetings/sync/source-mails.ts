import type { Composer } from '#mail/letter.ts';
import { serviceDatabase } from '#platform/database.ts';
import { site } from '#platform/site.ts';
import { momentText } from '../dates.ts';
import { sourceAndReader } from './sources.ts';

/**
 * To each coordinator and admin, once in each spell: a list has not come in for three days. Written from
 * how things stand: when it came in meanwhile, or the person left, there is nothing to say.
 */
const failing: Composer = async ({ source_id: sourceId, staff_id: staffId, transition }) => {
  const found = sourceId && staffId ? await sourceAndReader(serviceDatabase(), sourceId, staffId) : null;
  if (!found) return null;
  const { source, email } = found;
  if (source.failing_since === null || source.failing_spell !== transition) return null;
  const { timeZone } = site();
  const lastRead = source.last_imported_at === null ? 'Never' : momentText(source.last_imported_at, timeZone);
  return {
    to: email,
    language: 'en',
    forStaff: true,
    subject: 'A list on the site needs a look',
    body: [
      'For three days the site could not read a list that it takes from somebody else. It still shows the last good copy, which grows old.',
      {
        facts: [
          ['List', source.name],
          ['Not read since', momentText(source.failing_since, timeZone)],
          ['Last good copy', lastRead],
          ['What we see', source.failure ?? ''],
        ],
      },
      'Look whether the list has moved, or write to who keeps it. The site tries again every day, and you get this mail once.',
    ],
  };
};

export const sourceMails: Record<string, Composer> = { 'meeting-source-failing': failing };
