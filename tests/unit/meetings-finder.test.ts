import { describe, expect, test } from 'vitest';
import type { CompactList, CompactMeeting } from '#meetings/compact.ts';
import { finderView, readQuery } from '#meetings/finder.ts';
import { rowView } from '#meetings/row-view.ts';
import { siteClock } from '#meetings/site-clock.ts';

const meeting = (slug: string, changes: Partial<CompactMeeting> = {}): CompactMeeting => ({
  ...{ slug, name: slug, day: 0, start: '19:00', mode: 'in-person', fellowship: 'aa' },
  ...changes,
});

const listOf = (meetings: CompactMeeting[]): CompactList => ({
  ...{ asOf: '2026-11-22T00:00:00Z', timeZone: 'America/Denver', fellowships: { aa: 'AA' } },
  kinds: { spanish: 'Spanish' },
  meetings,
});

// A Sunday, 6:12 pm in Denver: what began at 6:02 or before is missed.
const clock = siteClock(Date.parse('2026-11-22T18:12:00-07:00'), 'America/Denver');
const view = (query: string, meetings: CompactMeeting[]) =>
  finderView(listOf(meetings), readQuery(new URLSearchParams(query)), clock);
const shown = (query: string, meetings: CompactMeeting[]) =>
  view(query, meetings).groups.map((group) => [group.heading, ...group.meetings.map(({ slug }) => slug)]);

describe('the finder without JavaScript', () => {
  test('lists by day from today, by appointment last, and sets apart what one can no longer make', () => {
    const { day: _, start: __, ...asked } = meeting('asked');
    const week = [
      meeting('morning', { start: '07:00' }),
      meeting('just-begun', { start: '18:03' }),
      meeting('monday', { day: 1 }),
      meeting('saturday', { day: 6 }),
      asked,
    ];
    expect(shown('', week)).toEqual([
      ['Today, Sunday', 'just-begun'],
      ['Tomorrow, Monday', 'monday'],
      ['Saturday', 'saturday'],
      ['By appointment', 'asked'],
    ]);
    expect(view('', week).groups[0]?.earlier.map(({ slug }) => slug)).toEqual(['morning']);
  });

  test('a meeting elsewhere stands under the day our clock gives it', () => {
    const late = meeting('new-york', {
      day: 1,
      start: '00:30',
      zone: 'America/New_York',
      here: { day: 0, start: '22:30' },
    });
    expect(shown('', [late])).toEqual([['Today, Sunday', 'new-york']]);
    expect(rowView(late, listOf([])).zone).toBe('Eastern Time, on Monday (Sunday 10:30 pm Mountain Time)');
  });

  test('finds all the words in any order, without accents or case', () => {
    const some = [meeting('noche', { name: 'Noche en Español', kinds: ['spanish'] }), meeting('night')];
    expect(shown('q=ESPANOL+noche', some)).toEqual([['Today, Sunday', 'noche']]);
    expect(shown('q=in+person+noche', some)).toEqual([['Today, Sunday', 'noche']]);
    expect(view('q=zebra', some).found).toBe(0);
  });

  test('shows one day at a time when there are many, and every day on request', () => {
    const many = Array.from({ length: 700 }, (_, index) => meeting(`m${index}`, { day: index % 7 }));
    expect(view('', many)).toMatchObject({ found: 100, onlyDay: 'Today, Sunday' });
    expect(view('day=monday', many)).toMatchObject({ found: 100, onlyDay: 'Tomorrow, Monday' });
    expect(view('day=all', many)).toMatchObject({ found: 700, onlyDay: null, more: 0 });
    expect(view('q=in+person', many)).toMatchObject({ found: 700, more: 500 });
    expect(view('day=nonsense', many).query.day).toBeNull();
  });

  test('keeps the words in the links to other days', () => {
    const { days } = view('q=hall+b&day=today', [meeting('a'), meeting('b', { day: 3 })]);
    expect(days.map(({ label, href, current }) => [label, href, current])).toEqual([
      ['Today', '/meetings/?q=hall+b&day=today', true],
      ['Wed', '/meetings/?q=hall+b&day=wednesday', false],
      ['Every day', '/meetings/?q=hall+b&day=all', false],
    ]);
  });
});

test('just after midnight nothing of the new day is missed', () => {
  expect(siteClock(Date.parse('2026-11-22T00:05:00-07:00'), 'America/Denver')).toEqual({
    today: 0,
    missed: '',
  });
});
