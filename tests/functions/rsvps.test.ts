import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAnswerToken } from '#events/answer-token.ts';
import { changeAnswer } from '#events/change-rsvp.ts';
import { honeypotField } from '#platform/guard.ts';
import events from '../../netlify/functions/events.ts';
import { idOf, tokenOf } from '../support/personal-links.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';

/** An RSVP from the first press to the last mail, through the functions as they are deployed. */

let desk: RsvpDesk;
let slug: string;
beforeAll(async () => {
  desk = await openRsvpDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  slug = await desk.event();
  desk.stack.mail.messages.length = 0;
});
const rsvp = (fields: Record<string, unknown>) => desk.rsvp(slug, fields);
const change = (fields: Record<string, unknown>) => desk.change(fields);
const settled = () => desk.settled();
const subjectsTo = (address: string) => desk.subjectsTo(address);
const stored = async () =>
  (
    await desk.query<{ name: string }>(
      `select rsvps.name from public.rsvps join public.events on events.id = event_id where slug = '${slug}'`,
    )
  ).map(({ name }) => name);

describe('coming to an event', () => {
  test('a first yes is 201, says going, and is mailed with a calendar file', async () => {
    const { response, body } = await rsvp({ email: 'ana@example.org', partySize: 2 });
    expect(response.status).toBe(201);
    expect(body).toEqual({
      status: 'going',
      manageUrl: expect.stringMatching(/\/r\/a[\w-]{464}$/) as string,
    });
    await settled();
    const [mail] = desk.stack.mail.messages;
    expect(mail?.subject).toBe('Your place is confirmed');
    expect(mail?.text).toMatch(/\/r\/r[\w-]{43}\n/);
    expect(mail?.text).not.toContain(body.manageUrl);
    expect(mail?.attachments[0]?.filename).toBe('invitation.ics');
    expect(mail?.attachments[0]?.content).toContain('SUMMARY:Juniper Hollow: get-together');
  });

  test('nothing outside the mail says what we are or which event it is', async () => {
    await rsvp({ email: 'neutral@example.org' });
    await settled();
    const [mail] = desk.stack.mail.messages;
    const outside = [
      mail?.subject,
      mail?.from,
      mail?.attachments[0]?.filename,
      mail?.attachments[0]?.content,
    ].join('\n');
    expect(outside).not.toMatch(/rehab|recover|alumni|addict|treatment|sober|An evening by the fire|\/r\//i);
  });

  test('who comes to a full event waits, and is told the true position', async () => {
    await rsvp({ email: 'full@example.org', partySize: 4 });
    const first = await rsvp({ email: 'first@example.org' });
    const second = await rsvp({ email: 'second@example.org' });
    expect(first.body).toMatchObject({ status: 'waiting', position: 1 });
    expect(second.body).toMatchObject({ status: 'waiting', position: 2 });
    await settled();
    expect(subjectsTo('first@example.org')).toEqual(['You are on the waiting list']);
  });

  test('a phone alone is enough, and gets no mail', async () => {
    const { response } = await rsvp({ phone: '(303) 555-0123' });
    expect(response.status).toBe(201);
    await settled();
    expect(desk.stack.mail.messages).toEqual([]);
  });

  test('the same key again is 200, the same answer, and no second mail', async () => {
    const fields = { email: 'twice@example.org', idempotencyKey: crypto.randomUUID() };
    const first = await rsvp(fields);
    const again = await rsvp(fields);
    expect(again.response.status).toBe(200);
    expect(again.body).toEqual(first.body);
    await settled();
    expect(subjectsTo('twice@example.org')).toHaveLength(1);
  });

  test('the key of somebody else’s form opens nothing of theirs, and is no submission of one’s own', async () => {
    const idempotencyKey = crypto.randomUUID();
    const theirs = await rsvp({ phone: '(303) 555-0161', partySize: 2, idempotencyKey });
    for (const contact of [{ phone: '(303) 555-0162' }, { email: 'another@example.org' }]) {
      const own = await rsvp({ ...contact, name: 'Bo', idempotencyKey });
      expect(own.response.status).toBe(201);
      expect(tokenOf(own.body)).not.toBe(tokenOf(theirs.body));
      expect(idOf(own.body)).not.toBe(idOf(theirs.body));
    }
    const again = await rsvp({ phone: '(303) 555-0161', partySize: 2, idempotencyKey });
    expect([again.response.status, idOf(again.body)]).toEqual([200, idOf(theirs.body)]);
    expect(await stored()).toHaveLength(3);
  });

  test('the same form sent twice without a key is one RSVP with the same link', async () => {
    const first = await rsvp({ email: 'pressed@example.org' });
    const again = await rsvp({ email: 'pressed@example.org' });
    expect(again.response.status).toBe(200);
    expect(again.body.manageUrl).toBe(first.body.manageUrl);
  });

  test('somebody who only knows the address changes and cancels nothing, and gets no second mail of it', async () => {
    await rsvp({ email: 'known@example.org', accessNeeds: 'two steps are hard' });
    const stranger = await rsvp({ email: 'KNOWN@example.org', name: 'Someone else' });
    expect(stranger.response.status).toBe(201);
    await settled();
    expect(subjectsTo('known@example.org')).toEqual(['Your place is confirmed']);
    expect((await change({ token: tokenOf(stranger.body), action: 'cancel' })).body).toEqual({
      status: 'cancelled',
    });
    expect(await stored()).toEqual(['Ana']);
    await settled();
    expect(subjectsTo('known@example.org')).toEqual(['Your place is confirmed', 'Your link']);
  });

  test('asking for the link again and again sends it once', async () => {
    const { body } = await rsvp({ email: 'flooded@example.org' });
    const id = readAnswerToken(tokenOf(body))?.id ?? '';
    for (let time = 0; time < 5; time += 1) await changeAnswer({ id, echo: false }, 'send-link');
    await settled();
    expect(subjectsTo('flooded@example.org').sort()).toEqual(['Your link', 'Your place is confirmed']);
  });

  test('a private address is in the mail of those who go, and not of those who wait', async () => {
    slug = await desk.event({ capacity: 1 }, { address: '77 Larkspur Court' });
    await rsvp({ email: 'goes@example.org' });
    await rsvp({ email: 'waits@example.org' });
    await settled();
    const textTo = (address: string) => desk.stack.mail.messages.find(({ to }) => to.includes(address))?.text;
    expect(textTo('goes@example.org')).toContain('77 Larkspur Court');
    expect(textTo('waits@example.org')).not.toContain('Larkspur');
  });
});

describe('changing one’s mind', () => {
  test('a cancel frees the seats for the first waiting party that fits, and mails both', async () => {
    const going = await rsvp({ email: 'goes@example.org', partySize: 3 });
    await rsvp({ email: 'large@example.org', partySize: 4 });
    await rsvp({ email: 'small@example.org', partySize: 2 });
    // a mail that is no longer true when its turn comes is not sent
    await settled();
    expect((await change({ token: tokenOf(going.body), action: 'cancel' })).body).toEqual({
      status: 'cancelled',
    });
    await settled();
    expect(subjectsTo('goes@example.org')).toEqual(['Your place is confirmed', 'Your place is cancelled']);
    expect(subjectsTo('large@example.org')).toEqual([
      'You are on the waiting list',
      'A place opened up for you',
    ]);
    expect(subjectsTo('small@example.org')).toEqual(['You are on the waiting list']);
  });

  test('cancelling twice is 404 the second time, like a link that never was', async () => {
    const { body } = await rsvp({ email: 'once@example.org' });
    await change({ token: tokenOf(body), action: 'cancel' });
    const again = await change({ token: tokenOf(body), action: 'cancel' });
    const never = await change({ token: `r${'A'.repeat(43)}`, action: 'cancel' });
    expect(again.response.status).toBe(404);
    expect(never.body).toEqual(again.body);
  });

  test('a smaller party makes room, a larger one only where there is room', async () => {
    const { body } = await rsvp({ email: 'resize@example.org', partySize: 4 });
    const queued = await rsvp({ email: 'queued@example.org', partySize: 2 });
    expect((await change({ token: tokenOf(body), action: 'update', partySize: 2 })).body.status).toBe(
      'going',
    );
    expect((await change({ token: tokenOf(queued.body), action: 'update', name: 'Bea' })).body.status).toBe(
      'going',
    );
    const refused = await change({ token: tokenOf(body), action: 'update', partySize: 3 });
    expect(refused.response.status).toBe(409);
    expect(refused.body.title).toContain('stays as it was');
  });

  test('after a cancel the same person may come back', async () => {
    const { body } = await rsvp({ email: 'back@example.org' });
    await change({ token: tokenOf(body), action: 'cancel' });
    const again = await rsvp({ email: 'back@example.org' });
    expect(again.response.status).toBe(201);
    expect(again.body.status).toBe('going');
  });

  test('what is refused is refused in the same words, whether or not the person is on the list', async () => {
    slug = await desk.event({ asksConduct: true });
    const yes = { agreeToConduct: true, idempotencyKey: crypto.randomUUID() };
    await rsvp({ email: 'known@example.org', ...yes });
    const refusals = async (email: string) => {
      const tooMany = await rsvp({ email, partySize: 5, agreeToConduct: true });
      const noConduct = await rsvp({ email, name: 'Somebody' });
      await desk.query(`update public.events set rsvp_closes_at = now() where slug = '${slug}'`);
      const closed = await rsvp({ email, name: 'Somebody', agreeToConduct: true });
      await desk.query(`update public.events set rsvp_closes_at = ends_at where slug = '${slug}'`);
      return [tooMany, noConduct, closed].map(({ response, body }) => [response.status, body]);
    };
    expect(await refusals('known@example.org')).toEqual(await refusals('unknown@example.org'));
  });
});

describe('bad input is a clear problem, and nothing is stored', () => {
  const cases: [string, Record<string, unknown>, number][] = [
    ['an unknown event', { event: 'no-such-evening', email: 'a@example.org' }, 404],
    ['a party of nobody', { email: 'a@example.org', partySize: 0 }, 422],
    ['a party of a thousand', { email: 'a@example.org', partySize: 1000 }, 422],
    ['a party larger than the event takes', { email: 'a@example.org', partySize: 5 }, 422],
    ['half a person', { email: 'a@example.org', partySize: 1.5 }, 422],
    ['a name of 10 kB', { email: 'a@example.org', name: 'x'.repeat(10_240) }, 422],
    ['a header in the name', { email: 'a@example.org', name: 'Ana\r\nBcc: all@example.org' }, 422],
    ['a header in the address', { email: 'a@example.org\nBcc: all@example.org' }, 422],
    ['a NUL in the needs', { email: 'a@example.org', accessNeeds: 'a\u0000b' }, 422],
    ['no contact', {}, 422],
    ['two contacts', { email: 'a@example.org', phone: '3035550123' }, 422],
    ['a field nobody asked for', { email: 'a@example.org', status: 'going' }, 422],
    ['a filled honeypot', { email: 'a@example.org', [honeypotField]: 'x' }, 400],
  ];
  test.each(cases)('%s', async (_what, fields, status) => {
    const { response, body } = await rsvp(fields);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(body.title).toBeTruthy();
    expect(await stored()).toEqual([]);
  });

  test('names in every script, right to left and with emoji, are names', async () => {
    for (const [index, name] of ['Zoë 🌲', 'מרים', 'محمد', '李小龍', 'O’Brien-Şahin'].entries()) {
      slug = await desk.event();
      expect((await rsvp({ email: `n${index}@example.org`, name })).response.status).toBe(201);
      expect(await stored()).toEqual([name]);
    }
  });

  test('a closed, a past and a called-off event are 409; a draft is 404', async () => {
    const past = new Date(Date.now() - 86_400_000).toISOString();
    const before = new Date(Date.now() - 90_000_000).toISOString();
    for (const [details, status] of [
      [{ rsvpClosesAt: past }, 409],
      [{ startsAt: before, endsAt: past, rsvpClosesAt: before }, 409],
      [{ status: 'cancelled' }, 409],
      [{ status: 'draft' }, 404],
    ] as const) {
      slug = await desk.event(details);
      expect((await rsvp({ email: 'late@example.org' })).response.status).toBe(status);
    }
  });

  test('an event with a code of conduct asks for it, and keeps which wording was agreed', async () => {
    slug = await desk.event({ asksConduct: true });
    expect((await rsvp({ email: 'c@example.org' })).body.errors).toHaveProperty('agreeToConduct');
    expect((await rsvp({ email: 'c@example.org', agreeToConduct: true })).response.status).toBe(201);
    expect(
      await desk.query(`select distinct conduct_version from public.rsvps where email = 'c@example.org'`),
    ).toEqual([{ conduct_version: '2026-11' }]);
  });

  test('a database that is away is 503 with Retry-After', async () => {
    await desk.stack.takeDatabaseDown();
    const { response } = await rsvp({ email: 'down@example.org' });
    await desk.stack.bringDatabaseBack();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await stored()).toEqual([]);
  });
});

test('live seats say how many are left and how many wait', async () => {
  await rsvp({ email: 'seat@example.org', partySize: 3 });
  await rsvp({ email: 'queue@example.org', partySize: 2 });
  const response = await events(new Request(`${desk.stack.origin}/api/events`), desk.context);
  const list = (await response.json()) as { slug: string }[];
  expect(list.find((entry) => entry.slug === slug)).toMatchObject({
    status: 'open',
    capacity: 4,
    seatsLeft: 1,
    waiting: 1,
  });
});

test('a dump of the outbox holds no address and no name', async () => {
  await rsvp({ email: 'planted@example.org', name: 'Plantagenet' });
  const rows = await desk.query('select * from public.outbox');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/planted|plantagenet/i);
});
