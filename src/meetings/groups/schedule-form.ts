import * as z from 'zod';
import type { FlatForm } from '../edit/flat-form.ts';
import { everyWeek, localDateSchema, scheduleSchema, type Schedule } from '../schema.ts';

/** On which of its weekdays a group meets, as the form asks for it. */

const numbers = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat().map(Number)),
  z.array(z.int()),
);
const rhythms = ['weekly', 'every', 'monthly'] as const;

export const scheduleFields = {
  rhythm: z.enum(rhythms, { error: 'Choose how often the group meets' }),
  everyWeeks: z.string().default(''),
  weeksOfMonth: numbers,
  months: numbers,
  firstOn: z.string().default(''),
  lastOn: z.string().default(''),
};
type ScheduleFields = { [Key in keyof typeof scheduleFields]: z.infer<(typeof scheduleFields)[Key]> };

interface Problem {
  path: keyof ScheduleFields;
  message: string;
}

/** The schedule the fields say, or what is to be mended. */
export function readSchedule(
  fields: ScheduleFields,
  day: number | null,
): { schedule: Schedule; problems: Problem[] } {
  const problems: Problem[] = [];
  const date = (path: 'firstOn' | 'lastOn') => {
    if (fields[path].trim() === '') return null;
    const read = localDateSchema.safeParse(fields[path].trim());
    if (!read.success) problems.push({ path, message: 'Enter a date, as 2026-12-24' });
    return read.data ?? null;
  };
  const firstOn = date('firstOn');
  const lastOn = date('lastOn');
  const every = fields.rhythm === 'every' ? Number(fields.everyWeeks) : null;
  if (every !== null && !(Number.isInteger(every) && every >= 2 && every <= 12))
    problems.push({ path: 'everyWeeks', message: 'Enter a number of weeks from 2 to 12' });
  else if (every !== null && fields.firstOn.trim() === '')
    problems.push({ path: 'firstOn', message: 'Enter a date on which it meets, to count the weeks from' });
  const weeks = fields.rhythm === 'monthly' ? fields.weeksOfMonth : null;
  if (weeks?.length === 0)
    problems.push({ path: 'weeksOfMonth', message: 'Choose at least one week of the month' });
  if (firstOn !== null && lastOn !== null && lastOn < firstOn)
    problems.push({ path: 'lastOn', message: 'The last date must not be before the first' });
  const months = fields.months.length === 0 || fields.months.length === 12 ? null : fields.months;
  const schedule = { everyWeeks: every, weeksOfMonth: weeks, months, firstOn, lastOn };
  if (problems.length > 0 || day === null) return { schedule: everyWeek, problems };
  const read = scheduleSchema.safeParse(schedule);
  if (read.success) return { schedule: read.data, problems };
  return {
    schedule: everyWeek,
    problems: [{ path: 'rhythm', message: 'Choose how often the group meets' }],
  };
}

export function flatSchedule({ everyWeeks, weeksOfMonth, months, firstOn, lastOn }: Schedule): FlatForm {
  return {
    rhythm: everyWeeks !== null ? 'every' : weeksOfMonth !== null ? 'monthly' : 'weekly',
    everyWeeks: everyWeeks === null ? '' : String(everyWeeks),
    weeksOfMonth: (weeksOfMonth ?? []).map(String),
    months: (months ?? []).map(String),
    firstOn: firstOn ?? '',
    lastOn: lastOn ?? '',
  };
}

export const scheduleColumns = (schedule: Schedule) => ({
  every_weeks: schedule.everyWeeks,
  weeks_of_month: schedule.weeksOfMonth,
  months: schedule.months,
  first_on: schedule.firstOn,
  last_on: schedule.lastOn,
});
