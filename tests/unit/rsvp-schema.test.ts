import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerField, fromForm, toForm } from '#events/form-fields.ts';
import { neededAnswers } from '#events/needed-answers.ts';
import { outcome, refusal } from '#events/refusals.ts';
import { manageForm, manageRequest, rsvpForm, rsvpRequest } from '#events/schema.ts';
import { fieldErrors } from '#platform/guard.ts';

/** One schema for the form and for programs: what each may say, and what is said back. */

const session = 'f3b2c1d0-1111-4222-8333-444455556666';
const request = { event: 'creek-walk', name: 'Ana', email: 'ana@example.org', partySize: 2 };
const typed = { name: 'Ana', email: 'ana@example.org', phone: '', partySize: '2' };
const errorsOf = (form: Record<string, string | string[]>) => {
  const result = rsvpForm('creek-walk').safeParse(form);
  return result.success ? {} : toForm(fieldErrors(result.error), form);
};

describe('a form and a request', () => {
  test('say the same of everything an event can ask', () => {
    const form = rsvpForm('renewal-weekend').parse({
      ...{ name: 'Ana', email: 'ana@example.org', phone: '', adults: '2', children: '1' },
      ...{ food: 'no nuts', accessNeeds: '', attends: 'online', sessions: session },
      ...{
        dates: ['supper-1', 'supper-2'],
        agreeToConduct: 'yes',
        asked: 'dates attends',
        'answer-nights': 'Both',
      },
    });
    expect(form).toEqual(
      rsvpRequest.parse({
        ...{ event: 'renewal-weekend', name: 'Ana', email: 'ana@example.org', partySize: 3, children: 1 },
        ...{ food: 'no nuts', attends: 'online', sessions: [session], dates: ['supper-1', 'supper-2'] },
        ...{ agreeToConduct: true, answers: { nights: 'Both' } },
      }),
    );
  });

  test('the least a program may send is what the contract says', () => {
    expect(rsvpRequest.parse(request)).toEqual({ ...request, language: 'en' });
    expect(rsvpRequest.parse({ ...request, email: undefined, phone: '(303) 555-0123' })).toMatchObject({
      phone: '+13035550123',
    });
  });

  test('what was asked and left without a choice is said at its field, in the order of the form', () => {
    const form = { ...typed, name: '', asked: 'attends dates agreeToConduct name x' };
    expect(errorsOf(form)).toEqual({
      dates: ['Choose at least one date'],
      name: ['Enter your name'],
      attends: ['Choose whether you come to the room or join by link'],
      agreeToConduct: ['Tick the box to agree to the code of conduct'],
    });
  });

  test('what was not asked is not missed', () => {
    expect(errorsOf(typed)).toEqual({});
  });

  test('an adult comes along, and the count of both is said at the adults', () => {
    const family = (adults: string, children: string) =>
      errorsOf({ name: 'Ana', email: 'ana@example.org', adults, children });
    expect(family('1', '')).toEqual({});
    expect(Object.keys(family('', '2'))).toEqual(['adults']);
    expect(family('0', '2')).toEqual({ adults: ['At least one adult comes along'] });
    expect(Object.keys(family('1', 'two'))).toEqual(['adults', 'children']);
    expect(Object.keys(family('40', '20'))).toEqual(['adults']);
  });

  test('a question that needs an answer is missed together with everything else', () => {
    const needed = neededAnswers([
      { id: 'nights', label: 'Which nights?', required: true },
      { id: 'ride', label: 'A ride?', required: false },
    ]);
    const form = { ...typed, email: '', asked: 'agreeToConduct' };
    const wrong = rsvpForm('x').safeParse(form);
    expect(Object.keys(toForm(fieldErrors(wrong.error!), form, needed))).toEqual([
      'email',
      'answer-nights',
      'agreeToConduct',
    ]);
    expect(toForm({}, { ...form, 'answer-nights': 'Both' }, needed)).toEqual({});
  });

  test('whatever is typed into any field, the answer is an RSVP or sentences at fields, never a throw', () => {
    const names = [
      ...['name', 'email', 'phone', 'partySize', 'adults', 'children', 'food', 'accessNeeds', 'attends'],
      ...[
        'sessions',
        'dates',
        'agreeToConduct',
        'asked',
        'answer-x',
        'answer-',
        'openFor',
        'work',
        'x',
        '__proto__',
      ],
    ];
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'yes', '1', 'online'),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 4 }))),
        (form) => {
          const result = rsvpForm('creek-walk').safeParse(form);
          if (result.success) {
            const { partySize, children = 0, answers = {} } = result.data;
            expect(partySize).toBeGreaterThan(children);
            expect(JSON.stringify(result.data)).not.toContain(String.raw`\u0000`);
            expect(Object.keys(answers).length).toBeLessThanOrEqual(5);
          } else {
            const said = Object.values(toForm(fieldErrors(result.error), form)).flat();
            expect(said.length).toBeGreaterThan(0);
            expect(said.every((sentence) => sentence.length > 0)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a family of any size arrives as many as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 25 }), (adults, children) => {
        const form = fromForm({ adults: String(adults), children: String(children) });
        expect(form).toEqual({ partySize: adults + children, children });
      }),
    );
  });
});

describe('a change', () => {
  test('by a program keeps the shape of the contract', () => {
    expect(manageRequest.parse({ token: 'r', action: 'update', partySize: 2 })).toEqual({
      ...{ token: 'r', action: 'update', partySize: 2 },
    });
    expect(manageRequest.safeParse({ token: 'r', action: 'steal' }).success).toBe(false);
    expect(manageRequest.safeParse({ token: 'r', action: 'dates' }).success).toBe(false);
  });

  test('by the form clears what was emptied, and leaves out what was not asked', () => {
    expect(
      manageForm.parse({ action: 'update', partySize: '2', food: '', asked: 'sessions', 'answer-a': '' }),
    ).toEqual({ action: 'update', partySize: 2, food: '', sessions: [], answers: { a: '' } });
    expect(manageForm.parse({ action: 'cancel' })).toEqual({ action: 'cancel' });
  });
});

describe('a refusal', () => {
  const said = (answer: Record<string, unknown>) => refusal(outcome.parse(answer));

  test('names the question and the sessions it is about', () => {
    expect(
      said({ outcome: 'answers-needed', questions: [{ id: 'nights', label: 'Which nights?' }] })?.errors,
    ).toEqual({ 'answers.nights': ['Answer “Which nights?”'] });
    expect(said({ outcome: 'sessions-overlap', sessions: ['Hills', 'Letters'] })?.errors).toEqual({
      sessions: ['“Hills” and “Letters” are at the same time. Choose one of them'],
    });
    expect(answerField('nights')).toBe('answer-nights');
  });

  test('is nothing where something was done', () => {
    for (const done of ['created', 'updated', 'cancelled', 'confirmed', 'rejoined', 'forgotten']) {
      expect(said({ outcome: done })).toBeNull();
    }
  });
});
