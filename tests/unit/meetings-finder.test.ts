import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerWords } from '#meetings/finder/answer-words.ts';
import { chips, filterGroups, looserLinks } from '#meetings/finder/options.ts';
import {
  dayValues,
  filterNames,
  finderAddress,
  readQuery,
  without,
  type FilterName,
  type FinderQuery,
} from '#meetings/finder/query.ts';
import { momentWords, rowView } from '#meetings/finder/row-view.ts';
import { listing } from '#meetings/finder/sections.ts';
import { partsOfDay } from '#meetings/finder/timing.ts';
import { everyWeek, meetingModes, type ListedMeeting } from '#meetings/schema.ts';
import { finderOver } from '../support/finder.ts';
import { listedMeeting } from '../support/meeting.ts';

const named = (slug: string, changes: Partial<ListedMeeting> = {}) =>
  listedMeeting({ slug, name: slug, ...changes });

/** Sections as a page shows them, at 6:12 pm of Sunday, November 22 in Denver unless said otherwise. */
function shown(meetings: ListedMeeting[], query = '', options = {}) {
  const { index, timing, ask } = finderOver(meetings, options);
  const { sections } = listing(index, timing, ask(query).rows, { from: 0, count: 100 });
  return sections.map(({ heading, rows, earlier }) => [
    heading,
    ...[...rows, ...earlier].map((row) => index.slugOf(row)),
  ]);
}

describe('the order', () => {
  test('what is under way comes first, the latest begun first, then the coming week, then what has no time', () => {
    expect(
      shown([
        named('morning', { startTime: '07:00' }),
        named('began-at-five-thirty', { startTime: '17:30' }),
        named('began-at-six', { startTime: '18:00', endTime: '19:30' }),
        named('seven'),
        named('monday', { day: 1 }),
        named('saturday', { day: 6 }),
        named('ask', { day: null, startTime: null }),
      ]),
    ).toEqual([
      ['Happening now', 'began-at-six', 'began-at-five-thirty'],
      ['Today, Sunday', 'seven'],
      ['Tomorrow, Monday', 'monday'],
      ['Saturday, November 28', 'saturday'],
      ['Sunday, November 29', 'morning'],
      ['By appointment, or not in the coming weeks', 'ask'],
    ]);
  });

  test('what began before midnight and still goes on is under way', () => {
    const late = named('late', { day: 6, startTime: '23:00', endTime: '00:30' });
    expect(shown([late], '', { at: '2026-11-22T00:10:00-07:00' })).toEqual([['Happening now', 'late']]);
    expect(shown([late], 'day=tonight', { at: '2026-11-22T00:10:00-07:00' })).toHaveLength(1);
    expect(shown([late], 'day=tonight', { at: '2026-11-22T00:30:00-07:00' })).toEqual([]);
  });

  test('a meeting elsewhere stands under the day of the clock that reads it', () => {
    const there = named('new-york', {
      day: 1,
      startTime: '00:30',
      timeZone: 'America/New_York',
      mode: 'online',
    });
    expect(shown([there])).toEqual([['Today, Sunday', 'new-york']]);
    expect(shown([there], '', { zone: 'America/New_York' })).toEqual([['Tomorrow, Monday', 'new-york']]);
    expect(shown([there], '', { zone: 'Pacific/Auckland' })).toEqual([['Today, Monday', 'new-york']]);
  });

  test('a paused meeting is never said to be happening, and what is closed this week says so', () => {
    const closed = named('closed', {
      day: 4,
      exceptions: [{ on: '2026-11-26', moved: null, note: 'Thanksgiving' }],
    });
    const paused = named('paused', { startTime: '18:00', mode: 'paused' });
    expect(shown([closed, paused])).toEqual([
      ['Today, Sunday', 'paused'],
      ['Thursday, November 26', 'closed'],
    ]);
    const { index, timing } = finderOver([closed]);
    expect(rowView(index, timing, 0).notice).toBe(
      'Closed on Thursday, November 26: Thanksgiving. Next on Thursday, December 3.',
    );
  });

  test('a group of another rhythm stands where it is next held, with its rhythm in words', () => {
    const fortnight = named('fortnight', {
      day: 2,
      schedule: { ...everyWeek, everyWeeks: 2, firstOn: '2026-11-17' },
    });
    expect(shown([fortnight])).toEqual([['Tuesday, December 1', 'fortnight']]);
    const { index, timing } = finderOver([fortnight]);
    expect(rowView(index, timing, 0).notice).toMatch(/^Every other Tuesday/);
    const summer = named('summer', { day: 2, schedule: { ...everyWeek, months: [6, 7, 8] } });
    expect(shown([summer])[0]?.[0]).toBe('By appointment, or not in the coming weeks');
  });

  test('pages follow each other without a gap or a row twice', () => {
    const many = Array.from({ length: 130 }, (_, number) =>
      named(`m${number}`, { day: number % 7, startTime: `${String(number % 24).padStart(2, '0')}:00` }),
    );
    const { index, timing, ask } = finderOver(many);
    const { rows } = ask('');
    const pages = [0, 50, 100].map((from) => listing(index, timing, rows, { from, count: 50 }));
    const all = pages.flatMap(({ sections }) => sections.flatMap((one) => [...one.rows, ...one.earlier]));
    expect(all).toHaveLength(130);
    expect(new Set(all).size).toBe(130);
    expect(pages.map(({ left }) => left > 0)).toEqual([true, true, false]);
  });
});

