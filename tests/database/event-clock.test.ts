import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { extendSeries } from '#events/series/extend.ts';
import eventTasks from '../../netlify/functions/event-tasks.ts';
import extend from '../../netlify/functions/extend-series.ts';
import { watchedContext } from '../support/function-context.ts';
import { call, startRealPostgres, type Client } from '../support/postgres.ts';
import { serveRest } from '../support/real-stack.ts';
import { addEvent, createRsvp } from '../support/seats.ts';

/** What happens to events because time passes, several times at once, on a real PostgreSQL. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.close());

const { context, settled } = watchedContext();
const scheduled = () => new Request('http://localhost/', { method: 'POST' });

const clock = () => Temporal.Instant.from('2026-11-01T12:00:00Z');
async function suppers(owner: Client, more = '') {
  const series = await call<string>(
    owner,
    `id from (values (gen_random_uuid())) made (id)`.replace(/^/, '(select ') + ')',
  );
  await owner.unsafe(
    `insert into public.event_series (id, title, rule, starts_on, start_time, lasts_minutes, time_zone, dates_ahead)
     values ('${series}', 'Supper', 'FREQ=WEEKLY;BYDAY=TU', '2026-10-20', '18:30', 120, 'America/Denver', 4)`,
  );
  await call(
    owner,
    `public.create_event(jsonb_build_object(
      'slug', 'supper-2026-10-27', 'title', 'Supper', 'summary', 'A long table.', 'kind', 'social',
      'format', 'in-person', 'startsAt', '2026-10-28T00:30:00Z', 'endsAt', '2026-10-28T02:30:00Z',
      'rsvpClosesAt', '2026-10-27T18:00:00Z', 'timeZone', 'America/Denver', 'status', 'published',
      'capacity', 9, 'asksFood', true, 'seriesId', '${series}', 'seriesOn', '2026-10-27'),
      '{"address": "77 Larkspur Court"}')`,
  );
  if (more) await owner.unsafe(more);
  return series;
}

describe('the next dates of a series', () => {
  test('are opened once, like the newest, at their hour on the wall, however many runs there are', async () => {
    await using database = await postgres.freshDatabase();
    await using _rest = await serveRest(database);
    await suppers(database.owner);
    const counts = await Promise.all(Array.from({ length: 5 }, () => extendSeries(clock)));
    expect(counts.reduce((sum, { opened }) => sum + opened, 0)).toBe(4);
    expect(counts.every(({ refused }) => refused === 0)).toBe(true);
    expect(await extendSeries(clock)).toEqual({ opened: 0, there: 0, refused: 0 });

    const dates = await database.owner.unsafe(
      `select event.slug, event.starts_at, event.rsvp_closes_at, event.asks_food, pool.capacity, told.address
       from public.events event join public.seat_pools pool on pool.id = event.pool_id
       left join public.event_private_details told on told.event_id = event.id
       where event.series_on > '2026-10-27' order by event.starts_at`,
    );
    expect(dates.map(({ slug }) => String(slug))).toEqual(
      ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'].map((on) => `supper-${on}`),
    );
    expect(dates[0]).toMatchObject({
      starts_at: new Date('2026-11-04T01:30:00Z'),
      asks_food: true,
      capacity: 9,
      address: '77 Larkspur Court',
    });
  });

  test('a series that has ended gets none; one whose rule cannot be read stops itself only', async () => {
    await using database = await postgres.freshDatabase();
    await using _rest = await serveRest(database);
    await suppers(
      database.owner,
      `update public.event_series set ended = true;
       insert into public.event_series (title, rule, starts_on, start_time, lasts_minutes, time_zone)
       values ('Odd', 'FREQ=WEEKLY;BYDAY=XX', '2026-10-20', '18:30', 120, 'America/Denver');`,
    );
    const odd = await call<string>(
      database.owner,
      `(select id from public.event_series where title = 'Odd')`,
    );
    expect(await extendSeries(clock)).toEqual({ opened: 0, there: 0, refused: 0 });
    await database.owner.unsafe(
      `update public.event_series set ended = false; update public.events set series_id = '${odd}'`,
    );
    expect(await extendSeries(clock)).toEqual({ opened: 0, there: 0, refused: 1 });
  });

  test('a name that another event has is refused, and the others are opened', async () => {
    await using database = await postgres.freshDatabase();
    await using _rest = await serveRest(database);
    await suppers(database.owner);
    await addEvent(database.owner, 'supper-2026-11-10', { capacity: 3 });
    expect(await extendSeries(clock)).toEqual({ opened: 3, there: 0, refused: 1 });
  });

  test('the function answers with what it did', async () => {
    await using database = await postgres.freshDatabase();
    await using _rest = await serveRest(database);
    const response = await extend(scheduled(), context);
    expect(await response.json()).toEqual({ opened: 0, refused: 0 });
  });
});

describe('every five minutes', () => {
  test('seats nobody said yes to go on and reminders are queued, once, however many runs there are', async () => {
    await using database = await postgres.freshDatabase();
    await using _rest = await serveRest(database);
    const { owner } = database;
    await addEvent(owner, 'supper', { capacity: 1 });
    const held = await createRsvp(owner, 'supper', 'ana', 1);
    await createRsvp(owner, 'supper', 'ben', 1);
    await owner.unsafe(
      `update public.rsvps set confirm_by = now() - interval '1 minute' where id = '${held.rsvp}'`,
    );
    await addEvent(owner, 'tomorrow', { capacity: null });
    await createRsvp(owner, 'tomorrow', 'ana', 1);
    await owner.unsafe(
      `update public.events set rsvp_closes_at = now() + interval '20 hours', starts_at = date_trunc('minute', now()) + interval '20 hours',
         ends_at = now() + interval '22 hours' where slug = 'tomorrow';
       update public.rsvps set created_at = now() - interval '1 day';`,
    );
    const answers = await Promise.all(
      Array.from(
        { length: 4 },
        async () => (await eventTasks(scheduled(), context)).json() as Promise<Record<string, number>>,
      ),
    );
    await settled();
    const sum = (name: string) => answers.reduce((total, answer) => total + (answer[name] ?? 0), 0);
    expect([sum('lapsed'), sum('queued')]).toEqual([1, 1]);
    const mails = await owner.unsafe(
      `select kind, count(*)::integer as count from public.outbox group by kind order by kind`,
    );
    expect(mails.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'rsvp-going 2',
      'rsvp-lapsed 1',
      'rsvp-promoted 1',
      'rsvp-reminder 1',
      'rsvp-waiting 1',
    ]);
  });
});
