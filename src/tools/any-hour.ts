import type { Language } from '#i18n/language.ts';
import type { Values } from '#i18n/spoken.ts';
import { callNumber, crisisLine } from '#platform/facts.ts';
import { phoneText, site } from '#platform/site.ts';

/** Whom to reach at any hour, for the line of numbers on paper. */
export function anyHour(language: Language): Values {
  const { spanish, textWord = '' } = crisisLine('lifeline', language);
  return {
    lifeline: callNumber('lifeline'),
    key: spanish?.press ?? '',
    word: textWord,
    name: site().shortName,
    phone: phoneText(site().phone),
    emergency: callNumber('emergency'),
  };
}
