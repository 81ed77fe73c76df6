import { localeOf } from '#i18n/language.ts';
import { instant } from '#platform/clock.ts';
import type { Temporal } from 'temporal-polyfill';
import type { SiteSettings } from './settings.ts';

/** The notice as one page shows it. */
export interface ShownNotice {
  text: string;
  /** Of the text, where it is not the page's. */
  lang: 'en' | 'es' | undefined;
  link: string | null;
  /** An instant, in ISO 8601. */
  until: string;
  /** “Until Friday, November 27, 6:00 PM” */
  untilWords: string;
}

/** The last minute of a day stands for the whole of it. */
export const endOfDay = '23:59';

const untilWord = { en: 'Until', es: 'Hasta el' };

/**
 * What the notice says on a page in this language at this moment; what was written in one language alone is
 * said in that one. Null when there is none, or its moment has passed.
 */
export function noticeFor(
  { noticeEn, noticeEs, noticeLink, noticeUntil }: SiteSettings,
  language: 'en' | 'es',
  now: Temporal.Instant,
  timeZone: string,
): ShownNotice | null {
  if (noticeUntil === null) return null;
  const until = instant(noticeUntil);
  if (until.epochMilliseconds <= now.epochMilliseconds) return null;
  const written = { en: noticeEn, es: noticeEs };
  const other = language === 'es' ? 'en' : 'es';
  const text = written[language] ?? written[other];
  if (text === null) return null;
  const spoken = written[language] === null ? other : language;
  const moment = until.toZonedDateTimeISO(timeZone);
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const words = moment.toLocaleString(localeOf(spoken), {
    ...{ weekday: 'long', month: 'long', day: 'numeric' },
    ...(time !== endOfDay && { hour: 'numeric', minute: '2-digit' }),
  });
  return {
    text,
    lang: spoken === language ? undefined : spoken,
    link: noticeLink,
    until: until.toString(),
    untilWords: `${untilWord[spoken]} ${words}`,
  };
}
