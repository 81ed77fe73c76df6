import * as z from 'zod';
import { dateOrNothing, optionalLine } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import type { ClosedDay } from '../settings.ts';

/** Closed days as rows of a form: `closedOn3` and `closedLabel3`, numbered from 0. */

export const mostDays = 60;
export const dayField = (row: number) => `closedOn${row}`;
export const labelField = (row: number) => `closedLabel${row}`;

/** The days in the form, by date; a row without a date is no row. What is wrong is said at its field. */
export function closedDaysOf(typed: Record<string, unknown>): {
  days: ClosedDay[];
  problems: { path: string; message: string }[];
} {
  const days = new Map<string, ClosedDay>();
  const problems: { path: string; message: string }[] = [];
  for (let row = 0; row < mostDays; row += 1) {
    const on = dateOrNothing.safeParse(typed[dayField(row)]);
    const label = optionalLine(80).safeParse(typed[labelField(row)]);
    if (!on.success) problems.push({ path: dayField(row), message: firstOf(on.error) });
    if (!label.success) problems.push({ path: labelField(row), message: firstOf(label.error) });
    if (!on.success || !label.success) continue;
    if (on.data === null && label.data !== null)
      problems.push({ path: dayField(row), message: `On which day is “${label.data}”?` });
    else if (on.data !== null && days.has(on.data))
      problems.push({ path: dayField(row), message: 'This day is in the list already' });
    else if (on.data !== null) days.set(on.data, { on: on.data, label: label.data ?? '' });
  }
  return { days: [...days.values()].sort((a, b) => a.on.localeCompare(b.on)), problems };
}

const firstOf = (error: z.ZodError): string => error.issues[0]?.message ?? '';

/** How many rows a form shows: those with something in them, and one to write in. */
export function rowsOf(values: TypedValues): number {
  let last = -1;
  for (let row = 0; row < mostDays; row += 1) if (dayField(row) in values) last = row;
  return Math.max(1, last + 1);
}

/** The form after a press that adds a row or takes one away; everything else stays as it was typed. */
export function withRows(typed: TypedValues, look: string): TypedValues {
  const rows = rowsOf(typed);
  if (look === 'add')
    return rows < mostDays ? { ...typed, [dayField(rows)]: '', [labelField(rows)]: '' } : typed;
  const gone = Number(/^remove-(\d+)$/.exec(look)?.[1] ?? NaN);
  if (Number.isNaN(gone)) return typed;
  const kept = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !/^closed(On|Label)\d+$/.test(name)),
  );
  for (let row = 0, to = 0; row < rows; row += 1) {
    if (row === gone) continue;
    kept[dayField(to)] = typed[dayField(row)] ?? '';
    kept[labelField(to)] = typed[labelField(row)] ?? '';
    to += 1;
  }
  return kept;
}
