import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmbeddedSupabase } from '../../local/database/supabase.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** How seats are given, given back and handed on, one call after another. Races have a test of their own. */

let stack: TestStack;
let database: EmbeddedSupabase;
beforeAll(async () => {
  stack = await startTestStack();
  database = stack.database;
});
afterAll(() => stack.close());

type Rule = 'first-that-fits' | 'strict';
interface Place {
  id: string;
  party_size: number;
  status: 'held' | 'waiting' | 'released';
}

const addPool = async (capacity: number | null, rule: Rule = 'first-that-fits', promotesUntil = 'null') => {
  const [pool] = await database.query<{ id: string }>(
    `insert into public.seat_pools (capacity, queue_rule, promotes_until) values (${capacity}, '${rule}', ${promotesUntil}) returning id`,
  );
  return pool?.id ?? '';
};
const take = async (pool: string, party: number) => {
  const [place] = await database.query<Place>(
    `select id, party_size, status from private.take_place('${pool}', ${party})`,
  );
  return place as Place;
};
const release = async (place: Place) =>
  (await database.query<Place>(`select id from private.release_place('${place.id}')`)).map(
    (promoted) => promoted.id,
  );
/** As the callers do: the size, then the queue. */
const resize = async (pool: string, place: Place, party: number) => {
  const [answer] = await database.query<{ done: boolean }>(
    `select private.resize_place('${place.id}', ${party}) as done`,
  );
  if (answer?.done) await database.query(`select private.promote_waiting('${pool}')`);
  return answer?.done;
};
const setCapacity = async (pool: string, capacity: number) => {
  await database.query(`update public.seat_pools set capacity = ${capacity} where id = '${pool}'`);
  await database.query(`select private.promote_waiting('${pool}')`);
};
const parties = async (pool: string) =>
  (
    await database.query<Place>(
      `select id, party_size, status from public.places where pool_id = '${pool}' order by queue_number`,
    )
  ).map((place) => `${place.party_size} ${place.status}`);
const position = async (place: Place) =>
  (await database.query<{ at: number | null }>(`select private.queue_position('${place.id}') as at`))[0]?.at;

describe('first that fits', () => {
  test('a party gets seats while they last and waits when they do not', async () => {
    const pool = await addPool(4);
    for (const party of [3, 2, 1]) await take(pool, party);
    expect(await parties(pool)).toEqual(['3 held', '2 waiting', '1 held']);
  });

  test('a freed seat goes to the first party it is enough for, and a bigger one keeps its place in the queue', async () => {
    const pool = await addPool(4);
    const leaving = await take(pool, 1);
    await take(pool, 3);
    const big = await take(pool, 2);
    const small = await take(pool, 1);
    expect(await release(leaving)).toEqual([small.id]);
    expect(await parties(pool)).toEqual(['1 released', '3 held', '2 waiting', '1 held']);
    expect(await position(big)).toBe(1);
  });

  test('one big party that leaves makes room for several, in their order', async () => {
    const pool = await addPool(4);
    const leaving = await take(pool, 4);
    const waiting = [await take(pool, 1), await take(pool, 2), await take(pool, 2), await take(pool, 1)];
    expect(await release(leaving)).toEqual([waiting[0]?.id, waiting[1]?.id, waiting[3]?.id]);
  });
});

describe('a strict queue', () => {
  test('nobody passes a party that waits, not even into a seat it cannot use', async () => {
    const pool = await addPool(4, 'strict');
    for (const party of [3, 2, 1]) await take(pool, party);
    expect(await parties(pool)).toEqual(['3 held', '2 waiting', '1 waiting']);
  });

  test('a freed seat waits with the first party until there are enough', async () => {
    const pool = await addPool(4, 'strict');
    const [one, three] = [await take(pool, 1), await take(pool, 3)];
    const [two, last] = [await take(pool, 2), await take(pool, 1)];
    expect(await release(one)).toEqual([]);
    expect(await release(three)).toEqual([two.id, last.id]);
  });

  test('who holds seats cannot take more of them past those who wait', async () => {
    const pool = await addPool(4, 'strict');
    const mine = await take(pool, 2);
    await take(pool, 1);
    await take(pool, 3);
    expect(await resize(pool, mine, 3)).toBe(false);
  });
});

describe('changing the size of a party', () => {
  test('a party grows into free seats, and is refused without a change when there are too few', async () => {
    const pool = await addPool(4);
    const place = await take(pool, 2);
    expect(await resize(pool, place, 4)).toBe(true);
    expect(await resize(pool, place, 5)).toBe(false);
    expect(await parties(pool)).toEqual(['4 held']);
  });

  test('the seats of a party that shrinks go to the queue', async () => {
    const pool = await addPool(4);
    const place = await take(pool, 4);
    await take(pool, 2);
    await resize(pool, place, 2);
    expect(await parties(pool)).toEqual(['2 held', '2 held']);
  });

  test('a waiting party that needs less may find that it fits', async () => {
    const pool = await addPool(4);
    await take(pool, 3);
    const waiting = await take(pool, 2);
    await resize(pool, waiting, 1);
    expect(await parties(pool)).toEqual(['3 held', '1 held']);
  });

  test('a waiting party that needs more keeps its place in the queue', async () => {
    const pool = await addPool(1);
    await take(pool, 1);
    const [first, second] = [await take(pool, 1), await take(pool, 1)];
    await resize(pool, first, 5);
    expect([await position(first), await position(second)]).toEqual([1, 2]);
  });
});

