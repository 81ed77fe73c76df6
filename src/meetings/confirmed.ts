import { dateText } from './dates.ts';
import type { ListedMeeting } from './schema.ts';

/** Where a meeting's listing comes from, and when somebody last said that it is right. */
export function confirmedText(
  { confirmedAt, source }: Pick<ListedMeeting, 'confirmedAt' | 'source'>,
  siteZone: string,
): string {
  const date = confirmedAt === null ? null : dateText(confirmedAt, siteZone);
  if (source === null)
    return date === null
      ? 'One of our own groups.'
      : `One of our own groups. We last confirmed it on ${date}.`;
  const read =
    source.lastImportedAt === null
      ? ''
      : ` We last read their list on ${dateText(source.lastImportedAt, siteZone)}.`;
  const changed =
    date === null ? 'They do not say when they last confirmed it.' : `Last confirmed there on ${date}.`;
  return `From: ${source.name}. ${changed}${read}`;
}
