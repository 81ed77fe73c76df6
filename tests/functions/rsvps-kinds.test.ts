import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswerToken } from '#events/answer-token.ts';
import { readMyReply } from '#events/mine/my-reply.ts';
import { issueToken, readToken } from '#platform/tokens.ts';
import purge from '../../netlify/functions/purge-expired.ts';
import { tokenOf } from '../support/personal-links.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';

/** What different events ask, what people say to it, change of it, and what stays of it. */

let desk: RsvpDesk;
beforeAll(async () => {
  desk = await openRsvpDesk();
});
afterAll(() => desk.close());

let people = 0;
const newAddress = () => `guest-${++people}@example.org`;

/** Answers, and returns the answer with the token of the link that stands in the mails. */
async function comes(slug: string, fields: Record<string, unknown> = {}) {
  const email = newAddress();
  const answer = await desk.rsvp(slug, { email, ...fields });
  const told = readAnswerToken(tokenOf(answer.body));
  return { ...answer, email, link: issueToken('rsvp', told?.id ?? '') };
}
const reply = async (link: string) => readMyReply(readToken(link)?.id ?? '', new Date().toISOString());

describe('what an event asks', () => {
  test('children count as people, and an adult comes with them', async () => {
    const slug = await desk.event({ asksChildren: true, asksFood: true });
    const { response, link } = await comes(slug, { partySize: 3, children: 2, food: 'no nuts' });
    expect(response.status).toBe(201);
    expect((await reply(link))?.rsvp).toMatchObject({ partySize: 3, children: 2, food: 'no nuts' });
    const alone = await desk.rsvp(slug, { email: newAddress(), partySize: 2, children: 2 });
    expect(alone.body.errors).toEqual({ partySize: ['At least one adult comes along'] });
  });

  test('nothing is kept that the event does not ask', async () => {
    const { link } = await comes(await desk.event(), {
      partySize: 2,
      children: 1,
      food: 'no nuts',
      answers: { x: 'y' },
    });
    expect((await reply(link))?.rsvp).toMatchObject({ children: 0, food: null, answers: {} });
  });

  test('a question that needs an answer is refused by its name, and so is an answer that was not offered', async () => {
    const questions = [
      { id: 'nights', label: 'Which nights?', kind: 'choice', options: ['Both', 'None'], required: true },
      { id: 'ride', label: 'A ride?', kind: 'yes-no', required: false },
    ];
    const slug = await desk.event({ questions });
    for (const answers of [undefined, {}, { nights: '' }, { nights: 'All of them' }]) {
      const { response, body } = await desk.rsvp(slug, { email: newAddress(), ...(answers && { answers }) });
      expect(response.status).toBe(422);
      expect(body.errors).toEqual({ 'answers.nights': ['Answer “Which nights?”'] });
    }
    const { link } = await comes(slug, { answers: { nights: 'Both', ride: 'perhaps' } });
    expect((await reply(link))?.rsvp.answers).toEqual({ nights: 'Both' });
  });

  test('room and link have seats of their own, and who changes sides keeps a seat or nothing changes', async () => {
    const slug = await desk.event({ format: 'hybrid', capacity: 1, onlineCapacity: 1, maxPartySize: 1 });
    const room = await comes(slug, { attends: 'in-person' });
    const byLink = await comes(slug, { attends: 'online' });
    expect([room.body.status, byLink.body.status]).toEqual(['going', 'going']);
    expect((await comes(slug, { attends: 'online' })).body).toMatchObject({ status: 'waiting', position: 1 });
    const crossing = await desk.change({ token: byLink.link, action: 'update', attends: 'in-person' });
    expect(crossing.response.status).toBe(409);
    expect((await reply(byLink.link))?.rsvp).toMatchObject({ attends: 'online', status: 'going' });
  });
});

