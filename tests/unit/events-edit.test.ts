import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameChange } from '#events/edit/all-dates.ts';
import { eventForm } from '#events/edit/event-form.ts';
import { flatEvent } from '#events/edit/flat-event.ts';
import { bySeries, doneWords, seatsWords, whenWords } from '#events/edit/event-words.ts';
import type { KeptEvent } from '#events/edit/kept-event.ts';
import { newEvent, newEventForm, shapeProblem, type Shape } from '#events/edit/new-event.ts';
import { eventPageForm } from '#events/edit/page-form.ts';
import { readSlug, slugsFor } from '#events/edit/slugs.ts';
import { daysLater, momentOf } from '#platform/wall-time.ts';
import { fieldErrors, type TypedValues } from '#platform/guard.ts';
import { anyKeptEvent, keptEvent } from '../support/any-kept-event.ts';

/** What the forms for events make of what is typed. */

const now = '2025-12-01T12:00:00Z';
const about = (present: KeptEvent) => ({
  ...{ present, several: false, published: present.status === 'published', now },
});
/** As a browser sends it: a box that is not ticked is not there. */
const sent = (event: KeptEvent, changes: TypedValues = {}): TypedValues =>
  Object.fromEntries(
    Object.entries({ ...flatEvent(event), ...changes }).filter(
      ([, value]) => value.length > 0 || value === '',
    ),
  );
const read = (event: KeptEvent, changes: TypedValues = {}) => {
  const parsed = eventForm(about(event)).safeParse(sent(event, changes));
  return parsed.success ? parsed.data : fieldErrors(parsed.error);
};
const shape: Shape = { dates: 'one', format: 'in-person', replies: 'rsvp' };
const readNew = (changes: TypedValues = {}, of: Partial<Shape> = {}) => {
  const kind = { ...shape, ...of };
  const typed = {
    ...newEvent(kind, 'America/Denver'),
    ...{ title: 'Supper', summary: 'A long table.', kind: 'social', placeName: 'Hall', action: 'publish' },
    ...{ on: '2027-03-02', startsAt: '18:00', endsAt: '20:00', joinUrl: 'meet.example/a', closesHours: '' },
  };
  if (kind.dates === 'series') typed.closesHours = '6';
  else delete (typed as TypedValues)['closesHours'];
  const parsed = newEventForm(kind, now).safeParse({ ...typed, ...changes });
  return parsed.success ? parsed.data : fieldErrors(parsed.error);
};

