import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarFile } from '#events/calendar.ts';
import { eventChanges, sumOfChanges } from '#events/mails/changes.ts';
import { kinds } from '#events/mails/kinds.ts';
import { momentOf, whenOf } from '#events/mails/when.ts';
import { words } from '#events/mails/words.ts';
import { readInvitation } from '../support/invitations.ts';
import { clockZones, dates } from '../support/rhythms.ts';

describe('when, in words', () => {
  const zoned = (startsAt: string, endsAt: string, timeZone: string) => ({ startsAt, endsAt, timeZone });

  test('is said by the clock where it is held, with the name of that clock', () => {
    const evening = zoned('2026-12-06T01:00:00Z', '2026-12-06T03:00:00Z', 'America/Denver');
    expect(whenOf(evening, 'en')).toBe('Saturday, December 5, 2026, 6:00 – 8:00 PM (Mountain Time)');
    expect(whenOf({ ...evening, timeZone: 'America/New_York' }, 'en')).toBe(
      'Saturday, December 5, 2026, 8:00 – 10:00 PM (Eastern Time)',
    );
    expect(whenOf(evening, 'es')).toContain('hora de las Montañas Rocosas');
    expect(momentOf(evening.startsAt, 'Europe/London', 'en')).toBe(
      'Sunday, December 6, 2026, 1:00 AM (United Kingdom Time)',
    );
  });

  test('several days are a range, and so is an evening past midnight', () => {
    expect(whenOf(zoned('2027-02-06T00:00:00Z', '2027-02-07T19:00:00Z', 'America/Denver'), 'en')).toBe(
      'Friday, February 5, 2027, 5:00 PM – Sunday, February 7, 2027, 12:00 PM (Mountain Time)',
    );
  });

  test('holds no character that mail programs stumble over', () => {
    const evening = zoned('2026-12-06T01:00:00Z', '2026-12-06T03:00:00Z', 'America/Denver');
    for (const language of ['en', 'es'] as const)
      expect(whenOf(evening, language)).not.toMatch(/[\u2009\u202f\u00a0]/);
  });
});

describe('words of mails', () => {
  const say = (language: 'en' | 'es') =>
    Object.values(words[language]).flatMap((word): string[] => {
      if (typeof word !== 'object' || !('subject' in word)) return [];
      return [typeof word.subject === 'function' ? word.subject('Saturday') : word.subject];
    });

  test.each(['en', 'es'] as const)(
    'subjects in %s are short and name neither the event nor what we are',
    (language) => {
      expect(say(language).length).toBeGreaterThan(15);
      for (const subject of say(language)) {
        expect(subject.length).toBeLessThan(45);
        expect(subject).not.toMatch(
          /rehab|recover|alumni|addict|treatment|sober|trata|recupera|sobri|adicc|egresad/i,
        );
      }
    },
  );

  test('every kind that the database queues has a mail', () => {
    expect(Object.keys(kinds).sort()).toEqual([
      'event-called-off',
      'event-changed',
      'event-message',
      'rsvp-asked',
      'rsvp-cancelled',
      'rsvp-dates',
      'rsvp-going',
      'rsvp-lapsed',
      'rsvp-link',
      'rsvp-moved',
      'rsvp-promoted',
      'rsvp-reminder',
      'rsvp-removed',
      'rsvp-session',
      'rsvp-soon',
      'rsvp-thanks',
      'rsvp-updated',
      'rsvp-waiting',
    ]);
  });
});

describe('several changes as one', () => {
  const place = fc.constantFrom('Barn', 'Porch', 'Orchard');
  test('start where the first one of each field started and end where the last one ended', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ where: fc.tuple(place, place), title: fc.tuple(place, place) }, { requiredKeys: [] }),
        ),
        (all) => {
          const sum = sumOfChanges(all.map((one) => eventChanges.parse(one)));
          expect(sum.where?.[0]).toBe(all.find(({ where }) => where)?.where?.[0]);
          expect(sum.title?.[0]).toBe(all.find(({ title }) => title)?.title?.[0]);
        },
      ),
    );
  });
});

describe('the calendar of a mail', () => {
  const of = {
    neutralName: 'Juniper Hollow',
    host: 'alumni.example.org',
    between: { organizer: 'hello@juniperhollow.example', attendee: 'ana+list@example.org' },
  } as const;

  test('is read alike by two programs, at the right instant, in every zone and over clock changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clockZones),
        dates('2026-01-01', '2028-12-31'),
        fc.nat(24 * 60 - 1),
        fc.integer({ min: 1, max: 72 * 60 }),
        fc.constantFrom('REQUEST', 'CANCEL'),
        fc.nat(1000),
        fc.constantFrom('The barn; Mill Street, "4"', 'Zoë’s place\nby the creek', 'x'.repeat(200), null),
        (timeZone, day, minute, lasts, method, sequence, location) => {
          const start = day
            .toZonedDateTime({
              timeZone,
              plainTime: Temporal.PlainTime.from('00:00').add({ minutes: minute }),
            })
            .toInstant();
          const end = start.add({ minutes: lasts });
          const file = calendarFile(
            [
              {
                id: 'rsvp-1',
                kind: 'social',
                startsAt: start.toString(),
                endsAt: end.toString(),
                timeZone,
                status: 'published',
                location,
                sequence,
                url: null,
                changedAt: '2026-11-01T00:00:00Z',
              },
            ],
            { ...of, method },
          );
          expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
          const read = readInvitation(file);
          expect(Date.parse(read.starts)).toBe(start.epochMilliseconds);
          expect(Date.parse(read.ends)).toBe(end.epochMilliseconds);
          expect(read).toMatchObject({
            method,
            sequence,
            location,
            uid: 'rsvp-1@alumni.example.org',
            organizer: 'mailto:hello@juniperhollow.example',
            attendee: 'mailto:ana+list@example.org',
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
