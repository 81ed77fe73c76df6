import type { CurrentList } from '../current.ts';
import { find } from './find.ts';
import { chips, filterGroups, looserLinks, type Chip, type FilterGroup, type LooserLink } from './options.ts';
import { finderAddress, type FinderQuery } from './query.ts';
import { listing, rowsAtOnce, type Listing } from './sections.ts';
import { timingOf, type Timing } from './timing.ts';
import { words as english, type Words } from '../words.ts';
import { matchWords, type WordMatch } from './word-search.ts';

/** What the finder found on the server, by the site's clock. */
export interface ServerFound {
  timing: Timing;
  rows: Uint32Array;
  counts: ReturnType<typeof find>['counts'];
  looser: ReturnType<typeof find>['looser'];
  corrected: WordMatch['corrected'];
}

/** `now` in epoch milliseconds. */
export function findOnServer(
  list: CurrentList,
  query: FinderQuery,
  now: number,
  words: Words = english,
): ServerFound {
  const { index, more } = list;
  const timing = timingOf(index, index.head.timeZone, now);
  const match = query.words === '' ? null : matchWords(index, timing, query.words, more, words);
  const found = find(index, timing, query, { words: match?.rows ?? null, near: null });
  return { timing, ...found, corrected: match?.corrected ?? null };
}

/** The finder as a page without JavaScript shows it. `page` counts from 1. */
export interface FinderPage extends Listing {
  query: FinderQuery;
  timing: Timing;
  found: number;
  corrected: WordMatch['corrected'];
  groups: FilterGroup[];
  chips: Chip[];
  looser: LooserLink[];
  nextHref: string | null;
}

export function finderPage(
  list: CurrentList,
  query: FinderQuery,
  { page, now }: { page: number; now: number },
  words: Words = english,
): FinderPage {
  const { timing, rows, counts, looser, corrected } = findOnServer(list, query, now, words);
  const shown = listing(
    list.index,
    timing,
    rows,
    { from: (page - 1) * rowsAtOnce, count: rowsAtOnce },
    words,
  );
  const { head } = list.index;
  return {
    ...shown,
    ...{ query, timing, corrected },
    found: rows.length,
    groups: filterGroups(head, query, counts, words),
    chips: chips(head, query, words),
    looser: rows.length === 0 ? looserLinks(query, looser, words) : [],
    nextHref: shown.left > 0 ? finderAddress(query, { page: page + 1 }) : null,
  };
}
