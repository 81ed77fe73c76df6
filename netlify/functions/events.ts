import type { Config } from '@netlify/functions';
import { replyStatus } from '#events/event.ts';
import { listComingEvents } from '#events/events.ts';
import { keptByCdn } from '#platform/cached-answer.ts';
import { systemClock } from '#platform/clock.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { json } from '#platform/problem.ts';

/** Live seats, for pages to show. Never the basis of a decision: the database decides under its lock. */
export default getEndpoint('/api/events', async () => {
  const now = systemClock().toString();
  return json(
    (await listComingEvents(now)).map((event) => ({
      slug: event.slug,
      title: event.title,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      status: replyStatus(event, now),
      capacity: event.capacity,
      seatsLeft: event.seatsLeft,
      waiting: event.waiting,
      replies: event.replies,
      online: event.online,
      sessions: event.sessions.map(({ id, seats }) => ({ id, ...seats })),
    })),
    { headers: keptByCdn({ seconds: 15, staleSeconds: 15, tags: ['events'] }) },
  );
});

export const config: Config = { path: '/api/events' };
