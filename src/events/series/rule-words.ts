import type { Language } from '#i18n/language.ts';
import { rhythmInSpanish } from './rule-words-es.ts';

/**
 * How often the dates of a series come, in words: “Every Tuesday”, “Every other Tuesday”, “1st and 3rd
 * Friday of the month”, “Every month on the 15th”. Null for a rule that has no short words: a page says
 * nothing then, rather than something that is nearly right.
 *
 * rrule-temporal has words too, but “every week on Tuesday at 6:30 PM MST” names the hour of the first date
 * with its offset, which is wrong for half of the year.
 */
export function ruleInWords(rule: string, language: Language = 'en'): string | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'WKST']);
  if ([...parts.keys()].some((part) => !known.has(part))) return null;
  const days = parts.get('BYDAY')?.split(',').map(weekday);
  const monthDays = parts.get('BYMONTHDAY')?.split(',').map(Number);
  const often = parts.get('FREQ');
  if (language === 'es') return rhythmInSpanish({ often, every, days, monthDays });

  if (often === 'DAILY' && !days && !monthDays) return each(every, 'day');
  if (often === 'WEEKLY' && days && !monthDays) return weekly(every, days);
  if (often === 'MONTHLY' && days && !monthDays) return monthly(every, days);
  if (often === 'MONTHLY' && monthDays && !days) {
    const named = monthDays.map(dayOfMonth);
    return named.includes(null) ? null : `${each(every, 'month')} on the ${list.format(named as string[])}`;
  }
  return null;
}

export interface Weekday {
  /** null: every one of them */
  week: number | null;
  /** In English; empty for no day. */
  name: string;
}

/** A rule, read. */
export interface Rhythm {
  often: string | undefined;
  every: number;
  days: Weekday[] | undefined;
  monthDays: number[] | undefined;
}

const list = new Intl.ListFormat('en-US');
const names = new Map(
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map((name) => [
    name.slice(0, 2).toUpperCase(),
    name,
  ]),
);
const ordinals = new Map([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [5, '5th'],
  [-1, 'last'],
]);
const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const order = new Intl.PluralRules('en-US', { type: 'ordinal' });

const each = (every: number, what: string) =>
  every === 1 ? `Every ${what}` : every === 2 ? `Every other ${what}` : `Every ${every} ${what}s`;

function weekday(text: string): Weekday {
  const [, week, day] = /^([+-]?\d+)?([A-Z]{2})$/.exec(text) ?? [];
  return { week: week === undefined ? null : Number(week), name: names.get(day ?? '') ?? '' };
}

function weekly(every: number, days: Weekday[]): string | null {
  if (days.some(({ week, name }) => week !== null || name === '')) return null;
  const named = list.format(days.map(({ name }) => name));
  if (every > 2) return `Every ${every} weeks on ${named}`;
  // "Every other Monday and Thursday" would leave open whether both are in the same week
  if (every === 2) return days.length === 1 ? `Every other ${named}` : `Every other week on ${named}`;
  return days.length === 7 ? 'Every day' : `Every ${named}`;
}

function monthly(every: number, days: Weekday[]): string | null {
  const [first] = days;
  if (!first?.name || days.some(({ week, name }) => !ordinals.has(week ?? 0) || name !== first.name))
    return null;
  const weeks = days
    .map(({ week }) => week ?? 0)
    .toSorted((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b))
    .map((week) => ordinals.get(week) ?? '');
  const named = `${list.format(weeks)} ${first.name}`;
  return every === 1 ? `${named.replace(/^l/, 'L')} of the month` : `${each(every, 'month')} on the ${named}`;
}

const dayOfMonth = (day: number): string | null =>
  day === -1
    ? 'last day'
    : Number.isInteger(day) && day >= 1 && day <= 31
      ? `${day}${suffixes[order.select(day)] ?? 'th'}`
      : null;
