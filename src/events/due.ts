import { rows, serviceDatabase } from '#platform/database.ts';

/**
 * What is done about events because time has passed: seats from the waiting list that nobody said yes to go
 * on, reminders and thanks are queued. Says how many of each. Safe to run several times at once. Throws
 * DatabaseUnavailable.
 */
export async function doWhatIsDue(): Promise<{ lapsed: number; queued: number }> {
  const database = serviceDatabase({ timeLimit: 20_000 });
  const lapsed = rows(await database.rpc('lapse_unconfirmed'));
  const queued = rows(await database.rpc('queue_event_mails'));
  return { lapsed, queued };
}
