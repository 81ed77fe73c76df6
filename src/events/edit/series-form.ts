import * as z from 'zod';
import { dateOrNothing, sayProblems, wholeNumber } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import { nextDates, type KeptSeries } from './kept-series.ts';
import { flatRule, ruleFields, ruleOf } from './series-rule.ts';
import { daysLater } from '#platform/wall-time.ts';

/** By which rule a series comes, as the form asks for it. */

const fields = {
  ...ruleFields,
  lastOn: dateOrNothing,
  datesAhead: wholeNumber(1, 12, 'Enter a number from 1 to 12'),
};

/** By the names of the columns. */
export interface SeriesChoices {
  rule: string;
  starts_on: string;
  last_on: string | null;
  dates_ahead: number;
}

interface Begin {
  /** The first date, or that from which weeks are counted; null when it could not be read. */
  firstOn: string | null;
  /** The field in which it was typed. Without one, the first day of the rule is taken. */
  field: string | null;
  startTime: string;
  timeZone: string;
  present: KeptSeries | null;
}

interface Problem {
  path: string;
  message: string;
}
type Read = { series: SeriesChoices; problems: [] } | { series: null; problems: Problem[] };

/** Reads the choices, or says what is to be mended: the first date has to be one of the rule's. */
export function readSeries(typed: unknown, begin: Begin): Read {
  const refuse = (...problems: Problem[]): Read => ({ series: null, problems });
  const read = z.object(fields).safeParse(typed);
  if (!read.success)
    return refuse(
      ...read.error.issues.map(({ path, message }) => ({ path: String(path[0] ?? ''), message })),
    );
  const { lastOn, datesAhead, ...choices } = read.data;
  const { firstOn, field, startTime, timeZone, present } = begin;
  // any day does to see whether the choices hold
  const ruled = ruleOf(choices, firstOn ?? '2026-01-01', present?.rule ?? null);
  if ('problem' in ruled) return refuse(ruled.problem);
  if (firstOn === null) return refuse();
  if (lastOn !== null && lastOn < firstOn)
    return refuse({ path: 'lastOn', message: 'The last date must not be before the first' });
  const { rule } = ruled;
  const days = { rule, startsOn: firstOn, startTime, timeZone, exceptOn: [], lastOn: null };
  const [first] = nextDates(days, daysLater(`${firstOn}T00:00:00Z`, -2, 'UTC'), 1);
  if (!first) return refuse({ path: 'rhythm', message: 'There is no such day' });
  if (field !== null && first.on !== firstOn)
    return refuse({
      path: field,
      message: `${dayName(firstOn)} is not one of these days. The first after it is ${dayName(first.on)}`,
    });
  const startsOn = choices.rhythm === 'kept' ? firstOn : first.on;
  return {
    series: { rule, starts_on: startsOn, last_on: lastOn, dates_ahead: datesAhead },
    problems: [],
  };
}

/** “Tuesday, December 1” */
const dayName = (day: string): string =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

export function flatSeries(series: KeptSeries): TypedValues {
  return {
    ...flatRule(series.rule),
    ...{ lastOn: series.lastOn ?? '', datesAhead: String(series.datesAhead), firstOn: '' },
  };
}

/** What a button on the page of a series sends. */
export type SeriesAction =
  | { do: 'rule'; choices: SeriesChoices }
  | { do: 'skip'; on: string }
  | { do: 'unskip'; on: string }
  | { do: 'end' }
  | { do: 'go-on' }
  | { do: 'open' };

const button = z.object({ action: z.enum(['rule', 'skip', 'unskip', 'end', 'go-on', 'open']) });
const skipped = z.object({
  day: dateOrNothing.refine((date) => date !== null, { error: 'Enter the date on which there is none' }),
});
const counted = z.object({ firstOn: dateOrNothing });

export const seriesPageForm = (series: KeptSeries) =>
  z.unknown().transform((typed, context): SeriesAction => {
    const asked = button.safeParse(typed).data?.action;
    const refuse = (problems: { path: PropertyKey[] | string; message: string }[]) => {
      sayProblems(problems, context);
      return z.NEVER;
    };
    if (asked === 'skip' || asked === 'unskip') {
      const day = skipped.safeParse(typed);
      return day.success ? { do: asked, on: String(day.data.day) } : refuse(day.error.issues);
    }
    if (asked !== 'rule') return { do: asked ?? 'open' };
    const from = counted.safeParse(typed);
    if (!from.success) return refuse(from.error.issues);
    const { startTime, timeZone } = series;
    const read = readSeries(typed, {
      firstOn: from.data.firstOn ?? series.startsOn,
      field: from.data.firstOn === null ? null : 'firstOn',
      ...{ startTime, timeZone, present: series },
    });
    return read.series ? { do: 'rule', choices: read.series } : refuse(read.problems);
  });
