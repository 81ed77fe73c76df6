import { Temporal } from 'temporal-polyfill';
import type { Language } from '#i18n/language.ts';
import { encodeList, listText } from '#meetings/finder/encode.ts';
import { find } from '#meetings/finder/find.ts';
import { MeetingIndex } from '#meetings/finder/meeting-index.ts';
import { moreText } from '#meetings/finder/more-text.ts';
import { readQuery, type FinderQuery } from '#meetings/finder/query.ts';
import { timingOf } from '#meetings/finder/timing.ts';
import type { ListBlock, ListHead } from '#meetings/finder/wire.ts';
import { matchWords } from '#meetings/finder/word-search.ts';
import type { ListedMeeting } from '#meetings/schema.ts';
import { wordsOf } from '#meetings/words-of.ts';

const siteZone = 'America/Denver';

/** The finder over some meetings at some moment, through the same text that a browser is sent. */
export function finderOver(
  listed: ListedMeeting[],
  { at = '2026-11-22T18:12:00-07:00', zone = siteZone, language = 'en' as Language } = {},
) {
  const now = Temporal.Instant.from(at);
  const encoded = encodeList(listed, { version: 'v1', timeZone: siteZone, readAt: at, now });
  const [head, ...blocks] = JSON.parse(listText(encoded)) as [ListHead, ...ListBlock[]];
  const index = new MeetingIndex(head);
  for (const block of blocks) index.add(block);
  const timing = timingOf(index, zone, now.epochMilliseconds);
  const more = encoded.meetings.map(moreText);
  const ask = (query: string | FinderQuery) => {
    const asked = typeof query === 'string' ? readQuery(new URLSearchParams(query)) : query;
    const match = asked.words === '' ? null : matchWords(index, timing, asked.words, more, wordsOf(language));
    const found = find(index, timing, asked, { words: match?.rows ?? null, near: null });
    return {
      ...found,
      corrected: match?.corrected ?? null,
      slugs: [...found.rows].map((row) => index.slugOf(row)),
    };
  };
  return { index, timing, ask, meetings: encoded.meetings };
}