describe('a row', () => {
  const viewOf = (changes: Partial<ListedMeeting>, options = {}) => {
    const { index, timing } = finderOver([named('one', changes)], options);
    return rowView(index, timing, 0);
  };

  test('of a place elsewhere has the clock on its wall first, one online the own clock', () => {
    const eastern = { day: 1, startTime: '00:30', timeZone: 'America/New_York' };
    expect(viewOf(eastern)).toMatchObject({
      time: { hour: '12:30', half: 'am' },
      zone: 'Eastern Time, on Monday (Sunday 10:30 pm Mountain Time)',
    });
    expect(viewOf({ ...eastern, mode: 'online' })).toMatchObject({
      time: { hour: '10:30', half: 'pm' },
      zone: 'Monday 12:30 am Eastern Time where it is held',
    });
    expect(viewOf(eastern, { zone: 'America/Chicago' }).zone).toBe(
      'Eastern Time, on Monday (Sunday 11:30 pm your time)',
    );
  });

  test('says how soon it is', () => {
    const { index, timing } = finderOver([named('one')]);
    const at = (time: string) => momentWords(index, timing, 0, Date.parse(`2026-11-22T${time}-07:00`));
    expect(at('16:50:00')).toBeNull();
    expect(at('17:30:00')).toBe('In 1 h 30 min');
    expect(at('18:35:00')).toBe('In 25 minutes');
    expect(at('18:59:20')).toBe('In 1 minute');
    expect(at('19:20:00')).toBe('Happening now, until 8:00 pm');
  });

  test('says when it was last confirmed, and that nobody said where nobody did', () => {
    expect(viewOf({ confirmedAt: '2026-11-03T12:00:00Z' }).confirmed).toBe('Confirmed November 3');
    expect(viewOf({ confirmedAt: '2024-05-03T12:00:00Z' }).confirmed).toBe('Confirmed May 2024');
    expect(viewOf({}).confirmed).toBe('Date of last confirmation not given');
  });

  test('keeps its address, whatever its name', () => {
    for (const [slug, name] of [
      ['aa-st-marys-hall-3', 'St. Mary’s Hall'],
      ['x-1', '***'],
      ['grupo-mi-anana', 'Mi Añana'],
    ] as const) {
      const { index } = finderOver([listedMeeting({ slug, name })]);
      expect(index.slugOf(0)).toBe(slug);
    }
  });
});

