import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { fetchWithin, type Database } from './database.ts';
import { publicDatabaseSettings } from './environment.ts';

/**
 * Supabase as a whole, with Auth and Storage: for pages and commands. It weighs five times what the rows alone
 * do, so functions take what they need of it: rows from
 * `database.ts`, files from `file-store.ts`, accounts from `accounts.ts`.
 */

export type Supabase = SupabaseClient<Database>;

/** Supabase as anybody may ask it. */
export function publicSupabase(): Supabase {
  const { SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: key } = publicDatabaseSettings();
  return createClient<Database>(url, key, {
    db: { retry: false },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: fetchWithin() },
  });
}
