import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, callEventOff } from '#events/edit/act.ts';
import { duplicate } from '#events/edit/duplicate.ts';
import { eventForm } from '#events/edit/event-form.ts';
import { flatEvent } from '#events/edit/flat-event.ts';
import { comingDates, datesOfSeries, figuresOf, keptEvent, type KeptEvent } from '#events/edit/kept-event.ts';
import { keptSeries } from '#events/edit/kept-series.ts';
import { addNewEvent, newEvent, newEventForm, type Shape } from '#events/edit/new-event.ts';
import { addEvent } from '#events/edit/save-event.ts';
import { guestsByPhone } from '#events/guests/to-call.ts';
import { setSeats } from '#events/edit/seats.ts';
import { actOnSeries } from '#events/edit/series-act.ts';
import { actOnSessions } from '#events/edit/sessions.ts';
import { sessionsForm } from '#events/edit/session-form.ts';
import { serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import type { TypedValues } from '#platform/guard.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What coordinators do with events, as themselves, against a database that answers as the hosted one does. */

let stack: TestStack;
let coordinator: OnwardDatabase;
let editor: OnwardDatabase;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  coordinator = await staffClient(stack, 'coordinator');
  editor = await staffClient(stack, 'editor');
});
afterAll(() => stack.close());

const now = () => new Date().toISOString();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let titles = 0;
const shape: Shape = { dates: 'one', format: 'in-person', replies: 'rsvp' };

async function made(typed: TypedValues = {}, of: Partial<Shape> = {}, as = coordinator): Promise<KeptEvent> {
  const kind = { ...shape, ...of };
  const form = newEventForm(kind, now()).parse({
    ...newEvent(kind, 'America/Denver'),
    ...{
      title: `Soup ${++titles}`,
      summary: 'A pot.',
      kind: 'social',
      placeName: 'Hall',
      action: 'publish',
      asks: [],
    },
    ...{ on: inDays(30), startsAt: '18:00', endsAt: '20:00', joinUrl: 'https://meet.example/a' },
    ...typed,
  });
  const { slug } = await addNewEvent(as, form, now());
  return present(slug);
}

async function present(slug: string): Promise<KeptEvent> {
  const event = await keptEvent(coordinator, slug);
  if (!event) throw new Error(`There is no ${slug}`);
  return event;
}

const save = async (event: KeptEvent, typed: TypedValues, more: { all?: boolean; tell?: boolean } = {}) => {
  const about = { present: event, several: false, published: event.status === 'published', now: now() };
  const edit = eventForm(about).parse({ ...flatEvent(event), ...typed });
  const { updatedAt } = event;
  return act(
    coordinator,
    event,
    { do: 'save', edit, updatedAt, tell: more.tell ?? true, all: more.all ?? false },
    now(),
  );
};

async function answer(event: KeptEvent, name: string, party = 1, phone?: string) {
  const { data, error } = await serviceDatabase().rpc('create_rsvp', {
    ...{ p_event: event.slug, p_name: name, p_party_size: party },
    ...(phone ? { p_phone: phone } : { p_email: `${name.toLowerCase()}@example.org` }),
  });
  expect(error).toBeNull();
  return (data as { rsvp: string; status: string }) ?? null;
}

const queued = (event: KeptEvent, kind: string) =>
  stack.database.query<{ name: string }>(
    `select r.name from public.outbox o join public.rsvps r on r.id = o.rsvp_id
     where r.event_id = '${event.id}' and o.kind = '${kind}' order by r.name`,
  );

test('an event is added once, however often its form is sent, and two of a name have two addresses', async () => {
  const id = randomUUID();
  const one = await made({ id, title: 'Soup' });
  expect((await made({ id, title: 'Sent again' })).slug).toBe(one.slug);
  expect(one.slug).toBe(`soup-${inDays(30)}`);
  expect((await made({ title: 'Soup' })).slug).toBe(`${one.slug}-2`);
});

