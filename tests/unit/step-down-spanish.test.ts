import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageIn } from '#platform/spanish.ts';
import { answers as checkInAnswers, callPromised, thanks } from '#step-down/check-ins/answers.ts';
import { choicesForm } from '#step-down/consent/choices.ts';
import { formSpeaks } from '#step-down/form/spanish.ts';
import { stepNames } from '#step-down/form/fields.ts';
import { problemsAt } from '#step-down/form/steps.ts';
import { titleOf } from '#step-down/form/titles.ts';
import { groupsInWords } from '#step-down/groups/filter-words.ts';
import { consentInWords } from '#step-down/mine/consent-words.ts';
import { reachForm } from '#step-down/mine/reach-form.ts';
import { problemIn, problemsIn, spanishProblems } from '#step-down/problems.ts';
import {
  channelOptions,
  contactQuestions,
  kindOptions,
  languageOptions,
  monthsInWords,
  timeOptions,
} from '#step-down/questions.ts';
import { bestTimes, channels, kinds, signUpRequest } from '#step-down/schema.ts';
import { seatsInWords } from '#step-down/seats.ts';
import { stepDownSpeaks } from '#step-down/spanish.ts';
import { placeInQueue, standing } from '#step-down/status-words.ts';
import { statusSpeaks } from '#step-down/status-spanish.ts';
import {
  dateInWords,
  groupInWords,
  hoursInWords,
  timeInWords,
  weekdaysInWords,
  zoneInWords,
} from '#step-down/words.ts';

/** Everything this room asks, offers, answers and refuses is there in both languages. */

const inEnglish = formSpeaks('en');
const inSpanish = formSpeaks('es');
const english =
  /(?<![\p{L}’'])(?:the|and|you|your|with|of|for|this|that|is|are|not|what|when|it|to|we|select|enter)(?![\p{L}’'])/iu;

describe('what is asked and offered', () => {
  test.each([
    ['kinds', kindOptions([1, 3], 'en'), kindOptions([1, 3], 'es')],
    ['ways of contact', channelOptions(inEnglish), channelOptions(inSpanish)],
    ['times', timeOptions(inEnglish), timeOptions(inSpanish)],
    ['languages', languageOptions(inEnglish), languageOptions(inSpanish)],
  ])('all %s have other words in Spanish', (_what, ours, theirs) => {
    expect(theirs.map(({ value }) => value)).toEqual(ours.map(({ value }) => value));
    const words = (options: { label: string }[]) =>
      options.flatMap(({ label, ...rest }) => [label, ...('hint' in rest ? [String(rest.hint)] : [])]);
    for (const [index, text] of words(theirs).entries()) {
      expect(text).not.toBe(words(ours)[index]);
      expect(text).not.toMatch(english);
    }
  });

  test('each page of the form has a title of its own in Spanish', () => {
    const titles = channels.flatMap((channel) =>
      stepNames.map((step) => titleOf(step, { channel: [channel] }, inSpanish)),
    );
    for (const title of titles) expect(title).not.toMatch(english);
    expect(new Set(titles).size).toBe(stepNames.length - 1 + channels.length);
  });

  test('each question about a way of contact is asked in Spanish', () => {
    for (const { safe, ...question } of Object.values(contactQuestions)) {
      for (const { field: _field, ...asked } of safe) {
        for (const text of Object.values(asked)) expect(inSpanish(text)).not.toBe(text);
      }
      for (const text of [question.title, question.label, question.hint]) {
        expect(inSpanish(text)).not.toBe(text);
      }
    }
  });
});

