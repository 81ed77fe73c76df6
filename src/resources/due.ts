import { rows, serviceDatabase } from '#platform/database.ts';

/** What comes due: plans to publish go out, and what is over leaves. Returns how many changed. Throws DatabaseUnavailable. */
export const publishDueResources = async (): Promise<number> =>
  rows(await serviceDatabase().rpc('publish_due_resources'));

/** Whether pages built at `builtAt` (an instant) show a resource that is another by now. Throws DatabaseUnavailable. */
export async function resourcesAreStale(builtAt: string): Promise<boolean> {
  const changed = serviceDatabase().from('resources').select('id').neq('status', 'draft');
  return rows(await changed.gt('updated_at', builtAt).limit(1)).length > 0;
}
