import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile, sequenceOf } from '#events/calendar.ts';
import { isOver, replyStatus } from '#events/event.ts';
import { rsvpForm, rsvpRequest } from '#events/schema.ts';
import { dateBlock, dayInWords, hoursInWords, seatsInWords } from '#events/wording.ts';
import { asHtml, asText } from '#mail/frame.ts';
import { classify } from '#mail/attempt.ts';

const request = { event: 'creek-walk', name: 'Ana', email: 'ana@example.org', partySize: 2 };

describe('what an RSVP may hold', () => {
  test('a form and a JSON request end in the same RSVP', () => {
    const form = rsvpForm('creek-walk').parse({
      name: 'Ana',
      email: 'ana@example.org',
      phone: '',
      partySize: '2',
      accessNeeds: '',
    });
    expect(form).toEqual(rsvpRequest.parse(request));
  });

  test('a form with several mistakes hears of all of them at once', () => {
    const result = rsvpForm('creek-walk').safeParse({ name: '', email: '', phone: '', partySize: 'two' });
    expect(result.error?.issues.map(({ path }) => path[0]).sort()).toEqual(['email', 'name', 'partySize']);
  });

  test('whatever is typed into the form, the answer is an RSVP or sentences, never a throw', () => {
    const field = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant(''));
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('name', 'email', 'phone', 'partySize', 'accessNeeds', 'agreeToConduct', 'x'),
          field,
        ),
        (fields) => {
          const result = rsvpForm('creek-walk').safeParse(fields);
          if (result.success) {
            expect(result.data.partySize).toBeGreaterThanOrEqual(1);
            expect(result.data.name).not.toMatch(/[\r\n\0]/);
            expect(result.data.email ?? '').not.toMatch(/[\r\n\0]/);
          } else expect(result.error.issues.every(({ message }) => message.length > 0)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('words about time and seats', () => {
  const evening = {
    startsAt: '2026-12-06T01:00:00Z',
    endsAt: '2026-12-06T03:00:00Z',
    timeZone: 'America/Denver',
  };

  test('a day is the day where the event is, not where the server is', () => {
    expect(dayInWords(evening)).toBe('Saturday, December 5, 2026');
    expect(hoursInWords(evening).replace(/\s/g, ' ')).toBe('6:00 – 8:00 PM MST');
    expect(dateBlock(evening)).toMatchObject({ weekday: 'Sat', day: '5', month: 'Dec' });
  });

  test('an evening that goes past midnight names both days', () => {
    expect(hoursInWords({ ...evening, endsAt: '2026-12-06T08:30:00Z' })).toMatch(/Sat.*Sun/);
  });

  test('seats are said in words, one seat as one', () => {
    expect(seatsInWords({ status: 'open', seatsLeft: 1, waiting: 0 })).toBe('1 seat left');
    expect(seatsInWords({ status: 'open', seatsLeft: 0, waiting: 3 })).toBe(
      'Full — join the waiting list, 3 ahead of you',
    );
    expect(seatsInWords({ status: 'open', seatsLeft: null, waiting: 0 })).toBe('Room for everyone');
    expect(seatsInWords({ status: 'cancelled', seatsLeft: 5, waiting: 0 })).toBe('Called off');
  });

  test('replies close at their minute, and an event is over at its end', () => {
    const event = { status: 'published', rsvpClosesAt: '2026-12-05T23:00:00Z' } as const;
    expect(replyStatus(event, '2026-12-05T22:59:59Z')).toBe('open');
    expect(replyStatus(event, '2026-12-05T23:00:00Z')).toBe('closed');
    expect(replyStatus({ ...event, status: 'cancelled' }, '2026-01-01T00:00:00Z')).toBe('cancelled');
    expect(isOver(evening, '2026-12-06T02:59:59Z')).toBe(false);
    expect(isOver(evening, '2026-12-06T03:00:00Z')).toBe(true);
  });
});

const entry = {
  id: '5f0c',
  kind: 'social',
  startsAt: '2026-12-06T01:00:00Z',
  endsAt: '2026-12-06T03:00:00Z',
  timeZone: 'America/Denver',
  status: 'published',
  location: 'The barn; Mill Street, Alder Springs',
  sequence: 2,
  url: null,
  changedAt: '2026-11-01T00:00:00Z',
} as const;
const of = { neutralName: 'Juniper Hollow', host: 'alumni.example.org', method: 'PUBLISH' } as const;

describe('calendar files', () => {
  const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  test('hold what RFC 5545 asks for, with a title that tells nothing', () => {
    const file = lines(calendarFile([entry], of));
    expect(file).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:5f0c@alumni.example.org',
        'SEQUENCE:2',
        'DTSTAMP:20261101T000000Z',
        'DTSTART:20261206T010000Z',
        'DTEND:20261206T030000Z',
        'SUMMARY:Juniper Hollow: get-together',
        String.raw`LOCATION:The barn\; Mill Street\, Alder Springs`,
        'STATUS:CONFIRMED',
        'END:VEVENT',
        'END:VCALENDAR',
      ]),
    );
    expect(file.some((line) => line.startsWith('PRODID:'))).toBe(true);
  });

  test('a cancellation keeps the UID, so that the entry goes away', () => {
    const file = lines(calendarFile([entry], { ...of, method: 'CANCEL' }));
    expect(file).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:5f0c@alumni.example.org', 'STATUS:CANCELLED']),
    );
  });

  test('a later change has a higher sequence', () => {
    expect(sequenceOf('2026-11-02T00:00:00Z')).toBeGreaterThan(sequenceOf('2026-11-01T00:00:00Z'));
  });
});

