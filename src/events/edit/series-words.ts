import { ruleInWords } from '../series/rule-words.ts';
import { count } from './event-words.ts';
import type { KeptEvent } from './kept-event.ts';
import { nextDates, type KeptSeries } from './kept-series.ts';

/** Series as the pages for staff say them. */

/** “Thursday, December 24, 2026” */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${day}T00:00:00Z`));

/** “Every Tuesday, until May 25, 2027. 6 dates are open at a time” */
export function seriesRuleWords({ rule, lastOn, datesAhead, ended }: KeptSeries): string {
  const rhythm = ruleInWords(rule) ?? 'By a rule of its own';
  const until = lastOn === null ? '' : `, until ${dayWords(lastOn)}`;
  return `${rhythm}${until}. ${ended ? 'It has ended' : `${count(datesAhead, 'date')} ${datesAhead === 1 ? 'is' : 'are'} open at a time`}`;
}

/** The next three days that have no date yet, in words; null when none is to come. */
export function comingDays(series: KeptSeries, dates: KeptEvent[], now: string): string | null {
  const there = new Set(dates.map(({ seriesOn }) => seriesOn));
  const days = nextDates(series, now, series.datesAhead + 3)
    .filter(({ on }) => !there.has(on))
    .slice(0, 3);
  return days.length === 0 ? null : days.map(({ on }) => dayWords(on)).join('; ');
}

/** What was done, by the words in the address after it. */
export function seriesDone(said: URLSearchParams): string | null {
  const opened = Number(/^\d{1,3}$/.exec(said.get('dates') ?? '')?.[0] ?? 0);
  const more =
    opened === 0 ? '' : ` ${count(opened, 'new date')} opened; the pages are there in a few minutes.`;
  const words: Record<string, string> = {
    rule: `Saved.${more}`,
    skip: 'Left out. No date opens on that day.',
    unskip: `It is a day like the others again.${more}`,
    end: 'Ended. No new dates open.',
    'go-on': `It goes on.${more}`,
    open: more.trim() || 'All dates that should be open are.',
  };
  return words[said.get('done') ?? ''] ?? null;
}
