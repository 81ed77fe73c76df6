import type { Draft } from '../draft.ts';
import { checkWordsOf } from '../write/check-words.ts';

/** What the check of the words says of a draft: an error asks whoever publishes once more, a warning is only shown. */
export interface Finding {
  level: 'error' | 'warning';
  message: string;
}

export const findingsIn = (words: Draft): Finding[] =>
  checkWordsOf(words)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ where, word, say, severity }) => ({
      level: severity === 'error' ? 'error' : 'warning',
      message: `“${word}” (${where.toLowerCase()}): ${say}`,
    }));

/** Whether whoever publishes ticks that the words are right as they are. */
export const asksForATick = (words: Draft): boolean =>
  findingsIn(words).some(({ level }) => level === 'error');
