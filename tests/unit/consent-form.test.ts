import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { seal } from '#platform/sealed.ts';
import { choiceFields, choicesForm } from '#step-down/consent/choices.ts';
import { openDraft, sealDraft, type Draft } from '#step-down/consent/draft.ts';
import { elementsOf, scopeInWords } from '#step-down/consent/elements.ts';
import { signatureForm } from '#step-down/consent/signature.ts';
import { standingForStaff } from '#step-down/consent/staff-words.ts';
import { consentStanding } from '#step-down/consent/standing.ts';
import { informationKinds, purposes, recipientKinds, scopeOf, type Terms } from '#step-down/consent/terms.ts';
import { setTestEnvironment } from '../support/environment.ts';

/** The rules of a consent: what may be chosen, what is a signature, what a draft carries, when it stands. */

const today = '2026-11-22';
const whole = {
  recipientKind: 'provider',
  recipientName: 'Dr. Kim',
  recipientReach: '',
  information: ['dates', 'progress'],
  purpose: 'my-care',
  until: '90',
  untilDate: '',
};
const read = (change: Record<string, unknown> = {}) => choicesForm(today).safeParse({ ...whole, ...change });
const problems = (change: Record<string, unknown>) => {
  const parsed = read(change);
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]));
};

describe('What somebody chooses', () => {
  test('is read as it was meant, in the order of the list', () => {
    expect(read({ information: ['progress', 'dates'], recipientReach: ' 555 0123 ' }).data).toEqual({
      recipientKind: 'provider',
      recipient: { name: 'Dr. Kim', reach: '555 0123' },
      information: ['dates', 'progress'],
      purpose: 'my-care',
      expiresOn: '2027-02-20',
    });
  });

  test('says all that is missing at once, in the order of the page', () => {
    const parsed = choicesForm(today).safeParse({});
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'recipientKind',
      'recipientName',
      'information',
      'purpose',
      'until',
    ]);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a blank name', { recipientName: ' \u200b ' }, { recipientName: expect.stringMatching(/^Enter/) }],
    ['nothing to tell', { information: '' }, { information: expect.stringMatching(/list$/) }],
    [
      'something nobody offers',
      { information: 'everything' },
      { information: expect.stringMatching(/list$/) },
    ],
    ['a kind nobody offers', { recipientKind: 'press' }, { recipientKind: expect.stringMatching(/^Select/) }],
    ['no day', { until: 'date' }, { untilDate: expect.stringMatching(/^Enter the day/) }],
    [
      'no real day',
      { until: 'date', untilDate: '2027-02-30' },
      { untilDate: expect.stringMatching(/^Enter a date/) },
    ],
    ['today', { until: 'date', untilDate: today }, { untilDate: 'Enter a date after today' }],
    [
      'more than a year',
      { until: 'date', untilDate: '2027-11-23' },
      { untilDate: expect.stringMatching(/a year at most/) },
    ],
    ['for ever', { until: '9999' }, { until: expect.stringMatching(/^Select/) }],
    [
      'notes of counseling beside something else',
      { information: ['dates', 'counseling-notes'] },
      { information: expect.stringMatching(/a consent of their own/) },
    ],
    [
      'notes of counseling for a legal matter',
      { information: 'counseling-notes', purpose: 'legal-matter' },
      { information: expect.stringMatching(/cannot go with a legal matter/) },
    ],
    [
      'a court for another purpose',
      { recipientKind: 'court' },
      { purpose: expect.stringMatching(/court case or other legal matter/) },
    ],
  ])('is refused with %s', (_what, change, errors) => {
    expect(problems(change)).toEqual(errors);
  });

  test('may be a day up to a year from today', () => {
    expect(read({ until: 'date', untilDate: '2027-11-22' }).data?.expiresOn).toBe('2027-11-22');
    expect(read({ until: 'date', untilDate: '2026-11-23' }).data?.expiresOn).toBe('2026-11-23');
  });

  test('never mixes what the law keeps apart, whatever is sent', () => {
    const anything = fc.record({
      recipientKind: fc.constantFrom(...recipientKinds),
      information: fc.subarray([...informationKinds]),
      purpose: fc.constantFrom(...purposes),
    });
    fc.assert(
      fc.property(anything, (change) => {
        const { data } = read(change);
        if (!data) return;
        const scope = scopeOf(data);
        expect(data.information.length).toBeGreaterThan(0);
        expect(scope === 'counseling-notes').toBe(data.information.includes('counseling-notes'));
        if (scope === 'counseling-notes') expect(data.information).toHaveLength(1);
        expect(scope === 'legal-proceedings').toBe(data.purpose === 'legal-matter');
        if (data.recipientKind === 'court') expect(scope).toBe('legal-proceedings');
      }),
    );
  });
});

