import * as z from 'zod';
import type { Supabase } from '#platform/supabase.ts';

/** Who looks at the desk, as far as what they see first depends on it. What they may do, the database decides. */
export interface Viewer {
  /** Null when the session does not say: nothing is theirs then. */
  id: string | null;
  name: string;
  publishes: boolean;
}

const claims = z.object({ sub: z.uuid() });

/** `staff` as the door of the staff area let them in. */
export const viewerOf = async ({
  name,
  role,
  database,
}: {
  name: string;
  role: string;
  database: Supabase;
}): Promise<Viewer> => ({
  id: await idOf(database),
  name,
  publishes: role !== 'editor',
});

/** The id in the session's token, by its own word: the database checked the token when it was asked who this is. */
async function idOf(database: Supabase): Promise<string | null> {
  const { data } = await database.auth.getSession();
  const payload = data.session?.access_token.split('.')[1] ?? '';
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).sub;
  } catch {
    return null;
  }
}
