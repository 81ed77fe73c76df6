import type { Context } from '@netlify/functions';
import { deliverNow } from '#mail/deliver-now.ts';
import manage from '../../netlify/functions/rsvps-manage.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import { watchedContext } from './function-context.ts';
import { Gathering, hours } from './gathering.ts';
import { startTestStack, type TestStack } from './stack.ts';

/** What a call for an RSVP answers. */
export interface Answer {
  status: string | number;
  position?: number;
  manageUrl: string;
  title?: string;
  errors?: Record<string, string[]>;
}
export interface Answered {
  response: Response;
  body: Answer;
}

export interface RsvpDesk {
  stack: TestStack;
  context: Context;
  /** A fresh event in three days, so that no test depends on another. Returns its slug. */
  event(details?: Record<string, unknown>, told?: Record<string, unknown>): Promise<string>;
  /** So many weekly dates of a series, each with four seats. Returns their slugs. */
  series(dates: number): Promise<string[]>;
  rsvp(event: string, fields: Record<string, unknown>): Promise<Answered>;
  change(fields: Record<string, unknown>): Promise<Answered>;
  /** Everything that goes on behind an answer is done, and every mail that is due is sent. */
  settled(): Promise<void>;
  /** Subjects, oldest first. */
  subjectsTo(address: string): string[];
  /** The token of the link in the last mail to an address. */
  mailedToken(address: string): string;
  query<Row>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

const inDays = (days: number) => hours(days * 24);

/** The functions of RSVPs as they are deployed, on a database and a mail catcher of their own. */
export async function openRsvpDesk(): Promise<RsvpDesk> {
  const stack = await startTestStack();
  const { context, settled } = watchedContext();

  const call = async (handler: typeof rsvps, path: string, body: unknown): Promise<Answered> => {
    const request = new Request(`${stack.origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const response = await handler(request, context);
    return { response, body: (await response.clone().json()) as Answer };
  };
  const query = <Row>(sql: string) => stack.database.query<Row & Record<string, unknown>>(sql);

  const event: RsvpDesk['event'] = async (details = {}, told = {}) => {
    const row = { address: null, rsvpClosesAt: hours(70), ...details };
    return (await Gathering.plan(stack, row, told)).slug;
  };

  return {
    ...{ stack, context, event, query },
    async series(dates) {
      const [series] = await query<{ id: string }>(
        `insert into public.event_series (title, rule, starts_on, start_time, lasts_minutes, time_zone)
         values ('Supper', 'FREQ=WEEKLY', current_date, '18:30', 120, 'America/Denver') returning id`,
      );
      const slugs: string[] = [];
      for (let week = 1; week <= dates; week++) {
        slugs.push(
          await event({
            ...{ seriesId: series?.id, seriesOn: inDays(week * 7).slice(0, 10) },
            ...{
              startsAt: inDays(week * 7),
              endsAt: inDays(week * 7 + 0.1),
              rsvpClosesAt: inDays(week * 7 - 0.1),
            },
          }),
        );
      }
      return slugs;
    },
    rsvp: (slug, fields) => call(rsvps, '/api/rsvps', { event: slug, name: 'Ana', partySize: 1, ...fields }),
    change: (fields) => call(manage, '/api/rsvps/manage', fields),
    async settled() {
      await settled();
      await deliverNow();
    },
    subjectsTo: (address) =>
      stack.mail.messages
        .filter(({ to }) => to.includes(address))
        .map(({ subject }) => subject)
        .reverse(),
    mailedToken(address) {
      const mail = stack.mail.messages.find(({ to }) => to.includes(address));
      return /\/r\/(r[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    },
    async close() {
      await settled();
      await stack.close();
    },
  };
}