test('nobody but coordinators and admins adds or changes an event, and others see no figures', async () => {
  const event = await made();
  await answer(event, 'Ana');
  await expect(made({}, {}, editor)).rejects.toThrow('42501');
  await expect(callEventOff(editor, event, null)).rejects.toThrow('42501');
  await expect(setSeats(editor, event, { which: 'room', seats: 9, move: [], sure: false })).rejects.toThrow(
    '42501',
  );
  expect((await figuresOf(editor, [event]))(event)).toMatchObject({ replies: 0 });
  expect((await figuresOf(coordinator, [event]))(event)).toMatchObject({ replies: 1, byMail: 1 });
});

describe('A change', () => {
  test('is told to guests when they have to know, and only to those who can be told', async () => {
    const event = await made();
    await answer(event, 'Ana');
    await answer(event, 'Ben', 1, '+13035550134');
    expect(await save(event, { description: 'More.' })).toMatchObject({ outcome: 'changed', told: 0 });
    expect(await save(await present(event.slug), { startsAt: '18:30' })).toMatchObject({ told: 1 });
    expect(await queued(event, 'event-changed')).toEqual([{ name: 'Ana' }]);
    const quiet = await save(await present(event.slug), { placeName: 'Barn' }, { tell: false });
    expect(quiet).toMatchObject({ outcome: 'changed', told: 0 });
    expect(await guestsByPhone(coordinator, event)).toMatchObject([{ name: 'Ben', phone: '+13035550134' }]);
  });

  test('made from a page that is no longer true changes nothing', async () => {
    const event = await made();
    await save(event, { title: 'Stew' });
    expect(await save(event, { title: 'Chili' })).toMatchObject({ outcome: 'changed-meanwhile' });
    expect((await present(event.slug)).title).toBe('Stew');
  });

  test('of a draft’s address never takes one that is there', async () => {
    const [event, other] = [await made({ action: 'draft' }), await made()];
    expect(await save(event, { slug: other.slug })).toMatchObject({ outcome: 'slug-taken' });
    expect(await save(event, { slug: 'spring-soup' })).toMatchObject({ slug: 'spring-soup' });
  });

  test('back to a draft is possible only while nobody has answered', async () => {
    const event = await made();
    expect(await act(coordinator, event, { do: 'draft' }, now())).toMatchObject({ outcome: 'changed' });
    const other = await made();
    await answer(other, 'Ana');
    expect(await act(coordinator, other, { do: 'draft' }, now())).toMatchObject({ outcome: 'has-guests' });
  });
});

describe('Seats', () => {
  const set = (event: KeptEvent, seats: number | null, move: string[] = [], sure = false) =>
    setSeats(coordinator, event, { which: 'room', seats, move, sure });

  test('that are more go to the waiting list at once', async () => {
    const event = await made({ seats: '2' });
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dot']) await answer(event, name);
    expect(await set(event, 3)).toEqual({ outcome: 'set', promoted: 1 });
    expect(await set(event, null)).toEqual({ outcome: 'set', promoted: 1 });
    expect(await queued(event, 'rsvp-promoted')).toEqual([{ name: 'Cleo' }, { name: 'Dot' }]);
  });

  test('that are fewer are refused with names, until staff say whose they are', async () => {
    const event = await made({ seats: '4' });
    await answer(event, 'Ana', 2);
    const last = await answer(event, 'Ben', 2);
    const affects = { outcome: 'affects', guests: [{ rsvp: last.rsvp, name: 'Ben', partySize: 2 }] };
    expect(await set(event, 3)).toEqual({ ...affects, meanwhile: false });
    // the names were seen, the box was not ticked
    expect(await set(event, 3, [last.rsvp], false)).toEqual({ ...affects, meanwhile: false });
    await serviceDatabase().rpc('cancel_rsvp', { p_rsvp: last.rsvp });
    const later = await answer(event, 'Cleo', 2);
    expect(await set(event, 3, [last.rsvp], true)).toMatchObject({
      ...{ outcome: 'affects', meanwhile: true, guests: [{ rsvp: later.rsvp, name: 'Cleo' }] },
    });
    expect(await set(event, 3, [later.rsvp], true)).toEqual({ outcome: 'set', promoted: 0 });
    expect(await queued(event, 'rsvp-moved')).toEqual([{ name: 'Cleo' }]);
    expect(await present(event.slug)).toMatchObject({ capacity: 3, taken: 2, waiting: 1 });
  });
});

