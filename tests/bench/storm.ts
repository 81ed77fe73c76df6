import { setTimeout } from 'node:timers/promises';
import type { Figures } from './figures.ts';
import { startRsvpStage, type RsvpStage } from './rsvp-stage.ts';
import { microseconds, percentiles, quantile } from './times.ts';

/**
 * A storm of RSVPs: so many people answer to one event with 200 seats, spread evenly over 30 seconds, whether or not
 * the ones before were answered. Afterwards the seats are counted in the table. The same storm by the SQL function
 * alone. *Sign-ups*: one after the other and twenty at once, sealed on the way; and what sealing alone takes.
 */

const seats = 200;
const lasts = 30_000;

export async function benchStorm(people: number, figures: Figures): Promise<void> {
  const stage = await startRsvpStage();
  try {
    // both are compiled before anything is counted
    const warm = await stage.addEvent(null);
    await microseconds(300, 10, (number) => post(stage, warm, `w${number}@example.org`));
    const through = await storm(people, await stage.addEvent(seats), stage, post);
    const bare = await storm(people, await stage.addEvent(seats), stage, alone);
    const add = (name: string, unit: 'ms' | 'times' | 'people', value: number, limit?: number) =>
      figures.add(
        { name, unit, ...(limit !== undefined && { limit: { kind: 'most', value: limit } }) },
        people,
        [value],
      );
    for (const [name, part] of percentiles) {
      const [ours, theirs] = [quantile(through.times, part), quantile(bare.times, part)];
      add(`through the function, ${name}`, 'ms', ours / 1000);
      add(`the bare SQL call, ${name}`, 'ms', theirs / 1000);
      add(`function by bare call, ${name}`, 'times', ours / theirs, 2);
    }
    figures.add({ name: 'answered', unit: 'a second' }, people, [people / through.seconds]);
    for (const [status, count] of [...through.statuses].sort()) add(`answered ${status}`, 'people', count);
    add('seats taken beyond 200, function', 'people', Math.max(0, through.held - seats), 0);
    add('seats taken beyond 200, SQL', 'people', Math.max(0, bare.held - seats), 0);
    add('seats left empty while somebody waits', 'people', seats - through.held, 0);
  } finally {
    await stage.close();
  }
}

type Ask = (stage: RsvpStage, event: string, email: string) => Promise<string>;

const fields = (event: string, email: string) => ({
  ...{ event, name: 'Ana', partySize: 1, email },
  idempotencyKey: crypto.randomUUID(),
});
const post: Ask = async (stage, event, email) =>
  String((await stage.post('/api/rsvps', fields(event, email))).status);
const alone: Ask = async ({ sql }, event, email) => {
  await sql.unsafe('select public.create_rsvp($1, $2, 1, p_email => $3, p_idempotency_key => $4)', [
    ...[event, 'Ana', email, crypto.randomUUID()],
  ]);
  return '201';
};

async function storm(people: number, event: string, stage: RsvpStage, ask: Ask) {
  const statuses = new Map<string, number>();
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: people }, async (_, number) => {
      await setTimeout((lasts * number) / people);
      const asked = performance.now();
      const status = await ask(stage, event, `${event}-${number}@example.org`);
      times.push((performance.now() - asked) * 1000);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const [counted] = await stage.sql.unsafe<{ held: number }[]>(
    `select coalesce(sum(place.party_size), 0)::integer as held from public.rsvps rsvp
     join public.places place on place.id = rsvp.place_id join public.events event on event.id = rsvp.event_id
     where event.slug = $1 and place.status = 'held'`,
    [event],
  );
  return { times, statuses, seconds, held: counted?.held ?? Number.NaN };
}
