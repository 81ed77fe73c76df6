import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { emailAddress, personName, phoneNumber } from '#platform/contact.ts';

const read = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? result.data : result.error.issues.map(({ message }) => message);
};

describe('A name', () => {
  test.each(['José', 'مريم', '李明', "O'Brien-Ó Súilleabháin", 'Sam 🌲', '👩‍👩‍👧', 'X'])('may be %s', (name) => {
    expect(read(personName, `  ${name} `)).toBe(name.normalize('NFC'));
  });

  test.each(['', '   ', '\u200b', '\u202e', undefined, null, 7])('is asked for when %j is given', (name) => {
    expect(read(personName, name)).toEqual(['Enter your name']);
  });

  test.each(['a\nb', 'a\r\nBcc: x@example.org', 'a\u0000b', 'a\u0085b', 'a\u2028b', 'a\ud800b'])(
    'stands on one line, unlike %j',
    (name) => {
      expect(read(personName, name)).toEqual(['Enter the name on one line, without control characters']);
    },
  );

  test('of 100 characters is taken and of 101 or of 10 kB is not, however many bytes they have', () => {
    expect(read(personName, '🌲'.repeat(100))).toBe('🌲'.repeat(100));
    for (const length of [101, 10_000]) {
      expect(read(personName, 'é'.repeat(length))).toEqual(['The name must be 100 characters or fewer']);
    }
  });

  test('loses the direction marks that phones put around it', () => {
    expect(read(personName, '\u202aSam\u202c')).toBe('Sam');
  });

  test('that is taken once is taken again, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = personName.safeParse(text);
        if (name.success) expect(read(personName, name.data)).toBe(name.data);
      }),
    );
  });
});

describe('An email address', () => {
  test('keeps its letters as they were typed', () => {
    expect(read(emailAddress, ' Sam.O+care@Example.org ')).toBe('Sam.O+care@Example.org');
  });

  test.each([
    'sam',
    'sam@example',
    'sam@@example.org',
    'sam@example.org, kim@example.org',
    'Sam <sam@example.org>',
    'sam@example.org\nBcc: kim@example.org',
    'sam@example.org\r\n',
    '\tsam@example.org',
    'sam\u0000@example.org',
    '"sam kim"@example.org',
    '(303) 555-0123',
  ])('is not %j', (text) => {
    expect(read(emailAddress, text)).toEqual([
      'Enter an email address in the correct format, like name@example.com',
    ]);
  });

  test('that is taken never holds what ends a mail header', () => {
    fc.assert(
      fc.property(fc.tuple(fc.emailAddress(), fc.string()), ([address, tail]) => {
        const email = emailAddress.safeParse(address + tail);
        if (email.success) expect(email.data).not.toMatch(/[\s,;<>"\p{Cc}]/u);
      }),
    );
  });

  test('is asked for when there is none', () => {
    expect(read(emailAddress, ' ')).toEqual(['Enter an email address']);
  });
});

describe('A phone number', () => {
  test.each([
    ['(303) 555-0123', '+13035550123'],
    ['303.555.0123', '+13035550123'],
    ['1-303-555-0123', '+13035550123'],
    ['+1 303 555 0123', '+13035550123'],
    ['\u202a(303) 555\u20110123\u202c', '+13035550123'],
    ['３０３ ５５５ ０１２３', '+13035550123'],
    ['+52 55 1234 5678', '+525512345678'],
  ])('written as %s is %s', (text, number) => {
    expect(read(phoneNumber, text)).toBe(number);
  });

  test.each([
    '555-0123',
    '103 555 0123',
    '303 055 0123',
    '303 555 0123 x9',
    '+1 12',
    'call me',
    'sam@example.org',
    '303\n5550123',
    '9'.repeat(10_000),
  ])('is not %j', (text) => {
    expect(read(phoneNumber, text)).toEqual(['Enter a phone number with its area code, using digits only']);
  });

  test('that is taken is E.164, and stays the same when it is read again', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.'), maxLength: 20 });
    fc.assert(
      fc.property(digits, (text) => {
        const number = phoneNumber.safeParse(text);
        if (!number.success) return;
        expect(number.data).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(read(phoneNumber, number.data)).toBe(number.data);
      }),
      { numRuns: 1000 },
    );
  });
});
