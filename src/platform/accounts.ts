import { GoTrueAdminApi } from '@supabase/auth-js';
import { fetchWithin, keyHeaders } from './database.ts';
import { serviceDatabaseSettings } from './environment.ts';
import type { Supabase } from './supabase.ts';

/** Makes, lists and deletes accounts of Supabase Auth. */
export type Accounts = Pick<Supabase['auth']['admin'], 'createUser' | 'deleteUser' | 'listUsers'>;

/** With the service's key, without the rest of Supabase's client. */
export function serviceAccounts(): Accounts {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = serviceDatabaseSettings();
  return new GoTrueAdminApi({ url: `${url}/auth/v1`, headers: keyHeaders(key), fetch: fetchWithin() });
}
