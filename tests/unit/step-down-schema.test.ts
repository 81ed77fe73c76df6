import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldErrors } from '#platform/guard.ts';
import { formField, fromForm } from '#step-down/form.ts';
import { channels, kinds, signUpForm, signUpRequest } from '#step-down/schema.ts';

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

describe('The form', () => {
  const fields = {
    kind: 'program',
    program: 'evenings/evenings-aspen',
    nameToUse: 'Sam',
    channel: 'email',
    contactValue: 'sam@example.org',
    safeToLeaveMessage: 'yes',
    bestTimes: ['mornings', 'weekends'],
    note: '',
    accessNeeds: '',
    idempotencyKey: 'a-key',
  };

  test('means the same as the API', () => {
    expect(signUpForm.parse(fields)).toEqual(
      signUpRequest.parse({ ...good, bestTimes: ['mornings', 'weekends'], idempotencyKey: 'a-key' }),
    );
  });

  test('may name the cohort in a field of its own', () => {
    expect(signUpForm.parse({ ...fields, program: 'evenings', cohort: 'evenings-aspen' })).toMatchObject({
      program: 'evenings',
      cohort: 'evenings-aspen',
    });
  });

  test('says its errors under its own field names', () => {
    const result = signUpForm.safeParse({ kind: 'program', channel: 'email', contactValue: 'x' });
    expect(result.success ? {} : fieldErrors(result.error)).toEqual({
      nameToUse: ['Enter the name we should use'],
      contactValue: ['Enter an email address in the correct format, like name@example.com'],
      safeToLeaveMessage: ['Select whether we may leave a message'],
      program: ['Select a program'],
    });
  });

  test('asks for the contact together with the way to use it', () => {
    const result = signUpForm.safeParse({ kind: 'mentor', nameToUse: 'Sam', safeToLeaveMessage: 'no' });
    expect(result.success ? {} : Object.keys(fieldErrors(result.error))).toEqual(['channel', 'contactValue']);
  });

  test('takes no seat for a group that was chosen before the person wanted something else', () => {
    expect(fromForm({ ...fields, kind: 'mentor' })).not.toHaveProperty('cohort');
    expect(fromForm({ ...fields, kind: 'mentor' })).not.toHaveProperty('program');
  });

  test.each([
    'contact.channel',
    'contact.value',
    'contact.safeToLeaveMessage',
    'bestTimes.0',
    'cohort',
    'note',
  ])('has a field for an error at %s', (path) => {
    expect(['channel', 'contactValue', 'safeToLeaveMessage', 'bestTimes', 'program', 'note']).toContain(
      formField(path),
    );
  });

  test('and the API agree about every choice they offer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...channels),
        fc.boolean(),
        (kind, channel, safe) => {
          const contactValue = channel === 'email' ? 'sam@example.org' : '(303) 555-0123';
          const parsed = signUpForm.parse({
            ...fields,
            kind,
            channel,
            contactValue,
            safeToLeaveMessage: safe ? 'yes' : 'no',
          });
          expect(parsed).toMatchObject({ kind, contact: { channel, safeToLeaveMessage: safe } });
        },
      ),
    );
  });
});
