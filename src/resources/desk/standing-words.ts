import { localeOf, type Language } from '#i18n/language.ts';
import { instant } from '#platform/clock.ts';
import type { DeskRow } from './desk-row.ts';

/** How a resource stands, in a sentence. */

export const dayWords = (date: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

export const momentWords = (moment: string, timeZone: string, language: Language = 'en'): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant(moment).epochMilliseconds));

type Standing = Pick<
  DeskRow,
  'status' | 'hasDraft' | 'review' | 'reviewFrom' | 'publishAt' | 'expiresAt' | 'reviewBy'
>;

/** `today` as YYYY-MM-DD in the organisation's zone. */
export function standingWords(row: Standing, today: string, timeZone: string): string {
  const says: string[] = [];
  if (row.status === 'archived') says.push('Archived: not on the site');
  else if (row.status === 'draft') says.push('Draft: only staff see it');
  else if (row.hasDraft) says.push('On the site, with changes that are not published');
  else says.push('On the site');
  if (row.review === 'asked') says.push(`${row.reviewFrom ?? 'Somebody'} asks for a second look`);
  if (row.review === 'sent-back') says.push(`Sent back${row.reviewFrom ? ` by ${row.reviewFrom}` : ''}`);
  if (row.publishAt) says.push(`Goes out ${momentWords(row.publishAt, timeZone)}`);
  if (row.status === 'published' && row.expiresAt)
    says.push(`Leaves the site ${momentWords(row.expiresAt, timeZone)}`);
  if (row.status === 'published' && row.reviewBy)
    says.push(
      row.reviewBy <= today
        ? `Was to be looked at again by ${dayWords(row.reviewBy)}`
        : `Look at it again by ${dayWords(row.reviewBy)}`,
    );
  return says.join('. ');
}

/** Who changed it last, and when. The schedule and the seeds have no name. */
export const changedWords = ({ changed }: Pick<DeskRow, 'changed'>, timeZone: string): string =>
  `${changed.by ? `${changed.by} changed it` : 'Changed'} ${momentWords(changed.at, timeZone)}`;
