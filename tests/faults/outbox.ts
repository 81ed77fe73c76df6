import type { Client } from '../support/postgres.ts';

/** How many mails there are of each status. */
export async function mailStatuses(owner: Client): Promise<Record<string, number>> {
  const found = await owner.unsafe<{ status: string; count: number }[]>(
    'select status, count(*)::integer as count from public.outbox group by status order by status',
  );
  return Object.fromEntries(found.map(({ status, count }) => [status, count]));
}

/** So many minutes pass for the outbox: what waits is due sooner, and claims are older. */
export const minutesPass = (owner: Client, minutes: number) =>
  owner.unsafe(
    `update public.outbox set due_at = due_at - interval '${minutes} minutes' where status = 'queued';
     update public.outbox set claimed_at = claimed_at - interval '${minutes} minutes' where status = 'sending'`,
  );

export const twice = (ids: string[]): number => ids.length - new Set(ids).size;