describe('sessions', () => {
  async function weekend() {
    const slug = await desk.event({ capacity: 10 });
    const at = (hours: number) => new Date(Date.now() + 3 * 86_400_000 + hours * 3_600_000).toISOString();
    const rows = await desk.query<{ id: string }>(`
      with pools as (insert into public.seat_pools (capacity) select 1 from generate_series(1, 3) returning id)
      insert into public.event_sessions (event_id, pool_id, title, starts_at, ends_at)
      select (select id from public.events where slug = '${slug}'), id,
        (array['Letters', 'Hills', 'Fire'])[number],
        (array['${at(0)}', '${at(0.5)}', '${at(1.5)}'])[number]::timestamptz,
        (array['${at(1)}', '${at(1.5)}', '${at(2)}'])[number]::timestamptz
      from (select id, row_number() over () as number from pools) numbered returning id, starts_at`);
    const [letters = '', hills = '', fire = ''] = rows.map(({ id }) => id);
    return { slug, letters, hills, fire };
  }

  test('at the same hour are refused in clear words; one after the other are not', async () => {
    const { slug, letters, hills, fire } = await weekend();
    const both = await desk.rsvp(slug, { email: newAddress(), sessions: [letters, hills] });
    expect(both.response.status).toBe(422);
    expect(both.body.errors).toEqual({
      sessions: ['“Letters” and “Hills” are at the same time. Choose one of them'],
    });
    expect((await comes(slug, { sessions: [hills, fire] })).response.status).toBe(201);
  });

  test('have a seat, a line, and can be left for each other', async () => {
    const { slug, letters, hills } = await weekend();
    const first = await comes(slug, { sessions: [letters] });
    const second = await comes(slug, { sessions: [letters] });
    const standing = async (link: string) =>
      (await reply(link))?.rsvp.sessions.map(({ title, status }) => `${title}: ${status}`);
    expect(await standing(first.link)).toEqual(['Letters: going']);
    expect(await standing(second.link)).toEqual(['Letters: waiting']);
    await desk.change({ token: first.link, action: 'update', sessions: [hills] });
    expect(await standing(first.link)).toEqual(['Hills: going']);
    expect(await standing(second.link)).toEqual(['Letters: going']);
    const crossed = await desk.change({ token: first.link, action: 'update', sessions: [letters, hills] });
    expect(crossed.body.errors).toHaveProperty('sessions');
    expect(await standing(first.link)).toEqual(['Hills: going']);
  });
});

describe('a series', () => {
  const datesOf = async (link: string) => (await reply(link))?.rsvp.dates.map(({ slug }) => slug);

  test('is answered for one date, for several, or for all that take replies', async () => {
    const dates = await desk.series(3);
    const [first = '', second = '', third = ''] = dates;
    expect(await datesOf((await comes(second)).link)).toEqual([second]);
    expect(await datesOf((await comes(second, { dates: [third, first] })).link)).toEqual([first, third]);
    await desk.query(`update public.events set rsvp_closes_at = now() where slug = '${first}'`);
    expect(await datesOf((await comes(second, { dates: ['all'] })).link)).toEqual([second, third]);
    expect((await desk.rsvp(first, { email: newAddress(), dates: [] })).body.errors).toHaveProperty('dates');
  });

  test('is changed from the link to exactly the dates one names', async () => {
    const [first = '', second = '', third = ''] = await desk.series(3);
    const { link } = await comes(first, { dates: [first, second] });
    expect(
      (await desk.change({ token: link, action: 'dates', dates: [second, third] })).response.status,
    ).toBe(200);
    expect(await datesOf(link)).toEqual([second, third]);
    const strange = await desk.event();
    expect((await desk.change({ token: link, action: 'dates', dates: [strange] })).response.status).toBe(404);
    expect(await datesOf(link)).toEqual([second, third]);
  });
});

