import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldErrors } from '#platform/guard.ts';
import { signUpRequest } from '#step-down/schema.ts';

const good = {
  kind: 'program',
  program: 'evenings',
  cohort: 'evenings-aspen',
  nameToUse: 'Sam',
  contact: { channel: 'email', value: 'sam@example.org', safeToLeaveMessage: true },
};
const errorsOf = (request: unknown) => {
  const result = signUpRequest.safeParse(request);
  return result.success ? null : fieldErrors(result.error);
};

describe('A sign-up', () => {
  test('needs a kind, a name and one contact, and nothing else', () => {
    const { kind, program, nameToUse, contact } = good;
    expect(signUpRequest.parse({ kind, program, nameToUse, contact })).toEqual({
      kind,
      program,
      nameToUse,
      contact,
      language: 'en',
    });
  });

  test('that is empty says everything there is to put right', () => {
    expect(errorsOf({ contact: {} })).toEqual({
      kind: ['Select what you would like'],
      nameToUse: ['Enter the name we should use'],
      'contact.channel': ['Select how we should contact you'],
      'contact.value': ['Enter an email address or a phone number'],
      'contact.safeToLeaveMessage': ['Select whether we may leave a message'],
    });
  });

  test('for a program says which, also when something else is wrong', () => {
    expect(errorsOf({ ...good, program: undefined, cohort: undefined })).toEqual({
      program: ['Select a program'],
    });
    expect(errorsOf({ kind: 'program', contact: good.contact })).toEqual({
      nameToUse: ['Enter the name we should use'],
      program: ['Select a program'],
    });
    expect(errorsOf({ ...good, kind: 'mentor', program: undefined })).toEqual({
      program: ['Select a program'],
    });
    expect(errorsOf({ ...good, kind: 'assessment-call', program: undefined, cohort: undefined })).toBeNull();
  });

  test.each([
    ['email', '(303) 555-0123', 'Enter an email address in the correct format, like name@example.com'],
    ['email', '', 'Enter an email address'],
    [
      'email',
      'sam@example.org\nBcc: all@example.org',
      'Enter an email address in the correct format, like name@example.com',
    ],
    ['phone', 'sam@example.org', 'Enter a phone number with its area code, using digits only'],
    ['text', '0123', 'Enter a phone number with its area code, using digits only'],
    ['text', '', 'Enter a phone number'],
  ])('by %s cannot be answered at %j', (channel, value, message) => {
    expect(errorsOf({ ...good, contact: { channel, value, safeToLeaveMessage: false } })).toEqual({
      'contact.value': [message],
    });
  });

  test('by phone or text keeps the number as E.164', () => {
    for (const channel of ['phone', 'text']) {
      const contact = { channel, value: '(303) 555-0123', safeToLeaveMessage: false };
      expect(signUpRequest.parse({ ...good, contact }).contact.value).toBe('+13035550123');
    }
  });

  test.each([
    ['a field of its own', { ...good, diagnosis: 'x' }],
    ['another field in the contact', { ...good, contact: { ...good.contact, fax: 'x' } }],
    ['a name of 10 kB', { ...good, nameToUse: 'x'.repeat(10_000) }],
    ['a name with a mail header in it', { ...good, nameToUse: 'Sam\r\nSubject: hello' }],
    ['a name that is an object', { ...good, nameToUse: { toString: 'x' } }],
    ['"yes" for true', { ...good, contact: { ...good.contact, safeToLeaveMessage: 'yes' } }],
    ['a list of contacts', { ...good, contact: [good.contact] }],
    ['a note of 2,001 characters', { ...good, note: 'x'.repeat(2001) }],
    ['a note with a null character', { ...good, note: 'a\u0000b' }],
    ['a slug with a path in it', { ...good, program: '../staff' }],
    ['thirteen times', { ...good, bestTimes: Array.from({ length: 13 }, () => 'evenings') }],
    ['a time on two lines', { ...good, bestTimes: ['evenings\nnights'] }],
    ['a language we do not write', { ...good, language: 'xx' }],
    ['a key of 10 kB', { ...good, idempotencyKey: 'x'.repeat(10_000) }],
    ['nothing', null],
    ['a list', [good]],
  ])('with %s is refused', (_what, request) => {
    expect(errorsOf(request)).not.toBeNull();
  });

  test.each(['Zoë', 'مريم الزهراء', '張偉', 'Sam 🌲🏳️‍🌈', 'שָׁלוֹם'])('may be from %s', (nameToUse) => {
    expect(signUpRequest.parse({ ...good, nameToUse }).nameToUse).toBe(nameToUse.normalize('NFC'));
  });

  test('keeps the line breaks of a note, and takes white space for no note', () => {
    expect(signUpRequest.parse({ ...good, note: ' one\r\ntwo ' }).note).toBe('one\ntwo');
    expect(signUpRequest.parse({ ...good, note: ' \n ' }).note).toBeUndefined();
  });

  test('answers any JSON with a request or with sentences, and never breaks', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const given = typeof value === 'object' && value !== null ? { ...good, ...value } : value;
        const result = signUpRequest.safeParse(given);
        if (!result.success)
          expect(result.error.issues.every(({ message }) => message.length > 0)).toBe(true);
      }),
    );
  });
});
