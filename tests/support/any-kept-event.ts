import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { KeptEvent } from '#events/edit/kept-event.ts';
import { audiences, eventKinds } from '#events/event.ts';
import type { Question } from '#events/question.ts';

/** Any event a coordinator can have made by the form, as `fast-check` makes them up. */

/** An event of an evening in Denver, changed where a test cares. */
export function keptEvent(changes: Partial<KeptEvent> = {}): KeptEvent {
  return {
    ...{ id: '00000000-0000-4000-8000-000000000001', slug: 'supper-2027-03-02', title: 'Supper' },
    ...{ summary: 'A long table.', description: '', kind: 'social', audience: 'alumni', format: 'in-person' },
    ...{ startsAt: '2027-03-03T01:00:00Z', endsAt: '2027-03-03T03:00:00Z', timeZone: 'America/Denver' },
    ...{ placeName: 'The big kitchen', address: null, maxPartySize: 4, rsvpClosesAt: '2027-03-03T01:00:00Z' },
    ...{ asksConduct: false, asksChildren: false, asksFood: false, questions: [], replies: 'rsvp' },
    ...{ status: 'draft', calledOffNote: null, updatedAt: '2026-11-01T12:00:00.123456Z', series: null },
    ...{ capacity: 20, seatsLeft: 20, waiting: 0, online: null, sessions: [], confirmWithinHours: null },
    ...{ remindsTwoHours: false, thanks: false, seriesOn: null, queueRule: 'first-that-fits', taken: 0 },
    ...{ takenByLink: null, privateAddress: null, joinUrl: null, arrivalNotes: null },
    ...changes,
  };
}

const words = (maxLength: number) =>
  fc
    .string({ minLength: 1, maxLength, unit: 'grapheme' })
    .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text.length <= maxLength && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({
    ...{ id, label: words(200), required: fc.boolean() },
    kind: fc.constantFrom('text' as const, 'yes-no' as const),
  }),
  fc.record({
    ...{ id, label: words(200), required: fc.boolean(), kind: fc.constant('choice' as const) },
    options: fc.uniqueArray(words(100), { minLength: 2, maxLength: 8 }),
  }),
);

const zones = ['America/Denver', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'Europe/London'];

/** Any minute of some years, clock changes among them, and how long from there. */
const when = fc
  .record({
    start: fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 }),
    minutes: fc.oneof(fc.integer({ min: 5, max: 1440 }), fc.integer({ min: 5, max: 20_160 })),
    closes: fc.integer({ min: -20_000, max: 20_160 }),
    timeZone: fc.constantFrom(...zones),
  })
  .map(({ start, minutes, closes, timeZone }) => {
    const moment = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toString();
    return {
      ...{ startsAt: moment(start), endsAt: moment(start + minutes), timeZone },
      rsvpClosesAt: moment(start + Math.min(closes, minutes)),
    };
  });

const place = fc.oneof(
  fc.record({ address: orNull(words(300)), privateAddress: fc.constant(null) }),
  fc.record({ address: fc.constant(null), privateAddress: words(300) }),
);

export const anyKeptEvent: fc.Arbitrary<KeptEvent> = fc
  .record({
    when,
    place,
    rest: fc.record({
      title: words(120),
      summary: words(300),
      description: fc.oneof(fc.constant(''), words(400), fc.constant('One.\n\nTwo.')),
      kind: fc.constantFrom(...eventKinds),
      audience: fc.constantFrom(...audiences),
      placeName: words(120),
      maxPartySize: fc.integer({ min: 1, max: 50 }),
      queueRule: fc.constantFrom('first-that-fits', 'strict'),
      confirmWithinHours: orNull(fc.integer({ min: 1, max: 168 })),
      asksConduct: fc.boolean(),
      asksChildren: fc.boolean(),
      asksFood: fc.boolean(),
      questions: fc.uniqueArray(question, { maxLength: 5, selector: (one) => one.id }),
      remindsTwoHours: fc.boolean(),
      thanks: fc.boolean(),
      arrivalNotes: orNull(words(1000)),
    }),
    format: fc.constantFrom('in-person' as const, 'online' as const, 'hybrid' as const),
    joinUrl: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
    status: fc.constantFrom('draft' as const, 'published' as const),
  })
  .map(({ when: times, place: where, rest, format, joinUrl, status }) =>
    keptEvent({
      ...{ ...times, ...rest, format, status },
      ...(format === 'online' ? { placeName: null, address: null, privateAddress: null } : where),
      joinUrl: format === 'in-person' ? null : joinUrl,
    }),
  );
