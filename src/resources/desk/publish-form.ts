import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { dateOrNothing, optionalText, seenVersion, timeOfDay } from '#platform/form-fields.ts';
import { momentOf } from '#platform/wall-time.ts';
import { nextDay } from './days.ts';

/** What is pressed on the page that publishes. `version` is the one the page showed. */
export type PublishAction =
  | { do: 'publish'; version: number; at: string | null; expiresAt: string | null; asIs: boolean }
  | { do: 'ask' | 'take-back' | 'unplan'; version: number }
  | { do: 'send-back'; version: number; note: string };

const typed = z.object({
  do: z.enum(['publish', 'plan', 'ask', 'take-back', 'unplan', 'send-back'], {
    error: 'Choose what is to be done',
  }),
  version: seenVersion,
  /** Of the plan: a day and a time of the organisation's clock. */
  day: dateOrNothing.optional(),
  time: timeOfDay.optional(),
  /** The last day on the site, beside "Publish now" and beside the plan. */
  until: dateOrNothing.optional(),
  planUntil: dateOrNothing.optional(),
  asIs: z.literal('yes').optional(),
  note: optionalText(1000).optional(),
});

/** `now` an instant; days and times are those of `timeZone`. */
export const publishForm = (now: string, timeZone: string) =>
  typed.transform((form, context): PublishAction => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
      return z.NEVER;
    };
    const { version } = form;
    if (form.do === 'send-back')
      return form.note
        ? { do: form.do, version, note: form.note }
        : refuse('note', 'Say what is to be changed: the author reads it');
    if (form.do !== 'publish' && form.do !== 'plan') return { do: form.do, version };

    let at: string | null = null;
    if (form.do === 'plan') {
      if (!form.day) return refuse('day', 'Enter the day on which it goes out');
      if (!form.time) return refuse('time', 'Enter the time at which it goes out');
      const moment = momentOf({ on: form.day, at: form.time }, timeZone);
      if (typeof moment !== 'string') return refuse('time', moment.message);
      if (isBefore(moment, now)) return refuse('day', 'Enter a moment that is still to come');
      at = moment;
    }
    const field = form.do === 'plan' ? 'planUntil' : 'until';
    const lastDay = form[field] ?? null;
    const expiresAt = lastDay === null ? null : endOf(lastDay, timeZone);
    if (expiresAt !== null && isBefore(expiresAt, at ?? now))
      return refuse(field, 'Its last day is after the day on which it goes out');
    return { do: 'publish', version, at, expiresAt, asIs: form.asIs === 'yes' };
  });

const isBefore = (moment: string, other: string) =>
  instant(moment).epochMilliseconds <= instant(other).epochMilliseconds;

/** The midnight after a day. */
function endOf(day: string, timeZone: string): string {
  const moment = momentOf({ on: nextDay(day), at: '00:00' }, timeZone);
  // where the clocks go forward at midnight the day begins an hour later
  const late = typeof moment === 'string' ? moment : momentOf({ on: nextDay(day), at: '01:00' }, timeZone);
  return typeof late === 'string' ? late : `${nextDay(day)}T12:00:00Z`;
}