describe('words', () => {
  const some = [
    named('noche', { name: 'Noche en Español', types: ['spanish'], region: 'Alder Springs' }),
    named('night', { location: 'Edmonton House', notes: 'Ring the bell.', address: '12 Elm Street' }),
  ];
  const { ask } = finderOver(some);

  test('are found in any order, in any field, without accents or case', () => {
    expect(ask('q=ESPANOL+noche').slugs).toEqual(['noche']);
    expect(ask('q=in+person').slugs).toHaveLength(2);
    expect(ask('q=elm+street').slugs).toEqual(['night']);
    expect(ask('q=bell').slugs).toEqual(['night']);
    expect(ask('q=sunday+AA').slugs).toHaveLength(2);
    expect(ask('q=zebra').slugs).toEqual([]);
  });

  test('that name a place may have a slip of the pen in them, and the answer says how it was read', () => {
    expect(ask('q=edmnoton')).toMatchObject({
      slugs: ['night'],
      corrected: { from: 'edmnoton', to: 'edmonton' },
    });
    expect(ask('q=alderr').slugs).toEqual(['noche']);
    expect(ask('q=ohio').corrected).toBeNull();
    const query = readQuery(new URLSearchParams('q=edmnoton'));
    expect(answerWords(1, query, ask(query))).toBe(
      '1 meeting for “edmnoton”. Nothing has “edmnoton” in it. Shown for “edmonton”.',
    );
  });
});

