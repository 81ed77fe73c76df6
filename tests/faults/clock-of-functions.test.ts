import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readAnswerToken } from '#events/answer-token.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import eventTasks from '../../netlify/functions/event-tasks.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import { tokenOf } from '../support/personal-links.ts';
import { startRealPostgres } from '../support/postgres.ts';
import { serveRest } from '../support/real-stack.ts';
import { addEvent } from '../support/seats.ts';
import { ask, rsvpOf, runOnce, settled } from './asking.ts';
import { saw } from './seen.ts';

/** The clock of the functions is wrong, the one of the database is not: a PostgreSQL in a process of its own. */

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => postgres.close());

test.each([
  { fault: 'clock-back', hours: -1 },
  { fault: 'clock-ahead', hours: 24 },
] as const)(
  'the clock of the functions is $hours hours off: answers and links stay right, and no reminder is double',
  async ({ fault, hours }) => {
    await using database = await postgres.freshDatabase();
    await using _rest = await serveRest(database);
    const { owner } = database;
    await addEvent(owner, 'evening', { capacity: 4 });
    await owner.unsafe(
      `update public.events set rsvp_closes_at = now() + interval '20 hours', starts_at = date_trunc('minute', now()) + interval '20 hours', ends_at = now() + interval '22 hours'`,
    );
    const answered = async (more = {}) => {
      const answer = await ask(rsvps, '/api/rsvps', rsvpOf('evening', fault, more));
      await settled();
      return answer;
    };
    const first = await answered();
    await owner.unsafe(`update public.rsvps set created_at = now() - interval '1 day'`);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 });
    const repeated = await answered();
    const withoutKey = await answered({ idempotencyKey: undefined });
    const link = readAnswerToken(tokenOf({ manageUrl: String(first.body['manageUrl']) }));
    await Promise.all([runOnce(eventTasks), runOnce(eventTasks)]);
    await Promise.all([runOnce(deliverMail), runOnce(deliverMail)]);
    const newcomer = await ask(rsvps, '/api/rsvps', rsvpOf('evening', `${fault}-new`));
    vi.useRealTimers();
    await runOnce(eventTasks);
    expect([first.status, repeated.status, newcomer.status]).toEqual([201, 200, 201]);
    expect(withoutKey.status).toBeLessThan(300);
    expect(link?.status).toBe('going');
    const stored = await owner.unsafe(`select id from public.rsvps where email = '${fault}@example.org'`);
    await settled();
    const reminders = await owner.unsafe<{ status: string }[]>(
      `select mail.status from public.outbox mail join public.rsvps rsvp on rsvp.id = rsvp_id
       where kind = 'rsvp-reminder' and email = '${fault}@example.org'`,
    );
    expect([stored.length, reminders.length]).toEqual([1, 1]);
    const dropped = reminders.filter(({ status }) => status === 'dropped').length;
    expect(dropped).toBe(0);
    await saw(fault, {
      visitor: `RSVP: ${newcomer.status}, repeated: ${repeated.status}; the link from before opens`,
      lost: `0 answers, 0 twice. ${dropped} of 1 reminders: seats, deadlines, who is reminded and whether there is still something to say go by the clock of the database`,
      figures: [`${hours} hours`],
    });
  },
);
