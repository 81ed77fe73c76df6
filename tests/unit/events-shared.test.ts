import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '#events/event.ts';
import { eventJsonLd } from '#events/json-ld.ts';
import { balanced, body, display, outline, widthOf, wrap } from '#events/picture/lettering.ts';
import { drawPicture, pictureSize } from '#events/picture/draw.ts';
import { eventPicture, listPicture, pictureAlt } from '#events/picture/event-picture.ts';
import { palette } from '#events/picture/palette.ts';
import { pngOf } from '#events/picture/png.ts';
import { publicCalendar } from '#events/public-calendar.ts';
import { setEnvironment } from '#platform/environment.ts';
import { readCalendar } from '../support/calendar-reader.ts';
import { anEvent, aSeries } from '../support/event.ts';

/** What leaves the site about events for everybody: to search engines, calendars, and who a page is shared with. */

beforeAll(() => setEnvironment({ SITE_URL: 'https://example.org' }));
afterAll(() => setEnvironment({ SITE_URL: '' }));

describe('an event for search engines', () => {
  const said = (event: Event) =>
    JSON.parse(eventJsonLd(event, { organizer: 'Juniper Hollow', siteUrl: 'https://example.org' })) as Record<
      string,
      unknown
    >;

  test('has its times with the offset of its own zone', () => {
    expect(said(anEvent())).toMatchObject({
      '@type': 'Event',
      startDate: '2026-12-05T18:00:00-07:00',
      endDate: '2026-12-05T20:00:00-07:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'The big kitchen', address: '418 Cottonwood Lane' },
      organizer: { '@type': 'Organization', name: 'Juniper Hollow', url: 'https://example.org' },
    });
    const summer = {
      startsAt: '2026-07-06T00:00:00Z',
      endsAt: '2026-07-06T01:00:00Z',
      timeZone: 'America/New_York',
    };
    expect(said(anEvent(summer))['startDate']).toBe('2026-07-05T20:00:00-04:00');
  });

  test('online it takes place on its page, and nothing says where the link leads', () => {
    const event = anEvent({ format: 'online', placeName: null, address: null });
    expect(said(event)).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: `https://example.org/events/${event.slug}/` },
    });
  });

  test('with a room and a link it has both', () => {
    const ld = said(anEvent({ format: 'hybrid' }));
    expect(ld['eventAttendanceMode']).toBe('https://schema.org/MixedEventAttendanceMode');
    expect(ld['location']).toMatchObject([{ '@type': 'Place' }, { '@type': 'VirtualLocation' }]);
  });

  test('a private place has a name and no address', () => {
    expect(said(anEvent({ placeName: 'A home near Mill Street', address: null }))['location']).toEqual({
      '@type': 'Place',
      name: 'A home near Mill Street',
    });
  });

  test('a title cannot end the block it stands in', () => {
    const event = anEvent({ title: '</script><script>alert(1)</script>' });
    expect(eventJsonLd(event, { organizer: 'Juniper Hollow', siteUrl: 'https://example.org' })).not.toContain(
      '<',
    );
    expect(said(event)['name']).toBe(event.title);
  });

  test('called off is said', () => {
    expect(said(anEvent({ status: 'cancelled' }))['eventStatus']).toBe('https://schema.org/EventCancelled');
  });

  test('a date belongs to its series, and sessions belong to their event', () => {
    const [date] = aSeries([0]);
    if (!date) throw new Error('no date');
    expect(said(date)['superEvent']).toMatchObject({ '@type': 'EventSeries', name: 'Saturday supper' });
    const session = {
      id: '20000000-0000-4000-8000-000000000001',
      title: 'A letter to yourself',
      summary: 'Writing.',
      startsAt: '2026-12-06T01:30:00Z',
      endsAt: '2026-12-06T02:00:00Z',
      placeName: 'The reading room',
      seats: { capacity: 14, seatsLeft: 14, waiting: 0 },
    };
    expect(said(anEvent({ sessions: [session] }))['subEvent']).toMatchObject([
      {
        '@type': 'Event',
        name: 'A letter to yourself',
        startDate: '2026-12-05T18:30:00-07:00',
        location: { name: 'The reading room', address: '418 Cottonwood Lane' },
      },
    ]);
    expect(said(anEvent())).not.toHaveProperty('subEvent');
  });
});

