import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partLabel, partText } from '#meetings/conflicts/conflict-words.ts';
import { flatGroup, groupForm } from '#meetings/groups/group-form.ts';
import type { KeptMeeting } from '#meetings/groups/kept-meetings.ts';
import { groupPageForm } from '#meetings/groups/page-form.ts';
import { slugsFor } from '#meetings/groups/save-meeting.ts';
import { everyWeek } from '#meetings/schema.ts';
import { fieldErrors } from '#platform/guard.ts';
import { mayOpen } from '#staff/areas.ts';
import { askedFor, codeForm, safeNext } from '#staff/sign-in.ts';
import { listedMeeting } from '../support/meeting.ts';

/** What the forms for staff make of what is typed, and where the sign-in leads. */

const kept = (changes: Partial<KeptMeeting> = {}): KeptMeeting => ({
  ...listedMeeting({ day: 2, startTime: '19:00', endTime: '20:30' }),
  ...{ id: crypto.randomUUID(), status: 'listed' as const, ownJoinAfterPress: false },
  ...changes,
});
const sent = (meeting: KeptMeeting, changes: Record<string, string | string[] | undefined> = {}) => {
  const { alumniOnly, joinAfterPress, ...form } = flatGroup(meeting);
  const boxes = {
    ...(alumniOnly === 'yes' && { alumniOnly }),
    ...(joinAfterPress === 'yes' && { joinAfterPress }),
  };
  return { ...form, ...boxes, ...changes };
};
const read = (meeting: KeptMeeting, changes = {}) => {
  const parsed = groupForm(meeting).safeParse(sent(meeting, changes));
  return parsed.success ? parsed.data : fieldErrors(parsed.error);
};

describe('A group’s form', () => {
  test('that nobody touched writes no value anew, so that a place on the map stays', () => {
    const columns = read(kept({ latitude: 40, longitude: -105, address: '1 Main Street' }));
    expect(Object.keys(columns)).not.toEqual(expect.arrayContaining(['latitude']));
    expect(columns).not.toHaveProperty('day');
    expect(read(kept({ address: '1 Main Street' }), { address: '2 Main Street' })).toMatchObject({
      ...{ address: '2 Main Street', latitude: null, longitude: null },
    });
  });

  test.each([
    [
      { rhythm: 'every', everyWeeks: '2', firstOn: '2026-12-01' },
      { every_weeks: 2, first_on: '2026-12-01' },
    ],
    [
      { rhythm: 'monthly', weeksOfMonth: ['2', '-1'], everyWeeks: '3' },
      { weeks_of_month: [2, -1], every_weeks: null },
    ],
    [
      { months: ['6', '7'], lastOn: '2027-08-01' },
      { months: [6, 7], last_on: '2027-08-01' },
    ],
    [{ months: Array.from({ length: 12 }, (_, month) => String(month + 1)) }, { months: null }],
    [
      {
        day: 'appointment',
        startTime: '',
        endTime: '',
        rhythm: 'every',
        everyWeeks: '2',
        firstOn: '2026-12-01',
      },
      { every_weeks: null, first_on: null },
    ],
  ])('reads the rhythm %j', (typed, columns) => {
    expect(read(kept(), typed)).toMatchObject(columns);
  });

  test.each([
    [{ rhythm: 'every', everyWeeks: 'two' }, { everyWeeks: [expect.any(String)] }],
    [{ rhythm: 'every', everyWeeks: '2' }, { firstOn: [expect.stringContaining('count the weeks')] }],
    [{ rhythm: 'monthly' }, { weeksOfMonth: [expect.any(String)] }],
    [{ firstOn: '2027-02-01', lastOn: '2027-01-01' }, { lastOn: [expect.any(String)] }],
    [{ lastOn: 'in spring' }, { lastOn: ['Enter a date, as 2026-12-24'] }],
    [{ location: '' }, { location: [expect.stringContaining('Enter the place')] }],
    [{ mode: 'online' }, { joinUrl: [expect.stringContaining('Enter a link')] }],
    [
      { startTime: '', endTime: '', name: ' ' },
      { name: [expect.any(String)], startTime: [expect.any(String)] },
    ],
  ])('says what is to be mended in %j', (typed, errors) => {
    expect(read(kept(), typed)).toEqual(errors);
  });

  test('never throws, whatever is sent', () => {
    const name = fc.constantFrom(
      ...Object.keys(flatGroup(kept())),
      'action',
      'on',
      'what',
      'movedTo',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string()))), (typed) => {
        groupPageForm(kept()).safeParse(typed);
      }),
    );
  });
});

