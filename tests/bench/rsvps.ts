import type { Figures } from './figures.ts';
import { startRsvpStage, type RsvpStage } from './rsvp-stage.ts';
import { microseconds, quantile } from './times.ts';

/**
 * RSVPs, on a real PostgreSQL. *Through the function*: POST /api/rsvps over HTTP, with every limiter, until
 * the last byte of the answer. *Bare*: the SQL function alone, from this process, on the same database. Both
 * in turns, call by call when one asks at a time, on events of their own with 60 seats. *With so many replies*: what one call costs on an event
 * that has them. *Known and unknown*: the same function, asked with contacts that have answered and have not.
 */

type Work = (number: number) => Promise<unknown>;

let people = 0;
const somebody = () => `p${++people}@example.org`;
const party = () => 1 + (people % 6);

export async function benchRsvps(
  sizes: number[],
  runs: number,
  figures: { atOnce: Figures; replies: Figures },
): Promise<void> {
  const stage = await startRsvpStage();
  try {
    for (const atOnce of [1, 50]) await throughTheFunction(stage, atOnce, runs, figures.atOnce);
    await knownAndUnknown(stage, runs, figures.atOnce);
    for (const size of sizes) await withSoManyReplies(stage, size, figures.replies);
  } finally {
    await stage.close();
  }
}

const answer = (stage: RsvpStage, event: string, email: string) => async () => {
  const fields = { event, name: 'Ana', partySize: party(), email, idempotencyKey: crypto.randomUUID() };
  const { status, body } = await stage.post('/api/rsvps', fields);
  if (status !== 201) throw new Error(`The function answered ${status}: ${body}`);
};
const bareAnswer = (stage: RsvpStage, event: string, email: string) =>
  call(stage, 'create_rsvp($1, $2, $3, p_email => $4, p_idempotency_key => $5)', [
    event,
    'Ana',
    party(),
    email,
    crypto.randomUUID(),
  ]);
const call = (stage: RsvpStage, expression: string, values: (string | number)[]) =>
  stage.sql.unsafe<{ answer: { rsvp: string } }[]>(`select public.${expression} as answer`, values);

async function throughTheFunction(stage: RsvpStage, atOnce: number, runs: number, figures: Figures) {
  const [slow, bare]: number[][][] = [[], []];
  // the first round warms both up: a program that just began is compiled for some hundred calls
  for (let run = 0; run <= runs; run += 1) {
    const count = atOnce === 1 && run > 0 ? 300 : 800;
    const [first, second] = [await stage.addEvent(60), await stage.addEvent(60)];
    const through: number[] = [];
    const alone: number[] = [];
    // one after the other, so that what else the machine does meets both
    const turn = atOnce === 1 ? 1 : count;
    for (let done = 0; done < count; done += turn) {
      through.push(...(await microseconds(turn, atOnce, () => answer(stage, first, somebody())())));
      alone.push(...(await microseconds(turn, atOnce, () => bareAnswer(stage, second, somebody()))));
    }
    if (run > 0) {
      slow?.push(through);
      bare?.push(alone);
    }
  }
  for (const [name, part] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const [ours, theirs] = [slow ?? [], bare ?? []].map((of) => of.map((times) => quantile(times, part)));
    figures.add({ name: `RSVP through the function, ${name}`, unit: 'µs' }, atOnce, ours ?? []);
    figures.add({ name: `the bare SQL call, ${name}`, unit: 'µs' }, atOnce, theirs ?? []);
    const ratios = (ours ?? []).map((value, run) => value / (theirs?.[run] ?? Number.NaN));
    const limit = { kind: 'most', value: 2 } as const;
    figures.add({ name: `function by bare call, ${name}`, unit: 'times', limit }, atOnce, ratios);
  }
}

async function knownAndUnknown(stage: RsvpStage, runs: number, figures: Figures) {
  const event = await stage.addEvent(null);
  const known = Array.from({ length: 40 }, somebody);
  for (const email of known) await bareAnswer(stage, event, email);
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  // a contact may answer sixty times an hour, an event a thousand times in ten minutes
  for (let number = 0; number < Math.min(400, runs * 130); number += 1) {
    const email = known[number % known.length] ?? '';
    times.known.push(...(await microseconds(1, 1, answer(stage, event, email))));
    times.unknown.push(...(await microseconds(1, 1, answer(stage, event, somebody()))));
  }
  for (const [name, part] of [
    ['p50', 0.5],
    ['p90', 0.9],
  ] as const) {
    for (const who of ['known', 'unknown'] as const)
      figures.add({ name: `an answer to a contact that is ${who}, ${name}`, unit: 'µs' }, 1, [
        quantile(times[who], part),
      ]);
  }
  const pairs = times.known.length * times.unknown.length;
  const slower = times.known.reduce(
    (sum, one) => sum + times.unknown.filter((other) => other > one).length,
    0,
  );
  const told = 100 * Math.max(slower / pairs, 1 - slower / pairs);
  // 50 % is a coin: who guesses by the time that passed is right that often
  figures.add({ name: 'guesses by time that are right', unit: '%', limit: { kind: 'most', value: 55 } }, 1, [
    told,
  ]);
}

async function withSoManyReplies(stage: RsvpStage, replies: number, figures: Figures) {
  const event = await stage.addEvent(Math.min(60, replies));
  await stage.sql.unsafe(
    `select public.create_rsvp($1, 'Ana', 1 + (n % 6), p_email => $1 || n || '@example.org') from generate_series(1, $2::integer) n`,
    [event, replies],
  );
  await stage.sql.begin(async (transaction) => {
    await transaction.unsafe('set local role postgres');
    await transaction.unsafe('analyze');
  });
  const found = await stage.sql.unsafe<{ id: string; status: string }[]>(
    `select rsvp.id, place.status from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
     join public.events event on event.id = rsvp.event_id where event.slug = $1 order by place.queue_number`,
    [event],
  );
  const going = found.filter(({ status }) => status === 'held').map(({ id }) => id);
  const waiting = found.filter(({ status }) => status === 'waiting').map(({ id }) => id);
  const middle = waiting[Math.floor(waiting.length / 2)] ?? going[0] ?? '';
  const measure = async (name: string, count: number, work: Work) =>
    figures.add({ name, unit: 'µs' }, replies, await microseconds(count, 1, work));

  await measure('one more answer', 50, () => bareAnswer(stage, event, somebody()));
  await measure('the page of who waits in the middle', 50, () => call(stage, 'read_rsvp($1)', [middle]));
  await measure('the page of who comes', 50, () => call(stage, 'read_rsvp($1)', [going[0] ?? '']));
  await measure('a cancel that promotes', Math.min(5, going.length), (number) =>
    call(stage, 'cancel_rsvp($1)', [going[number] ?? '']),
  );
}
