import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personName, phoneNumber } from '#platform/contact.ts';
import { optionalLine, seenVersion } from '#platform/form-fields.ts';
import { freeText } from '#platform/free-text.ts';
import { areLines, isLine, withPlainBreaks } from '#platform/printable.ts';
import { zoneChoices } from '#platform/zone-choices.ts';
import { languageChoices } from '#meetings/edit/choices.ts';
import { languageField } from '#meetings/edit/fields.ts';

/** What no person can type is refused at every door, and what a person may is not. */

const nobodyTypes = ['\0', '\u001b', '\u0085', '\ufffe', '\uffff', '\u{10ffff}', '\ufdd0', '\ud800'];

describe('text that somebody sends', () => {
  test.each(nobodyTypes)('%j stands in no line, no lines, no name and no number', (one) => {
    expect([isLine(`a${one}b`), areLines(`a${one}b`)]).toEqual([false, false]);
    for (const schema of [personName, optionalLine(50), freeText(50)])
      expect(schema.safeParse(`Ana${one}`).success).toBe(false);
    expect(phoneNumber.safeParse(`303 555${one} 0142`).success).toBe(false);
  });

  test('every script, every mark and every emoji may', () => {
    for (const name of ['نور 🌻 Łucja', 'Zoë', '李小龍', '👩‍👩‍👧', 'O’Brien', 'अनु'])
      expect([isLine(name), areLines(name), personName.parse(name)]).toEqual([true, true, name]);
  });

  test('lines end in one way, however the program that wrote them ends its own', () => {
    expect(freeText(50).parse('a\r\nb\rc\u2028d\u2029e\n')).toBe('a\nb\nc\nd\ne');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(withPlainBreaks(text)).not.toMatch(/[\r\u2028\u2029]/);
      }),
    );
  });
});

describe('a choice that was typed', () => {
  test.each(['{}', '+275760-09-13', '\0', '', '__proto__', 'America/Nowhere'])(
    'a time zone %j is offered to nobody and stops no page',
    (zone) => {
      const offered = zoneChoices(zone).map(({ value }) => value);
      expect(offered).toContain('America/Denver');
      expect(offered).not.toContain(zone);
    },
  );
  test('one that is there already is offered, also when it is none of ours', () => {
    expect(zoneChoices('Asia/Kolkata').map(({ value }) => value)).toContain('Asia/Kolkata');
  });

  test.each(['{{1}}', 'null', 'x', 'en-u-ca-buddhist', '-en', 'english'])(
    'a language %j stops no page and is kept by no form',
    (tag) => {
      expect(languageChoices(tag).map(({ value }) => value)).toEqual(['', 'es']);
      expect(languageField.safeParse(tag).success).toBe(false);
    },
  );
  test.each([
    ['pt', 'Portuguese'],
    ['zh-hant', 'Traditional Chinese'],
    ['pt-BR', 'Brazilian Portuguese'],
  ])('the language %s has its name', (tag, name) => {
    expect(languageChoices(tag).at(-1)).toEqual({ value: tag, label: name });
    expect(languageField.parse(tag)).toBe(tag);
  });
});

test.each(['2147483648', '0', '-1', '1.5', 'x', '', undefined, '9'.repeat(30)])(
  'a version %j was on no page',
  (version) => expect(seenVersion.safeParse(version).success).toBe(false),
);
