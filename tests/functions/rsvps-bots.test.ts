import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { keyedHash } from '#platform/tokens.ts';
import { newChallenge, workIsDone } from '#events/work/proof-of-work.ts';
import challenge from '../../netlify/functions/rsvps-challenge.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';

/** Programs are slowed down, people are not: nobody is turned away for how they send. */

const features = vi.hoisted(() => ({ proofOfWork: false }));
vi.mock('#platform/site.ts', async (original) => {
  const real = await original<typeof import('#platform/site.ts')>();
  const site = real.site();
  return { ...real, site: () => ({ ...site, features: { ...site.features, ...features } }) };
});

let desk: RsvpDesk;
beforeAll(async () => {
  desk = await openRsvpDesk();
});
afterEach(() => {
  features.proofOfWork = false;
});
afterAll(() => desk.close());

let people = 0;
const newAddress = () => `somebody-${++people}@example.org`;
const asked = () => challenge(new Request(`${desk.stack.origin}/api/rsvps/challenge`), desk.context);

describe('the time a form was open', () => {
  test('of less than a second and a half asks for a second press, and keeps nothing', async () => {
    const slug = await desk.event();
    const { response, body } = await desk.rsvp(slug, { email: newAddress(), openFor: 1499 });
    expect(response.status).toBe(422);
    expect(body.title).toBe('Please send it once more');
    expect(body.errors).toBeUndefined();
    expect(await desk.query('select from public.rsvps')).toEqual([]);
  });

  test('is not asked of who could not measure it', async () => {
    const slug = await desk.event();
    expect((await desk.rsvp(slug, { email: newAddress(), openFor: 1500 })).response.status).toBe(201);
    expect((await desk.rsvp(slug, { email: newAddress() })).response.status).toBe(201);
  });
});

describe('limits', () => {
  test('let two hundred people behind one address answer one event in one evening', async () => {
    const slug = await desk.event({ capacity: 250 });
    const statuses = new Set<number>();
    for (let guest = 0; guest < 200; guest++) {
      statuses.add((await desk.rsvp(slug, { email: newAddress() })).response.status);
    }
    expect([...statuses]).toEqual([201]);
  }, 120_000);

  test.each([
    ['one contact', 'rsvp-contact', (email: string) => email],
    ['one event', 'rsvp-event', (_email: string, slug: string) => slug],
  ])('hold back what comes for %s by the hundred, and say when to try again', async (_what, name, whose) => {
    const [slug, email] = [await desk.event(), newAddress()];
    const bucket = `${name}:${keyedHash('rate-limit', whose(email, slug))}`;
    expect((await desk.rsvp(slug, { email })).response.status).toBe(201);
    await desk.query(`update public.rate_limits set hits = 1000 where bucket = '${bucket}'`);
    const { response } = await desk.rsvp(slug, { email: email.toUpperCase() });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await desk.rsvp(await desk.event(), { email: newAddress() })).response.status).toBe(201);
  });
});

describe('proof of work', () => {
  const solved = async (given: Challenge) => {
    const solution = await solveChallenge({ challenge: given, deriveKey });
    return btoa(JSON.stringify({ challenge: given, solution }));
  };
  const work = async () => solved((await (await asked()).json()) as Challenge);

  test('is off until an organisation turns it on: no challenge, and no reply waits for a look', async () => {
    expect((await asked()).status).toBe(404);
    const { body } = await desk.rsvp(await desk.event(), { email: newAddress() });
    expect(body.status).toBe('going');
  });

  test('once on, a reply with it goes straight in', async () => {
    features.proofOfWork = true;
    const { response, body } = await desk.rsvp(await desk.event(), {
      email: newAddress(),
      work: await work(),
    });
    expect(response.status).toBe(201);
    expect(body.status).toBe('going');
  });

  test('a reply without it is taken too, and waits for a look, known or not', async () => {
    features.proofOfWork = true;
    const [slug, email] = [await desk.event(), newAddress()];
    for (const name of ['Ana', 'Bo']) {
      const { response, body } = await desk.rsvp(slug, { email, name });
      expect(response.status).toBe(201);
      expect(body.status).toBe('asked');
    }
    expect(
      await desk.query(`select seats_taken from public.seat_pools pool
        join public.events event on event.pool_id = pool.id where slug = '${slug}'`),
    ).toEqual([{ seats_taken: 0 }]);
  });

  test('is worth one reply', async () => {
    features.proofOfWork = true;
    const done = await work();
    const statuses = [];
    for (let time = 0; time < 2; time++) {
      const { body } = await desk.rsvp(await desk.event(), { email: newAddress(), work: done });
      statuses.push(body.status);
    }
    expect(statuses).toEqual(['going', 'asked']);
  });

  test('ends after an hour', async () => {
    const done = await solved(await newChallenge());
    expect(await workIsDone(done, () => systemClock().add({ minutes: 61 }))).toBe(false);
    expect(await workIsDone(done)).toBe(true);
  });

  test('that was made up, made easier or left out is none', async () => {
    const given = await newChallenge();
    const right = JSON.parse(atob(await solved(given))) as {
      challenge: Challenge;
      solution: { counter: number; derivedKey: string };
    };
    const of = (value: unknown) => btoa(JSON.stringify(value));
    const easier = { ...given.parameters, keyPrefix: '', cost: 1 };
    const later = { ...given.parameters, expiresAt: 4_000_000_000 };
    for (const wrong of [
      undefined,
      '',
      'nonsense',
      of(null),
      of([]),
      of({ challenge: given }),
      of({ ...right, solution: { ...right.solution, derivedKey: '00'.repeat(32) } }),
      of({ ...right, challenge: { ...given, signature: '00'.repeat(32) } }),
      of({ ...right, challenge: { ...given, parameters: easier } }),
      of({ ...right, challenge: { ...given, parameters: later } }),
    ]) {
      expect(await workIsDone(wrong)).toBe(false);
    }
    expect(await workIsDone(of(right))).toBe(true);
  });
});
