import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { quietUrl, readQuietLink, setQuiet } from '#events/quiet/quiet.ts';
import { deliverNow } from '#mail/deliver-now.ts';
import { Gathering, hours, mailTo, subjectsTo } from '../support/gathering.ts';
import { invitationOf, readInvitation } from '../support/invitations.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Every mail of an event, from what makes it true to what arrives. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());
const plan = (
  ...details: Parameters<typeof Gathering.plan> extends [unknown, ...infer Rest] ? Rest : never
) => Gathering.plan(stack, ...details);
const mail = (person: string) => mailTo(stack, person);
const subjects = (person: string) => subjectsTo(stack, person);

// whatever a test sends, this holds
afterEach(async () => {
  await deliverNow();
  for (const sent of stack.mail.messages) {
    expect(sent.from).toBe('hello@juniperhollow.example');
    expect(sent.headers['auto-submitted']).toBe('auto-generated');
    const outside = [
      sent.subject,
      ...sent.attachments.flatMap(({ filename, content }) => [filename, content]),
    ];
    expect(outside.join('\n')).not.toMatch(/rehab|recover|alumni|addict|treatment|sober|by the fire|\/r\//i);
    expect(sent.html).not.toMatch(/<(script|img|link|iframe)|src=|url\(/i);
    expect(sent.text.length).toBeGreaterThan(40);
  }
  expect(new Set(stack.mail.messages.map(({ headers }) => headers['message-id'])).size).toBe(
    stack.mail.messages.length,
  );
  stack.mail.messages.length = 0;
});

describe('a yes and its calendar entry', () => {
  test('is an invitation to the person alone, that asks nothing and answers nobody', async () => {
    const evening = await plan();
    await evening.answer('ana', 2);
    const sent = await mail('ana');
    expect(sent?.text).toContain('An evening by the fire');
    expect(sent?.text).toContain('(Mountain Time)');
    expect(sent?.headers['reply-to']).toContain('events@juniperhollow.example');
    const entry = invitationOf(sent);
    expect(entry).toMatchObject({
      method: 'REQUEST',
      title: 'Juniper Hollow: get-together',
      location: 'The barn, 4 Mill Street',
      organizer: 'mailto:hello@juniperhollow.example',
      attendee: 'mailto:ana@example.org',
      status: 'CONFIRMED',
    });
    expect(sent?.calendar?.content).toMatch(/ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE/);
    expect(sent?.calendar?.content).toContain('CLASS:PRIVATE');
  });

  test('follows a change, is not raised by a reminder, and goes with a cancel', async () => {
    const evening = await plan({ inHours: 30 });
    const rsvp = await evening.answer('ana');
    const first = invitationOf(await mail('ana'));
    const { startsAt, endsAt } = await evening.move(20, 23);
    const moved = invitationOf(await mail('ana'));
    await stack.database.execute(
      `update public.rsvps set created_at = now() - interval '1 day' where id = '${rsvp}'`,
    );
    await evening.call('public.queue_event_mails()');
    const reminded = invitationOf(await mail('ana'));
    await evening.call(`public.cancel_rsvp('${rsvp}')`);
    const gone = invitationOf(await mail('ana'));

    expect(await subjects('ana')).toEqual([
      'Your place is confirmed',
      'Something changed',
      expect.stringMatching(/^See you on \w+day$/),
      'Your place is cancelled',
    ]);
    expect(new Set([first, moved, reminded, gone].map(({ uid }) => uid)).size).toBe(1);
    expect(moved.sequence).toBeGreaterThan(first.sequence);
    expect(reminded.sequence).toBe(moved.sequence);
    expect(gone.sequence).toBeGreaterThan(reminded.sequence);
    expect(moved).toMatchObject({ starts: startsAt, ends: endsAt });
    expect(gone).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', location: null });
  });

  test('comes back after a cancel with a higher number than the cancellation', async () => {
    const evening = await plan();
    const rsvp = await evening.answer('ana');
    await mail('ana');
    await evening.call(`public.cancel_rsvp('${rsvp}')`);
    const gone = invitationOf(await mail('ana'));
    await evening.call(`public.rejoin_rsvp('${rsvp}')`);
    const back = invitationOf(await mail('ana'));
    expect(back).toMatchObject({ method: 'REQUEST', uid: gone.uid });
    expect(back.sequence).toBeGreaterThan(gone.sequence);
  });

  test('an untold change is caught up with by the next mail', async () => {
    const evening = await plan({ inHours: 30 });
    const rsvp = await evening.answer('ana');
    const first = invitationOf(await mail('ana'));
    await evening.move(20, 23, false);
    expect(await subjects('ana')).toHaveLength(1);
    await stack.database.execute(
      `update public.rsvps set created_at = now() - interval '1 day' where id = '${rsvp}'`,
    );
    await evening.call('public.queue_event_mails()');
    expect(invitationOf(await mail('ana')).sequence).toBeGreaterThan(first.sequence);
  });

  test('who never had an entry gets no cancellation of one', async () => {
    const evening = await plan({ capacity: 1 });
    await evening.answer('ana');
    const waiting = await evening.answer('ben');
    expect((await mail('ben'))?.calendar).toBeNull();
    await evening.call(`public.cancel_rsvp('${waiting}')`);
    expect(await mail('ben')).toMatchObject({
      subject: 'Your place is cancelled',
      calendar: null,
      attachments: [],
    });
  });
});

describe('waiting, and a place after all', () => {
  test('the place in line, then the seat', async () => {
    const evening = await plan({ capacity: 1 });
    const first = await evening.answer('ana');
    await evening.answer('ben');
    expect((await mail('ben'))?.text).toContain('Your place in line: 1');
    await evening.call(`public.cancel_rsvp('${first}')`);
    const promoted = await mail('ben');
    expect(promoted?.subject).toBe('A place opened up for you');
    expect(promoted?.text).toContain('You are in');
    expect(invitationOf(promoted).method).toBe('REQUEST');
  });

  test('where it asks for a second yes it says until when, and the seat that lapsed is taken off the calendar', async () => {
    const evening = await plan({ capacity: 1, confirmWithinHours: 5 });
    const first = await evening.answer('ana');
    const rsvp = await evening.answer('ben');
    await evening.call(`public.cancel_rsvp('${first}')`);
    const promoted = await mail('ben');
    expect(promoted?.text).toMatch(/we keep it for you until .+\(Mountain Time\)/);
    expect(promoted?.text).toMatch(/Yes, I am coming:\n\S+#confirm/);
    await stack.database.execute(
      `update public.rsvps set confirm_by = now() - interval '1 second' where id = '${rsvp}'`,
    );
    await evening.call('public.lapse_unconfirmed()');
    const lapsed = await mail('ben');
    expect(lapsed?.subject).toBe('Your seat went to the next in line');
    expect(invitationOf(lapsed).method).toBe('CANCEL');
  });

  test('a promotion whose time ran out before it was sent is dropped', async () => {
    const evening = await plan({ capacity: 1, confirmWithinHours: 5 });
    const first = await evening.answer('ana');
    const rsvp = await evening.answer('ben');
    await deliverNow();
    await evening.call(`public.cancel_rsvp('${first}')`);
    await stack.database.execute(
      `update public.rsvps set confirm_by = now() - interval '1 second' where id = '${rsvp}'`,
    );
    await evening.call('public.lapse_unconfirmed()');
    expect(await subjects('ben')).toEqual([
      'You are on the waiting list',
      'Your seat went to the next in line',
    ]);
  });

  test('who goes back to the line for fewer seats is told so, and loses the entry', async () => {
    const evening = await plan({ capacity: 2 });
    await evening.answer('ana');
    const last = await evening.answer('ben');
    await deliverNow();
    await evening.call(`private.set_event_capacity('${evening.id}', 1, false, array['${last}'::uuid])`);
    const moved = await mail('ben');
    expect(moved).toMatchObject({ subject: 'You are back on the waiting list' });
    expect(moved?.text).toContain('Your place in line: 1');
    expect(invitationOf(moved).method).toBe('CANCEL');
  });

  test('an answer that is looked at first says so, and the yes comes after', async () => {
    const evening = await plan();
    const rsvp = await evening.answer('ana', 1, { review: true });
    expect(await mail('ana')).toMatchObject({ subject: 'We got your reply', calendar: null });
    await evening.call(`private.accept_asked('${rsvp}')`);
    expect((await mail('ana'))?.subject).toBe('Your place is confirmed');
  });

  test('who is taken off the list hears it, without the reason that staff wrote down', async () => {
    const evening = await plan();
    const rsvp = await evening.answer('ana');
    await deliverNow();
    await evening.call(`private.remove_guest('${rsvp}', 'asked us not to say')`);
    const removed = await mail('ana');
    expect(removed?.text).toContain('We took your reply off the list');
    expect(removed?.text).not.toContain('asked us');
    expect(invitationOf(removed).method).toBe('CANCEL');
  });
});

describe('what only those may know who go', () => {
  const private_ = { address: '77 Larkspur Court', arrivalNotes: 'The side door' };

  test('a private address goes to who has a place, in words and on the calendar', async () => {
    const evening = await plan({ capacity: 1, address: null }, private_);
    await evening.answer('ana');
    await evening.answer('ben');
    const going = await mail('ana');
    expect(going?.text).toContain('The barn, 77 Larkspur Court');
    expect(going?.text).toContain('The side door');
    expect(invitationOf(going).location).toBe('The barn, 77 Larkspur Court');
    expect((await mail('ben'))?.text).not.toMatch(/Larkspur|side door/);
  });

  test('when it moves, who goes hears where to, and who waits does not', async () => {
    const evening = await plan({ capacity: 1, address: null }, private_);
    await evening.answer('ana');
    await evening.answer('ben');
    await deliverNow();
    await evening.change({}, { address: '9 Aspen Way', arrivalNotes: null });
    expect((await mail('ana'))?.text).toContain('Where, now: The barn, 9 Aspen Way');
    expect(await subjects('ben')).toEqual(['You are on the waiting list']);
  });

  test.each([48, 0.1])('the link of an online evening is in no mail, %s hours before', async (inHours) => {
    const evening = await plan(
      {
        format: 'online',
        inHours,
        placeName: null,
        address: null,
        remindsTwoHours: true,
        rsvpClosesAt: hours(inHours + 1),
      },
      { joinUrl: 'https://meet.example/fire' },
    );
    const rsvp = await evening.answer('ana');
    await stack.database.execute(
      `update public.rsvps set created_at = now() - interval '1 day' where id = '${rsvp}'`,
    );
    await deliverNow();
    if (inHours > 24) await evening.move(23, 25);
    await deliverNow();
    await evening.call('public.queue_event_mails()');
    await deliverNow();
    expect(await subjects('ana')).toHaveLength(inHours > 24 ? 3 : 2);
    for (const { text, html, attachments } of stack.mail.messages)
      expect(JSON.stringify([text, html, attachments])).not.toContain('meet.example');
    expect((await mail('ana'))?.text).toMatch(/Your link: Opens at \d+:\d\d [AP]M, on your page/);
    expect((await mail('ana'))?.text).toMatch(/#join/);
  });

  test('in a hybrid one it depends on how somebody takes part', async () => {
    const evening = await plan(
      { format: 'hybrid', onlineCapacity: 5 },
      { joinUrl: 'https://meet.example/fire' },
    );
    await evening.answer('ana', 1, { attends: 'in-person' });
    await evening.answer('ben', 1, { attends: 'online' });
    expect((await mail('ana'))?.text).toContain('Where: The barn, 4 Mill Street');
    expect((await mail('ana'))?.text).not.toContain('Your link: Opens');
    expect((await mail('ben'))?.text).toContain('Where: Online, by link');
    expect((await mail('ben'))?.text).not.toContain('Mill Street');
    expect(invitationOf(await mail('ben')).location).toBeNull();
  });
});

describe('what staff change, call off and write', () => {
  test('a change says what was and what is', async () => {
    const evening = await plan();
    await evening.answer('ana');
    await deliverNow();
    await evening.change({ title: 'An evening under the stars', placeName: 'The orchard' });
    const changed = await mail('ana');
    expect(changed?.text).toContain(
      'Name, before: An evening by the fire\nName, now: An evening under the stars',
    );
    expect(changed?.text).toContain('Where, before: The barn\nWhere, now: The orchard, 4 Mill Street');
    expect(changed?.headers['list-unsubscribe']).toMatch(/^<http\S+\/r\/r\S+>, <mailto:events@/);
    expect(changed?.headers['list-unsubscribe-post']).toBeUndefined();
  });

  test('two changes before anything is sent are one mail, from the first before to the last after', async () => {
    const evening = await plan({ placeName: 'The barn' });
    await evening.answer('ana');
    await deliverNow();
    await evening.change({ placeName: 'The porch' });
    await evening.change({ placeName: 'The orchard', title: 'Stars' });
    expect(await subjects('ana')).toEqual(['Your place is confirmed', 'Something changed']);
    expect((await mail('ana'))?.text).toContain('Where, before: The barn\nWhere, now: The orchard');
    expect((await mail('ana'))?.text).not.toContain('porch');
    await evening.change({ placeName: 'The attic' });
    expect((await mail('ana'))?.text).toContain('Where, before: The orchard\nWhere, now: The attic');
  });

  test('a change that was taken back before it was sent is no mail', async () => {
    const evening = await plan();
    await evening.answer('ana');
    await deliverNow();
    await evening.change({ title: 'Stars' });
    await evening.change({ title: 'An evening by the fire' });
    expect(await subjects('ana')).toEqual(['Your place is confirmed']);
  });

  test('called off: with the note, and off the calendar of those who had a place', async () => {
    const evening = await plan({ capacity: 1 });
    await evening.answer('ana');
    await evening.answer('ben');
    await deliverNow();
    await evening.call(`private.call_off_event('${evening.id}', 'The pipes froze. <b>Sorry</b>.')`);
    const going = await mail('ana');
    expect(going).toMatchObject({ subject: 'This date is called off' });
    expect(going?.text).toContain('The pipes froze. <b>Sorry</b>.');
    expect(going?.html).toContain('&#60;b&#62;Sorry');
    expect(invitationOf(going).method).toBe('CANCEL');
    expect(await mail('ben')).toMatchObject({ subject: 'This date is called off', calendar: null });
  });

  test('a message arrives as it was typed, signed by the house, for those it is meant for', async () => {
    const evening = await plan({ capacity: 1 });
    await evening.answer('ana');
    await evening.answer('ben');
    await deliverNow();
    await evening.write('going', 'Bring a coat.\n\n<i>It is cold</i>\nat night.');
    const message = await mail('ana');
    expect(message?.text).toContain('Bring a coat.\n\n<i>It is cold</i>\nat night.\n\nJuniper Hollow');
    expect(message?.html).toContain('&#60;i&#62;It is cold&#60;/i&#62;<br>at night.');
    expect(await subjects('ben')).toEqual(['You are on the waiting list']);
  });

  test('a message for those who go is not sent to who gave the place up meanwhile', async () => {
    const evening = await plan();
    const rsvp = await evening.answer('ana');
    await deliverNow();
    await evening.write('going', 'Bring a coat.');
    await evening.call(`public.cancel_rsvp('${rsvp}')`);
    expect(await subjects('ana')).toEqual(['Your place is confirmed', 'Your place is cancelled']);
  });
});

describe('by the clock', () => {
  /** Somebody who answered a day ago, so that a reminder is due. */
  async function longAgo(evening: Gathering, person: string) {
    const rsvp = await evening.answer(person);
    await stack.database.execute(
      `update public.rsvps set created_at = now() - interval '2 days' where id = '${rsvp}'`,
    );
    await deliverNow();
    return rsvp;
  }

  test('a day before, and two hours before where it is asked for, each once', async () => {
    const evening = await plan({ inHours: 23, remindsTwoHours: true });
    const rsvp = await longAgo(evening, 'ana');
    for (let run = 0; run < 3; run++) await evening.call('public.queue_event_mails()');
    const reminder = await mail('ana');
    expect(reminder?.text).toContain('Where: The barn, 4 Mill Street');
    expect(reminder?.text).toMatch(/I cannot come:\n\S+#cancel/);
    expect(await subjects('ana')).toHaveLength(2);
    await evening.shift(1.8, 4);
    for (let run = 0; run < 3; run++) await evening.call('public.queue_event_mails()');
    expect((await subjects('ana')).at(-1)).toMatch(/^See you at \d+:\d\d [AP]M$/);
    expect(await subjects('ana')).toHaveLength(3);
    expect(rsvp).toBeTruthy();
  });

  type Happening = (evening: Gathering, rsvp: string) => Promise<unknown>;
  const happenings: [string, Happening][] = [
    ['moved', (evening) => evening.move(60, 62, false)],
    ['called off', (evening) => evening.call(`private.call_off_event('${evening.id}', null)`)],
    ['given up', (evening, rsvp) => evening.call(`public.cancel_rsvp('${rsvp}')`)],
    ['quiet', (_evening, rsvp) => setQuiet(rsvp, true)],
  ];
  test.each(happenings)('a reminder of what is %s by then is dropped', async (_what, happens) => {
    const evening = await plan({ inHours: 23 });
    const rsvp = await longAgo(evening, 'ana');
    await evening.call('public.queue_event_mails()');
    await happens(evening, rsvp);
    expect((await subjects('ana')).filter((subject) => subject.startsWith('See you'))).toEqual([]);
    expect(
      await stack.database.query(
        `select status from public.outbox where kind = 'rsvp-reminder' and rsvp_id = '${rsvp}'`,
      ),
    ).toEqual([{ status: 'dropped' }]);
  });

  test('thanks the day after, only where it is switched on, once', async () => {
    const evening = await plan({ inHours: 1, thanks: true });
    const silent = await plan({ inHours: 1 });
    await longAgo(evening, 'ana');
    await longAgo(silent, 'ben');
    for (const one of [evening, silent]) await one.shift(-16, -13);
    for (let run = 0; run < 2; run++) await evening.call('public.queue_event_mails()');
    expect(await subjects('ana')).toEqual(['Your place is confirmed', 'Thank you']);
    expect(await subjects('ben')).toEqual(['Your place is confirmed']);
  });

  test('one press ends reminders and messages, keeps the place, and changes are still told', async () => {
    const evening = await plan({ inHours: 23 });
    const rsvp = await longAgo(evening, 'ana');
    await evening.write('everybody', 'Bring a coat.');
    const sent = await mail('ana');
    expect(sent?.headers['list-unsubscribe']).toBe(
      `<${quietUrl(rsvp, 'en')}>, <mailto:events@juniperhollow.example?subject=unsubscribe>`,
    );
    expect(sent?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(sent?.text).toContain(quietUrl(rsvp, 'en'));

    const link = quietUrl(rsvp, 'en').split('/').at(-1) ?? '';
    expect(readQuietLink(link)).toBe(rsvp);
    expect(readQuietLink(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBeNull();
    expect(await setQuiet(rsvp, true)).toBe(true);

    await evening.call('public.queue_event_mails()');
    await evening.write('everybody', 'And gloves.');
    await evening.change({ placeName: 'The orchard' });
    expect(await subjects('ana')).toEqual([
      'Your place is confirmed',
      'A message for you',
      'Something changed',
    ]);
    expect(await setQuiet(crypto.randomUUID(), true)).toBe(false);
  });
});

describe('several dates, several sessions', () => {
  async function suppers(count: number) {
    const [series] = await stack.database.query<{ id: string }>(
      `insert into public.event_series (title, rule, starts_on, start_time, lasts_minutes, time_zone)
       values ('Supper', 'FREQ=WEEKLY', current_date, '18:30', 120, 'America/Denver') returning id`,
    );
    const evenings: Gathering[] = [];
    for (let week = 1; week <= count; week++)
      evenings.push(
        await plan({
          inHours: week * 168,
          capacity: 1,
          seriesId: series?.id,
          seriesOn: new Date(Date.now() + week * 7 * 86_400_000).toISOString().slice(0, 10),
        }),
      );
    return evenings;
  }

  test('one mail lists each date and how it stands, with an entry for each place', async () => {
    const evenings = await suppers(3);
    await evenings[1]?.answer('ben');
    const rsvp = await evenings[0]?.answer('ana', 1, { dates: evenings.map(({ slug }) => slug) });
    const sent = await mail('ana');
    expect(sent?.subject).toBe('Your dates');
    expect(sent?.text.match(/you have a place/g)).toHaveLength(2);
    expect(sent?.text).toContain('number 1 in line');
    expect(sent?.text).toContain('Hours are: Mountain Time');
    const entries = sent?.attachments.map(({ content }) => readInvitation(content)) ?? [];
    expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST']);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(2);

    await evenings[0]?.call(`public.choose_dates('${rsvp}', array['${evenings[2]?.slug}'])`);
    const after = await mail('ana');
    expect(after?.text).toContain('No longer coming');
    const left = after?.attachments.map(({ content }) => readInvitation(content)) ?? [];
    const gone = left.find(({ uid }) => entries.some((entry) => entry.uid === uid));
    expect(left.every(({ method }) => method === 'CANCEL') || after?.calendar?.method === 'CANCEL').toBe(
      true,
    );
    expect(gone?.sequence ?? 0).toBeGreaterThan(entries[0]?.sequence ?? 99);
  });

  test('what it is written from is asked for without a word of whom in an address', async () => {
    const [first, second] = await suppers(2);
    const slugs = [first, second].map((evening) => evening?.slug);
    await first?.answer('ana', 1, { dates: slugs });
    const asked = vi.spyOn(globalThis, 'fetch');
    await deliverNow();
    const addresses = asked.mock.calls.map(([to]) =>
      decodeURIComponent(to instanceof Request ? to.url : String(to)),
    );
    asked.mockRestore();
    expect(addresses.filter((address) => address.includes('series_id'))).toHaveLength(1);
    expect(addresses.filter((address) => /ana@|example\.org/.test(address))).toEqual([]);
    expect((await mail('ana'))?.attachments).toHaveLength(2);
  });

  test('a seat that came free in a session is told', async () => {
    const weekend = await plan({ inHours: 72, lasts: 48, capacity: 10 });
    await weekend.call(
      `private.save_event_sessions('${weekend.id}', jsonb_build_array(jsonb_build_object(
        'title', 'A letter', 'startsAt', '${hours(80)}', 'endsAt', '${hours(82)}', 'capacity', 1)))`,
    );
    const [session] = await stack.database.query<{ id: string }>(
      `select id from public.event_sessions where event_id = '${weekend.id}'`,
    );
    const first: string = await weekend.answer('ana', 1, { sessions: [session?.id] });
    await weekend.answer('ben', 1, { sessions: [session?.id] });
    const waiting = await mail('ben');
    expect(waiting?.text).toMatch(/A letter: \w+day, .+: on the waiting list/);
    // several days are a range
    expect(waiting?.text).toMatch(/When: \w+day, .+ – \w+day, .+\(Mountain Time\)/);
    await weekend.call(`public.cancel_rsvp('${first}')`);
    expect((await mail('ben'))?.subject).toBe('A place opened up for you');
    expect((await mail('ben'))?.text).toMatch(/A letter: \w+day, .+: you have a place/);
  });
});

test('whoever wrote in Spanish is answered in Spanish', async () => {
  const evening = await plan({ inHours: 23 });
  const rsvp = await evening.answer('ana', 1, {}, 'es');
  const sent = await mail('ana');
  expect(sent).toMatchObject({ subject: 'Su lugar está confirmado' });
  expect(sent?.text).toContain('hora de las Montañas Rocosas');
  expect(sent?.html).toContain('<html lang="es">');
  expect(invitationOf(sent).title).toBe('Juniper Hollow: convivencia');
  expect(rsvp).toBeTruthy();
});
