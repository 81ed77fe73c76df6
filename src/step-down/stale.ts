import { rows, serviceDatabase } from '#platform/database.ts';

/**
 * Whether the pages of programs that were built at `builtAt` (an instant) say something that is no longer so on
 * `today`: a program or a group changed, or a group that was shown has begun. Throws DatabaseUnavailable.
 */
export async function groupsAreStale(builtAt: string, today: string): Promise<boolean> {
  const database = serviceDatabase();
  const answers = await Promise.all([
    database.from('programs').select('id').gt('updated_at', builtAt).limit(1),
    database.from('cohorts').select('id').gt('updated_at', builtAt).limit(1),
    database
      .from('cohorts')
      .select('id')
      .eq('status', 'open')
      .gte('starts_on', builtAt.slice(0, 10))
      .lt('starts_on', today)
      .limit(1),
  ]);
  return answers.some((answer) => rows(answer).length > 0);
}
