import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswerToken } from '#events/answer-token.ts';
import { tokenOf } from '../support/personal-links.ts';
import { openRsvpDesk, type Answered, type RsvpDesk } from '../support/rsvp-desk.ts';

/** Nobody finds out from our answers who has answered an invitation before. */

let desk: RsvpDesk;
beforeAll(async () => {
  desk = await openRsvpDesk();
});
afterAll(() => desk.close());

/** An answer without what only chance decides: its link is replaced by its form. */
function shape({ response, body }: Answered) {
  const headers = Object.fromEntries(response.headers);
  const link = body.manageUrl?.replace(/[\w-]+$/, (token) => `${token[0]} and ${token.length} more`);
  return { status: response.status, headers, body: { ...body, ...(link && { manageUrl: link }) } };
}
const bytes = async ({ response }: Answered) => (await response.arrayBuffer()).byteLength;

let people = 0;
const newAddress = () => `person-${String(++people).padStart(4, '0')}@example.org`;

/** An event with somebody on its list, and an address that is on none. */
async function twoPeople(details: Record<string, unknown> = {}) {
  const slug = await desk.event(details);
  const [known, unknown] = [newAddress(), newAddress()];
  await desk.rsvp(slug, { email: known });
  return { slug, known, unknown };
}

describe('known and unknown look alike', () => {
  test('with seats left', async () => {
    const { slug, known, unknown } = await twoPeople();
    const [one, other] = [
      await desk.rsvp(slug, { email: known, name: 'Bo' }),
      await desk.rsvp(slug, { email: unknown, name: 'Bo' }),
    ];
    expect(shape(one)).toEqual(shape(other));
    expect(shape(one)).toMatchObject({ status: 201, body: { status: 'going' } });
    expect(await bytes(one)).toBe(await bytes(other));
  });

  test('on the waiting list, where both hear the same number', async () => {
    const { slug, known, unknown } = await twoPeople({ capacity: 1 });
    await desk.rsvp(slug, { email: newAddress() });
    const one = await desk.rsvp(slug, { email: known, name: 'Bo' });
    const other = await desk.rsvp(slug, { email: unknown, name: 'Bo' });
    expect(shape(one)).toEqual(shape(other));
    expect(shape(one)).toMatchObject({ status: 201, body: { status: 'waiting', position: 2 } });
  });

  test('when the same form comes again: 200, the same answer to the letter', async () => {
    const { slug, known, unknown } = await twoPeople();
    const answers: Answered[][] = [];
    for (const email of [known, unknown]) {
      const fields = { email, name: 'Bo', idempotencyKey: crypto.randomUUID() };
      answers.push([await desk.rsvp(slug, fields), await desk.rsvp(slug, fields)]);
    }
    for (const [first, again] of answers) {
      expect(again?.body).toEqual(first?.body);
      expect(again?.response.status).toBe(200);
    }
    expect(answers[0]?.map(shape)).toEqual(answers[1]?.map(shape));
  });

  test('after the replies are closed, when the same form comes again', async () => {
    const { slug, known, unknown } = await twoPeople();
    const again: Answered[] = [];
    for (const email of [known, unknown]) {
      const fields = { email, name: 'Bo', idempotencyKey: crypto.randomUUID() };
      await desk.rsvp(slug, fields);
      await desk.query(`update public.events set rsvp_closes_at = now() where slug = '${slug}'`);
      again.push(await desk.rsvp(slug, fields));
      await desk.query(`update public.events set rsvp_closes_at = ends_at where slug = '${slug}'`);
    }
    expect(again.map(shape).map(({ status }) => status)).toEqual([200, 200]);
  });

  test('whatever is done with the link: changed, changed to too many, cancelled, cancelled again', async () => {
    const { slug, known, unknown } = await twoPeople();
    const steps: unknown[][] = [];
    for (const email of [known, unknown]) {
      const { body } = await desk.rsvp(slug, { email, name: 'Bo' });
      const token = tokenOf(body);
      const did = [];
      for (const doing of [
        { action: 'update', partySize: 2, accessNeeds: 'a chair' },
        { action: 'update', partySize: 4 },
        { action: 'update', partySize: 9 },
        { action: 'update', partySize: 2, children: 2 },
        { action: 'update', sessions: [] },
        { action: 'confirm' },
        { action: 'forget' },
        { action: 'dates', dates: [slug] },
        { action: 'cancel' },
        { action: 'cancel' },
        { action: 'update', partySize: 1 },
      ]) {
        did.push(shape(await desk.change({ token, ...doing })));
      }
      steps.push(did);
    }
    expect(steps[0]).toEqual(steps[1]);
    expect(steps[0]).toMatchObject(
      [200, 409, 422, 422, 409, 404, 404, 404, 200, 404, 404].map((status) => ({ status })),
    );
  });

  test('the link of each carries the same, but for whose it is', async () => {
    const { slug, known, unknown } = await twoPeople();
    const carried = [];
    for (const email of [known, unknown]) {
      const { body } = await desk.rsvp(slug, { email, name: 'Bo', partySize: 2 });
      carried.push(readAnswerToken(tokenOf(body)));
    }
    expect(carried[0]).toMatchObject({ echo: true, status: 'going', partySize: 2, event: slug });
    expect(carried[1]).toEqual({ ...carried[0], echo: false, id: carried[1]?.id, at: carried[1]?.at });
  });

  test('negative control: the shapes of two different answers differ', async () => {
    const { slug, unknown } = await twoPeople({ capacity: 1 });
    expect(shape(await desk.rsvp(slug, { email: unknown }))).not.toEqual(
      shape(await desk.rsvp(await desk.event(), { email: unknown })),
    );
  });
});

