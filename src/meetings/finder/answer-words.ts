import { words as english, type Words } from '../words.ts';
import { chosen, type FinderQuery } from './query.ts';
import type { WordMatch } from './word-search.ts';

/** How many were found, in words: said aloud when it changes. */
export function answerWords(
  found: number,
  query: FinderQuery,
  { corrected, near = false }: { corrected: WordMatch['corrected']; near?: boolean },
  words: Words = english,
): string {
  const filtered = near || chosen(query).length > 0;
  const count =
    query.words === ''
      ? found === 0 && filtered
        ? words.noneFits
        : words.count(found)
      : words.countFor(found, query.words);
  const order = found > 1 ? `, ${words.soonestFirst}` : '';
  const instead =
    corrected === null || found === 0 ? '' : ` ${words.corrected(corrected.from, corrected.to)}`;
  return `${count}${order}${instead === '' ? '' : '.'}${instead}`;
}
