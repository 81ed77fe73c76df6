import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { dateOrNothing, timeOfDay, zoneField } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import { daysBetween, minutesBetween, momentOf, wallTime } from '#platform/wall-time.ts';

/** When an event is, as the form asks for it: days and times on the wall, in a named zone. */

export const whenFields = {
  on: dateOrNothing,
  startsAt: timeOfDay,
  endsOn: dateOrNothing,
  endsAt: timeOfDay,
  timeZone: zoneField,
  closesOn: dateOrNothing,
  closesAt: timeOfDay,
  closesHours: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'Choose when replies close' })
    .transform(Number)
    .optional(),
};
type WhenFields = { [Key in keyof typeof whenFields]?: z.infer<(typeof whenFields)[Key]> };

export interface When {
  startsAt: string;
  endsAt: string;
  timeZone: string;
  rsvpClosesAt: string;
}

interface Problem {
  path: string;
  message: string;
}

const longestNight = 12 * 60;

/**
 * Reads the fields that could be read, or says what is to be mended. A time that is as it was keeps the
 * very instant it had: of an hour that comes twice, the wall does not say which it is.
 */
export function readWhen(
  fields: WhenFields,
  present: When | null,
  several: boolean,
): { when: When | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (path: string, message: string) => {
    problems.push({ path, message });
    return null;
  };
  const { timeZone } = fields;
  const moment = (on: string, at: string, path: string, was: string | undefined) => {
    if (timeZone === undefined) return null;
    if (was !== undefined && present?.timeZone === timeZone) {
      const before = wallTime(was, timeZone);
      if (before.on === on && before.at === at) return was;
    }
    const read = momentOf({ on, at }, timeZone);
    return typeof read === 'string' ? read : wrong(path, read.message);
  };
  const missing = (path: 'on' | 'startsAt' | 'endsOn' | 'endsAt', message: string) => {
    // what could not be read has its own sentence
    if (path in fields) wrong(path, message);
  };

  const { on, startsAt: from, endsAt: until } = fields;
  if (!on) missing('on', 'Enter the date');
  if (!from) missing('startsAt', 'Enter when it starts, for example 7:00 pm');
  if (several && !fields.endsOn) missing('endsOn', 'Enter the last day');
  if (!until) missing('endsAt', 'Enter when it ends, for example 9:00 pm');
  const startsAt = on && from ? moment(on, from, 'startsAt', present?.startsAt) : null;
  if (!on || !from || !until || startsAt === null || (several && !fields.endsOn))
    return { when: null, problems };

  const lastDay = fields.endsOn ?? (until > from ? on : nextDay(on));
  const endsAt = moment(lastDay, until, 'endsAt', present?.endsAt);
  if (endsAt === null || timeZone === undefined) return { when: null, problems };
  const minutes = minutesBetween(startsAt, endsAt);
  if (minutes <= 0) wrong(fields.endsOn ? 'endsOn' : 'endsAt', 'The end must come after the start');
  // past midnight is a night; a whole day round is a slip of the finger
  else if (!fields.endsOn && minutes > longestNight && lastDay !== on)
    wrong('endsAt', 'The end must come after the start');
  const rsvpClosesAt = closing();
  if (problems.length === 0 && rsvpClosesAt !== null && minutesBetween(rsvpClosesAt, endsAt) < 0)
    wrong('closesOn', 'Replies must close before the event ends');
  if (problems.length > 0 || rsvpClosesAt === null) return { when: null, problems };
  return { when: { startsAt, endsAt, timeZone, rsvpClosesAt }, problems };

  function closing(): string | null {
    const { closesOn, closesAt, closesHours } = fields;
    if (startsAt === null) return null;
    if (closesHours !== undefined) return instant(startsAt).subtract({ hours: closesHours }).toString();
    if (!closesOn && !closesAt) return startsAt;
    if (!closesAt)
      return 'closesAt' in fields ? wrong('closesAt', 'Enter the time at which replies close as well') : null;
    return moment(closesOn ?? on ?? '', closesAt, 'closesAt', present?.rsvpClosesAt);
  }
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The times of an event as the form shows them. */
export function flatWhen({ startsAt, endsAt, timeZone, rsvpClosesAt }: When): TypedValues {
  const there = (moment: string) => wallTime(moment, timeZone);
  const [start, end] = [there(startsAt), there(endsAt)];
  const night = daysBetween(start.on, end.on) === 1 && end.at <= start.at;
  const sameEvening =
    (start.on === end.on && end.at > start.at) || (night && minutesBetween(startsAt, endsAt) <= longestNight);
  const closes = startsAt === rsvpClosesAt ? { on: '', at: '' } : there(rsvpClosesAt);
  return {
    ...{ on: start.on, startsAt: start.at, endsOn: sameEvening ? '' : end.on, endsAt: end.at, timeZone },
    ...{ closesOn: closes.on, closesAt: closes.at },
  };
}
