import * as z from 'zod';
import { boxes } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';

/** How often a series comes, as plain choices, and the rule (RFC 5545) they make. */

export const weekdayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
type Weekday = (typeof weekdayCodes)[number];

export const ruleFields = {
  /** 'kept': the rule is none of these choices, and stays. */
  rhythm: z.enum(['weekly', 'every', 'monthly', 'kept'], { error: 'Choose how often it comes' }),
  everyWeeks: z.string().default(''),
  weekdays: boxes(z.enum(weekdayCodes, { error: 'Choose from the list' })),
  weeksOfMonth: boxes(z.enum(['1', '2', '3', '4', '5', '-1'], { error: 'Choose from the list' })),
};
export type RuleChoices = { [Key in keyof typeof ruleFields]: z.infer<(typeof ruleFields)[Key]> };

interface Problem {
  path: keyof RuleChoices;
  message: string;
}

/** The rule of some choices; with no weekday ticked it is that of the first date. `firstOn` is `YYYY-MM-DD`. */
export function ruleOf(
  { rhythm, everyWeeks, weekdays, weeksOfMonth }: RuleChoices,
  firstOn: string,
  present: string | null,
): { rule: string } | { problem: Problem } {
  if (rhythm === 'kept')
    return present === null
      ? { problem: { path: 'rhythm', message: 'Choose how often it comes' } }
      : { rule: present };
  const ticked: Weekday[] = weekdays.length > 0 ? weekdays : [weekdayOf(firstOn)];
  const days = weekdayCodes.filter((code) => ticked.includes(code));
  if (rhythm === 'weekly') return { rule: `FREQ=WEEKLY;BYDAY=${days.join(',')}` };
  if (rhythm === 'every') {
    const every = Number(everyWeeks);
    return Number.isInteger(every) && every >= 2 && every <= 12
      ? { rule: `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join(',')}` }
      : { problem: { path: 'everyWeeks', message: 'Enter a number of weeks from 2 to 12' } };
  }
  if (weeksOfMonth.length === 0)
    return { problem: { path: 'weeksOfMonth', message: 'Choose at least one week of the month' } };
  const dates = days.flatMap((day) => weeksOfMonth.map((week) => `${week}${day}`));
  return { rule: `FREQ=MONTHLY;BYDAY=${dates.join(',')}` };
}

const weekdayOf = (day: string): Weekday => weekdayCodes[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'SU';

/** A rule as the form shows it. */
export function flatRule(rule: string): TypedValues {
  const [, every, weekly] = /^FREQ=WEEKLY(?:;INTERVAL=(\d+))?;BYDAY=([A-Z,]+)$/.exec(rule) ?? [];
  const none = { everyWeeks: '', weekdays: [], weeksOfMonth: [] };
  if (weekly !== undefined)
    return {
      ...none,
      ...(every === undefined || every === '1'
        ? { rhythm: 'weekly' }
        : { rhythm: 'every', everyWeeks: every }),
      weekdays: weekly.split(','),
    };
  const [, monthly] = /^FREQ=MONTHLY;BYDAY=((?:-?\d[A-Z]{2},?)+)$/.exec(rule) ?? [];
  const parts = (monthly ?? '').split(',').map((part) => ({ week: part.slice(0, -2), day: part.slice(-2) }));
  const weeks = [...new Set(parts.map(({ week }) => week))];
  const days = [...new Set(parts.map(({ day }) => day))];
  // choices make every week with every day; a rule that pairs them otherwise is kept as it is
  if (monthly === undefined || weeks.length * days.length !== parts.length)
    return { ...none, rhythm: 'kept' };
  return { ...none, rhythm: 'monthly', weekdays: days, weeksOfMonth: weeks };
}
