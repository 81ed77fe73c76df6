import { PostgrestClient, type PostgrestError } from '@supabase/postgrest-js';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './database.types.ts';
import { publicDatabaseSettings, serviceDatabaseSettings } from './environment.ts';

export type { Database, Json } from './database.types.ts';
/** Rows and functions of the database. A whole client of Supabase is one as well. */
export type OnwardDatabase = Pick<SupabaseClient<Database>, 'from' | 'rpc'>;

/** The database did not answer, or not in time. Callers answer 503 and keep what was typed. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds = 30) {
    super('The database does not answer');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const timeLimitMilliseconds = 15_000;

function client(url: string, key: string, timeLimit = timeLimitMilliseconds): OnwardDatabase {
  return new PostgrestClient<Database>(`${url}/rest/v1`, {
    headers: keyHeaders(key),
    schema: 'public',
    fetch: fetchWithin(timeLimit),
    // a database that is away is said at once: the caller shows the form again
    retry: false,
  });
}

/** How Supabase is asked with a key of the project and without a session. */
export const keyHeaders = (key: string): Record<string, string> => ({
  apikey: key,
  Authorization: `Bearer ${key}`,
});

/** fetch that gives up after so many milliseconds. */
export const fetchWithin =
  (timeLimit = timeLimitMilliseconds): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeLimit) });

/** What anybody may read: row level security decides. `timeLimit` in milliseconds. */
export function publicDatabase(options: { timeLimit?: number } = {}): OnwardDatabase {
  const settings = publicDatabaseSettings();
  return client(settings.SUPABASE_URL, settings.SUPABASE_PUBLISHABLE_KEY, options.timeLimit);
}

/**
 * The service: passes row level security, so only functions of the server hold it. `timeLimit` in
 * milliseconds.
 */
export function serviceDatabase(options: { timeLimit?: number } = {}): OnwardDatabase {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = serviceDatabaseSettings();
  const name = `${url} ${key} ${options.timeLimit}`;
  const known = services.get(name) ?? client(url, key, options.timeLimit);
  services.set(name, known);
  return known;
}

/** The service is nobody and holds no session, so one client serves all calls: making one costs as much as a call. */
const services = new Map<string, OnwardDatabase>();

/**
 * Narrows a change to a row that is still as somebody saw it: nothing is changed when somebody else was there
 * meanwhile. Without `updatedAt` (the row's `updated_at` as they saw it) it is changed whatever it is.
 */
export function asSeen<Change extends Narrowed<Change>>(
  change: Change,
  updatedAt: string | undefined,
): Change {
  if (updatedAt === undefined) return change;
  // an instant comes back in milliseconds; the database keeps microseconds
  const seen = Math.floor(Date.parse(updatedAt));
  return change
    .gte('updated_at', new Date(seen).toISOString())
    .lt('updated_at', new Date(seen + 1).toISOString());
}

interface Narrowed<Change> {
  gte(column: 'updated_at', value: string): Change;
  lt(column: 'updated_at', value: string): Change;
}

/** The SQLSTATE of what may be there once and is there. */
export const uniqueViolation = '23505';

/**
 * SQLSTATEs that mean "not now". By class: the connection broke (08), something has run out, as the disk or the
 * connections (53), it was shut down, crashed or cancelled the statement (57), its disk fails (58). Alone: nothing may be
 * written, as Supabase says of a full disk (25006), and two waited for each other (40001, 40P01).
 */
const passing = /^(?:(?:08|53|57|58)[0-9A-Z]{3}|25006|40001|40P01|PGRST00[0-3])$/;

/**
 * The rows of an answer. Throws {@link DatabaseUnavailable} when the database did not answer or a lock
 * was not to be had in time, and a plain Error that carries only the SQLSTATE for everything else.
 */
export function rows<Data>(answer: {
  data: Data;
  error: PostgrestError | null;
  status: number;
}): NonNullable<Data> {
  if (!answer.error) return answer.data as NonNullable<Data>;
  const { code } = answer.error;
  if (code === '55P03') throw new DatabaseUnavailable(3);
  if (
    passing.test(code ?? '') ||
    answer.status === 0 ||
    (answer.status >= 500 && !/^[0-9A-Z]{5}$/.test(code ?? ''))
  ) {
    throw new DatabaseUnavailable();
  }
  throw new Error(`Database error ${code || answer.status}`);
}
