import { Temporal } from 'temporal-polyfill';
import type { Json } from '#platform/database.ts';
import type { EventEdit } from './event-form.ts';
import type { KeptEvent } from './kept-event.ts';
import { seriesMinutes } from './kept-series.ts';
import { daysBetween, wallTime } from '#platform/wall-time.ts';

/** What was changed on one date of a series, as a change of another: only that, and each keeps its day. */

type Fields = Omit<EventEdit['fields'], 'slug'>;
const times = ['startsAt', 'endsAt', 'rsvpClosesAt', 'timeZone'] as const;

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/** The clock of a date: its times on the wall, and how many days they lie from the day it starts. */
function clockOf({ startsAt, endsAt, rsvpClosesAt, timeZone }: Pick<Fields, (typeof times)[number]>) {
  const start = wallTime(startsAt, timeZone);
  const later = (moment: string) => {
    const { on, at } = wallTime(moment, timeZone);
    return { at, days: daysBetween(start.on, on) };
  };
  return { timeZone, start: start.at, end: later(endsAt), closes: later(rsvpClosesAt) };
}

const newFields = (before: KeptEvent, edit: EventEdit) =>
  (Object.keys(edit.fields) as (keyof Fields | 'slug')[]).filter(
    (name): name is keyof Fields =>
      name !== 'slug' &&
      !times.some((time) => time === name) &&
      differs(edit.fields[name], before[name as keyof Fields]),
  );

/** What of a change new dates have as well, by the names of the columns of the series. */
export function seriesChange(before: KeptEvent, edit: EventEdit) {
  const { title, startsAt, timeZone } = edit.fields;
  const moved = differs(clockOf(edit.fields), clockOf(before));
  return {
    ...(title !== before.title && { title }),
    ...(moved && {
      ...{ time_zone: timeZone, start_time: wallTime(startsAt, timeZone).at },
      lasts_minutes: seriesMinutes(edit.fields),
    }),
  };
}

/** Fields and private details to write to `other`; null when nothing it shares was changed. */
export function sameChange(before: KeptEvent, edit: EventEdit, other: KeptEvent) {
  const fields: Record<string, Json> = Object.fromEntries(
    newFields(before, edit).map((name) => [name, edit.fields[name]]),
  );
  const clock = clockOf(edit.fields);
  if (differs(clock, clockOf(before))) {
    const day = Temporal.PlainDate.from(wallTime(other.startsAt, other.timeZone).on);
    // a time that is skipped on one of the dates is held as the clock strikes again
    const moment = ({ at, days }: { at: string; days: number }) =>
      day
        .add({ days })
        .toZonedDateTime({ timeZone: clock.timeZone, plainTime: Temporal.PlainTime.from(at) })
        .toInstant()
        .toString();
    Object.assign(fields, {
      startsAt: moment({ at: clock.start, days: 0 }),
      ...{ endsAt: moment(clock.end), rsvpClosesAt: moment(clock.closes), timeZone: clock.timeZone },
    });
  }
  const mine = { address: before.privateAddress, joinUrl: before.joinUrl, arrivalNotes: before.arrivalNotes };
  const theirs = { address: other.privateAddress, joinUrl: other.joinUrl, arrivalNotes: other.arrivalNotes };
  const news = Object.fromEntries(
    Object.entries(edit.told).filter(([name, value]) => mine[name as keyof typeof mine] !== value),
  );
  const told = Object.keys(news).length > 0 ? { ...theirs, ...news } : null;
  return Object.keys(fields).length > 0 || told ? { fields, told } : null;
}
