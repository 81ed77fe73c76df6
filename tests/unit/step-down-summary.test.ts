import { describe, expect, test } from 'vitest';
import { anyGroup } from '#step-down/form/answers.ts';
import { summaryRows } from '#step-down/form/summary.ts';
import type { Program } from '#step-down/programs.ts';

describe('The answers before they are sent', () => {
  const answers = {
    kind: ['program'],
    program: ['evenings'],
    'evenings.cohort': ['aspen'],
    nameToUse: ['Sam'],
    channel: ['text'],
    'text.contactValue': ['(303) 555-0123'],
    'text.safeToSayWho': ['no'],
    'text.safeToLeaveMessage': ['yes'],
    'phone.contactValue': ['(303) 555-0199'],
    bestTimes: ['mornings', 'weekends'],
    language: ['es'],
  };
  const aspen = {
    slug: 'aspen',
    startsOn: '2026-12-01',
    endsOn: null,
    weekdays: [2, 4],
    startTime: '17:30',
    endTime: '20:00',
    timeZone: 'America/Denver',
    format: 'online',
    placeName: null,
    language: 'en',
    ledBy: null,
    seats: 12,
    seatsLeft: 4,
    waiting: 0,
  } as const;
  const programs = (cohorts: unknown[]) =>
    [{ slug: 'evenings', title: 'Evenings', week: '', cohorts }] as unknown as Program[];
  const shown = (more: Record<string, string[]>, offered = programs([aspen]), live = true) =>
    Object.fromEntries(
      summaryRows({ ...answers, ...more }, offered, live).map(({ label, lines }) => [label, lines]),
    );

  test('are said in the words in which they were asked, what was left out too, and nothing besides', () => {
    expect(shown({})).toEqual({
      'What you would like': ['A place in a program or group'],
      Program: ['Evenings'],
      Group: ['Tuesday and Thursday, 5:30 pm to 8 pm', 'From Tuesday, December 1. Online', '4 places left'],
      'Name to use': ['Sam'],
      'How to reach you': ['Text message'],
      'Phone number': ['(303) 555-0123'],
      'Say who it is from': ['No, a first name only'],
      Voicemail: ['Yes, leave one'],
      'Good times': ['Mornings', 'Weekends'],
      'For us to know': [],
      'What would help': [],
      Language: ['Español (Spanish)'],
    });
  });

  test('of another kind name no group', () => {
    expect(Object.keys(shown({ kind: ['mentor'] }))).not.toContain('Group');
  });

  test('tell what is known of a group, and no more', () => {
    expect(shown({}, programs([aspen]), false)['Group']).toHaveLength(2);
    expect(shown({}, programs([]))['Group']).toEqual(['A group that takes no more people']);
    expect(shown({ 'evenings.cohort': [anyGroup] })['Group']).toEqual(['Any group, or not sure yet']);
  });
});