describe('behind the same answer', () => {
  test('the reply of who was there stays as it was, and only its own address gets mail: the link, once', async () => {
    const { slug, known } = await twoPeople();
    await desk.settled();
    const before = await desk.query(`select * from public.rsvps where email = '${known}'`);
    const { body } = await desk.rsvp(slug, { email: known, name: 'Bo', partySize: 3 });
    await desk.settled();
    expect(desk.subjectsTo(known)).toEqual(['Your place is confirmed']);
    for (const doing of [{ action: 'update', partySize: 2 }, { action: 'cancel' }]) {
      await desk.change({ token: tokenOf(body), ...doing });
    }
    await desk.settled();
    expect(desk.subjectsTo(known)).toEqual(['Your place is confirmed', 'Your link']);
    const after = await desk.query(`select * from public.rsvps where email = '${known}'`);
    expect(after).toMatchObject(before.map((row) => ({ ...(row as object), transition: 2 })));
  });

  test('what was told to a stranger holds no word of theirs and ends with the reply', async () => {
    const { slug, known } = await twoPeople();
    await desk.rsvp(slug, { email: known, name: 'Plantagenet', accessNeeds: 'plantain' });
    await desk.settled();
    const echoes = () =>
      desk.query(
        `select * from public.rsvp_echoes echo join public.rsvps on rsvps.id = rsvp_id where email = '${known}'`,
      );
    expect(await echoes()).toHaveLength(1);
    expect(JSON.stringify(await desk.query('select * from public.rsvp_echoes'))).not.toMatch(
      /planta|example\.org/i,
    );
    const own = desk.mailedToken(known);
    expect((await desk.change({ token: own, action: 'forget' })).body).toEqual({ status: 'forgotten' });
    expect(
      await desk.query(
        `select * from public.rsvp_echoes where pool_id in (select pool_id from public.events where slug = '${slug}')`,
      ),
    ).toEqual([]);
  });

  test('the real link is only in the mail, and does what the answer’s does not', async () => {
    const slug = await desk.event();
    const email = newAddress();
    const { body } = await desk.rsvp(slug, { email });
    await desk.settled();
    const real = desk.mailedToken(email);
    expect(real).not.toBe(tokenOf(body));
    expect((await desk.change({ token: tokenOf(body), action: 'forget' })).response.status).toBe(404);
    expect((await desk.change({ token: real, action: 'cancel' })).body).toEqual({ status: 'cancelled' });
    expect((await desk.change({ token: real, action: 'rejoin' })).body).toMatchObject({ status: 'going' });
  });
});

describe('who left only a phone number', () => {
  const phone = () => `(303) 555-${String(1000 + ++people)}`;

  test('gets the real link at once, and who repeats the number gets none', async () => {
    const slug = await desk.event();
    const number = phone();
    const own = await desk.rsvp(slug, { phone: number });
    expect(tokenOf(own.body)).toMatch(/^r[\w-]{43}$/);
    const again = await desk.rsvp(slug, { phone: number, name: 'Bo' });
    expect(again.response.status).toBe(201);
    expect(readAnswerToken(tokenOf(again.body))).toMatchObject({ echo: true, mail: false });
  });

  test('does not open the other dates of a series to who knows the number', async () => {
    const [first, second] = await desk.series(2);
    const number = phone();
    await desk.rsvp(first ?? '', { phone: number });
    const fields = { phone: number, name: 'Bo', idempotencyKey: crypto.randomUUID() };
    for (let time = 0; time < 2; time++) {
      const { body } = await desk.rsvp(second ?? '', fields);
      expect(tokenOf(body)).toMatch(/^a/);
    }
  });
});
