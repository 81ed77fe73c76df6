import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { extendSeries } from '#events/series/extend.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import { Gathering } from '../support/gathering.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { ask, rsvpOf, settled } from './asking.ts';
import { saw } from './seen.ts';

/** The clock of the database, by which seats and mails go, and the night when all clocks change. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
beforeEach(() =>
  stack.database.execute(
    'delete from public.outbox; delete from public.rsvps; delete from public.rate_limits',
  ),
);
afterEach(async () => {
  await settled();
});
afterAll(() => stack.close());

const reminders = async (person: string) =>
  (
    await stack.database.query(
      `select mail.id from public.outbox mail join public.rsvps rsvp on rsvp.id = rsvp_id
       where kind = 'rsvp-reminder' and email = '${person}@example.org'`,
    )
  ).length;

/** From now on reminders go by a clock that the test sets. */
async function withClockOfDatabase(): Promise<{ remindAt(moment: number): Promise<void> }> {
  const [made] = await stack.database.query<{ source: string }>(
    `select pg_get_functiondef('public.queue_event_mails()'::regprocedure) as source`,
  );
  const source = made?.source ?? '';
  expect(source.split('now()').length).toBeGreaterThan(6);
  await stack.database.execute(
    source
      .replace('public.queue_event_mails', 'public.queue_event_mails_at')
      .replaceAll('now()', `current_setting('test.now')::timestamptz`),
  );
  return {
    remindAt: (moment) =>
      stack.database.execute(
        `select set_config('test.now', '${new Date(moment).toISOString()}', false); select public.queue_event_mails_at()`,
      ),
  };
}
const hour = 3_600_000;
const minutes = 5 * 60_000;

test('the clock of the database goes back and ahead: each reminder comes once', async () => {
  const { remindAt } = await withClockOfDatabase();
  const now = Date.now();
  const people = { soon: 30, later: 40, last: 60 };
  for (const [person, inHours] of Object.entries(people))
    await (await Gathering.plan(stack, { inHours })).answer(person);
  const seen: Record<string, number[]> = { soon: [], later: [], last: [] };
  // seven hours, an hour back, a day ahead, and right again until everything is over
  const walk = [
    [3, 7],
    [6, 7],
    [31, 32],
    [7, 41],
    [41, 62],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: ((to - from) * hour) / minutes }, (_, step) => now + from * hour + step * minutes),
  );
  for (const moment of walk) {
    await remindAt(moment);
    for (const person of Object.keys(people)) {
      if ((seen[person]?.length ?? 0) === 0 && (await reminders(person)) > 0) seen[person]?.push(moment);
    }
  }
  const counts = await Promise.all(Object.keys(people).map(reminders));
  expect(counts).toEqual([1, 1, 1]);
  await saw('database-clock', {
    visitor: `Each reminder ${counts.every((count) => count === 1) ? 'once' : 'not once'}; while the clock is ahead, up to a day early`,
    lost: `0 of ${counts.length} reminders, 0 twice`,
    figures: Object.entries(people).map(
      ([person, inHours]) =>
        `${Math.round((now + inHours * hour - (seen[person]?.[0] ?? 0)) / hour)} hours before`,
    ),
  });
});

/** The next night in Denver in which an hour is left out: the day, and the instant. */
function nextSpringNight(): Temporal.ZonedDateTime {
  let at = Temporal.Now.zonedDateTimeISO('America/Denver');
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next) throw new Error('Denver has clock changes');
    if (next.offsetNanoseconds > next.subtract({ seconds: 1 }).offsetNanoseconds) return next;
    at = next;
  }
}

test('the night of the clock change: no date is left out, none is double, each reminder comes once', async () => {
  const { remindAt } = await withClockOfDatabase();
  const night = nextSpringNight();
  const day = night.toPlainDate();
  const wall = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone: 'America/Denver', plainTime: Temporal.PlainTime.from(time) });
  const [series] = await stack.database.query<{ id: string }>(
    `insert into public.event_series (title, rule, starts_on, start_time, lasts_minutes, time_zone, dates_ahead)
     values ('Vigil', 'FREQ=WEEKLY;BYDAY=SU', '${day.subtract({ weeks: 1 }).toString()}', '02:30', 60, 'America/Denver', 3) returning id`,
  );
  const before = wall(day.subtract({ weeks: 1 }), '02:30').toInstant();
  await Gathering.plan(stack, {
    ...{
      slug: `vigil-${day.subtract({ weeks: 1 }).toString()}`,
      seriesId: series?.id,
      seriesOn: day.subtract({ weeks: 1 }).toString(),
    },
    ...{
      startsAt: before.toString(),
      endsAt: before.add({ hours: 1 }).toString(),
      rsvpClosesAt: before.toString(),
    },
  });
  const clock = () => before.subtract({ hours: 24 });
  const runs = [await extendSeries(clock), await extendSeries(clock), await extendSeries(clock)];
  const dates = await stack.database.query<{ slug: string; starts: string }>(
    `select slug, to_char(starts_at at time zone 'America/Denver', 'HH24:MI') as starts from public.events
     where series_id = '${series?.id}' order by starts_at`,
  );
  const [first, inTheNight, after] = dates;
  expect(new Set(dates.map(({ slug }) => slug)).size).toBe(dates.length);
  expect([first, inTheNight, after].map((date) => date?.starts)).toEqual(['02:30', '03:30', '02:30']);

  const eve = wall(day.subtract({ days: 1 }), '23:00').toInstant();
  const across = await Gathering.plan(stack, {
    startsAt: eve.toString(),
    endsAt: eve.add({ hours: 4 }).toString(),
    rsvpClosesAt: eve.toString(),
  });
  await across.answer('across');
  await ask(rsvps, '/api/rsvps', rsvpOf(inTheNight?.slug ?? '', 'night'));
  const instant = night.epochMilliseconds;
  for (let at = instant - 30 * hour; at < instant + 14 * hour; at += minutes) await remindAt(at);
  const sent = [await reminders('across'), await reminders('night')];
  expect(sent).toEqual([1, 1]);
  await saw('clock-change-night', {
    visitor: `The event at 02:30 is at ${inTheNight?.starts} that night and at ${after?.starts} a week later`,
    lost: `0 of ${dates.length} dates, 0 twice; 0 of ${sent.length} reminders, 0 twice`,
    figures: [`${runs.map(({ opened }) => opened).join(', ')} dates opened by three runs`, day.toString()],
  });
});