describe('from the link in the mail', () => {
  test('a seat from the waiting list is confirmed', async () => {
    const slug = await desk.event({ capacity: 1, confirmWithinHours: 24 });
    const first = await comes(slug);
    const waits = await comes(slug);
    await desk.change({ token: first.link, action: 'cancel' });
    expect((await reply(waits.link))?.rsvp.confirmBy).not.toBeNull();
    expect((await desk.change({ token: waits.link, action: 'confirm' })).body).toMatchObject({
      status: 'going',
    });
    expect((await reply(waits.link))?.rsvp).toMatchObject({ status: 'going', confirmBy: null });
  });

  test('who comes back after a cancel gets a seat, or the end of the line', async () => {
    const slug = await desk.event({ capacity: 1 });
    const { link } = await comes(slug);
    const other = await comes(slug);
    await desk.change({ token: link, action: 'cancel' });
    expect((await desk.change({ token: link, action: 'rejoin' })).body).toMatchObject({
      status: 'waiting',
      position: 1,
    });
    expect((await desk.change({ token: other.link, action: 'rejoin' })).response.status).toBe(404);
  });

  test('who wants to be forgotten is: no word, no seat, no mail, for every date', async () => {
    const dates = await desk.series(2);
    const { link, email } = await comes(dates[0] ?? '', { dates, accessNeeds: 'plantain' });
    const mails = desk.subjectsTo(email).length;
    expect((await desk.change({ token: link, action: 'forget' })).body).toEqual({ status: 'forgotten' });
    await desk.settled();
    expect(
      await desk.query(`select from public.rsvps where email = '${email}' or access_needs = 'plantain'`),
    ).toEqual([]);
    expect(
      await desk.query(`select from public.seat_pools pool join public.events event on event.pool_id = pool.id
      where slug in ('${dates.join("','")}') and seats_taken > 0`),
    ).toEqual([]);
    expect(desk.subjectsTo(email)).toHaveLength(mails);
    expect((await desk.change({ token: link, action: 'cancel' })).response.status).toBe(404);
  });

  test('the address of the place is told after a yes, and the link to the room fifteen minutes before', async () => {
    const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const online = (startsIn: number) =>
      desk.event(
        {
          format: 'online',
          capacity: 1,
          startsAt: soon(startsIn),
          endsAt: soon(startsIn + 60),
          rsvpClosesAt: soon(startsIn),
        },
        { joinUrl: 'https://meet.example/fire' },
      );
    const early = await comes(await online(20));
    expect((await reply(early.link))?.rsvp.event).toMatchObject({ hasLink: true, joinUrl: null });
    const due = await online(10);
    const goes = await comes(due);
    const waits = await comes(due);
    expect((await reply(goes.link))?.rsvp.event.joinUrl).toBe('https://meet.example/fire');
    expect(JSON.stringify(await reply(waits.link))).not.toContain('meet.example');
  });
});

describe('afterwards', () => {
  const ended = (slug: string, days: number) =>
    desk.query(`update public.events set starts_at = now() - interval '${days} days 2 hours',
      rsvp_closes_at = now() - interval '${days} days 3 hours', ends_at = now() - interval '${days} days' where slug = '${slug}'`);
  const run = () => purge(new Request(desk.stack.origin), desk.context);

  test('needs and food go at once, people after thirty days, and the counts stay', async () => {
    const slug = await desk.event({ asksFood: true, capacity: 3 });
    const { email } = await comes(slug, { partySize: 2, accessNeeds: 'a chair', food: 'no nuts' });
    await comes(slug, { partySize: 2 });
    await ended(slug, 1);
    await run();
    expect(
      await desk.query(`select access_needs, food, name from public.rsvps where email = '${email}'`),
    ).toEqual([{ access_needs: null, food: null, name: 'Ana' }]);
    await ended(slug, 29);
    await run();
    expect(await desk.query(`select from public.rsvps where email = '${email}'`)).toHaveLength(1);
    await ended(slug, 31);
    await run();
    expect(await desk.query(`select from public.rsvps where email = '${email}'`)).toEqual([]);
    expect(
      await desk.query(`select counts.replies, seats, waiting from public.event_counts counts
        join public.events event on event.id = counts.event_id where slug = '${slug}'`),
    ).toEqual([{ replies: 2, seats: 2, waiting: 1 }]);
  });

  test('a link that opened a reply opens nothing once it is gone', async () => {
    const slug = await desk.event();
    const { link, body } = await comes(slug);
    await ended(slug, 31);
    await run();
    expect(await reply(link)).toBeNull();
    for (const token of [link, tokenOf(body)]) {
      expect((await desk.change({ token, action: 'cancel' })).response.status).toBe(404);
    }
  });
});
