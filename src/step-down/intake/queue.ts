import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { channels, closings, kinds, reasonsToWait, statuses } from '../schema.ts';

/**
 * The queue as the clinician or admin who asks may list it: only what stands in clear, so listing writes
 * nothing down. Everything throws DatabaseUnavailable.
 */

const request = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  language: z.enum(['en', 'es']),
  status: z.enum(statuses),
  owner_id: z.uuid().nullable(),
  asked_at: z.string(),
  waits_for: z.enum(reasonsToWait),
  closed_why: z.enum(closings).nullable(),
  closed_at: z.string().nullable(),
  program: z.object({ title: z.string() }).nullable(),
  cohort: z.object({ slug: z.string(), starts_on: z.string() }).nullable(),
  place: z.object({ status: z.enum(['held', 'waiting', 'released', 'asked']) }).nullable(),
});
/** One request, without anything that tells whose it is. */
export type QueuedRequest = z.infer<typeof request>;

const columns =
  'id, reference, kind, channel, language, status, owner_id, asked_at, waits_for, closed_why, closed_at, ' +
  'program:programs(title), cohort:cohorts(slug, starts_on), place:places!sign_ups_place_id_fkey(status)';

/** As many as one page shows of a group; the count says how many there are. */
export const most = 200;

export interface Requests {
  requests: QueuedRequest[];
  count: number;
}

/** What to list: some kind, and whose. Undefined: all. `owner` null: nobody's. */
export interface Wanted {
  kind?: QueuedRequest['kind'] | undefined;
  owner?: string | null | undefined;
}

function listed(database: OnwardDatabase, { kind, owner }: Wanted) {
  let asked = database.from('sign_ups').select(columns, { count: 'exact' }).limit(most);
  if (kind !== undefined) asked = asked.eq('kind', kind);
  if (owner === null) asked = asked.is('owner_id', null);
  else if (owner !== undefined) asked = asked.eq('owner_id', owner);
  return asked;
}

const read = (answer: Parameters<typeof rows>[0] & { count: number | null }): Requests => {
  const requests = z.array(request).parse(rows(answer));
  return { requests, count: answer.count ?? requests.length };
};

/** Who waits for a first answer, the first who asked first. */
export const waitingRequests = async (database: OnwardDatabase, wanted: Wanted = {}): Promise<Requests> =>
  read(await listed(database, wanted).in('status', ['received', 'read']).order('asked_at').order('id'));

/** Who was answered and is not done. Check-ins whose next day is set are in nobody's hands, and not among them. */
export async function requestsInProgress(database: OnwardDatabase, wanted: Wanted = {}): Promise<Requests> {
  const [contacted, scheduled] = await Promise.all([
    listed(database, wanted).eq('status', 'contacted').order('asked_at').order('id'),
    listed(database, wanted).eq('status', 'scheduled').neq('kind', 'check-ins').order('asked_at').order('id'),
  ]);
  const both = [read(contacted), read(scheduled)];
  return {
    requests: both
      .flatMap(({ requests }) => requests)
      .sort((a, b) => a.asked_at.localeCompare(b.asked_at) || a.id.localeCompare(b.id)),
    count: both.reduce((sum, { count }) => sum + count, 0),
  };
}

/** What ended, the latest first. It goes when its time is over. */
export const endedRequests = async (database: OnwardDatabase, wanted: Wanted = {}): Promise<Requests> =>
  read(
    await listed(database, wanted)
      .in('status', ['closed', 'withdrawn'])
      .order('closed_at', { ascending: false })
      .order('id'),
  );

/** One request by its id; null when there is none, or what was asked for is no id. */
export async function requestById(database: OnwardDatabase, id: string): Promise<QueuedRequest | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return read(await listed(database, {}).eq('id', id)).requests[0] ?? null;
}

/** The id of the request somebody names on the phone; spaces, case and a missing hyphen do not matter. */
export async function findByReference(database: OnwardDatabase, said: string): Promise<string | null> {
  const letters = said.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (letters.length !== 8) return null;
  const reference = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const answer = await database.from('sign_ups').select('id').eq('reference', reference).limit(1);
  return rows(answer)[0]?.id ?? null;
}