describe('A signature', () => {
  const sign = (change: Record<string, unknown>) =>
    signatureForm.safeParse({ patientName: 'Ana Lopez', signature: 'Ana Lopez', draft: 'x', ...change });

  test.each(['Ana Lopez', 'ana  lopez', 'ANA LOPEZ', ' Ana Lopez. '])(
    'is the name, typed as %j',
    (signature) => {
      expect(sign({ signature }).success).toBe(true);
    },
  );

  test.each<[string, Record<string, unknown>, string]>([
    ['blank', { signature: '' }, 'signature'],
    ['only white space', { signature: ' \u00a0\u200b' }, 'signature'],
    ['not there', { signature: undefined }, 'signature'],
    ['of somebody else', { signature: 'Ben Lopez' }, 'signature'],
    ['without the full name', { patientName: ' ' }, 'patientName'],
    ['without what is signed', { draft: '' }, 'draft'],
  ])('is refused: %s', (_what, change, field) => {
    expect(sign(change).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});

describe('A draft', () => {
  const key = (kid: string) => ({ kty: 'oct', kid, k: randomBytes(32).toString('base64url') });
  const use = (...keys: ReturnType<typeof key>[]) =>
    setEnvironment({ INTAKE_KEYS: JSON.stringify({ keys }) });
  const first = key('a');
  const at = (time: string) => () => Temporal.Instant.from(time);
  const now = at('2026-11-22T18:00:00Z');
  const mine = '5f0c9a4e-7d0f-4d53-9f4a-0d7b2f3c1e11';
  const id = '0b9b6c70-0f2e-4a3e-8f67-0b3f1de0f1aa';
  const draft: Draft = {
    choices: {
      recipientKind: 'family',
      recipient: { name: 'Mamá 🌻', reach: null },
      information: ['attendance'],
      purpose: 'support-at-home',
      expiresOn: '2027-02-20',
    },
    fields: { ...whole, information: ['attendance'] },
    hash: 'h',
  };

  beforeEach(() => {
    setTestEnvironment();
    use(first);
  });

  test('opens for its sign-up as it was, and shows nothing', async () => {
    const sealed = await sealDraft(draft, mine, id, now);
    expect(await openDraft(sealed, mine, now)).toEqual({ ...draft, id, expired: false });
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(readable.join()).not.toMatch(/Mam|attendance|support/);
  });

  test('opens for nobody else, and not when it was tampered with, cut short or made up', async () => {
    const sealed = await sealDraft(draft, mine, id, now);
    expect(await openDraft(sealed, id, now)).toBeNull();
    const [head, , iv, text = '', tag] = sealed.split('.');
    const other = text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`;
    for (const forged of [
      [head, '', iv, other, tag].join('.'),
      sealed.slice(0, -4),
      '',
      'x',
      'a.b.c.d.e',
      'x'.repeat(30_000),
    ]) {
      expect(await openDraft(forged, mine, now)).toBeNull();
    }
  });

  test('is nothing that is sealed for the database, and the other way round', async () => {
    expect(await openDraft((await seal({ ...draft, jti: id }, mine)).sealed, mine, now)).toBeNull();
  });

  test('gets too old to be signed after two hours, and still gives the person their words back', async () => {
    const sealed = await sealDraft(draft, mine, id, now);
    expect((await openDraft(sealed, mine, at('2026-11-22T19:59:59Z')))?.expired).toBe(false);
    expect(await openDraft(sealed, mine, at('2026-11-22T20:00:00Z'))).toEqual({
      ...draft,
      id,
      expired: true,
    });
    expect(await openDraft(sealed, id, at('2026-11-22T20:00:00Z'))).toBeNull();
  });

  test('opens while its key is among the keys, and is nothing after', async () => {
    const sealed = await sealDraft(draft, mine, id, now);
    use(key('b'), first);
    expect(await openDraft(sealed, mine, now)).not.toBeNull();
    use(key('b'));
    expect(await openDraft(sealed, mine, now)).toBeNull();
  });

  test('keeps every field of the form', () => {
    expect([...choiceFields].sort()).toEqual(Object.keys(whole).sort());
  });
});

describe('Whether it stands', () => {
  const dates = { revokedAt: null, expiresOn: '2026-11-22', timeZone: 'America/Denver' };
  const standing = (time: string, change = {}) =>
    consentStanding({ ...dates, ...change }, () => Temporal.Instant.from(time));

  test('goes by the days of the place: all of its last day, and not a second more', () => {
    expect(standing('2026-11-23T06:59:59Z')).toBe('stands');
    expect(standing('2026-11-23T07:00:00Z')).toBe('ended');
    expect(standing('2026-11-22T10:00:00Z', { timeZone: 'Pacific/Kiritimati' })).toBe('ended');
  });

  test('ends at once when it was revoked, and staff read plainly that nothing may be told', () => {
    expect(standing('2026-11-22T10:00:00Z', { revokedAt: '2026-11-22T09:00:00Z' })).toBe('revoked');
    expect(standingForStaff('revoked', '2027-01-01', '2026-11-22')).toMatch(/do not disclose$/);
    expect(standingForStaff('ended', '2026-11-22', null)).toMatch(/do not disclose$/);
    expect(standingForStaff('stands', '2026-11-22', null)).not.toMatch(/do not/);
  });
});

describe('The elements in words', () => {
  const terms: Terms = {
    recipientKind: 'provider',
    recipient: { name: 'Dr. Kim', reach: '555' },
    information: ['dates', 'progress'],
    purpose: 'my-care',
    expiresOn: '2027-02-20',
    discloser: 'Juniper Hollow',
    revocation: 'You can end it.',
    redisclosure: 'HIPAA.',
  };
  const signed = { patientName: 'Ana Lopez', signature: 'Ana Lopez', signedOn: '2026-11-22' };
  const names = (elements: { name: string }[]) => elements.map(({ name }) => name);

  test.each(['en', 'es'] as const)('are all there before and after the signature, in %s', (language) => {
    const before = [
      'discloser',
      'information',
      'recipient',
      'redisclosure',
      'purpose',
      'revocation',
      'expiresOn',
    ];
    expect(names(elementsOf(terms, language))).toEqual(before);
    expect(names(elementsOf(terms, language, signed))).toEqual([
      'patientName',
      ...before,
      'signature',
      'signedOn',
    ]);
    for (const { term, says } of elementsOf(terms, language, signed)) {
      expect(term).not.toBe('');
      expect(says.join('')).not.toBe('');
    }
  });

  test('leave HIPAA out where the person who hears of it is not bound by it', () => {
    expect(names(elementsOf({ ...terms, redisclosure: null }, 'en'))).not.toContain('redisclosure');
  });

  test('the scope says about whom, what, to whom, what for and until when, and nothing else', () => {
    expect(scopeInWords(terms, signed)).toEqual([
      { name: 'patientName', term: 'Whose records', says: ['Ana Lopez'] },
      {
        name: 'information',
        term: 'What may be told',
        says: ['When I started and when I finished', 'How I am doing, in a short summary'],
      },
      {
        name: 'recipient',
        term: 'To whom',
        says: ['Dr. Kim', 'A doctor, counselor or other health care provider', '555'],
      },
      { name: 'purpose', term: 'What for', says: ['For my care'] },
      { name: 'expiresOn', term: 'Last day it stands', says: ['February 20, 2027'] },
    ]);
  });
});
