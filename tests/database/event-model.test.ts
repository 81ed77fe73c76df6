import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';
import { addEvent, expectOneMailPerTransition, type Answer } from '../support/seats.ts';

/** Whatever people, staff and the clock do with one event, one after another, it ends as the plain rules say. */

type Rule = 'first-that-fits' | 'strict';
type Status = 'going' | 'waiting' | 'asked' | 'cancelled';

interface Party {
  name: string;
  size: number;
  status: Status;
  /** A place in the order of the line; smaller comes first. */
  turn: number;
  cancelledBy?: 'guest' | 'staff' | 'no-answer';
  heldBack: boolean;
  /** Has to say yes once more. */
  toConfirm: boolean;
  walkIn: boolean;
}

const largest = 8;

/** The rules in their plainest form. */
class Evening {
  parties: Party[] = [];
  capacity: number;
  rule: Rule;
  confirms: boolean;
  closed = false;
  #turns = 0;
  constructor(capacity: number, rule: Rule, confirms: boolean) {
    this.capacity = capacity;
    this.rule = rule;
    this.confirms = confirms;
  }

  get free() {
    return this.capacity - this.#of('going').reduce((seats, { size }) => seats + size, 0);
  }
  get line() {
    return this.#of('waiting').sort((one, other) => one.turn - other.turn);
  }
  #of(status: Status) {
    return this.parties.filter((party) => party.status === status);
  }
  named(name: string) {
    return this.parties.find((party) => party.name === name);
  }
  place(name: string) {
    return this.line.findIndex((party) => party.name === name) + 1 || null;
  }

  /** What a party that asks now gets. */
  offer(size: number): Status {
    const passes = this.line.length > 0 && (this.rule === 'strict' || this.closed);
    return !passes && size <= this.free ? 'going' : 'waiting';
  }
  seat(party: Party, status: Status) {
    party.status = status;
    party.turn = ++this.#turns;
    delete party.cancelledBy;
  }
  promote() {
    if (this.closed) return;
    for (const party of this.line) {
      if (party.size <= this.free) this.#give(party);
      else if (this.rule === 'strict') return;
    }
  }
  #give(party: Party) {
    party.status = 'going';
    party.toConfirm = this.confirms && !this.closed;
  }

  answer(name: string, size: number, heldBack: boolean): string {
    if (this.closed) return 'closed';
    if (this.named(name)) return 'repeat-person';
    const party: Party = {
      name,
      size,
      status: 'waiting',
      turn: 0,
      heldBack,
      toConfirm: false,
      walkIn: false,
    };
    this.seat(party, heldBack ? 'asked' : this.offer(size));
    this.parties.push(party);
    return 'created';
  }
  change(party: Party, size: number): string {
    if (party.status === 'cancelled') return 'unknown';
    if (size > party.size) {
      if (this.closed) return 'closed';
      const strictly = this.rule === 'strict' && this.line.length > 0;
      if (party.status === 'going' && (size - party.size > this.free || strictly)) return 'no-room';
    }
    const changed = size !== party.size;
    party.size = size;
    party.toConfirm = false;
    if (changed) this.promote();
    return 'updated';
  }
  giveBack(party: Party, by: 'guest' | 'staff' | 'no-answer') {
    party.status = 'cancelled';
    party.cancelledBy = by;
    party.toConfirm = false;
    this.promote();
  }
  cancel(party: Party, by: 'guest' | 'staff'): string {
    if (party.status === 'cancelled') return 'unknown';
    this.giveBack(party, by);
    return by === 'guest' ? 'cancelled' : 'removed';
  }
  rejoin(party: Party): string {
    if (party.status !== 'cancelled') return 'unknown';
    if (this.closed || party.cancelledBy === 'staff') return 'closed';
    this.seat(party, party.heldBack ? 'asked' : this.offer(party.size));
    return 'rejoined';
  }
  confirm(party: Party): string {
    if (party.status === 'cancelled') return 'unknown';
    party.toConfirm = false;
    return 'confirmed';
  }
  /** Those who were asked and said nothing, in the order they were asked in, which their turns say. */
  lapse(): number {
    if (this.closed) return 0;
    const late = this.parties.filter(({ toConfirm }) => toConfirm);
    for (const party of late) this.giveBack(party, 'no-answer');
    return late.length;
  }
  accept(party: Party): string {
    if (party.status !== 'asked') return 'unknown';
    party.heldBack = false;
    this.seat(party, this.offer(party.size));
    return 'accepted';
  }
  seatByHand(party: Party): string {
    if (party.status !== 'waiting') return 'unknown';
    if (party.size > this.free) return 'no-room';
    this.#give(party);
    return 'seated';
  }
  walkIn(name: string, size: number): string {
    const strictly = this.rule === 'strict' && this.line.length > 0 && !this.closed;
    if (size > this.free || strictly) return 'no-room';
    const party: Party = {
      name,
      size,
      status: 'going',
      turn: 0,
      heldBack: false,
      toConfirm: false,
      walkIn: true,
    };
    this.seat(party, 'going');
    this.parties.push(party);
    return 'arrived';
  }
  takeBack(party: Party): string {
    if (party.status === 'going') this.giveBack(party, 'staff');
    return 'taken-back';
  }
  forget(party: Party) {
    if (party.status !== 'cancelled') this.giveBack(party, 'guest');
    this.parties = this.parties.filter((one) => one !== party);
  }
  /** Who loses a yes with so few seats: those who came last (arrived ones last of all), but nobody in vain. */
  affected(seats: number): Party[] {
    const going = this.#of('going').sort(
      (one, other) => Number(one.walkIn) - Number(other.walkIn) || other.turn - one.turn,
    );
    let over = going.reduce((sum, { size }) => sum + size, 0) - seats;
    const losing: Party[] = [];
    for (const party of going) {
      if (over <= 0) break;
      losing.push(party);
      over -= party.size;
    }
    losing.sort((one, other) => one.turn - other.turn);
    if (this.rule === 'strict') return losing;
    return losing.filter((party) => {
      const fits = party.size <= -over;
      if (fits) over += party.size;
      return !fits;
    });
  }
  setCapacity(seats: number) {
    const losing = this.affected(seats);
    let front = Math.min(...this.line.map(({ turn }) => turn));
    for (const party of [...losing].reverse()) {
      party.turn = Math.min(party.turn, front - 1);
      front = party.turn;
      party.status = 'waiting';
      party.toConfirm = false;
    }
    this.capacity = seats;
    this.promote();
  }
}

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;
beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  owner = database.owner;
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