describe('the frame of a mail', () => {
  const letter = {
    to: 'a@example.org',
    language: 'en',
    subject: 'Your place is confirmed',
    body: [
      'Hello <b>Ana</b> & co,',
      {
        facts: [
          ['Where', 'The "barn"'],
          ['Join', 'https://meet.example/fire'],
        ],
      },
    ],
    button: { label: 'See', href: 'https://alumni.example.org/r/x' },
  } as const;

  test('HTML shows what was typed and runs none of it', () => {
    const html = asHtml({ ...letter, body: [...letter.body] as never });
    expect(html).toContain('Hello &#60;b&#62;Ana&#60;/b&#62; &#38; co,');
    expect(html).not.toMatch(/<(script|img|link|iframe)|src=/i);
  });

  test('the text says the same, with every link', () => {
    const text = asText({ ...letter, body: [...letter.body] as never });
    expect(text).toContain('Where: The "barn"');
    expect(text).toContain('https://alumni.example.org/r/x');
  });
});

describe('what an SMTP error means for a mail', () => {
  test.each([
    ['the address is refused for good', { responseCode: 550, command: 'RCPT TO' }, false, 'failed'],
    ['the letter is refused for good', { responseCode: 554, command: 'DATA' }, true, 'failed'],
    ['not now', { responseCode: 451, command: 'DATA' }, true, 'retry'],
    [
      'the password is wrong, which is not about the letter',
      { responseCode: 535, command: 'AUTH PLAIN' },
      false,
      'retry',
    ],
    ['our own address may not send', { responseCode: 550, command: 'MAIL FROM' }, false, 'retry'],
    ['a conversation out of order', { responseCode: 503, command: 'DATA' }, false, 'retry'],
    ['nobody there', { code: 'ECONNECTION', command: 'CONN' }, false, 'retry'],
    ['the line breaks after the letter', { code: 'ECONNECTION', command: 'CONN' }, true, 'unknown'],
    ['no answer after the letter', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'unknown'],
  ])('%s: %o', (_what, error, handedOver, outcome) => {
    const thrown = Object.assign(new Error('550 <a@example.org> nobody'), error);
    expect(classify(thrown, handedOver).outcome).toBe(outcome);
  });

  test('the provider’s words, which repeat the address, are not kept', () => {
    expect(
      JSON.stringify(classify(Object.assign(new Error('550 a@example.org'), { responseCode: 550 }), true)),
    ).not.toContain('example');
  });
});
