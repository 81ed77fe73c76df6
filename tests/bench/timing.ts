import type { Figures } from './figures.ts';
import { startRsvpStage, type RsvpStage } from './rsvp-stage.ts';

/**
 * Whether the time of an answer tells if an address has been here before. Each pair is one address that was
 * and one that never was, each asked once, in an order that a coin decides: who tries this in earnest asks
 * once too, for asking makes an unknown address a known one. What is compared is the answer's time to its
 * last byte, on one machine, where nothing of a network covers a difference.
 */

type Ask = () => Promise<unknown>;
interface Pair {
  known: Ask;
  unknown: Ask;
}

const pairsOfRun = 200;
/** An event takes a thousand answers in ten minutes. */
const pairsOfEvent = 400;

let people = 0;
const somebody = () => `t${++people}@example.org`;

export async function benchTiming(runs: number, figures: Figures): Promise<void> {
  const stage = await startRsvpStage();
  const pairs = runs * pairsOfRun;
  try {
    await measure(figures, 'an answer to an event', await answers(stage, pairs));
    await measure(figures, 'a change by the answer’s link', await changes(stage, pairs));
    await measure(figures, 'a request for care', await requests(stage, pairs));
    await measure(figures, 'nothing but chance (control)', await control(stage, pairs));
  } finally {
    await stage.close();
  }
}

async function expecting(stage: RsvpStage, status: number, path: string, fields: object): Promise<string> {
  const answer = await stage.post(path, fields);
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
  return answer.body;
}

const answer = (stage: RsvpStage, event: string, email: string) =>
  expecting(stage, 201, '/api/rsvps', {
    ...{ event, name: 'Ana', partySize: 1, email, idempotencyKey: crypto.randomUUID() },
  });

/** Puts somebody on the list behind the function’s back, so that no limit has counted them. */
const putOnTheList = (stage: RsvpStage, event: string, email: string) =>
  stage.sql.unsafe('select public.create_rsvp($1, $2, $3, p_email => $4)', [event, 'Ana', 1, email]);

async function perEvent<Made>(
  stage: RsvpStage,
  pairs: number,
  make: (event: string) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let done = 0; done < pairs; done += pairsOfEvent) {
    const event = await stage.addEvent(null);
    for (let pair = 0; pair < Math.min(pairsOfEvent, pairs - done); pair += 1) made.push(await make(event));
  }
  return made;
}

const answers = (stage: RsvpStage, pairs: number) =>
  perEvent<Pair>(stage, pairs, async (event) => {
    const email = somebody();
    await putOnTheList(stage, event, email);
    return { known: () => answer(stage, event, email), unknown: () => answer(stage, event, somebody()) };
  });

const changes = (stage: RsvpStage, pairs: number) =>
  perEvent<Pair>(stage, pairs, async (event) => {
    const email = somebody();
    await putOnTheList(stage, event, email);
    const told = async (whom: string) => {
      const { manageUrl } = JSON.parse(await answer(stage, event, whom)) as { manageUrl: string };
      const token = new URL(manageUrl).pathname.split('/').at(-1);
      return () => expecting(stage, 200, '/api/rsvps/manage', { token, action: 'update', partySize: 2 });
    };
    return { known: await told(email), unknown: await told(somebody()) };
  });

async function requests(stage: RsvpStage, pairs: number): Promise<Pair[]> {
  const ask = (value: string) => () =>
    expecting(stage, 201, '/api/step-down/sign-ups', {
      ...{ kind: 'mentor', nameToUse: 'Ana', contact: { channel: 'email', value, safeToLeaveMessage: true } },
    });
  const made: Pair[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const email = somebody();
    await ask(email)();
    made.push({ known: ask(email), unknown: ask(somebody()) });
  }
  return made;
}

/** Two that differ in nothing: what the same statistic says of them is what chance says of the others. */
const control = async (stage: RsvpStage, pairs: number): Promise<Pair[]> =>
  perEvent<Pair>(stage, pairs, (event) =>
    Promise.resolve({
      known: () => answer(stage, event, somebody()),
      unknown: () => answer(stage, event, somebody()),
    }),
  );

async function measure(figures: Figures, name: string, pairs: Pair[]): Promise<void> {
  const times = { known: [] as number[], unknown: [] as number[] };
  // the first fifty warm both up
  for (const [number, pair] of pairs.entries()) {
    const order = Math.random() < 0.5 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const who of order) {
      const started = performance.now();
      await pair[who]();
      if (number >= 50) times[who].push(performance.now() - started);
    }
  }
  const { told, chance, byChance } = apart(times.known, times.unknown);
  const limit = { kind: 'most', value: 55 } as const;
  figures.add({ name: `${name}: guesses by time that are right`, unit: '%', limit }, times.known.length, [
    told,
  ]);
  figures.add({ name: `${name}: of so many by chance alone, 19 in 20`, unit: '%' }, times.known.length, [
    chance,
  ]);
  figures.add({ name: `${name}: how often chance parts them so far`, unit: '%' }, times.known.length, [
    byChance,
  ]);
}

/** How often random halves of all times are as far apart: a permutation test on the area under the curve. */
const permutations = 2000;

function apart(known: number[], unknown: number[]) {
  const all = [...known, ...unknown];
  const order = all.map((_, index) => index).sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0));
  const rank = new Float64Array(all.length);
  order.forEach((index, place) => (rank[index] = place + 1));
  const count = known.length;
  const area = (chosen: Float64Array) => {
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += chosen[index] ?? 0;
    const share = (sum - (count * (count + 1)) / 2) / (count * (all.length - count));
    return 100 * Math.max(share, 1 - share);
  };
  const told = area(rank);
  const shuffled = Float64Array.from(rank);
  const random = Array.from({ length: permutations }, () => area(shuffle(shuffled))).sort((a, b) => a - b);
  return {
    told,
    chance: random[Math.floor(0.95 * permutations)] ?? Number.NaN,
    byChance: (100 * random.filter((value) => value >= told).length) / permutations,
  };
}

function shuffle(values: Float64Array): Float64Array {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0];
  }
  return values;
}
