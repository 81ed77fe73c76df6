import { describe, expect, test } from 'vitest';
import { eventLines, withinAWeek } from '#events/today.ts';
import type { KeptEvent } from '#events/edit/kept-event.ts';
import { mailLines } from '#mail/undelivered.ts';
import { meetingLines } from '#meetings/today.ts';
import { instant } from '#platform/clock.ts';
import { resourceLines, type ResourceAtWork } from '#resources/today.ts';
import { arranged, dayWords, greeting, inShort } from '#staff/today/arrange.ts';
import { houseLines } from '#staff/today/house.ts';
import { requestLines } from '#step-down/intake/today.ts';

/** What the page of the day says, and in which order. */

const zone = 'America/Denver';
const now = instant('2026-11-24T15:00:00Z');
const hours = {
  timeZone: zone,
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [], answerWithinDays: 1 },
};
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);

describe('the page', () => {
  const line = (when: 'now' | 'week' | 'later', text: string) => ({ when, text, href: '/staff/' });

  test('has what waits first, then the week, then what has time, each as it came', () => {
    const lines = [line('later', 'a'), line('now', 'b'), line('week', 'c'), line('now', 'd')];
    expect(arranged(lines).map(({ heading, lines }) => [heading, texts(lines)])).toEqual([
      ['Waits for you', ['b', 'd']],
      ['This week', ['c']],
      ['When there is time', ['a']],
    ]);
    expect(inShort(lines)).toBe('2 things wait for you.');
  });

  test('says when nothing waits, also when something comes up', () => {
    expect(inShort([])).toBe('Nothing waits for you.');
    expect(arranged([])).toEqual([]);
    expect(inShort([line('week', 'a')])).toBe('Nothing waits for you.');
    expect(inShort([line('now', 'a')])).toBe('One thing waits for you.');
  });

  test('greets by the clock of the organisation', () => {
    expect(greeting(now, zone)).toBe('Good morning');
    expect(greeting(now.add({ hours: 6 }), zone)).toBe('Good afternoon');
    expect(greeting(now.add({ hours: 12 }), zone)).toBe('Good evening');
    expect(greeting(now.add({ hours: 18 }), zone)).toBe('Hello');
    expect(dayWords(instant('2026-11-25T05:00:00Z'), zone)).toBe('Tuesday, November 24');
  });
});

describe('requests', () => {
  test('are one line against the promise, or none', () => {
    const waiting = { waiting: 3, late: 1, oldestAskedAt: '2026-11-20T15:00:00Z' };
    expect(requestLines(waiting, now, hours)).toMatchObject([
      {
        when: 'now',
        text: '3 people wait for a first answer, 1 of them longer than we promised',
        more: expect.stringMatching(/^The first of them: late by/) as string,
      },
    ]);
    expect(requestLines({ waiting: 0, late: 0, oldestAskedAt: null }, now, hours)).toEqual([]);
  });
});

describe('events', () => {
  const event = (slug: string, startsAt: string, changes = {}) =>
    ({
      ...{ id: slug, slug, title: slug, status: 'published', replies: 'rsvp', startsAt, endsAt: startsAt },
      ...{ timeZone: zone, taken: 3, capacity: 10, waiting: 2, online: null, takenByLink: null },
      ...changes,
    }) as KeptEvent;

  test('of the next seven days stand with their seats, their line, and the access needs as a number', () => {
    const events = [event('soup', '2026-11-26T01:00:00Z'), event('picnic', '2026-12-20T18:00:00Z')];
    const soon = withinAWeek(events, now);
    expect(soon.map(({ slug }) => slug)).toEqual(['soup']);
    const lines = eventLines(events, soon, () => ({ asked: 0 }), new Map([['soup', 2]]), now);
    expect(lines).toMatchObject([
      {
        when: 'week',
        href: '/staff/events/soup/',
        text: 'soup',
        more: expect.stringContaining('3 of 10 seats taken, 2 parties waiting') as string,
      },
      { when: 'week', href: '/staff/events/soup/guests/', text: '2 parties told us about access needs' },
    ]);
  });

  test('whose answers wait for a look come first, however far away they are', () => {
    const events = [event('picnic', '2026-12-20T18:00:00Z')];
    const lines = eventLines(events, [], () => ({ asked: 1 }), new Map(), now);
    expect(lines).toMatchObject([
      {
        when: 'now',
        href: '/staff/events/picnic/guests/',
        text: '1 answer waits for a look',
        more: 'picnic',
      },
    ]);
  });

  test('that are drafts or called off do not stand in the week', () => {
    expect(withinAWeek([event('a', '2026-11-26T01:00:00Z', { status: 'draft' })], now)).toEqual([]);
  });
});