describe('what is wrong', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', 'x'.repeat(401), 'a@b', '555', '\u0007', ...channels, ...kinds, ...bestTimes),
  );
  const answers = fc.dictionary(
    fc.constantFrom(
      ...['kind', 'program', 'channel', 'nameToUse', 'note', 'accessNeeds', 'bestTimes', 'language'],
      ...channels.map((channel) => `${channel}.contactValue`),
    ),
    fc.array(text, { minLength: 1, maxLength: 2 }),
  );

  test('every sentence of every page of the form has its Spanish', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(answers, fc.constantFrom(...stepNames), (said, step) => {
        const errors = problemsAt(step, said);
        const spanish = problemsIn('es', errors);
        expect(problemsIn('en', errors)).toEqual(errors);
        for (const [field, sentences] of Object.entries(errors)) {
          for (const [index, sentence] of sentences.entries()) {
            seen.add(sentence);
            expect(spanish[field]?.[index], sentence).not.toBe(sentence);
            expect(spanish[field]?.[index]).not.toMatch(english);
          }
        }
      }),
      { numRuns: 600 },
    );
    expect(seen.size).toBeGreaterThan(8);
  });

  const wrong = fc.dictionary(
    fc.constantFrom(
      ...['recipientKind', 'recipientName', 'recipientReach', 'information', 'purpose', 'until', 'untilDate'],
      ...['channel', 'contactValue', 'safeToLeaveMessage', 'bestTimes'],
    ),
    fc.oneof(
      text,
      fc.constantFrom('date', '90', '2026-11-21', '2029-01-01', 'court', 'counseling-notes', 'dates'),
    ),
  );
  test.each([
    ['a consent', choicesForm('2026-11-22')],
    ['the way to reach somebody', reachForm],
  ])('every sentence about %s has its Spanish', (_what, schema) => {
    fc.assert(
      fc.property(wrong, (typed) => {
        const parsed = schema.safeParse(typed);
        for (const { message } of parsed.error?.issues ?? []) {
          // what a schema has no words of its own for, the guard has zod say in Spanish
          if (/^Invalid|^Unrecognized|^Too /.test(message)) continue;
          expect(problemIn('es', message), message).not.toBe(message);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('numbers and days stay in the sentence', () => {
    const parsed = signUpRequest.safeParse({ note: 'x'.repeat(2001) });
    const [message = ''] = (parsed.error?.issues ?? [])
      .filter(({ path }) => path[0] === 'note')
      .map(({ message }) => message);
    expect(problemIn('es', message)).toBe('Su nota puede tener hasta 2,000 caracteres');
    expect(problemIn('es', 'Enter a date up to 2027-11-22: a consent stands for a year at most')).toBe(
      'Escriba una fecha hasta el 2027-11-22: un permiso vale como máximo un año',
    );
    expect(messageIn('es', 'The name must be 100 characters or fewer')).toBe(
      'El nombre puede tener hasta 100 caracteres',
    );
    expect(messageIn('es', 'Ya está en español')).toBe('Ya está en español');
  });

  test('no Spanish sentence lost what stands in for a value', () => {
    const names = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [ours, theirs] of Object.entries(spanishProblems)) expect(names(theirs)).toEqual(names(ours));
  });
});

describe('facts in Spanish', () => {
  const cohort = {
    ...{ slug: 'a', startsOn: '2026-12-01', endsOn: null, weekdays: [4, 1, 2] },
    ...{ startTime: '17:30', endTime: '20:00', timeZone: 'America/Denver', format: 'in-person' as const },
    ...{ placeName: 'Room 2', language: 'es' as const, ledBy: null, seats: 8, seatsLeft: 0, waiting: 2 },
  };

  test('days, hours, dates and zones are written as Spanish in this country writes them', () => {
    expect(weekdaysInWords(cohort.weekdays, 'es')).toBe('lunes, martes y jueves');
    expect(timeInWords('17:30', 'es')).toMatch(/^5:30\sp\.\sm\.$/u);
    expect(dateInWords('2026-12-01', { year: true, language: 'es' })).toBe('martes, 1 de diciembre de 2026');
    expect(zoneInWords('America/Denver', 'es')).toMatch(/^Hora de (?:las )?(?:la )?[Mm]ontaña/);
    expect(hoursInWords(1, 'es')).toBe('1 hora a la semana');
    expect(hoursInWords(1.5, 'es')).toBe('1.5 horas a la semana');
    expect(groupInWords(cohort, 'es')).toMatch(
      /^Lunes, martes y jueves, de 5:30\sp\.\sm\. a 8\sp\.\sm\., en español$/u,
    );
    expect(monthsInWords([1, 3, 6], 'es')).toBe('1, 3 y 6 meses');
  });

  test('places, queues and counts take the right number', () => {
    const say = stepDownSpeaks('es');
    expect(seatsInWords(cohort, say)).toBe(
      'Lleno: puede anotarse en la lista de espera; hay 2 antes de usted',
    );
    expect(seatsInWords({ ...cohort, seatsLeft: 1 }, say)).toBe('Queda 1 lugar');
    expect(seatsInWords({ ...cohort, seatsLeft: 3 }, say)).toBe('Quedan 3 lugares');
    expect([0, 1, 4].map((count) => groupsInWords(count, say))).toEqual(['0 grupos', '1 grupo', '4 grupos']);
    expect(placeInQueue({ place: 'waiting', position: 3 }, 'es')).toBe(
      'Está en la lista de espera; hay 2 antes de usted.',
    );
  });

  test('where a request stands, and what is said to an answer, is Spanish whatever it is', () => {
    const statuses = ['received', 'read', 'contacted', 'scheduled', 'closed', 'withdrawn'] as const;
    for (const kind of kinds) {
      for (const channel of channels) {
        for (const status of statuses) {
          for (const waitsFor of ['request', 'call', 'check-in'] as const) {
            const { heading, next } = standing({ kind, channel, status, waitsFor }, 'mañana', 'es');
            expect(`${heading} ${next}`).not.toMatch(english);
            expect(`${heading} ${next}`).not.toMatch(/\{\w+\}/);
          }
        }
        expect(callPromised(channel, 'mañana', 'es')).toMatch(/mañana\.$/);
      }
    }
    const say = statusSpeaks('es');
    for (const { label } of checkInAnswers) expect(say(label)).not.toBe(label);
    for (const said of Object.values(thanks))
      expect(`${say(said.heading)} ${say(said.words)}`).not.toMatch(english);
  });

  test('a consent in the list says its days in Spanish', () => {
    const consent = {
      ...{ consent: '', recipientKind: 'family', signedAt: '2026-11-22T18:00:00Z' },
      ...{ expiresOn: '2027-02-20', revokedAt: null },
    };
    expect(consentInWords(consent, '2026-11-23', 'America/Denver', 'es')).toBe(
      'Firmado el 22 de noviembre de 2026, vale hasta el 20 de febrero de 2027',
    );
  });
});
