import { systemClock, type Clock } from '#platform/clock.ts';
import type { OnwardDatabase } from '#platform/database.ts';
import { purgeMeetings } from '../purge.ts';
import type { KeptMeeting } from './kept-meetings.ts';
import type { GroupAction } from './page-form.ts';
import { changeMeeting, removeException, setException } from './save-meeting.ts';

/** Does what a button on a meeting's page says. Doing it twice is doing it once. Throws DatabaseUnavailable. */
export async function act(
  database: OnwardDatabase,
  meeting: KeptMeeting,
  action: GroupAction,
  clock: Clock = systemClock,
): Promise<'saved' | 'changed'> {
  const outcome = await change(database, meeting.id, action, clock);
  if (outcome === 'saved') await purgeMeetings();
  return outcome;
}

async function change(database: OnwardDatabase, id: string, action: GroupAction, clock: Clock) {
  switch (action.do) {
    case 'save':
      return changeMeeting(database, id, action.columns, action.updatedAt);
    case 'confirm':
      return changeMeeting(database, id, { confirmed_at: clock().toString() });
    case 'list':
      return changeMeeting(database, id, { status: action.status });
    case 'date':
      await setException(database, id, action.change);
      return 'saved';
    case 'usual':
      await removeException(database, id, action.on);
      return 'saved';
  }
}