test('sessions come, change and go one at a time, but none that somebody has chosen', async () => {
  const event = await made({ endsOn: inDays(32), seats: '10' }, { dates: 'several' });
  const on = inDays(31);
  const press = async (typed: TypedValues) => {
    const fresh = await present(event.slug);
    const read = sessionsForm(fresh).safeParse({ action: 'save', ...typed });
    return read.success
      ? actOnSessions(coordinator, fresh, read.data)
      : read.error.issues.map(({ path }) => path[0]);
  };
  const bread = { title: 'Bread', on, startsAt: '09:00', endsAt: '11:00', seats: '3' };
  expect(await press({ ...bread, on: inDays(40) })).toEqual(['on']);
  expect(await press({ ...bread, endsAt: '08:00', title: '' })).toEqual(['title', 'endsAt']);
  expect(await press(bread)).toBe('saved');
  expect(await press({ ...bread, title: 'Songs', startsAt: '14:00', endsAt: '15:00' })).toBe('saved');
  const [first, second] = (await present(event.slug)).sessions;
  await serviceDatabase().rpc('create_rsvp', {
    ...{ p_event: event.slug, p_name: 'Ana', p_party_size: 2, p_email: 'ana@example.org' },
    p_details: { sessions: [first?.id ?? ''] },
  });
  expect(await press({ ...bread, id: first?.id ?? '', seats: '1' })).toBe('too-few');
  expect(await press({ action: 'remove', id: first?.id ?? '' })).toBe('session-chosen');
  expect(await press({ action: 'remove', id: second?.id ?? '' })).toBe('saved');
  expect(await press({ action: 'remove', id: second?.id ?? '' })).toBe('gone');
  expect((await present(event.slug)).sessions).toMatchObject([{ title: 'Bread', seats: { seatsLeft: 1 } }]);
});

test('a duplicate has the words, the sessions and the questions of another day, and no guests', async () => {
  const weekend = await present('renewal-weekend');
  await answer(await made(), 'Ana');
  const asked = { id: randomUUID(), on: inDays(200) };
  const slug = await duplicate(coordinator, weekend, asked);
  expect(await duplicate(coordinator, weekend, asked)).toBe(slug);
  const copy = await present(slug);
  expect(copy).toMatchObject({
    ...{ status: 'draft', title: weekend.title, capacity: 48, taken: 0, questions: weekend.questions },
    sessions: weekend.sessions.map(({ title }) => ({ title, seats: { waiting: 0 } })),
  });
  expect(flatEvent(copy)).toMatchObject({ on: inDays(200), startsAt: '17:00', endsAt: '12:00' });
  expect(flatEvent(copy)['endsOn']).toBe(inDays(202));
});

test('what is called off is told with a note, once', async () => {
  const event = await made();
  await answer(event, 'Ana');
  expect(await callEventOff(coordinator, event, 'Snow.')).toBe(1);
  expect(await callEventOff(coordinator, event, 'Snow.')).toBe(0);
  expect(await present(event.slug)).toMatchObject({ status: 'cancelled', calledOffNote: 'Snow.' });
  expect(await save(event, { title: 'After all' })).toMatchObject({ outcome: 'changed-meanwhile' });
});

