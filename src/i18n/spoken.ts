import { languageOf, localeOf, type Language } from './language.ts';

/**
 * What the site says, in two languages. A text stands in English where it is used, and is its own key: the
 * dictionary beside it has the Spanish, and a text that it does not have does not compile (docs/decisions/046).
 */

export type Values = Readonly<Record<string, string | number>>;
export type Spanish = Readonly<Record<string, string>>;

export interface Say<Text extends string> {
  /**
   * The text in the language of the page. `{name}` is filled from the values; what stands behind ` // ` is a
   * remark for the translator, and tells two meanings of one text apart.
   */
  (text: Text, values?: Values): string;
  /** One of two texts by the number, by the plural rules of the language; `{count}` is the number. */
  count(count: number, one: Text, other: Text, values?: Values): string;
  readonly language: Language;
}

/** The dictionary of a room or of a part of one: English text to Spanish text. */
export function spoken<const Dictionary extends Spanish>(dictionary: Dictionary) {
  return (where: Language | { pathname: string }): Say<keyof Dictionary & string> => {
    const language = typeof where === 'string' ? where : languageOf(where);
    return sayIn(language, dictionary);
  };
}

/** `dictionary` may lack a text only where it came from a page that was sent without it: English is then said. */
export function sayIn<Text extends string>(language: Language, dictionary: Spanish): Say<Text> {
  const say = (text: Text, values: Values = {}): string =>
    filled(language === 'es' ? (dictionary[text] ?? text) : text, values);
  const rules = new Intl.PluralRules(localeOf(language));
  const count = (number: number, one: Text, other: Text, values: Values = {}): string =>
    say(rules.select(number) === 'one' ? one : other, {
      count: new Intl.NumberFormat(localeOf(language)).format(number),
      ...values,
    });
  return Object.assign(say, { count, language });
}

const filled = (text: string, values: Values): string =>
  text
    .replace(/ \/\/ .*$/s, '')
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
