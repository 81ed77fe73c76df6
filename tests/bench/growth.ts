import type { Client } from '../support/postgres.ts';
import { startRealPostgres } from '../support/postgres.ts';
import { listedMeetings } from '#meetings/store.ts';
import { publicDatabase } from '#platform/database.ts';
import type { Figures } from './figures.ts';
import { fill, startStage } from './stage.ts';
import { microseconds } from './times.ts';

/**
 * What each cost becomes with ten and a hundred times the rows: SQL alone on a real PostgreSQL, each size in a
 * database of its own; and the whole list of meetings, over REST from the embedded one.
 */

export async function benchGrowth(least: number, figures: Figures): Promise<void> {
  const sizes = [least, 10 * least, 100 * least];
  const server = await startRealPostgres();
  try {
    for (const size of sizes) {
      await using database = await server.freshDatabase();
      await grow(database.owner, size);
      await measure(database.owner, size, figures);
    }
  } finally {
    await server.close();
  }
  const stage = await startStage('database');
  try {
    for (const size of sizes) {
      await fill(stage, size);
      const times = await microseconds(3, 1, () => listedMeetings(publicDatabase({ timeLimit: 60_000 })));
      figures.add({ name: 'reading the whole list of meetings', unit: 'ms' }, size, times.map(milliseconds));
    }
  } finally {
    await stage.close();
  }
}

const milliseconds = (time: number) => time / 1000;

const event = (slug: string, starts: string) =>
  `select public.create_event(jsonb_build_object('slug', ${slug}, 'capacity', 60, 'title', 'Supper',
    'summary', 'A table.', 'kind', 'social', 'format', 'in-person', 'startsAt', ${starts},
    'endsAt', ${starts} + interval '2 hours', 'rsvpClosesAt', ${starts} - interval '1 hour',
    'timeZone', 'America/Denver', 'maxPartySize', 8, 'status', 'published'))`;

/** So many replies to one event that comes, as many events, and as many mails that were sent or wait. */
async function grow(owner: Client, size: number): Promise<void> {
  await owner.unsafe(event(`'bench'`, `(now() + interval '3 days')`));
  await owner.unsafe(
    `select public.create_rsvp('bench', 'Ana', 1, p_email => 'p' || n || '@example.org')
     from generate_series(1, ${size}) n`,
  );
  await owner.unsafe(
    `${event(`'event-' || n`, `(now() + make_interval(hours => 24 + n))`)} from generate_series(1, ${size}) n`,
  );
  await owner.unsafe(`update public.outbox set status = 'sent', finished_at = now()
    where id in (select id from public.outbox order by id limit ${size / 2})`);
  await owner.unsafe('analyze');
}

async function measure(owner: Client, size: number, figures: Figures): Promise<void> {
  const add = async (name: string, count: number, query: (number: number) => string) =>
    figures.add({ name, unit: 'µs' }, size, await microseconds(count, 1, (at) => owner.unsafe(query(at))));
  const answer = (at: number) =>
    `select public.create_rsvp('bench', 'Ben', 1, p_email => 'q${at}@example.org')`;
  await add('an RSVP, with so many replies', 30, answer);
  await add('an RSVP taken back', 10, (at) => {
    const first = `select rsvp.id from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
      where place.status = 'held' order by rsvp.id offset ${at} limit 1`;
    return `select public.cancel_rsvp((${first}))`;
  });
  await add(
    'the coming events, 200 at most',
    15,
    () => 'select * from public.events where ends_at > now() order by starts_at limit 200',
  );
  await add('three mails out of the outbox', 20, () => 'select * from public.claim_outbox(3)');
  await owner.unsafe(`update public.events set starts_at = now() - interval '400 days', ends_at = now() - interval '399 days',
    rsvp_closes_at = now() - interval '401 days' where slug = 'bench'`);
  await add('forgetting all replies of an old event', 1, () => 'select public.purge_rsvps(90)');
}
