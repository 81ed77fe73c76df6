import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, anyGroup, type Answers } from '#step-down/form/answers.ts';
import { answered, fieldsOf, stepNames, type Step } from '#step-down/form/fields.ts';
import { firstAnswers } from '#step-down/form/first-answers.ts';
import { move, newDraft, type Draft, type Press } from '#step-down/form/move.ts';
import { requestOf } from '#step-down/form/request.ts';
import { firstProblem, problemsAt, progress, stepsFor } from '#step-down/form/steps.ts';
import { bestTimes, channels, kinds, languages, signUpRequest } from '#step-down/schema.ts';

/** The form between its first page and the request: no browser, no clock, no database. */

const offer = [
  { slug: 'evenings', cohorts: [{ slug: 'aspen' }, { slug: 'birch' }] },
  { slug: 'mornings', cohorts: [{ slug: 'elm' }] },
  { slug: 'soon', cohorts: [] },
];

type Filled = Record<string, string | string[]>;
const yesOrNo = fc.constantFrom('yes', 'no');
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((said) => said.replace(/\p{C}/gu, ' ').trim());

/** What somebody means to say, by field. */
const meant: fc.Arbitrary<Filled> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    program: fc.constantFrom('evenings', 'mornings', 'soon'),
    cohortNumber: fc.nat(),
    nameToUse: fc.constantFrom('Sam', 'نور 🌻', 'Łucja'),
    channel: fc.constantFrom(...channels),
    safeToLeaveMessage: yesOrNo,
    safeToText: yesOrNo,
    safeToSayWho: yesOrNo,
    bestTimes: fc.subarray([...bestTimes]),
    note: text,
    accessNeeds: text,
    language: fc.constantFrom(...languages),
  })
  .map(({ cohortNumber, ...said }) => {
    const groups = [...(offer.find(({ slug }) => slug === said.program)?.cohorts ?? []), { slug: anyGroup }];
    return {
      ...said,
      cohort: groups[cohortNumber % groups.length]?.slug ?? anyGroup,
      contactValue: said.channel === 'email' ? 'sam@example.org' : '(303) 555-0123',
    };
  });

/** What is typed on a page by somebody in a hurry: other choices, half an address, nothing. */
const anything = fc.dictionary(
  fc.constantFrom(
    ...['kind', 'program', 'cohort', 'nameToUse', 'channel', 'contactValue', 'safeToLeaveMessage'],
    ...['safeToText', 'safeToSayWho', 'bestTimes', 'note', 'accessNeeds', 'language', 'at', 'form'],
  ),
  fc.oneof(
    fc.constantFrom(
      ...kinds,
      ...channels,
      'evenings',
      'mornings',
      'aspen',
      'elm',
      anyGroup,
      'yes',
      'no',
      'es',
    ),
    fc.constantFrom('sam@', 'other@example.org', '(303) 555-0199', '', ' ', 'x'.repeat(3000)),
    fc.array(fc.constantFrom(...bestTimes)),
    fc.string(),
  ),
);
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.constantFrom<Press[]>('continue', 'back', 'send'),
  fc.constantFrom(...stepNames).map((step) => `change:${step}` as const),
);
/** A page sent with what is meant, or with anything. */
const presses = fc.array(fc.tuple(press, fc.option(anything)), { maxLength: 25 });

const pressing = (draft: Draft, said: Filled, pressed: [Press, Filled | null][]): Draft =>
  pressed.reduce((now, [button, typed]) => move(now, button, typed ?? said, offer).draft, draft);

/** Goes on with what is meant until the last page, and back where an earlier answer asks for something else. */
function straight(draft: Draft, said: Filled): Draft {
  for (let pages = 0; draft.at !== 'check' || firstProblem(draft.answers, offer); pages++) {
    expect(pages, 'pages until the last one').toBeLessThan(40);
    const parents: Partial<Record<Step, Step>> = { contact: 'channel', cohort: 'program' };
    const wrong = firstProblem(draft.answers, offer);
    const parent = wrong && parents[wrong];
    if (draft.at === 'check') draft = move(draft, parent ? `change:${parent}` : 'send', {}, offer).draft;
    const { errors, draft: next } = move(draft, 'continue', said, offer);
    draft = Object.keys(errors).length > 0 ? move(draft, 'back', said, offer).draft : next;
  }
  return draft;
}