/** The event in the database beside which the model runs. */
interface Real {
  slug: string;
  event: string;
  pool: string;
  /** By the name of the party. */
  rsvps: Map<string, string>;
}

const outcome = async (expression: string, values: unknown[]) =>
  (await call<Answer>(owner, expression, values)).outcome;

type Step = fc.AsyncCommand<Evening, Real>;

/** A step that needs nobody. */
const step = (name: string, run: (model: Evening, real: Real) => Promise<void>): Step => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    await expectSame(model, real);
  },
  toString: () => name,
});

/** A step with one of those who are there. */
const withOne = (
  name: string,
  who: number,
  run: (model: Evening, party: Party, rsvp: string, real: Real) => Promise<void>,
  fits: (party: Party) => boolean = (party) => !party.walkIn,
): Step => ({
  ...step(`${name} ${who}`, async (model, real) => {
    const some = model.parties.filter(fits);
    const party = some[who % some.length] as Party;
    await run(model, party, real.rsvps.get(party.name) as string, real);
  }),
  check: (model) => model.parties.some(fits),
});

const steps = (() => {
  const size = fc.integer({ min: 1, max: 6 });
  const who = fc.nat(30);
  const answers = fc.tuple(fc.nat(25), size, fc.boolean(), fc.boolean()).map(([number, party, one, two]) => {
    const heldBack = one && two;
    return step(`answer p${number} ${party}${heldBack ? ' held back' : ''}`, async (model, real) => {
      const name = `p${number}`;
      // who cancelled and answers anew is somebody else to the model: told under the same name it would be two
      if (model.named(name)?.status === 'cancelled') return;
      const waiting = model.line.length;
      const offered = model.offer(party);
      const told = await call<Answer>(
        owner,
        'public.create_rsvp($1, $2, $3, p_email => $4, p_details => ($5::text)::jsonb)',
        [real.slug, name, party, `${name}@example.org`, JSON.stringify({ review: heldBack })],
      );
      const said = model.answer(name, party, heldBack);
      expect(told.outcome).toBe(said);
      if (said === 'closed') return;
      // a newcomer and a known address hear the same
      expect([told.status, told.position]).toEqual(
        heldBack ? ['asked', null] : [offered, offered === 'waiting' ? waiting + 1 : null],
      );
      if (said === 'created') real.rsvps.set(name, told.rsvp);
    });
  });
  return [
    // most of what happens is that people answer
    ...Array.from({ length: 8 }, () => answers),
    fc.tuple(who, size).map(([one, party]) =>
      withOne(`change to ${party}`, one, async (model, mine, rsvp) => {
        expect(await outcome('public.update_rsvp($1, $2)', [rsvp, party])).toBe(model.change(mine, party));
      }),
    ),
    who.map((one) =>
      withOne('cancel', one, async (model, mine, rsvp) => {
        expect(await outcome('public.cancel_rsvp($1)', [rsvp])).toBe(model.cancel(mine, 'guest'));
      }),
    ),
    who.map((one) =>
      withOne('rejoin', one, async (model, mine, rsvp) => {
        expect(await outcome('public.rejoin_rsvp($1)', [rsvp])).toBe(model.rejoin(mine));
      }),
    ),
    who.map((one) =>
      withOne('remove', one, async (model, mine, rsvp) => {
        expect(await outcome('public.remove_guest($1)', [rsvp])).toBe(model.cancel(mine, 'staff'));
      }),
    ),
    who.map((one) =>
      withOne('confirm', one, async (model, mine, rsvp) => {
        expect(await outcome('public.confirm_rsvp($1)', [rsvp])).toBe(model.confirm(mine));
      }),
    ),
    who.map((one) =>
      withOne('seat by hand', one, async (model, mine, rsvp) => {
        expect(await outcome("public.seat_by_hand($1, 'Called twice')", [rsvp])).toBe(model.seatByHand(mine));
      }),
    ),
    who.map((one) =>
      withOne('accept', one, async (model, mine, rsvp) => {
        expect(await outcome('public.accept_asked($1)', [rsvp])).toBe(model.accept(mine));
      }),
    ),
    who.map((one) =>
      withOne('forget', one, async (model, mine, rsvp, real) => {
        expect(await outcome('public.forget_rsvp($1)', [rsvp])).toBe('forgotten');
        model.forget(mine);
        real.rsvps.delete(mine.name);
      }),
    ),
    size.map((party) =>
      step(`walk in ${party}`, async (model, real) => {
        const rsvp = randomUUID();
        expect(await outcome("public.walk_in($1, $2, 'Sam', $3)", [real.event, rsvp, party])).toBe(
          model.walkIn(rsvp, party),
        );
        if (model.named(rsvp)) real.rsvps.set(rsvp, rsvp);
      }),
    ),
    who.map((one) =>
      withOne(
        'take back',
        one,
        async (model, mine, rsvp) => {
          expect(await outcome('public.check_in($1, 0)', [rsvp])).toBe(model.takeBack(mine));
        },
        (party) => party.walkIn && party.status === 'going',
      ),
    ),
    fc.integer({ min: 0, max: 20 }).map((seats) =>
      step(`${seats} seats`, async (model, real) => {
        const affected = await call<string[]>(
          owner,
          "(select coalesce(jsonb_agg(rsvp), '[]') from public.affected_by_capacity($1, $2))",
          [real.event, seats],
        );
        expect(affected).toEqual(model.affected(seats).map((party) => real.rsvps.get(party.name)));
        await call(owner, 'public.set_event_capacity($1, $2, false, $3)', [
          real.event,
          seats,
          `{${affected.join(',')}}`,
        ]);
        model.setCapacity(seats);
      }),
    ),
    fc.constant(
      step('hours pass', async (model, real) => {
        // one after another, as they were asked
        await owner.unsafe(
          `update public.rsvps rsvp set confirm_by = now() - interval '1 hour' + row_number * interval '1 second'
           from (select id, row_number() over (order by place_id) from public.rsvps where event_id = $1) as turn
           where rsvp.id = turn.id and confirm_by is not null`,
          [real.event],
        );
        const order = await call<string[]>(
          owner,
          `(select coalesce(jsonb_agg(id order by confirm_by), '[]') from public.rsvps
            where event_id = $1 and confirm_by is not null and cancelled_at is null)`,
          [real.event],
        );
        model.parties.sort(
          (one, other) =>
            order.indexOf(real.rsvps.get(one.name) ?? '') - order.indexOf(real.rsvps.get(other.name) ?? ''),
        );
        expect(await call<number>(owner, 'public.lapse_unconfirmed()')).toBe(model.lapse());
      }),
    ),
    fc.constant(
      step('the cut-off comes', async (model, real) => {
        await owner.unsafe(
          "update public.events set rsvp_closes_at = now() - interval '1 minute' where id = $1",
          [real.event],
        );
        model.closed = true;
      }),
    ),
    fc.constant(
      step('the cut-off is moved later', async (model, real) => {
        await call(
          owner,
          `public.change_event($1, jsonb_build_object('rsvpClosesAt', now() + interval '2 days'))`,
          [real.event],
        );
        model.closed = false;
        model.promote();
      }),
    ),
  ];
})();

