import type { Temporal } from 'temporal-polyfill';
import { sinceWords } from '../reports/report-words.ts';
import type { KeptReport } from './kept-report.ts';

/** Lists of meetings in the words of staff. */

interface Standing {
  isFetched: boolean;
  pausedAt: string | null;
  failingSince: string | null;
  failure: string | null;
  lastImportedAt: string | null;
}

/** “Read today” · “Paused since Tuesday” · “Cannot be read since yesterday: There is no server of that name.” */
export function standingWords(source: Standing, timeZone: string, now: Temporal.Instant): string {
  const since = (moment: string) => sinceWords(moment, timeZone, now);
  const last = source.lastImportedAt ? `read ${since(source.lastImportedAt)}` : 'never read yet';
  if (source.pausedAt) return `Paused since ${since(source.pausedAt)}, ${last}`;
  if (source.failingSince)
    return `Cannot be read since ${since(source.failingSince)}: ${source.failure ?? ''}`;
  const how = source.isFetched ? '' : ', from a file';
  return `${last.charAt(0).toUpperCase()}${last.slice(1)}${how}`;
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

export const meetingsWords = (number: number) => count(number, 'meeting', 'meetings');

/** “120 rows: 118 kept, 12 of them repaired; 2 dropped” */
export function rowsWords({
  kept,
  repaired,
  dropped,
}: Pick<KeptReport, 'kept' | 'repaired' | 'dropped'>): string {
  const all = count(kept + repaired + dropped, 'row', 'rows');
  return `${all}: ${kept + repaired} kept, ${repaired} of them repaired; ${dropped} dropped`;
}

/** “3 new meetings, 4 changed, 100 as before, 2 gone from the list” */
export const changesWords = ({ added, changed, unchanged, gone }: Omit<KeptReport, 'rows' | 'at'>): string =>
  `${count(added, 'new meeting', 'new meetings')}, ${changed} changed, ${unchanged} as before, ${gone} gone from the list`;