describe('One date that is not as usual', () => {
  const date = (typed: Record<string, string>) => {
    const parsed = groupPageForm(kept({ schedule: { ...everyWeek, weeksOfMonth: [2] } })).safeParse({
      action: 'date',
      ...typed,
    });
    return parsed.success ? parsed.data : fieldErrors(parsed.error);
  };

  test('must be one of the meeting’s', () => {
    expect(date({ on: '2026-12-08', what: 'closed' })).toMatchObject({
      change: { on: '2026-12-08', moved: null },
    });
    expect(date({ on: '2026-12-15', what: 'closed' })).toEqual({
      on: [expect.stringContaining('Tuesday, December 15')],
    });
    expect(date({ on: '', what: 'closed' })).toEqual({ on: ['Enter the date on which it is not as usual'] });
  });

  test('is moved with its usual time, unless another is said', () => {
    const moved = { on: '2026-12-08', what: 'moved', movedTo: '2026-12-09' };
    expect(date(moved)).toMatchObject({ change: { moved: { startTime: '19:00', endTime: '20:30' } } });
    expect(date({ ...moved, movedStart: '6pm', movedLocation: 'Hall' })).toMatchObject({
      change: { moved: { startTime: '18:00', endTime: null, location: 'Hall' } },
    });
    expect(date({ on: '2026-12-08', what: 'moved' })).toEqual({ movedTo: ['Enter the date it is moved to'] });
  });
});

test('a meeting’s name in the address is made from what it is called, and no page’s', () => {
  const first = (name: string) => slugsFor(name).next().value;
  expect(first('St. Mary’s Hall')).toBe('st-marys-hall');
  expect(first('Suggest')).toBe('suggest-meeting');
  expect(first('🌻')).toBe('meeting');
  const names = slugsFor('Noon');
  expect([names.next().value, names.next().value, names.next().value]).toEqual(['noon', 'noon-2', 'noon-3']);
});

test('what two sides say is said in words', () => {
  const when = {
    day: 2,
    start_time: '19:00:00',
    end_time: null,
    time_zone: 'America/Denver',
    weeks_of_month: [2],
  };
  const rest = { every_weeks: null, months: null, first_on: null, last_on: null };
  expect(partText('when', { ...when, ...rest })).toBe('2nd Tuesday of the month, 7:00 pm, Mountain Time');
  expect(partText('when', { ...when, ...rest, day: null, start_time: null })).toBe('By appointment');
  expect(partText('kinds', { types: ['open'], other_types: ['XY'] })).toBe('Open, XY');
  expect(partText('join_url', { join_url: null })).toBe('nothing');
  expect(partText('mode', { mode: 'hybrid' })).toBe('Both');
  expect([partLabel('when'), partLabel('join_url'), partLabel('something_new')]).toEqual([
    ...['Day and time', 'Link to join online', 'something new'],
  ]);
});

describe('The sign-in', () => {
  test('leads to pages of the staff area and nowhere else', () => {
    expect(safeNext('/staff/meetings/?done=accepted')).toBe('/staff/meetings/?done=accepted');
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', '/', '//', '/staff/', '/staff/../', '/staff/\\', 'https://'),
        (rest, start) => {
          const { origin, pathname } = new URL(safeNext(start + rest), 'https://here.example');
          expect(origin).toBe('https://here.example');
          expect(pathname.startsWith('/staff/') && !pathname.startsWith('/staff/sign')).toBe(true);
        },
      ),
    );
  });

  test('takes a code as people copy it, and reads no cookie that is not its own', () => {
    expect(codeForm.parse({ code: ' 123 456 ' }).code).toBe('123456');
    expect(codeForm.safeParse({ code: '12345' }).success).toBe(false);
    expect(askedFor('{"email":"a@example.org","next":"//evil.example"}')).toEqual({
      email: 'a@example.org',
      next: '/staff/',
    });
    expect([askedFor(undefined), askedFor('{'), askedFor('{"email":"x","next":"/"}')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('opens to each role what is its own', () => {
    expect(mayOpen('editor', '/staff/')).toBe(true);
    expect(mayOpen('editor', '/staff')).toBe(true);
    expect(mayOpen('clinician', '/staff/meetings/reports/1/')).toBe(false);
    expect(mayOpen('coordinator', '/staff/meetings/groups/new/')).toBe(true);
  });
});
