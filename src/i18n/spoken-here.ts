import { inLanguage, languageHere } from './language.ts';
import { sayIn, type Say, type Spanish } from './spoken.ts';

/**
 * The same for what scripts write: the page sends the dictionary along where it speaks Spanish
 * (SpokenHere.astro), so that no script carries words that its page does not need.
 */

let sent: Spanish | undefined;

const dictionary = (): Spanish =>
  (sent ??= Object.assign(
    {},
    ...Array.from(
      document.querySelectorAll('script[data-spoken]'),
      (script) => JSON.parse(script.textContent) as Spanish,
    ),
  ) as Spanish);

/** For `say` at the top of a module: `sayHere<typeof spanish>()`, with the dictionary imported as a type only. */
export function sayHere<Dictionary extends Spanish>(): Say<keyof Dictionary & string> {
  const language = languageHere();
  return sayIn(language, language === 'es' ? dictionary() : {});
}

/** An address of ours in the language of the page. */
export const pathHere = (path: string): string => inLanguage(path, languageHere());