describe('meetings', () => {
  const source = {
    ...{ slug: 'aa', name: 'AA of the valley', fellowship: 'aa', isFetched: true, pausedAt: null },
    ...{ lastImportedAt: null, checkedAt: null, failingSince: null, failure: null },
  };
  const quiet = {
    reports: { count: 0, oldest: undefined },
    conflicts: 0,
    sources: [source],
    own: 0,
    others: 0,
  };

  test('say nothing when all is well', () => {
    expect(meetingLines(quiet, zone, now)).toEqual([]);
  });

  test('say what visitors told, which list cannot be read and why, and what nobody confirmed', () => {
    const failing = {
      ...source,
      failingSince: '2026-11-23T15:00:00Z',
      failure: 'There is no server of that name.',
    };
    const paused = { ...failing, pausedAt: '2026-11-24T10:00:00Z' };
    const work = {
      ...quiet,
      reports: { count: 1, oldest: '2026-11-24T10:00:00Z' },
      conflicts: 2,
      sources: [failing, paused],
      own: 1,
      others: 40,
    };
    const lines = meetingLines(work, zone, now);
    expect(texts(lines)).toEqual([
      '1 report is waiting, since today',
      '“AA of the valley” cannot be read since yesterday',
      '2 parts of meetings differ from what its list says',
      '1 of our own groups was not confirmed for 90 days',
      '40 meetings of lists were not confirmed for 90 days',
    ]);
    expect(lines.map(({ when }) => when)).toEqual(['now', 'now', 'now', 'later', 'later']);
    expect(lines[1]).toMatchObject({
      href: '/staff/meetings/feeds/aa/',
      more: 'There is no server of that name.',
    });
  });
});

describe('resources', () => {
  const ed = crypto.randomUUID();
  const resource = (changes: Partial<ResourceAtWork>): ResourceAtWork => ({
    ...{ id: crypto.randomUUID(), title: 'Old title', draft: null, author_id: ed, changed_by_name: 'Ed' },
    ...{ status: 'published', review: null, review_note: null, publish_at: null, review_by: null },
    ...changes,
  });
  const editor = { id: ed, publishes: false };
  const coordinator = { id: crypto.randomUUID(), publishes: true };

  test('that came back go to who wrote them, and what asks for a second look to who may publish', () => {
    const back = resource({ draft: { title: 'Rides' }, review: 'sent-back', review_note: 'Whose phone?' });
    const asked = resource({ draft: { title: '' }, title: null, review: 'asked' });
    expect(resourceLines([back, asked], editor, zone, now)).toEqual([
      {
        when: 'now',
        href: `/staff/resources/${back.id}/`,
        text: '“Rides” came back to you',
        more: 'Whose phone?',
      },
    ]);
    expect(resourceLines([back, asked], coordinator, zone, now)).toMatchObject([
      { text: '“Without a title yet” waits for a second look', more: 'From Ed' },
    ]);
  });

  test('that are planned say when, the next one first; those that grow old are counted', () => {
    const found = [
      resource({ title: 'Late', publish_at: '2026-12-02T16:00:00Z' }),
      resource({ title: 'Soon', publish_at: '2026-11-25T16:00:00Z' }),
      ...['A', 'B', 'C', 'D'].map((title) => resource({ title, review_by: '2026-11-01' })),
      resource({ title: 'E', review_by: '2026-11-24' }),
    ];
    const lines = resourceLines(found, coordinator, zone, now);
    expect(lines).toMatchObject([
      { when: 'week', text: '“Soon” goes out on Wednesday, November 25 at 9:00 AM' },
      { when: 'week' },
      {
        when: 'later',
        text: '4 resources are past the day to look through again',
        more: '“A”, “B”, “C” and 1 more',
      },
      { when: 'later', text: '1 resource is to be looked through in the next two weeks', more: '“E”' },
    ]);
  });
});

describe('mail and the house', () => {
  test('mail that did not arrive is one line', () => {
    expect(mailLines([])).toEqual([]);
    expect(mailLines([{ about: 'To a guest of “Soup”' }])).toMatchObject([
      {
        when: 'now',
        href: '/staff/mail/',
        text: '1 mail could not be delivered',
        more: 'To a guest of “Soup”',
      },
    ]);
  });

  test('an admin hears of invitations that stick and of deleting that stands still', () => {
    const well = {
      invitations: [{ trouble: null, created_at: '2026-11-24T14:00:00Z' }],
      purgedAt: '2026-11-24T03:00:00Z',
      since: null,
    };
    expect(houseLines(well, now)).toEqual([]);
    const ill = {
      ...well,
      invitations: [{ trouble: 'refused', created_at: '2026-11-24T14:00:00Z' }],
      purgedAt: '2026-11-20T03:00:00Z',
    };
    expect(texts(houseLines(ill, now))).toEqual([
      '1 invitation did not go out',
      'What we promised to delete was not deleted for 4 days',
    ]);
    expect(houseLines({ invitations: [], purgedAt: null, since: '2026-11-23T15:00:00Z' }, now)).toEqual([]);
  });
});
