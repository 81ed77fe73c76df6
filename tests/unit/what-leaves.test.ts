import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '#tools/my-data/leaves/fields-of.ts';
import { leavingBy } from '#tools/my-data/leaves/leaves.ts';
import { manageForm, manageRequest, rsvpRequest } from '#events/schema.ts';
import { reportRequest } from '#meetings/reports/schema.ts';
import { signUpRequest } from '#step-down/schema.ts';
import { fieldWords } from '#tools/my-data/leaves/field-words.ts';
import { readFiles } from '../support/files.ts';

/** The page “What leaves this device” says every field that a form's schema takes, and no other. */

test.each([
  ['rsvp', [rsvpRequest]],
  ['rsvp-change', [manageForm, manageRequest]],
  ['sign-up', [signUpRequest]],
  ['meeting-report', [reportRequest]],
] as const)('%s: each field has its words, and each of the words its field', (form, schemas) => {
  expect(leavingBy(form, [...schemas]).length).toBe(Object.keys(fieldWords[form]).length);
});

test('a field that somebody adds to a form is named until it has words', () => {
  const more = signUpRequest.safeExtend({ sobrietyDate: z.string().optional() });
  expect(() => leavingBy('sign-up', [more])).toThrow('sign-up: say what "sobrietyDate" sends');
});

test('words for a field that no form sends are named', () => {
  const words = { ...fieldWords['sign-up'], shoeSize: 'How big your feet are' };
  expect(() => leavingBy('sign-up', [signUpRequest], words)).toThrow(
    'take away "shoeSize", which no form sends',
  );
});

test('a name that every object has is no field with words', () => {
  expect(() => leavingBy('rsvp', [z.object({ constructor: z.string() })], {})).toThrow(
    'say what "constructor" sends',
  );
});

describe('fields are read from a schema', () => {
  const inner = z.object({ a: z.string(), b: z.object({ c: z.number().optional() }) });
  test.each<[string, z.ZodType, string[]]>([
    ['plain', inner, ['a', 'b.c']],
    ['optional, with a default, transformed', inner.optional().transform((all) => all), ['a', 'b.c']],
    ['preprocessed', z.preprocess((all) => all, inner), ['a', 'b.c']],
    ['refined', inner.refine(() => true), ['a', 'b.c']],
    ['one of several', z.union([inner, z.object({ d: z.string() })]), ['a', 'b.c', 'd']],
    ['a list', z.object({ list: z.array(z.string()) }), ['list']],
    ['one of several values', z.object({ v: z.union([z.string(), z.number()]) }), ['v']],
  ])('%s', (_how, schema, fields) => expect(fieldsOf(schema)).toEqual(fields));

  test('a schema that takes anything is refused', () => {
    expect(() => fieldsOf(z.record(z.string(), z.string()))).toThrow('does not say which fields');
  });
});

/** Every place that takes a form or a call from a visitor, and where its fields are listed. */
const takers: Record<string, string> = {
  'netlify/functions/meetings-reports.ts reportRequest': 'reportRequest',
  'netlify/functions/rsvps-manage.ts manageRequest': 'manageRequest',
  'netlify/functions/rsvps.ts rsvpRequest': 'rsvpRequest',
  'netlify/functions/step-down-sign-ups.ts signUpRequest': 'signUpRequest',
  'src/pages/events/[slug]/rsvp.astro rsvpForm(slug)': 'rsvpRequest',
  // answers a press, and takes no field
  'src/pages/meetings/[slug]/get-in.astro z.object({})': '',
  'src/pages/meetings/suggest/index.astro schema': 'reportRequest',
  'src/pages/r/[token].astro actionForm': 'actionForm',
  'src/pages/r/[token].astro manageForm': 'manageForm',
  'src/pages/r/consent/[token].astro consentForm': 'choiceShape',
  'src/pages/r/consent/[token].astro revokeForm': 'revokeForm',
  'src/pages/r/reach/[token].astro reachForm': 'reach',
  'src/step-down/form/answer.ts posted': 'signUpRequest',
  'src/step-down/mine/act.ts actionForm': 'actionForm',
};

test('whatever takes something from a visitor is on the page', async () => {
  const page = (await readFiles(['src'], /what-leaves\.astro$/)).get('src/pages/my-data/what-leaves.astro');
  const files = await readFiles(['src', 'netlify'], /\.(ts|astro)$/);
  const found = [...files].flatMap(([path, text]) =>
    /^src\/(platform|staff|pages\/staff)\//.test(path) || !/\b(sendForm|postEndpoint)\(/.test(text)
      ? []
      : [...text.matchAll(/\{\s*schema(?:: ([^,]+(?:\([^)]*\))?))?, limit/g)].map(
          ([, name]) => `${path} ${name ?? 'schema'}`,
        ),
  );
  expect([...new Set(found)].sort()).toEqual(Object.keys(takers).sort());
  for (const schema of Object.values(takers)) if (schema) expect(page).toMatch(new RegExp(`\\b${schema}\\b`));
});
