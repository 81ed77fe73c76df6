import type { Language } from '#i18n/language.ts';
import { foldedWords } from './letters.ts';

/** Words that stand in every sentence: a question is found by its other words. */

const set = (words: string): ReadonlySet<string> => new Set(foldedWords(words));

export const smallWords: Record<Language, ReadonlySet<string>> = {
  en: set(
    `a about after am an and any are as at be been but by can can’t did do does don’t for from get had has have he her him
    his how i if i’m in into is it its me my no not of on or our she should so some that the their them there
    they this to up us was we what when where which who why will with would you your`,
  ),
  es: set(
    `a al algo ante como con cual cuando de del desde donde e el ella ellos en es esa ese eso esta estan este
    esto estoy fue ha hay he la las le les lo los mas me mi mis muy no nos o para pero por porque que quien se
    si sin sobre son soy su sus te tengo tiene tu un una unos y ya yo`,
  ),
};
