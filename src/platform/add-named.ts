import type { PostgrestError } from '@supabase/postgrest-js';
import { rows, uniqueViolation } from './database.ts';

/**
 * Adds a row under the first of `slugs` that is free, and returns its name in the address. `nameNow` asks for the name
 * it has by now: the same form sent twice is one row. Throws DatabaseUnavailable.
 */
export async function addNamed(
  slugs: Iterable<string>,
  nameNow: () => Promise<string | null>,
  add: (slug: string) => PromiseLike<{ data: unknown; error: PostgrestError | null; status: number }>,
): Promise<string> {
  const before = await nameNow();
  if (before !== null) return before;
  for (const slug of slugs) {
    const answer = await add(slug);
    if (answer.error?.code !== uniqueViolation) {
      rows(answer);
      return slug;
    }
    const twin = await nameNow();
    if (twin !== null) return twin;
  }
  throw new Error('No name is free');
}
