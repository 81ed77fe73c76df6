import { serviceAccounts } from '#platform/accounts.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { Answers } from './answers.ts';
import { each } from './batches.ts';
import { emptyPrograms, emptySeries, emptySources, hasAnotherAdmin, poolsOf } from './hanging.ts';
import type { DemoRows } from './rows.ts';

export interface Removal {
  /** How many rows of each table, in the order they go. */
  removed: [table: string, count: number][];
  /** What stays, and why. */
  stays: string[];
}

/**
 * Removes the demo's rows with everything that hangs on them, or with `really: false` only counts them. It can be
 * run again after it was cut short, except that seats without an event are then left. Throws DatabaseUnavailable.
 */
export async function removeDemo(
  database: OnwardDatabase,
  demo: DemoRows,
  answers: Answers,
  really: boolean,
): Promise<Removal> {
  const { found } = demo;
  const [series, programs, sources, pools, otherAdmin] = [
    await emptySeries(database, demo),
    await emptyPrograms(database, demo),
    await emptySources(database, demo),
    await poolsOf(database, demo),
    await hasAnotherAdmin(database, demo),
  ];
  // the series before its dates: the next one is not opened meanwhile
  const steps = [
    ['event_series', series],
    ['events', found.events],
    ['sign_ups', answers.signUps.map((id) => ({ id }))],
    ['cohorts', found.cohorts],
    ['programs', programs],
    ['seat_pools', pools],
    ['meetings', found.meetings],
    ['meeting_sources', sources],
    ['resources', found.resources],
  ] as const;
  const removed: Removal['removed'] = [];
  for (const [table, going] of steps) {
    const gone = really
      ? await each(going, async (ids) => rows(await database.from(table).delete().in('id', ids).select('id')))
      : going;
    removed.push([table, gone.length]);
  }
  const staff = otherAdmin ? demo.staff : [];
  if (really) for (const id of staff) await removeAccount(id);
  removed.push(['staff', staff.length]);

  const stay = (count: number, what: string) => (count > 0 ? [`${count} made-up ${what}`] : []);
  return {
    removed,
    stays: [
      ...stay(demo.series.length - series.length, 'series: somebody changed one of its dates'),
      ...stay(found.programs.length - programs.length, 'programs: a group of yours belongs to them'),
      ...stay(found.meeting_sources.length - sources.length, 'lists: a meeting of yours belongs to them'),
      ...stay(
        demo.staff.length - staff.length,
        'staff: nobody else is an admin. Invite one (npm run staff:invite) and run this again',
      ),
    ],
  };
}

/** The account and with it the person's row. */
async function removeAccount(id: string): Promise<void> {
  const { error } = await serviceAccounts().deleteUser(id);
  if (error && error.code !== 'user_not_found') {
    throw new Error(`An account of the made-up staff stays: Auth says ${error.code ?? error.name}`);
  }
}