const filledIn = (said: Filled) => straight(newDraft(), said).answers;
const readRequest = (answers: Answers) => signUpRequest.parse(requestOf(answers));

describe('The form', () => {
  test('filled in straight is a request that holds what was meant, whatever was meant', () => {
    fc.assert(
      fc.property(meant, (said) => {
        const answers = filledIn(said);
        expect(firstProblem(answers, offer)).toBeNull();
        const request = readRequest(answers);
        expect(request).toMatchObject({
          kind: said['kind'],
          nameToUse: said['nameToUse'],
          language: said['language'],
        });
        expect(request.contact.channel).toBe(said['channel']);
        expect(request.contact.safeToLeaveMessage).toBe(said['safeToLeaveMessage'] === 'yes');
        expect(request.program).toBe(said['kind'] === 'program' ? said['program'] : undefined);
        const group = said['kind'] === 'program' && said['cohort'] !== anyGroup ? said['cohort'] : undefined;
        expect(request.cohort).toBe(group);
      }),
    );
  });

  test('ends in the same request in any order of back, forward, edit and change', () => {
    fc.assert(
      fc.property(meant, presses, (said, pressed) => {
        let draft = straight(pressing(newDraft(), said, pressed), said);
        // each answer once more from the last page, as somebody does who reads it over
        for (const step of stepsFor(filledIn(said), offer).filter(
          (one) => one !== 'start' && one !== 'check',
        )) {
          draft = straight(move(draft, `change:${step}`, {}, offer).draft, said);
        }
        expect(readRequest(draft.answers)).toEqual(readRequest(filledIn(said)));
      }),
      { numRuns: 60 },
    );
  });

  test('is never sent, and never says it is ready by Continue, while anything needed is missing', () => {
    fc.assert(
      fc.property(meant, presses, (said, pressed) => {
        let draft = newDraft();
        for (const [button, typed] of pressed) {
          const moved = move(draft, button, typed ?? said, offer);
          if (moved.send) expect(draft.at).toBe('check');
          if (moved.send || (button === 'continue' && moved.draft.at === 'check' && draft.at !== 'check')) {
            expect(firstProblem(moved.draft.answers, offer)).toBeNull();
            expect(signUpRequest.safeParse(requestOf(moved.draft.answers)).success).toBe(true);
          }
          draft = moved.draft;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is always on a step that its answers ask for, and can always be gone through to the end', () => {
    fc.assert(
      fc.property(meant, presses, (said, pressed) => {
        const draft = pressing(newDraft(), said, pressed);
        expect(stepsFor(draft.answers, offer)).toContain(draft.at);
        expect(firstProblem(straight(draft, said).answers, offer)).toBeNull();
      }),
    );
  });

  test('keeps stale answers of another kind, program or channel out of the request', () => {
    fc.assert(
      fc.property(meant, meant, (first, second) => {
        let draft = straight(newDraft(), first);
        for (const step of ['kind', 'program', 'cohort', 'channel', 'contact'] as const) {
          draft = straight(move(draft, `change:${step}`, {}, offer).draft, second);
        }
        const { kind, program, cohort, contact } = readRequest(draft.answers);
        expect({ kind, program, cohort, contact }).toEqual(
          (({ kind, program, cohort, contact }) => ({ kind, program, cohort, contact }))(
            readRequest(filledIn(second)),
          ),
        );
      }),
    );
  });

  test('gives back what was answered before a change of mind', () => {
    const program = straight(newDraft(), {
      ...typical,
      kind: 'program',
      program: 'evenings',
      cohort: 'birch',
    });
    const mentor = move(
      move(program, 'change:kind', {}, offer).draft,
      'continue',
      { kind: 'mentor' },
      offer,
    ).draft;
    expect(mentor.at).toBe('check');
    expect(requestOf(mentor.answers)).not.toHaveProperty('cohort');
    const again = move(
      move(mentor, 'change:kind', {}, offer).draft,
      'continue',
      { kind: 'program' },
      offer,
    ).draft;
    expect(again.at).toBe('check');
    expect(requestOf(again.answers)).toMatchObject({ program: 'evenings', cohort: 'birch' });
  });
});

const typical: Filled = {
  kind: 'mentor',
  nameToUse: 'Sam',
  channel: 'phone',
  contactValue: '(303) 555-0123',
  safeToLeaveMessage: 'no',
  safeToText: 'yes',
  safeToSayWho: 'no',
  language: 'en',
};

const pressedAt = (at: Step, typed: Filled, button: Press = 'continue', more: Partial<Draft> = {}) =>
  move({ ...straight(newDraft(), typical), checked: false, at, ...more }, button, typed, offer);

describe('Back', () => {
  test.each(stepNames.filter((step) => step !== 'start' && step !== 'check'))(
    'from %s keeps what is typed, also when it is wrong, and says nothing of it',
    (step) => {
      const typed = {
        ...typical,
        nameToUse: '\u0001',
        contactValue: 'half an addr',
        note: ' a word\n',
        kind: 'program',
        program: 'evenings',
        cohort: 'aspen',
      };
      const under = { kind: ['program'], program: ['evenings'] };
      const answers = { ...filledIn(typical), ...(step === 'cohort' && under) };
      const { draft, errors } = pressedAt(step, typed, 'back', { answers });
      expect(errors).toEqual({});
      for (const field of fieldsOf(step, draft.answers).filter((name) => name in typed)) {
        expect(all(draft.answers, field)).toEqual([typed[field as keyof typeof typed]]);
      }
    },
  );

  test('from a change leads to the last page, and from a page that the change called for to the one before', () => {
    const draft = straight(newDraft(), typical);
    const changing = move(draft, 'change:kind', {}, offer).draft;
    expect(move(changing, 'back', { kind: 'mentor' }, offer).draft.at).toBe('check');
    const program = move(changing, 'continue', { kind: 'program' }, offer).draft;
    expect(program.at).toBe('program');
    const kind = move(program, 'back', {}, offer).draft;
    expect(kind.at).toBe('kind');
    expect(move(kind, 'continue', { kind: 'mentor' }, offer).draft.at).toBe('check');
  });

  test('from a change with something wrong keeps it, and it is asked for again instead of being sent', () => {
    const changing = move(straight(newDraft(), typical), 'change:contact', {}, offer).draft;
    const back = move(changing, 'back', { ...typical, contactValue: '12' }, offer).draft;
    expect(back.at).toBe('check');
    expect(move(back, 'send', {}, offer)).toMatchObject({
      send: false,
      draft: { at: 'contact' },
      errors: { contactValue: ['Enter a phone number with its area code, using digits only'] },
    });
  });
});

describe('A change', () => {
  const changed = (step: Step, more: Filled) =>
    move(
      move(straight(newDraft(), typical), `change:${step}`, {}, offer).draft,
      'continue',
      { ...typical, ...more },
      offer,
    ).draft;

  test('leads back to the last page', () => {
    expect(changed('name', { nameToUse: 'Ola' }).at).toBe('check');
    expect(changed('kind', { kind: 'family-group' }).at).toBe('check');
  });

  test('that calls for another answer asks for that first, and only for that', () => {
    expect(changed('kind', { kind: 'program' }).at).toBe('program');
    const channel = changed('channel', { channel: 'email' });
    expect(channel.at).toBe('contact');
    const typed = { contactValue: 'sam@example.org', safeToLeaveMessage: 'yes' };
    expect(move(channel, 'continue', typed, offer).draft.at).toBe('check');
  });
});

describe('Progress', () => {
  test('counts the steps of the kind, and gives no total that an answer to come may change', () => {
    const at = (step: Step, answers: Answers) => progress(step, answers, offer);
    expect(at('kind', {})).toEqual({ number: 1, total: null });
    expect(at('kind', { kind: ['mentor'] })).toEqual({ number: 1, total: null });
    expect(at('name', { kind: ['mentor'] })).toEqual({ number: 2, total: 8 });
    expect(at('program', { kind: ['program'] })).toEqual({ number: 2, total: null });
    expect(at('cohort', { kind: ['program'], program: ['evenings'] })).toEqual({ number: 3, total: 10 });
    expect(at('name', { kind: ['program'], program: ['soon'] })).toEqual({ number: 3, total: 9 });
    expect(at('check', { kind: ['check-ins'] })).toEqual({ number: 8, total: 8 });
  });
});

describe('A step', () => {
  test.each<[Step, Filled, Record<string, string>]>([
    ['kind', {}, { kind: 'Select what you would like' }],
    ['kind', { kind: 'staff' }, { kind: 'Select what you would like' }],
    ['program', { program: 'no-such' }, { program: 'Select a program' }],
    ['name', { nameToUse: ' ' }, { nameToUse: 'Enter the name we should use' }],
    ['channel', {}, { channel: 'Select how we should contact you' }],
    [
      'contact',
      {},
      {
        contactValue: 'Enter a phone number',
        safeToLeaveMessage: 'Select yes if we may leave a voicemail',
        safeToText: 'Select yes if we may send a text instead',
        safeToSayWho: 'Select yes if we may say who is calling',
      },
    ],
    ['words', { note: 'x'.repeat(2001) }, { note: 'Your note must be 2,000 characters or fewer' }],
  ])('%s with %j says what to do at the field', (at, typed, expected) => {
    const kind = at === 'program' ? { kind: ['program'] } : {};
    const answers = { ...filledIn(typical), ...kind };
    const moved = move({ at, answers, checked: false, changing: null }, 'continue', typed, offer);
    expect(moved.errors).toEqual(
      Object.fromEntries(Object.entries(expected).map(([f, said]) => [f, [said]])),
    );
    expect(moved.draft.at).toBe(at);
  });

  test('asks of a way of contact only what can be unsafe about it', () => {
    const asks = (channel: string) => fieldsOf('contact', { channel: [channel] }).slice(1);
    expect(asks('email')).toEqual(['safeToLeaveMessage']);
    expect(asks('phone')).toEqual(['safeToLeaveMessage', 'safeToText', 'safeToSayWho']);
    expect(asks('text')).toEqual(['safeToSayWho', 'safeToLeaveMessage']);
    expect(problemsAt('contact', { channel: ['text'], 'text.contactValue': ['(303) 555-0123'] })).toEqual({
      safeToSayWho: [expect.any(String)],
      safeToLeaveMessage: [expect.any(String)],
    });
  });

  test('takes nothing that belongs to another one', () => {
    expect(
      answered({ kind: ['mentor'] }, 'name', { nameToUse: 'Sam', kind: 'program', x: 'y' }, offer),
    ).toEqual({
      kind: ['mentor'],
      nameToUse: ['Sam'],
    });
  });
});

describe('The link to the form', () => {
  const from = (query: string) => firstAnswers(new URLSearchParams(query), offer);

  test('chooses its group, its program or its kind', () => {
    expect(from('cohort=birch')).toEqual({
      kind: ['program'],
      program: ['evenings'],
      'evenings.cohort': ['birch'],
    });
    expect(from('program=mornings')).toEqual({ kind: ['program'], program: ['mornings'] });
    expect(from('kind=mentor')).toEqual({ kind: ['mentor'] });
  });

  test.each(['', 'cohort=gone', 'kind=<script>', 'program=', 'kind=staff'])(
    'with “%s” chooses nothing',
    (query) => {
      expect(from(query)).toEqual({});
    },
  );
});
