import { localeOf, type Language } from '#i18n/language.ts';
import { kindWords } from '../wording.ts';
import type { Facet } from './filters.ts';

/** What the filters are called. A month is named by its own words. */

export const facetWords = {
  how: 'How',
  kind: 'What',
  for: 'Open to',
  month: 'When',
} as const satisfies Record<Facet, string>;

export const choices = {
  how: { 'in-person': 'In person', online: 'Online', hybrid: 'Room or link, as you like' },
  kind: kindWords,
  for: { alumni: 'Alumni', guests: 'Alumni with guests', family: 'Family and friends', everyone: 'Everyone' },
} as const satisfies Record<Exclude<Facet, 'month'>, Record<string, string>>;

type Choices = typeof choices;
export type ChoiceText = { [Of in keyof Choices]: Choices[Of][keyof Choices[Of]] }[keyof Choices];

/** The choices of a facet, as value and English text. */
export const choicesOf = (facet: keyof Choices): [value: string, text: ChoiceText][] =>
  Object.entries(choices[facet]);

interface Said {
  year?: boolean;
  language?: Language;
  /** Something begins with it: Spanish writes months small elsewhere. */
  opens?: boolean;
}

/** "December 2026", or without the year where the year is plain. */
export function monthInWords(
  month: string,
  { year = true, language = 'en', opens = false }: Said = {},
): string {
  const names = new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone: 'UTC', month: 'long' },
    ...(year && { year: 'numeric' }),
  });
  const name = names.format(Date.parse(`${month}-01`));
  return opens ? name.replace(/^./, (first) => first.toUpperCase()) : name;
}
