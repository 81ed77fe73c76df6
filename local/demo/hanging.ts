import { rows, type OnwardDatabase } from '#platform/database.ts';
import { each } from './batches.ts';
import type { DemoRow, DemoRows } from './rows.ts';

/** What hangs on rows of the demo, and which of them something else hangs on. Reads only; throws DatabaseUnavailable. */

type Id = { id: string };

/** Those of `owners` that own nothing but rows of the demo. */
const owningNothingElse = (
  owners: readonly Id[],
  owned: { id: string; owner: string | null }[],
  demo: DemoRow[],
) => {
  const made = new Set(demo.map(({ id }) => id));
  const needed = new Set(owned.filter(({ id }) => !made.has(id)).map(({ owner }) => owner));
  return owners.filter(({ id }) => !needed.has(id));
};

/** Lists of meetings that hold only what the demo put there. */
export async function emptySources(database: OnwardDatabase, { found }: DemoRows): Promise<Id[]> {
  const owned = await each(found.meeting_sources, async (ids) =>
    rows(await database.from('meetings').select('id, owner:source_id').in('source_id', ids)),
  );
  return owningNothingElse(found.meeting_sources, owned, found.meetings);
}

/** Programs that nobody added a group to. */
export async function emptyPrograms(database: OnwardDatabase, { found }: DemoRows): Promise<Id[]> {
  const owned = await each(found.programs, async (ids) =>
    rows(await database.from('cohorts').select('id, owner:program_id').in('program_id', ids)),
  );
  return owningNothingElse(found.programs, owned, found.cohorts);
}

/** Series of which nobody changed a date. */
export async function emptySeries(database: OnwardDatabase, { series, found }: DemoRows): Promise<Id[]> {
  const all = series.map((id) => ({ id }));
  const owned = await each(all, async (ids) =>
    rows(await database.from('events').select('id, owner:series_id').in('series_id', ids)),
  );
  return owningNothingElse(all, owned, found.events);
}

/** The seats of made-up events, their sessions and groups. */
export async function poolsOf(database: OnwardDatabase, { found }: DemoRows): Promise<Id[]> {
  const events = await each(found.events, async (ids) =>
    rows(await database.from('events').select('pool_id, online_pool_id').in('id', ids)),
  );
  const sessions = await each(found.events, async (ids) =>
    rows(await database.from('event_sessions').select('pool_id').in('event_id', ids)),
  );
  const cohorts = await each(found.cohorts, async (ids) =>
    rows(await database.from('cohorts').select('pool_id').in('id', ids)),
  );
  const ids = [
    ...events.flatMap(({ pool_id, online_pool_id }) => [pool_id, online_pool_id]),
    ...[...sessions, ...cohorts].map(({ pool_id }) => pool_id),
  ];
  return ids.filter((id) => id !== null).map((id) => ({ id }));
}

/** Whether an account that is not the demo's can still let people in. */
export async function hasAnotherAdmin(database: OnwardDatabase, { staff }: DemoRows): Promise<boolean> {
  const admins = rows(await database.from('staff').select('user_id').eq('role', 'admin').eq('active', true));
  return admins.some(({ user_id }) => !staff.includes(user_id));
}