describe('An event’s form', () => {
  test('that nobody touched says exactly the event that is there', () => {
    fc.assert(
      fc.property(anyKeptEvent, (event) => {
        expect(read(event)).toEqual({
          fields: {
            ...(event.status === 'draft' && { slug: event.slug }),
            ...Object.fromEntries(
              [
                ...['title', 'summary', 'description', 'kind', 'audience', 'format', 'replies', 'startsAt'],
                ...[
                  'endsAt',
                  'timeZone',
                  'rsvpClosesAt',
                  'placeName',
                  'address',
                  'maxPartySize',
                  'queueRule',
                ],
                ...['confirmWithinHours', 'asksConduct', 'asksChildren', 'asksFood', 'questions'],
                ...['remindsTwoHours', 'thanks'],
              ].map((name) => [name, event[name as keyof KeptEvent]]),
            ),
          },
          told: {
            address: event.privateAddress,
            joinUrl: event.joinUrl,
            arrivalNotes: event.arrivalNotes,
          },
        });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [{ title: ' ' }, { title: ['Enter what the event is called'] }],
    [{ on: '' }, { on: ['Enter the date'] }],
    [{ on: 'in spring' }, { on: ['Enter a date, as 2026-12-24'] }],
    [
      { startsAt: '', endsAt: '' },
      { startsAt: [expect.any(String)], endsAt: [expect.any(String)] },
    ],
    [{ startsAt: '18:00', endsAt: '17:00' }, { endsAt: ['The end must come after the start'] }],
    [{ endsOn: '2027-03-01' }, { endsOn: ['The end must come after the start'] }],
    [{ closesOn: '2027-03-04', closesAt: '12:00' }, { closesOn: [expect.stringContaining('before')] }],
    [{ closesOn: '2027-03-01' }, { closesAt: [expect.any(String)] }],
    [{ timeZone: '+05:00' }, { timeZone: ['Choose the time zone'] }],
    [{ maxPartySize: '0' }, { maxPartySize: ['Enter a number from 1 to 50'] }],
    [{ q1Label: '', q1Options: 'a\nb' }, { q1Label: [expect.any(String)] }],
    [{ q1Label: 'Which?', q1Kind: 'choice', q1Options: 'one' }, { q1Options: [expect.any(String)] }],
    [{ q2Label: 'Which?', q2Kind: 'choice', q2Options: 'a\na' }, { q2Options: [expect.any(String)] }],
    [{ slug: 'Past' }, { slug: [expect.stringContaining('Another page')] }],
    [{ slug: 'a b' }, { slug: [expect.any(String)] }],
    [
      { title: '', summary: '', kind: 'party' },
      { title: [expect.any(String)], summary: [expect.any(String)], kind: [expect.any(String)] },
    ],
  ])('says what is to be mended in %j', (typed, errors) => {
    expect(read(keptEvent(), typed)).toEqual(errors);
  });

  test('takes a night past midnight for one night, and a slip of the finger for none', () => {
    expect(read(keptEvent(), { startsAt: '22:00', endsAt: '01:30' })).toMatchObject({
      fields: { startsAt: '2027-03-03T05:00:00Z', endsAt: '2027-03-03T08:30:00Z' },
    });
    expect(read(keptEvent(), { startsAt: '10:00', endsAt: '09:00' })).toHaveProperty('endsAt');
  });

  test('says clearly that there is no such time on the night the clocks go forward', () => {
    expect(read(keptEvent(), { on: '2027-03-14', startsAt: '02:30', endsAt: '05:00' })).toEqual({
      startsAt: [
        'There is no 2:30 AM on Sunday, March 14: the clocks go forward in Mountain Time, and it is 3:30 AM at once. Enter another time',
      ],
    });
    // the next hour is there again, and six hours of the wall are five
    expect(read(keptEvent(), { on: '2027-03-13', startsAt: '23:00', endsAt: '05:00' })).toMatchObject({
      fields: { startsAt: '2027-03-14T06:00:00Z', endsAt: '2027-03-14T11:00:00Z' },
    });
  });

  test('of an hour that comes twice takes the first, and keeps the second where it was the second', () => {
    const twice = { on: '2027-11-07', at: '01:30' };
    expect(momentOf(twice, 'America/Denver')).toBe('2027-11-07T07:30:00Z');
    const second = keptEvent({
      ...{ startsAt: '2027-11-07T08:30:00Z', endsAt: '2027-11-07T10:00:00Z' },
      rsvpClosesAt: '2027-11-07T08:30:00Z',
    });
    expect(read(second, { title: 'Late' })).toMatchObject({ fields: { startsAt: '2027-11-07T08:30:00Z' } });
    expect(daysLater('2027-11-06T07:30:00Z', 1, 'America/Denver')).toBe('2027-11-07T07:30:00Z');
  });

  test('lets a draft be unfinished, and nothing be published that nobody could come to', () => {
    expect(read(keptEvent(), { placeName: '' })).toHaveProperty('fields');
    const published = { status: 'published' as const };
    expect(read(keptEvent(published), { placeName: '' })).toEqual({ placeName: [expect.any(String)] });
    expect(read(keptEvent({ ...published, format: 'online' }))).toEqual({ joinUrl: [expect.any(String)] });
    expect(readNew({ on: '2025-11-30' })).toEqual({ on: ['This is in the past. Enter a date to come'] });
    expect(readNew({ on: '2025-11-30', action: 'draft' })).toHaveProperty('fields');
  });

  test('takes a link as people paste it, and none that is not safe', () => {
    const online = keptEvent({ format: 'online', placeName: null });
    expect(read(online, { joinUrl: 'zoom.us/j/1?pwd=a' })).toMatchObject({
      told: { joinUrl: 'https://zoom.us/j/1?pwd=a' },
    });
    for (const joinUrl of ['http://zoom.us/j/1', 'javascript:alert(1)', 'https://', 'two words.example'])
      expect(read(online, { joinUrl }), joinUrl).toHaveProperty('joinUrl');
  });

  test('moves the address behind the yes, and a changed way of answering makes a new question', () => {
    expect(
      read(keptEvent({ address: '1 Main Street' }), { addressSeen: 'guests', address: '1 Main Street' }),
    ).toMatchObject({ fields: { address: null }, told: { address: '1 Main Street' } });
    const asked = keptEvent({
      questions: [{ id: 'ride', label: 'A ride?', kind: 'yes-no', required: false }],
    });
    expect(read(asked, { q1Label: 'Would a ride help?' })).toMatchObject({
      fields: { questions: [{ id: 'ride', label: 'Would a ride help?', kind: 'yes-no' }] },
    });
    expect(read(asked, { q1Label: 'Ride', q1Kind: 'text' })).toMatchObject({
      fields: { questions: [{ id: 'ride-2', kind: 'text' }] },
    });
  });

  test('never throws, whatever is sent', () => {
    const name = fc.constantFrom(
      ...Object.keys(flatEvent(keptEvent())),
      ...['action', 'tell', 'changes', 'id', 'seats', 'rhythm', 'weekdays', 'q3Kind', '__proto__'],
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string()))), (typed) => {
        eventPageForm(keptEvent(), now).safeParse(typed);
        newEventForm({ ...shape, dates: 'series' }, now).safeParse(typed);
      }),
    );
  });
});

