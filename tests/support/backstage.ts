import { expect, inject } from 'vitest';
import type { CaughtMail } from '../../local/mail-catcher.ts';

/** What a browser test sees and does behind the served site: its database and the mails it sent. */

export type BackstageOrder = { query: string } | { database: 'down' | 'up' } | { site: 'rebuild' };

async function order<Row>(what: BackstageOrder): Promise<Row[]> {
  const answer = await fetch(inject('site').backstage, { method: 'POST', body: JSON.stringify(what) });
  if (!answer.ok) throw new Error(`Backstage answers ${answer.status} to ${JSON.stringify(what)}`);
  return (await answer.json()) as Row[];
}

/** Runs one statement as the owner of the database. */
export const query = <Row = Record<string, unknown>>(sql: string) => order<Row>({ query: sql });

/** Does something while the database refuses every connection, and brings it back whatever happens. */
export async function duringOutage<Result>(work: () => Promise<Result>): Promise<Result> {
  await order({ database: 'down' });
  try {
    return await work();
  } finally {
    await order({ database: 'up' });
  }
}

/** Builds the site anew, which it does not do by itself under these tests, and waits until it is there. */
export const rebuildSite = () => order({ site: 'rebuild' });

/** The mails that came to an address, oldest first. */
export async function mailsTo(address: string): Promise<CaughtMail[]> {
  const all = (await (await fetch(`${inject('site').mail}/api/messages`)).json()) as CaughtMail[];
  return all.filter(({ to }) => to.includes(address)).reverse();
}

export const subjectsTo = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject);

/** The personal link in the last mail to an address. */
export async function mailedLink(address: string): Promise<string> {
  const link = async () =>
    /http:\S+\/r\/r[\w-]{43}/.exec((await mailsTo(address)).at(-1)?.text ?? '')?.[0] ?? '';
  await expect.poll(link).not.toBe('');
  return link();
}

/** An address nobody else in the tests writes from. */
export const newAddress = () => `visitor-${crypto.randomUUID().slice(0, 8)}@example.org`;

/** One evening that asks for the code of conduct, takes parties of four, and asks nothing else. */
const plainEvening = `asks_conduct and max_party_size >= 4 and questions = '[]' and not asks_children`;

/**
 * An upcoming event as `which` says, in SQL, that has this many seats left as long as `work` lasts; a plain
 * evening with the code of conduct unless said.
 */
export async function withSeats<Result>(
  seats: number,
  work: (event: { slug: string }) => Promise<Result>,
  which = plainEvening,
): Promise<Result> {
  const [event] = await query<{ id: string; slug: string; capacity: number; taken: number }>(`
    select event.id, slug, capacity, seats_taken as taken
    from public.events event join public.seat_pools pool on pool.id = pool_id
    where ${which} and status = 'published' and capacity is not null
      and rsvp_closes_at > now() + interval '2 days' and parties_waiting = 0
    order by starts_at desc limit 1`);
  if (!event) throw new Error('No event of the demo data is as this test needs it');
  const setCapacity = (capacity: number) =>
    query(`select public.set_event_capacity('${event.id}', ${capacity})`);
  await setCapacity(event.taken + seats);
  try {
    return await work(event);
  } finally {
    await setCapacity(event.capacity);
  }
}
