import { startMailProvider } from './mail-provider.ts';
import { startRealPostgres, type Client } from './postgres.ts';
import { serveRest } from './real-stack.ts';
import { addEvent } from './seats.ts';

/** A real PostgreSQL, its REST interface and a real SMTP server: the whole way of a mail, from an answer to its arrival. */

/**
 * Starts both, once per file. Each test opens a database of its own (`await using`) with its events by their seats,
 * which the settings then name; the provider takes everything from then on, and has seen nothing yet.
 */
export async function openMailroom(options?: Parameters<typeof startRealPostgres>[0]) {
  const postgres = await startRealPostgres(options);
  const provider = await startMailProvider();
  return {
    ...{ server: postgres.server, provider },
    async outbox(events: Record<string, number | null> = { supper: null }) {
      const database = await postgres.freshDatabase();
      const rest = await serveRest(database, { SMTP_URL: provider.url });
      for (const [slug, capacity] of Object.entries(events))
        await addEvent(database.owner, slug, { capacity });
      provider.behave('takes-it');
      provider.handed.length = provider.taken.length = 0;
      return {
        owner: database.owner,
        ...outboxOf(database.owner),
        async [Symbol.asyncDispose]() {
          await rest[Symbol.asyncDispose]();
          await database[Symbol.asyncDispose]();
        },
      };
    },
    async close() {
      await provider.goDown();
      await postgres.close();
    },
  };
}
export type Mailroom = Awaited<ReturnType<typeof openMailroom>>;
export type Outbox = Awaited<ReturnType<Mailroom['outbox']>>;

const outboxOf = (owner: Client) => ({
  /** So many people are coming to supper, each with a mail that is due and that nobody sends. */
  queue: (count: number) =>
    owner.unsafe(
      `select public.create_rsvp('supper', 'Ana', 1, p_email => 'p' || n || '@example.org') from generate_series(1, ${count}) n`,
    ),

  /** How many mails there are of each status. */
  async statuses(): Promise<Record<string, number>> {
    const found = await owner.unsafe<{ status: string; count: number }[]>(
      'select status, count(*)::integer as count from public.outbox group by status order by status',
    );
    return Object.fromEntries(found.map(({ status, count }) => [status, count]));
  },

  /** So many minutes pass for the mails: what waits is due sooner, and claims are older. No pause is longer than 60. */
  minutesPass: (minutes: number) =>
    owner.unsafe(
      `update public.outbox set due_at = due_at - interval '${minutes} minutes' where status = 'queued';
       update public.outbox set claimed_at = claimed_at - interval '${minutes} minutes' where status = 'sending'`,
    ),
});

/** How many of these letters are there once more. */
export const twice = (ids: string[]): number => ids.length - new Set(ids).size;