describe('A series', () => {
  const weekly = (typed: TypedValues = {}) =>
    made(
      { title: 'Porridge', datesAhead: '3', rhythm: 'weekly', closesHours: '6', ...typed },
      { dates: 'series' },
    );
  const days = async (event: KeptEvent) =>
    (await datesOfSeries(coordinator, event.series?.id ?? '')).map(({ seriesOn }) => seriesOn);
  const seriesOf = async (event: KeptEvent) => {
    const series = await keptSeries(coordinator, event.series?.id ?? '');
    if (!series) throw new Error('no series');
    return series;
  };

  test('opens its first dates when it is published, each with its own seats', async () => {
    const event = await weekly({ seats: '8' });
    expect(await days(event)).toEqual([inDays(30), inDays(37), inDays(44)]);
    const dates = await comingDates(coordinator, event.series?.id ?? '', now());
    expect(dates.map(({ slug, capacity }) => [slug, capacity])).toEqual(
      [30, 37, 44].map((day) => [`porridge-${inDays(day)}`, 8]),
    );
  });

  test('that is a draft has one date until it is published', async () => {
    const event = await weekly({ action: 'draft' });
    expect(await days(event)).toEqual([inDays(30)]);
    const edit = eventForm({ present: event, several: false, published: true, now: now() }).parse(
      flatEvent(event),
    );
    const { updatedAt } = event;
    expect(
      await act(coordinator, event, { do: 'publish', edit, updatedAt, tell: false, all: false }, now()),
    ).toMatchObject({ outcome: 'changed', dates: 2 });
    expect(await days(event)).toHaveLength(3);
  });

  test('changes on one date alone, or on all that are to come', async () => {
    const event = await weekly();
    const dates = await comingDates(coordinator, event.series?.id ?? '', now());
    await answer(dates[1] ?? event, 'Ana');
    expect(await save(event, { title: 'Oats' })).toMatchObject({ dates: 0, told: 0 });
    expect(await save(await present(event.slug), { placeName: 'Barn' }, { all: true })).toMatchObject({
      ...{ dates: 2, told: 1 },
    });
    const after = await comingDates(coordinator, event.series?.id ?? '', now());
    expect(after.map(({ title, placeName }) => [title, placeName])).toEqual([
      ...[
        ['Oats', 'Barn'],
        ['Porridge', 'Barn'],
        ['Porridge', 'Barn'],
      ],
    ]);
  });

  test('leaves a day out: not opened yet it is skipped, opened it is to be called off', async () => {
    const event = await weekly();
    const skip = async (on: string) =>
      actOnSeries(
        coordinator,
        await seriesOf(event),
        await datesOfSeries(coordinator, event.series?.id ?? ''),
        { do: 'skip', on },
        now(),
      );
    expect(await skip(inDays(51))).toMatchObject({ callOff: null });
    const { callOff } = await skip(inDays(37));
    await callEventOff(coordinator, await present(callOff ?? ''), null);
    expect((await seriesOf(event)).exceptOn).toEqual([inDays(37), inDays(51)]);
    const open = await actOnSeries(coordinator, await seriesOf(event), [], { do: 'open' }, now());
    expect(open.opened).toBe(1);
    expect(await days(event)).toEqual([30, 37, 44, 58].map(inDays));
  });

  test('opens nothing when it has ended, and goes on when it should', async () => {
    const event = await weekly();
    const press = async (action: 'end' | 'go-on') =>
      actOnSeries(coordinator, await seriesOf(event), [], { do: action }, now());
    await callEventOff(coordinator, event, null);
    expect(await press('end')).toMatchObject({ opened: 0 });
    expect(await press('go-on')).toMatchObject({ opened: 1 });
  });
});

test('an event at a time nobody can type is added all the same by who knows the instant', async () => {
  const event = await present('far-from-home');
  expect(flatEvent(event)).toMatchObject({ startsAt: '20:00', timeZone: 'America/New_York' });
  const { fields, told } = eventForm({ present: event, several: false, published: true, now: now() }).parse(
    flatEvent(event),
  );
  const id = randomUUID();
  const slug = await addEvent(coordinator, {
    ...{ id, fields, told, status: 'draft', capacity: null, onlineCapacity: null },
  });
  expect(await present(slug)).toMatchObject({ startsAt: event.startsAt, joinUrl: event.joinUrl });
});
