import { kindWords } from '../wording.ts';
import type { Facet } from './filters.ts';

/** What the filters are called. A month is named by its own words. */

export const facetWords: Record<Facet, string> = {
  how: 'How',
  kind: 'What',
  for: 'Open to',
  month: 'When',
};

export const choices: Record<Exclude<Facet, 'month'>, Record<string, string>> = {
  how: { 'in-person': 'In person', online: 'Online', hybrid: 'Room or link, as you like' },
  kind: kindWords,
  for: { alumni: 'Alumni', guests: 'Alumni with guests', family: 'Family and friends', everyone: 'Everyone' },
};

const monthNames = (year: boolean) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', ...(year && { year: 'numeric' }) });

/** "December 2026", or without the year where the year is plain. */
export const monthInWords = (month: string, { year = true } = {}): string =>
  monthNames(year).format(Date.parse(`${month}-01`));
