import * as z from 'zod';
import { rows, serviceDatabase } from '#platform/database.ts';
import { lateWork, type LatePart } from '#platform/late-work.ts';
import { alertTo } from './alert-letter.ts';
import type { Composer } from './letter.ts';

/**
 * Queues what the admins have to know this hour: for each problem one mail a day to each of them. `overdue`: whether
 * somebody waits for an answer longer than was promised. Returns how many. Throws DatabaseUnavailable.
 */
export const queueAlerts = async (overdue: boolean): Promise<number> =>
  z.int().parse(rows(await serviceDatabase().rpc('queue_alerts', { p_overdue: overdue })));

const isLate = async (part: LatePart) => (await lateWork(serviceDatabase())).includes(part);

const undelivered: Composer = async ({ staff_id: staffId }) =>
  z.boolean().parse(rows(await serviceDatabase().rpc('any_undelivered')))
    ? alertTo(staffId, {
        what: 'A mail of the site could not be delivered, or may not have been.',
        next: 'Send it again, reach the person in another way, or let it be. Until then it stays on the list.',
        page: '/staff/mail/',
      })
    : null;

const tasks: Composer = async ({ staff_id: staffId }) =>
  (await isLate('tasks'))
    ? alertTo(staffId, {
        what: 'Something that the site does by the clock was not done for longer than it should be: handing on seats, publishing, reading lists of meetings or asking how people are.',
        next: 'Tell whoever looks after the site. The log of its functions says which one fails, under “failed”.',
        page: '/staff/',
      })
    : null;

const purge: Composer = async ({ staff_id: staffId }) =>
  (await isLate('purge'))
    ? alertTo(staffId, {
        what: 'What we promised to delete was not deleted for 36 hours.',
        next: 'Tell whoever looks after the site that the daily run “purge-expired” fails or stands still. When it runs again, it deletes everything that is due.',
        page: '/staff/record/',
      })
    : null;

/** Who writes which alert. Written from how things stand when it is sent: what is well again is not told. */
export const alertMails: Record<string, Composer> = {
  'alert-undelivered': undelivered,
  'alert-tasks': tasks,
  'alert-purge': purge,
};
