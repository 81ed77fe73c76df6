import { describe, expect, test } from 'vitest';
import { answers, callPromised, thanks } from '#step-down/check-ins/answers.ts';
import { reportOf } from '#step-down/keys/report.ts';
import { consentInWords, recipientInWords } from '#step-down/mine/consent-words.ts';
import { reachForm, reachValues } from '#step-down/mine/reach-form.ts';
import { standing } from '#step-down/status-words.ts';
import { tellingWords } from '../support/visiting.ts';

const promise = 'by Monday';
const kinds = ['program', 'assessment-call', 'mentor', 'be-a-mentor', 'family-group', 'check-ins'] as const;
const channels = ['email', 'phone', 'text'] as const;
const open = ['received', 'read', 'contacted', 'scheduled'] as const;
const reasons = ['answered', 'started', 'declined', 'not-reached', 'withdrawn', 'stopped'] as const;

describe('Where a sign-up stands', () => {
  const all = kinds.flatMap((kind) =>
    channels.flatMap((channel) => [
      ...open.flatMap((status) =>
        (['request', 'call', 'check-in'] as const).map((waitsFor) => ({ kind, channel, status, waitsFor })),
      ),
      ...reasons.map((closedWhy) => ({ kind, channel, status: 'closed' as const, closedWhy })),
    ]),
  );

  test('is said in plain words that tell a stranger nothing and blame nobody', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const signUp of all) {
      const { heading, next } = standing(signUp, promise);
      expect(heading.length).toBeGreaterThan(8);
      expect(`${heading} ${next}`).not.toMatch(tellingWords);
      expect(`${heading} ${next}`).not.toMatch(
        /fail|reject|denied|you missed|ignored|non-?complian|relapse/i,
      );
    }
  });

  test('that ended has a sentence of its own for each reason', () => {
    const said = reasons.map(
      (closedWhy) =>
        standing({ kind: 'mentor', channel: 'email', status: 'closed', closedWhy }, promise).heading,
    );
    expect(new Set(said).size).toBe(reasons.length);
  });

  test('names the promise wherever somebody waits for an answer', () => {
    for (const status of ['received', 'read'] as const) {
      expect(standing({ kind: 'mentor', channel: 'phone', status }, promise).next).toMatch(
        /by phone by Monday/,
      );
    }
    expect(
      standing({ kind: 'check-ins', channel: 'text', status: 'received', waitsFor: 'call' }, promise).next,
    ).toContain('by text message by Monday');
  });

  test('of check-ins promises no answer that nobody asked for', () => {
    expect(
      standing({ kind: 'check-ins', channel: 'phone', status: 'received', waitsFor: 'check-in' }, promise)
        .next,
    ).toBe('A person on our team gets in touch by phone. You need not answer.');
  });
});

describe('A check-in', () => {
  test('has three answers, each with a thank-you', () => {
    expect(answers.map(({ label }) => label)).toEqual(['I’m doing okay', 'Please call me', 'Stop these']);
    for (const { action } of answers) expect(thanks[action]?.words).toBeTruthy();
    expect(callPromised('phone', promise)).toBe('A person on our team gets in touch by phone by Monday.');
  });
});

describe('A consent in the list', () => {
  const consent = {
    consent: '5f0c9a4e-7d0f-4d53-9f4a-0d7b2f3c1e11',
    recipientKind: 'family',
    signedAt: '2026-11-22T03:00:00+00:00',
    expiresOn: '2027-02-20',
    revokedAt: null,
  };
  const zone = 'America/Denver';
  test('says until when it holds, on the days of the organisation', () => {
    expect(consentInWords(consent, '2027-02-20', zone)).toBe(
      'Signed November 21, 2026, holds until February 20, 2027',
    );
    expect(consentInWords(consent, '2027-02-21', zone)).toMatch(/, ended February 20, 2027$/);
    expect(consentInWords({ ...consent, revokedAt: '2026-12-01T03:00:00Z' }, '2026-12-02', zone)).toMatch(
      /, taken back November 30, 2026$/,
    );
    expect(recipientInWords('family')).toBe('Somebody close to you');
    expect(recipientInWords('of-tomorrow')).toBe('Somebody you named');
  });
});

describe('How it is safe to reach somebody', () => {
  const contact = {
    channel: 'text' as const,
    value: '+13035550123',
    safeToLeaveMessage: false,
    safeToText: true,
  };

  test('goes through the form and comes back as it was', () => {
    const bestTimes = ['evenings', 'after my shift'];
    const fields = Object.fromEntries(
      Object.entries(reachValues({ contact, bestTimes })).filter(([, value]) => value !== undefined),
    );
    expect(reachForm.parse(fields)).toEqual({ contact, bestTimes });
  });

  test('says everything that is wrong at once, in the order of the page', () => {
    const { error } = reachForm.safeParse({ channel: 'phone', contactValue: 'x' });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['contactValue', 'safeToLeaveMessage']);
    const empty = reachForm.safeParse({});
    expect(empty.error?.issues.map(({ path }) => path[0])).toEqual([
      'channel',
      'contactValue',
      'safeToLeaveMessage',
    ]);
  });

  test('takes one time as it takes several, and none', () => {
    const fields = { channel: 'email', contactValue: 'a@example.org', safeToLeaveMessage: 'yes' };
    expect(reachForm.parse({ ...fields, bestTimes: 'evenings' }).bestTimes).toEqual(['evenings']);
    expect(reachForm.parse({ ...fields, bestTimes: ['', 'evenings'] }).bestTimes).toEqual(['evenings']);
    expect(reachForm.parse(fields).bestTimes).toBeUndefined();
  });
});

describe('A change of keys', () => {
  const done = { resealed: 1, broken: 0, stopped: false };
  test('that was stopped says how to go on, and calls no key free that is in use', () => {
    const { lines, errors } = reportOf(
      { ...done, stopped: true },
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      ['a', 'b', 'c'],
    );
    expect(lines).toEqual([
      '1 record put under key "a".',
      'Stopped before the end. Run it again to go on from there.',
      'Key "a" is in use: 1 record.',
      'Key "b" is in use: 2 records.',
      'Key "c" can be removed from INTAKE_KEYS: nothing needs it.',
    ]);
    expect(errors).toEqual([]);
  });
});