describe('filters', () => {
  const some = [
    named('hybrid', { mode: 'hybrid', types: ['open', 'women'], startTime: '07:00', day: 1 }),
    named('online', { mode: 'online', types: ['women', 'proof-of-attendance'], language: 'es', day: 1 }),
    named('room', { types: ['wheelchair-access', 'women', 'discussion'], day: 2, startTime: '22:00' }),
    named('family', { fellowship: 'al-anon', day: 3, startTime: '12:00' }),
  ];
  const { ask, index } = finderOver(some);

  test.each([
    ['mode=online', ['hybrid', 'online']],
    ['mode=hybrid', ['hybrid']],
    ['mode=in-person', ['hybrid', 'room', 'family']],
    ['mode=online&mode=in-person&day=monday', ['hybrid', 'online']],
    ['type=women', ['hybrid', 'online', 'room']],
    ['type=women&type=discussion', ['room']],
    ['access=wheelchair-access', ['room']],
    ['proof=yes', ['online']],
    ['family=yes', ['hybrid', 'family']],
    ['fellowship=al-anon', ['family']],
    ['fellowship=al-anon&fellowship=aa&time=morning', ['hybrid']],
    ['language=es', ['online']],
    ['day=tomorrow', ['hybrid', 'online']],
    ['time=night&time=afternoon', ['room', 'family']],
    ['type=unheard-of', []],
  ])('%s finds %j', (query, slugs) => {
    expect(ask(query).slugs).toEqual(slugs);
  });

  test('an empty answer offers to leave one of them out, the most meetings first', () => {
    const query = readQuery(new URLSearchParams('mode=online&access=wheelchair-access&day=tuesday'));
    const { looser, rows } = ask(query);
    expect(rows).toHaveLength(0);
    expect(looserLinks(query, looser).map(({ label, count, href }) => [label, count, href])).toEqual([
      ['In person or online', 1, '/meetings/?day=tuesday&access=wheelchair-access'],
    ]);
  });

  test('chips name what is chosen and lead to the finder without it', () => {
    const query = readQuery(new URLSearchParams('fellowship=al-anon&day=tonight'));
    expect(chips(index.head, query).map(({ label, href }) => [label, href])).toEqual([
      ['Tonight', '/meetings/?fellowship=al-anon'],
      ['Al-Anon', '/meetings/?day=tonight'],
    ]);
  });

  test('fellowships stand in alphabetical order, and kinds that are a language or a need are not kinds', () => {
    const groups = filterGroups(index.head, readQuery(new URLSearchParams()), ask('').counts);
    const labels = (legend: string) =>
      groups.find((group) => group.legend === legend)?.options.map(({ label }) => label);
    expect(labels('Fellowship or pathway')).toEqual(['AA', 'Al-Anon']);
    expect(labels('Kind of meeting')).toEqual(['Discussion', 'Open', 'Women']);
    expect(labels('Access and needs')).toEqual([
      'Wheelchair Access',
      'Gives proof of attendance',
      'Open to family',
    ]);
  });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const anyMeeting = fc
  .record({
    day: fc.integer({ min: 0, max: 6 }),
    startTime: time,
    timed: fc.boolean(),
    mode: fc.constantFrom(...meetingModes),
    fellowship: fc.constantFrom('aa', 'na', 'al-anon'),
    types: fc.uniqueArray(
      fc.constantFrom('open', 'women', 'wheelchair-access', 'proof-of-attendance', 'spanish'),
    ),
    language: fc.constantFrom(null, 'es', 'fr'),
    timeZone: fc.constantFrom('America/Denver', 'America/New_York', 'Asia/Tokyo'),
  })
  .map(({ timed, ...rest }) => ({ ...rest, ...(!timed && { day: null, startTime: null }) }));
const meetings = fc
  .array(anyMeeting, { maxLength: 40 })
  .map((list) => list.map((changes, number) => named(`m${number}`, changes)));
const values: Record<FilterName, readonly string[]> = {
  ...{ day: dayValues, time: partsOfDay, mode: meetingModes, fellowship: ['aa', 'na', 'al-anon'] },
  ...{ type: ['open', 'women'], language: ['es', 'fr'], access: ['wheelchair-access'], proof: ['yes'] },
  family: ['yes'],
};
const anyQuery = fc
  .record(
    Object.fromEntries(filterNames.map((name) => [name, fc.subarray([...values[name]])])) as Record<
      FilterName,
      fc.Arbitrary<string[]>
    >,
  )
  .map((filters): FinderQuery => ({ words: '', ...filters }));

test('for any list and any query the count beside an option is what pressing it gives', () => {
  fc.assert(
    fc.property(meetings, anyQuery, (list, query) => {
      const { ask, index } = finderOver(list);
      const { counts } = ask(query);
      for (const { options } of filterGroups(index.head, query, counts)) {
        for (const { name, value, count } of options) {
          const all = name === 'type' || name === 'access';
          const pressed = { ...query, [name]: all ? [...new Set([...query[name], value])] : [value] };
          expect(count, `${name}:${value}`).toBe(ask(pressed).rows.length);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('for any list and any query a looser way gives what it says', () => {
  fc.assert(
    fc.property(meetings, anyQuery, (list, query) => {
      const { ask } = finderOver(list);
      const { looser } = ask(query);
      for (const { name, count } of looser) {
        if (name === 'near' || name === 'words') continue;
        const rest = without(query, name);
        expect(count, name).toBe(ask(rest).rows.length);
      }
    }),
    { numRuns: 150 },
  );
});

test('any query survives its address', () => {
  fc.assert(
    fc.property(anyQuery, fc.string({ maxLength: 60 }), (query, typed) => {
      const words = typed.replace(/\s+/g, ' ').trim().toWellFormed();
      const asked = { ...query, words };
      const address = new URL(finderAddress(asked), 'http://localhost');
      expect(readQuery(address.searchParams)).toEqual(asked);
    }),
  );
});

test('an address with anything at all in it is a query', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('q', ...filterNames, 'x'), fc.string())), (pairs) => {
      const query = readQuery(new URLSearchParams(pairs));
      expect(() => finderOver([named('a')]).ask(query)).not.toThrow();
    }),
  );
});
