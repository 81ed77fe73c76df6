import { StorageClient } from '@supabase/storage-js';
import { fetchWithin, keyHeaders } from './database.ts';
import { publicDatabaseSettings, serviceDatabaseSettings } from './environment.ts';
import type { Supabase } from './supabase.ts';

/** Where the bytes of files are: Storage, without the rest of Supabase's client. A whole client is one as well. */
export type FileStore = Pick<Supabase, 'storage'>;

const store = (url: string, key: string, timeLimit?: number): FileStore => ({
  storage: new StorageClient(`${url}/storage/v1`, keyHeaders(key), fetchWithin(timeLimit)),
});

/** Files as anybody may have them: its policies decide. */
export function publicFiles(): FileStore {
  const { SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: key } = publicDatabaseSettings();
  return store(url, key);
}

/** Files as the service, which passes the policies. `timeLimit` in milliseconds, for commands that may wait. */
export function serviceFiles(options: { timeLimit?: number } = {}): FileStore {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = serviceDatabaseSettings();
  return store(url, key, options.timeLimit);
}