describe('A new event', () => {
  test('has seats, a room and a link apart, and no limit where none is typed', () => {
    expect(readNew({ seats: '12' })).toMatchObject({ seats: 12, seatsOnline: null, action: 'publish' });
    expect(readNew({ seats: '25', seatsOnline: '' }, { format: 'hybrid' })).toMatchObject({
      ...{ seats: 25, seatsOnline: null },
      told: { joinUrl: 'https://meet.example/a' },
    });
    expect(readNew({ seats: 'many' })).toEqual({ seats: [expect.any(String)] });
  });

  test('of several days says its last day', () => {
    expect(readNew({ endsOn: '' }, { dates: 'several' })).toEqual({ endsOn: ['Enter the last day'] });
    expect(readNew({ endsOn: '2027-03-04' }, { dates: 'several' })).toMatchObject({
      fields: { endsAt: '2027-03-05T03:00:00Z' },
    });
  });

  test('that is a drop-in closes with its end, and cannot be by link', () => {
    expect(readNew({}, { replies: 'drop-in' })).toMatchObject({
      fields: { rsvpClosesAt: '2027-03-03T03:00:00Z', replies: 'drop-in' },
    });
    expect(shapeProblem({ ...shape, replies: 'drop-in', format: 'online' })).toContain('The link');
    expect(shapeProblem(shape)).toBeNull();
  });

  test.each([
    [{ rhythm: 'weekly' }, 'FREQ=WEEKLY;BYDAY=TU'],
    [{ rhythm: 'weekly', weekdays: ['TH', 'TU'] }, 'FREQ=WEEKLY;BYDAY=TU,TH'],
    [{ rhythm: 'every', everyWeeks: '2' }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    [{ rhythm: 'monthly', weeksOfMonth: ['1', '-1'] }, 'FREQ=MONTHLY;BYDAY=1TU,-1TU'],
  ])('that is a series comes as %j says', (typed, rule) => {
    expect(readNew(typed, { dates: 'series' })).toMatchObject({
      series: { rule, starts_on: '2027-03-02', last_on: null, dates_ahead: 6 },
      fields: { rsvpClosesAt: '2027-03-02T19:00:00Z' },
    });
  });

  test.each([
    [{ weekdays: 'WE' }, { on: [expect.stringContaining('The first after it is Wednesday, March 3')] }],
    [{ rhythm: 'every', everyWeeks: '1' }, { everyWeeks: [expect.any(String)] }],
    [{ rhythm: 'monthly' }, { weeksOfMonth: [expect.any(String)] }],
    [{ lastOn: '2027-03-01' }, { lastOn: [expect.any(String)] }],
    [{ datesAhead: '40' }, { datesAhead: [expect.any(String)] }],
    [{ rhythm: 'kept' }, { rhythm: [expect.any(String)] }],
    [
      { title: '', everyWeeks: '', rhythm: 'every' },
      { title: [expect.any(String)], everyWeeks: [expect.any(String)] },
    ],
  ])('that is a series says what is to be mended in %j', (typed, errors) => {
    expect(readNew(typed, { dates: 'series' })).toEqual(errors);
  });
});

describe('All dates of a series', () => {
  const series = { id: crypto.randomUUID(), title: 'Supper', rule: 'FREQ=WEEKLY;BYDAY=TU' };
  const first = keptEvent({ series: series as KeptEvent['series'], status: 'published' });
  // two weeks later the clocks have gone forward, and this one had been moved to another place
  const other = keptEvent({
    ...{ series: series as KeptEvent['series'], placeName: 'The barn', startsAt: '2027-03-17T00:00:00Z' },
    ...{ endsAt: '2027-03-17T02:00:00Z', rsvpClosesAt: '2027-03-17T00:00:00Z', status: 'published' },
  });
  const change = (typed: TypedValues) => {
    const edit = eventForm(about(first)).parse(sent(first, typed));
    return sameChange(first, edit, other);
  };

  test('take only what was changed, and keep what is their own', () => {
    expect(change({ title: 'Late supper' })).toEqual({ fields: { title: 'Late supper' }, told: null });
    expect(change({})).toBeNull();
    expect(change({ arrivalNotes: 'Side door' })?.told).toEqual({
      ...{ address: null, joinUrl: null, arrivalNotes: 'Side door' },
    });
  });

  test('keep their day, at the new time on the wall', () => {
    expect(change({ startsAt: '18:30', closesOn: '2027-03-01', closesAt: '12:00' })?.fields).toEqual({
      ...{ startsAt: '2027-03-17T00:30:00Z', endsAt: '2027-03-17T02:00:00Z', timeZone: 'America/Denver' },
      rsvpClosesAt: '2027-03-15T18:00:00Z',
    });
  });

  test('are not moved to another day all at once', () => {
    const parsed = eventPageForm(first, now).safeParse(sent(first, { on: '2027-03-09', changes: 'all' }));
    expect(parsed.error && fieldErrors(parsed.error)).toEqual({
      on: [expect.stringContaining('Only this date')],
    });
  });
});

test('an event’s name in the address is what it is called and its day, and no page’s', () => {
  const names = slugsFor('Sam’s Kitchen: supper & songs', '2027-03-02');
  expect([names.next().value, names.next().value]).toEqual([
    ...['sams-kitchen-supper-and-songs-2027-03-02', 'sams-kitchen-supper-and-songs-2027-03-02-2'],
  ]);
  expect(slugsFor('🌻', '2027-03-02').next().value).toBe('event-2027-03-02');
  fc.assert(
    fc.property(fc.string(), (title) => {
      const [name] = slugsFor(title, '2027-03-02');
      expect(readSlug(name)).toEqual({ slug: name });
    }),
  );
});

test('staff read how an event stands in plain words', () => {
  const event = keptEvent({ taken: 12, waiting: 3 });
  expect(seatsWords(event, { asked: 1 })).toBe(
    '12 of 20 seats taken, 3 parties waiting, 1 answer to look at',
  );
  expect(seatsWords(keptEvent({ replies: 'drop-in' }), { asked: 0 })).toBe('Drop-in: nobody answers');
  expect(whenWords(event)).toMatch(/^Tuesday, March 2, 2027, 6:00\s–\s8:00\sPM MST$/);
  const done = (query: string) => doneWords(new URLSearchParams(query), true);
  expect(done('done=saved&told=1')).toBe(
    'Saved. 1 guest is told by mail. Its page shows it in a few minutes.',
  );
  expect(done('done=seats&promoted=2')).toContain('2 parties from the waiting list got a seat');
  expect(done('done=<b>')).toBeNull();
  const one = keptEvent({ series: { id: 'a', title: 'Supper', rule: '' } as KeptEvent['series'] });
  expect(bySeries([one, event, one]).map(({ events }) => events.length)).toEqual([2, 1]);
});