describe('the public calendar', () => {
  const file = (events: Event[]) => publicCalendar(events, 'en').text();
  const strictly = (text: string) => {
    ICAL.design.strict = true;
    return readCalendar(text)
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
  };
  const loosely = (text: string) =>
    Object.values(nodeIcal.sync.parseICS(text)).filter((entry): entry is VEvent => entry?.type === 'VEVENT');

  const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 });
  const someEvent = fc
    .record({
      start: minute,
      lasts: fc.integer({ min: 5, max: 5 * 24 * 60 }),
      timeZone: fc.constantFrom('America/Denver', 'Europe/Paris', 'Pacific/Auckland', 'UTC'),
      status: fc.constantFrom('published' as const, 'cancelled' as const),
      placeName: fc.option(
        fc.string({ minLength: 1, maxLength: 120 }).filter((name) => name.trim() === name),
      ),
    })
    .map(({ start, lasts, ...about }) =>
      anEvent({
        ...about,
        address: null,
        startsAt: Temporal.Instant.fromEpochMilliseconds(start * 60_000).toString(),
        endsAt: Temporal.Instant.fromEpochMilliseconds((start + lasts) * 60_000).toString(),
      }),
    );

  test('two programs that share nothing read the same instants from it, over clock changes and several days', () =>
    fc.assert(
      fc.asyncProperty(fc.array(someEvent, { minLength: 1, maxLength: 4 }), async (events) => {
        const text = await file(events);
        const expected = events.map((event) => [
          `${event.id}@example.org`,
          Date.parse(event.startsAt),
          Date.parse(event.endsAt),
          event.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
        ]);
        expect(
          strictly(text).map((event) => [
            event.uid,
            event.startDate.toUnixTime() * 1000,
            event.endDate.toUnixTime() * 1000,
            event.component.getFirstPropertyValue('status'),
          ]),
        ).toEqual(expected);
        expect(
          loosely(text).map(({ uid, start, end, status }) => [uid, start.getTime(), end?.getTime(), status]),
        ).toEqual(expected);
      }),
      { numRuns: 60 },
    ));

  test('a place keeps its commas, semicolons and letters', () =>
    fc.assert(
      fc.asyncProperty(someEvent, async (event) => {
        const [read] = strictly(await file([event]));
        expect(read?.location ?? null).toBe(event.placeName);
      }),
      { numRuns: 60 },
    ));

  test('it tells no title, no words and no private address, and its entries lead to their pages', async () => {
    const event = anEvent({
      title: 'Living sober',
      summary: 'Recovery talk',
      placeName: 'A home',
      address: null,
    });
    const text = await file([event]);
    expect(text).not.toMatch(/sober|recovery/i);
    const [read] = strictly(text);
    expect(read?.summary).toBe('Juniper Hollow: get-together');
    expect(read?.location).toBe('A home');
    expect(read?.component.getFirstPropertyValue('url')).toBe(`https://example.org/events/${event.slug}/`);
  });

  test('after a change the entry keeps its UID and has a higher SEQUENCE', async () => {
    const event = anEvent();
    const [before] = strictly(await file([event]));
    const [after] = strictly(
      await file([{ ...event, updatedAt: '2026-11-01T00:01:00Z', status: 'cancelled' }]),
    );
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });
});

describe('the picture of an event', () => {
  const title = { font: display(), size: 80 };

  test('is a PNG of the size that is promised, small enough to be fetched by a phone', async () => {
    const png = await pngOf(eventPicture(anEvent(), 'Juniper Hollow'));
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...pictureSize });
    expect(png.byteLength).toBeLessThan(60_000);
  });

  test('shows the lamps for an evening and the day for a morning', () => {
    const morning = { startsAt: '2026-12-05T17:00:00Z', endsAt: '2026-12-05T18:00:00Z' };
    expect(drawPicture(eventPicture(anEvent(), 'Juniper Hollow'))).toContain(palette('dark')('sky'));
    expect(drawPicture(eventPicture(anEvent(morning), 'Juniper Hollow'))).toContain(palette('day')('sky'));
    expect(palette('day')('sky')).not.toBe(palette('dark')('sky'));
    expect(() => palette('day')('no-such-colour')).toThrow('--no-such-colour');
  });

  test('holds outlines only: nothing that a title says can become markup', () => {
    const picture = eventPicture(anEvent({ title: '<script>"&' }), '<b>');
    expect(drawPicture(picture)).not.toMatch(/<(?!\/?(svg|rect|g|path)\b)|&/);
    expect(pictureAlt(picture)).toContain('<script>"&');
  });

  test('whatever a title is, its lines stay in the picture above the hills', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEWÉñß—’łあ🌻m'.split(''));
    const word = fc.array(letters, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
    const someTitle = fc
      .array(word, { minLength: 1, maxLength: 20 })
      .map((words) => words.join(' ').slice(0, 120));
    fc.assert(
      fc.property(fc.oneof(someTitle, fc.constant('m'.repeat(120))), (wanted) => {
        const svg = drawPicture(eventPicture(anEvent({ title: wanted }), 'Juniper Hollow'));
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        const words = [...svg.matchAll(/<path d="(M[^"]*Z)" fill="[^"]*" stroke=/g)].map(
          ([, path]) => path ?? '',
        );
        for (const path of words) {
          const [right, low] = extent(path);
          expect(right).toBeLessThanOrEqual(pictureSize.width);
          expect(low).toBeLessThanOrEqual(460);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('lines are as wide as they may be and hold every word once', () => {
    const text = 'Wrapping the fruit trees before the hard frost';
    const lines = wrap(text, title, 500);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(widthOf(line, title)).toBeLessThanOrEqual(500);
  });

  test('two lines are about as long, and no word is broken for it', () => {
    expect(balanced(['Drumming in the', 'barn'], title)).toEqual(['Drumming', 'in the barn']);
    expect(balanced(['Understandingly', 'so'], title)).toEqual(['Understandingly', 'so']);
  });

  test('a letter without an outline is drawn as its plain one, or left out', () => {
    const plain = { font: body(), size: 30 };
    expect(widthOf('Łucja', plain)).toBe(widthOf('Lucja', plain));
    expect(outline('🌻', plain, 0, 0)).toBe('');
  });

  test('the list has one too', () => {
    expect(drawPicture(listPicture('Juniper Hollow'))).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });
});

/** The furthest right and the lowest point of path data in absolute commands. */
function extent(path: string): [right: number, low: number] {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  return [
    Math.max(...numbers.filter((_, index) => index % 2 === 0)),
    Math.max(...numbers.filter((_, index) => index % 2 === 1)),
  ];
}
