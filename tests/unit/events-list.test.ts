import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comingEntries, pastEntries } from '#events/list/entries.ts';
import { choices } from '#events/list/filter-words.ts';
import {
  builtAddress,
  combinedAddress,
  countWith,
  facets,
  found,
  readFilters,
  toggled,
  tokensOf,
  type Filters,
} from '#events/list/filters.ts';
import { comingDates, openDates } from '#events/series/coming-dates.ts';
import { anEvent, aSeries } from '../support/event.ts';

const rowOf = (about: Parameters<typeof anEvent>[0], month = '2026-12') => ({
  tokens: new Set(tokensOf(anEvent(about), month)),
  again: false,
});

describe('what a filter finds', () => {
  test.each([
    ['hybrid', 'in-person', true],
    ['hybrid', 'online', true],
    ['hybrid', 'hybrid', true],
    ['in-person', 'online', false],
    ['online', 'in-person', false],
    ['in-person', 'hybrid', false],
  ] as const)('an event that is %s is found by %s: %s', (format, how, is) => {
    expect(found([rowOf({ format })], { how })).toHaveLength(is ? 1 : 0);
  });

  test.each([
    ['everyone', ['alumni', 'guests', 'family', 'everyone']],
    ['alumni-and-guests', ['alumni', 'guests']],
    ['alumni', ['alumni']],
    ['family', ['family']],
  ] as const)('what is for %s is found by who is asked in: %s', (audience, found_) => {
    const finding = Object.keys(choices.for).filter(
      (who) => found([rowOf({ audience })], { for: who }).length,
    );
    expect(finding).toEqual(found_);
  });

  const event = fc.record({
    kind: fc.constantFrom('social', 'workshop', 'outdoors' as const),
    audience: fc.constantFrom('alumni', 'family', 'everyone' as const),
    format: fc.constantFrom('in-person', 'online', 'hybrid' as const),
  });
  const filters: fc.Arbitrary<Filters> = fc.record(
    {
      how: fc.constantFrom(...Object.keys(choices.how)),
      kind: fc.constantFrom(...Object.keys(choices.kind)),
      for: fc.constantFrom(...Object.keys(choices.for)),
      month: fc.constantFrom('2026-12', '2027-01'),
    },
    { requiredKeys: [] },
  );
  const rows = fc.array(
    fc.tuple(event, fc.constantFrom('2026-12', '2027-01'), fc.boolean()).map(([about, month, again]) => ({
      tokens: new Set(tokensOf(anEvent(about as never), month)),
      again,
    })),
  );

  test('several filters find what each of them finds', () => {
    fc.assert(
      fc.property(rows, filters, (list, chosen) => {
        const plain = list.filter(({ again }) => !again);
        const each = facets
          .filter((facet) => chosen[facet] !== undefined)
          .map((facet) => new Set(found(plain, { [facet]: chosen[facet] })));
        expect(found(plain, chosen)).toEqual(plain.filter((row) => each.every((set) => set.has(row))));
      }),
    );
  });

  test('the count beside a filter is what choosing it shows', () => {
    fc.assert(
      fc.property(rows, filters, fc.constantFrom(...Object.keys(choices.kind)), (list, chosen, kind) => {
        const { kind: _, ...others } = chosen;
        expect(countWith(list, chosen, 'kind', kind)).toBe(found(list, toggled(others, 'kind', kind)).length);
      }),
    );
  });

  test('the address keeps the filters, and pressing one twice takes it back', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        expect(readFilters(new URL(combinedAddress(chosen), 'https://a.example').search)).toEqual(chosen);
        const once = toggled(chosen, 'how', 'online');
        const { how: _, ...without } = chosen;
        expect(toggled(once, 'how', 'online')).toEqual(
          chosen.how === 'online' ? { ...without, how: 'online' } : without,
        );
      }),
    );
  });

  test('whatever stands in an address, it is filters or nothing', () => {
    expect(readFilters('?kind=<b>&how=online&nobody=knows&for=&month=2026-12')).toEqual({
      how: 'online',
      month: '2026-12',
    });
    fc.assert(
      fc.property(fc.webQueryParameters({ size: 'small' }), (query) => {
        for (const [facet, value] of Object.entries(readFilters(query))) {
          expect(facets).toContain(facet);
          expect(value).toMatch(/^[a-z0-9-]+$/);
        }
      }),
    );
    expect(builtAddress('kind', 'social')).toBe('/events/kind/social/');
  });
});

describe('rows of the list', () => {
  // Saturdays from December 5: the 5th, 12th, 19th, 26th, and January 2nd and 9th
  const supper = () => aSeries([0, 7, 14, 21, 28, 35]);

  test('a series has one row by its next date, and one more for each later month', () => {
    const dates = supper();
    const entries = comingEntries(dates.toReversed());
    expect(entries.map(({ event, month, more, again }) => [event.slug, month, more, again])).toEqual([
      [dates[0]?.slug, '2026-12', 5, false],
      [dates[4]?.slug, '2027-01', 1, true],
    ]);
    const shown = entries.map((entry) => ({ ...entry, tokens: new Set(tokensOf(entry.event, entry.month)) }));
    expect(found(shown, {})).toHaveLength(1);
    expect(found(shown, { month: '2027-01' }).map(({ event }) => event.slug)).toEqual([dates[4]?.slug]);
  });

  test('a date that is called off stands for nothing, unless no other is left', () => {
    const [first, second] = supper();
    if (!first || !second) throw new Error('no dates');
    const off = { ...first, status: 'cancelled' as const };
    expect(comingEntries([off, second]).map(({ event, more }) => [event.slug, more])).toEqual([
      [second.slug, 0],
    ]);
    expect(comingEntries([off]).map(({ event, more }) => [event.slug, more])).toEqual([[off.slug, 0]]);
  });

  test('events beside it keep their order by time', () => {
    const dates = supper();
    const walk = anEvent({ startsAt: '2026-12-10T17:00:00Z', endsAt: '2026-12-10T18:00:00Z' });
    expect(comingEntries([walk, ...dates]).map(({ event }) => event.slug)).toEqual([
      dates[0]?.slug,
      walk.slug,
      dates[4]?.slug,
    ]);
  });

  test('what is over has a row for each month, the latest first', () => {
    expect(pastEntries(supper()).map(({ month, more, again }) => [month, more, again])).toEqual([
      ['2027-01', 1, false],
      ['2026-12', 3, false],
    ]);
  });

  test('the page of one date knows all coming ones, and which of them can be answered', () => {
    const dates = supper();
    const [first, second, third] = dates;
    if (!first || !second || !third) throw new Error('no dates');
    const now = '2026-12-07T00:00:00Z';
    const all = [...dates.slice(3), { ...third, status: 'cancelled' as const }, second, first, anEvent()];
    const coming = comingDates(first, all, now);
    expect(coming.map(({ slug }) => slug)).toEqual(dates.slice(1).map(({ slug }) => slug));
    expect(openDates(coming, now).map(({ slug }) => slug)).toEqual(
      [second, ...dates.slice(3)].map(({ slug }) => slug),
    );
    expect(comingDates(anEvent(), all, now)).toEqual([]);
  });
});
