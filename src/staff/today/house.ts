import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { counted, type TodayLine } from '#platform/today-line.ts';

/** What waits for an admin about the house itself: invitations that went wrong, and deleting that did not happen. */

interface House {
  /** Open invitations, with a code where the account could not be opened. */
  invitations: { trouble: string | null; created_at: string }[];
  /** When what was promised was deleted last; null: never. */
  purgedAt: string | null;
  /** When the first of the team came: a house of yesterday has deleted nothing yet. */
  since: string | null;
}

const hoursSince = (moment: string, now: Temporal.Instant) =>
  (now.epochMilliseconds - instant(moment).epochMilliseconds) / 3_600_000;

export function houseLines({ invitations, purgedAt, since }: House, now: Temporal.Instant): TodayLine[] {
  const stuck = invitations.filter(
    ({ trouble, created_at }) => trouble !== null || hoursSince(created_at, now) > 24,
  ).length;
  const last = purgedAt ?? since;
  const late = last === null ? 0 : Math.floor(hoursSince(last, now) / 24);
  return [
    ...(stuck > 0
      ? [
          {
            ...({ when: 'now', href: '/staff/team/' } as const),
            text: `${counted(stuck, 'invitation', 'invitations')} did not go out`,
          },
        ]
      : []),
    ...(late >= 3
      ? [
          {
            ...({ when: 'now', href: '/staff/record/' } as const),
            text: `What we promised to delete was not deleted for ${late} days`,
            more: 'Tell whoever looks after the site that the daily run “purge-expired” stands still.',
          },
        ]
      : []),
  ];
}

const invitation = z.object({ trouble: z.string().nullable(), created_at: z.string() });

/** The same, asked as an admin. Throws DatabaseUnavailable. */
export async function houseToday(database: OnwardDatabase, now: Temporal.Instant): Promise<TodayLine[]> {
  const [invitations, purges, team] = await Promise.all([
    database.from('staff_invitations').select('trouble, created_at').is('opened_at', null).limit(100),
    database.from('purge_log').select('at').order('at', { ascending: false }).limit(1),
    database.from('staff').select('created_at').order('created_at').limit(1),
  ]);
  const house = {
    invitations: z.array(invitation).parse(rows(invitations)),
    purgedAt: rows(purges)[0]?.at ?? null,
    since: rows(team)[0]?.created_at ?? null,
  };
  return houseLines(house, now);
}
