import { dateText } from './dates.ts';
import { panelSpeak } from './panel/spanish.ts';
import type { ListedMeeting } from './schema.ts';
import type { Language } from '#i18n/language.ts';

/** Where a meeting's listing comes from, and when somebody last said that it is right. */
export function confirmedText(
  { confirmedAt, source }: Pick<ListedMeeting, 'confirmedAt' | 'source'>,
  siteZone: string,
  language: Language = 'en',
): string {
  const say = panelSpeak(language);
  const date = confirmedAt === null ? null : dateText(confirmedAt, siteZone, language);
  if (source === null)
    return date === null
      ? say('One of our own groups.')
      : say('One of our own groups. We last confirmed it on {date}.', { date });
  const read =
    source.lastImportedAt === null
      ? ''
      : ` ${say('We last read their list on {date}.', { date: dateText(source.lastImportedAt, siteZone, language) })}`;
  const changed =
    date === null
      ? say('They do not say when they last confirmed it.')
      : say('Last confirmed there on {date}.', { date });
  return `${say('From: {name}.', { name: source.name })} ${changed}${read}`;
}
