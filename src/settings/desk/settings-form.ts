import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import {
  dateOrNothing,
  optionalLine,
  optionalText,
  orNothing,
  readEach,
  sayProblems,
  seenVersion,
  timeOfDay,
} from '#platform/form-fields.ts';
import { closedDaysOf } from './closed-days.ts';
import { endOfDay } from '../notice.ts';
import type { SiteSettings } from '../settings.ts';

/** The form of the settings, read. */

const link = orNothing(
  z
    .string()
    .trim()
    .max(300, { error: 'Use a shorter link' })
    .regex(/^(\/[^/\\\s][^\s]*|https:\/\/[^\s/]+[^\s]*)$/, {
      error: 'Enter a page of this site, as /events/, or an address that begins with https://',
    }),
);

const fields = {
  noticeEn: optionalText(300),
  noticeEs: optionalText(300),
  noticeLink: link,
  untilDay: dateOrNothing,
  untilTime: timeOfDay,
  phoneHoursEn: optionalLine(100),
  phoneHoursEs: optionalLine(100),
  version: seenVersion,
};

/** A form that shows itself again with other rows, or with the notice as it would look, saves nothing. */
const look = /^(preview|add|remove-\d{1,2})$/;

export type SettingsAsked = { save: SiteSettings; version: number } | { look: string };

/** `timeZone` is the organisation's: in it the moment is read until which a notice is shown. */
export const settingsForm = (timeZone: string, clock: Clock = systemClock) =>
  z.record(z.string(), z.unknown()).transform((typed, context): SettingsAsked => {
    const action = z.string().catch('save').parse(typed['action']);
    if (look.test(action) && action !== 'preview') return { look: action };
    const { values, problems } = readEach(fields, typed);
    const days = closedDaysOf(typed);
    problems.push(...days.problems);
    const said = !!values.noticeEn || !!values.noticeEs;
    const until = values.untilDay ? momentOf(values.untilDay, values.untilTime ?? null, timeZone) : null;
    if (said && values.untilDay === null)
      problems.push({ path: 'untilDay', message: 'Say until when the notice is shown' });
    if (said && until && until.epochMilliseconds <= clock().epochMilliseconds)
      problems.push({
        path: 'untilDay',
        message: 'This moment has passed: choose one that is still to come',
      });
    sayProblems(problems, context);
    if (problems.length > 0) return z.NEVER;
    if (action === 'preview') return { look: action };
    return {
      version: values.version ?? 0,
      save: {
        noticeEn: values.noticeEn ?? null,
        noticeEs: values.noticeEs ?? null,
        noticeLink: said ? (values.noticeLink ?? null) : null,
        noticeUntil: said && until ? until.toString() : null,
        phoneHoursEn: values.phoneHoursEn ?? null,
        phoneHoursEs: values.phoneHoursEs ?? null,
        closedDays: days.days,
      },
    };
  });

/** Without a time the whole day counts. */
export const momentOf = (day: string, time: string | null, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone, plainTime: time ?? endOfDay })
    .toInstant();