async function expectSame(model: Evening, real: Real): Promise<void> {
  const found = await call<
    { id: string; size: number; status: Status; position: number | null; confirms: boolean }[]
  >(
    owner,
    `(select coalesce(jsonb_agg(private.rsvp_standing(rsvp.id) || jsonb_build_object(
        'id', rsvp.id, 'size', place.party_size, 'confirms', rsvp.confirm_by is not null)), '[]')
      from public.rsvps rsvp join public.places place on place.id = rsvp.place_id where event_id = $1)`,
    [real.event],
  );
  const told = new Map(found.map((one) => [one.id, one]));
  expect(told.size).toBe(model.parties.length);
  for (const party of model.parties) {
    const one = told.get(real.rsvps.get(party.name) ?? '');
    expect({
      name: party.name,
      size: one?.size,
      status: one?.status,
      position: one?.position,
      confirms: one?.confirms,
    }).toEqual({
      name: party.name,
      size: party.size,
      status: party.status,
      position: model.place(party.name),
      confirms: party.toConfirm,
    });
  }
  const [figures] = await owner.unsafe(
    'select capacity - seats_taken as free, parties_waiting as waiting from public.seat_pools where id = $1',
    [real.pool],
  );
  expect(figures).toEqual({ free: model.free, waiting: model.line.length });
}

let events = 0;
test.each<[Rule, boolean]>([
  ['first-that-fits', false],
  ['first-that-fits', true],
  ['strict', false],
  ['strict', true],
])(
  'with %s (asked to confirm: %s) any sequence ends as the model says, and each transition has its mail',
  async (rule, confirms) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.commands(steps, { size: 'max', maxCommands: 40 }),
        async (capacity, commands) => {
          const added = await addEvent(owner, `evening-${++events}`, {
            capacity,
            queueRule: rule,
            fields: { maxPartySize: largest, ...(confirms && { confirmWithinHours: 6 }) },
          });
          const real = { ...added, rsvps: new Map<string, string>() };
          await fc.asyncModelRun(() => ({ model: new Evening(capacity, rule, confirms), real }), commands);
          // the clock counts what lapsed of every event: what this one leaves unanswered is not the next one's
          await owner.unsafe('update public.events set rsvp_closes_at = now() where id = $1', [added.event]);
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    );
    await expectOneMailPerTransition(owner);
  },
);