describe('the limits', () => {
  test('after the cut-off a freed seat goes to nobody', async () => {
    const pool = await addPool(1, 'first-that-fits', "now() - interval '1 minute'");
    const leaving = await take(pool, 1);
    await take(pool, 1);
    expect(await release(leaving)).toEqual([]);
    expect(await parties(pool)).toEqual(['1 released', '1 waiting']);
  });

  test('before the cut-off it goes to the queue', async () => {
    const pool = await addPool(1, 'first-that-fits', "now() + interval '1 minute'");
    const leaving = await take(pool, 1);
    const waiting = await take(pool, 1);
    expect(await release(leaving)).toEqual([waiting.id]);
  });

  test('no limit means nobody waits', async () => {
    const pool = await addPool(null);
    for (const party of [50, 50, 50]) await take(pool, party);
    expect(await parties(pool)).toEqual(['50 held', '50 held', '50 held']);
  });

  test('a capacity below the seats given is refused, and nobody loses a yes', async () => {
    const pool = await addPool(4);
    await take(pool, 3);
    await expect(setCapacity(pool, 2)).rejects.toThrow(/seat_pools_never_oversold/);
    await setCapacity(pool, 3);
    expect(await parties(pool)).toEqual(['3 held']);
  });

  test('new seats go to those who wait', async () => {
    const pool = await addPool(1);
    for (const party of [1, 2, 1]) await take(pool, party);
    await setCapacity(pool, 3);
    expect(await parties(pool)).toEqual(['1 held', '2 held', '1 waiting']);
  });

  test('a place given back twice is given back once', async () => {
    const pool = await addPool(1);
    const leaving = await take(pool, 1);
    const [first] = [await take(pool, 1), await take(pool, 1)];
    expect(await release(leaving)).toEqual([first?.id]);
    expect(await release(leaving)).toEqual([]);
  });

  test.each([0, -1, 51])('a party of %i is refused', async (party) => {
    await expect(take(await addPool(4), party)).rejects.toThrow(/places_party_size_check/);
  });
});

describe('any sequence of calls', () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('take' as const), party: fc.integer({ min: 1, max: 6 }) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('release' as const), who: fc.nat(30) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('resize' as const),
        who: fc.nat(30),
        party: fc.integer({ min: 1, max: 6 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('capacity' as const),
        seats: fc.integer({ min: 0, max: 15 }),
      }),
    },
  );

  test.each<Rule>(['first-that-fits', 'strict'])('ends as a model of the %s rule says', async (rule) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.array(step, { maxLength: 25 }),
        async (capacity, steps) => {
          const pool = await addPool(capacity, rule);
          const model = new SeatModel(capacity, rule);
          const places: Place[] = [];
          for (const act of steps) {
            if (act.kind === 'take') {
              places.push(await take(pool, act.party));
              model.take(act.party);
            } else if (act.kind === 'capacity') {
              await setCapacity(pool, act.seats).catch(() => {});
              model.setCapacity(act.seats);
            } else if (places.length > 0) {
              const who = act.who % places.length;
              const place = places[who] as Place;
              if (act.kind === 'release') {
                await release(place);
                model.release(who);
              } else if (model.parties[who]?.status !== 'released') {
                expect(await resize(pool, place, act.party)).toBe(model.resize(who, act.party));
              }
            }
            expect(await parties(pool)).toEqual(
              model.parties.map((party) => `${party.size} ${party.status}`),
            );
          }
          const [figures] = await database.query(
            `select seats_taken, parties_waiting from public.seat_pools where id = '${pool}'`,
          );
          expect(figures).toEqual({
            seats_taken: model.taken,
            parties_waiting: model.parties.filter((party) => party.status === 'waiting').length,
          });
        },
      ),
      { numRuns: 80 },
    );
  });
});

/** The rules in their plainest form. */
class SeatModel {
  parties: { size: number; status: Place['status'] }[] = [];
  capacity: number;
  rule: Rule;
  constructor(capacity: number, rule: Rule) {
    this.capacity = capacity;
    this.rule = rule;
  }

  get taken() {
    return this.parties
      .filter((party) => party.status === 'held')
      .reduce((seats, party) => seats + party.size, 0);
  }
  get somebodyWaits() {
    return this.parties.some((party) => party.status === 'waiting');
  }
  take(size: number) {
    const passes = this.rule === 'strict' && this.somebodyWaits;
    this.parties.push({ size, status: !passes && this.taken + size <= this.capacity ? 'held' : 'waiting' });
  }
  release(who: number) {
    const party = this.parties[who];
    if (!party || party.status === 'released') return;
    party.status = 'released';
    this.promote();
  }
  resize(who: number, size: number) {
    const party = this.parties[who];
    if (!party) return false;
    const grows = party.status === 'held' && size > party.size;
    if (grows && this.taken - party.size + size > this.capacity) return false;
    if (grows && this.rule === 'strict' && this.somebodyWaits) return false;
    party.size = size;
    this.promote();
    return true;
  }
  setCapacity(seats: number) {
    if (seats < this.taken) return;
    this.capacity = seats;
    this.promote();
  }
  promote() {
    for (const party of this.parties.filter((candidate) => candidate.status === 'waiting')) {
      if (this.taken + party.size <= this.capacity) party.status = 'held';
      else if (this.rule === 'strict') return;
    }
  }
}
