import { deliverNow } from '#mail/deliver-now.ts';
import type { CaughtMail } from '../../local/mail-catcher.ts';
import type { TestStack } from './stack.ts';

/** Events, guests and staff of a test of mails: everything through the functions of the database. */

const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
let number = 0;

export class Gathering {
  readonly stack: TestStack;
  readonly slug: string;
  readonly id: string;

  private constructor(stack: TestStack, slug: string, id: string) {
    this.stack = stack;
    this.slug = slug;
    this.id = id;
  }

  /** An evening in the barn in three days, or whatever `details` say. Times are in hours from now. */
  static async plan(
    stack: TestStack,
    details: Record<string, unknown> & { inHours?: number; lasts?: number } = {},
    told: Record<string, unknown> = {},
  ): Promise<Gathering> {
    const { inHours = 72, lasts = 2, ...rest } = details;
    const slug = `evening-${++number}`;
    const row = {
      slug,
      title: 'An evening by the fire',
      summary: 'Come in.',
      kind: 'social',
      format: 'in-person',
      capacity: 4,
      startsAt: hours(inHours),
      endsAt: hours(inHours + lasts),
      rsvpClosesAt: hours(inHours),
      timeZone: 'America/Denver',
      placeName: 'The barn',
      address: '4 Mill Street',
      maxPartySize: 4,
      status: 'published',
      ...rest,
    };
    const [made] = await stack.database.query<{ id: string }>(
      `select public.create_event(${literal(row)}, ${literal(told)}) as id`,
    );
    return new Gathering(stack, String(row.slug), made?.id ?? '');
  }

  /** Somebody answers; returns the id of their RSVP. */
  async answer(
    person: string,
    party = 1,
    details: Record<string, unknown> = {},
    language = 'en',
  ): Promise<string> {
    const [made] = await this.stack.database.query<{ answer: { rsvp: string; outcome: string } }>(
      `select public.create_rsvp(${text(this.slug)}, 'Ana', ${party}, p_email => ${text(`${person}@example.org`)},
        p_language => ${text(language)}, p_details => ${literal(details)}) as answer`,
    );
    if (made?.answer.outcome !== 'created') throw new Error(`not taken: ${JSON.stringify(made?.answer)}`);
    return made.answer.rsvp;
  }

  /** Calls a function of the database as its owner, which staff's functions take for the service. */
  async call(expression: string): Promise<void> {
    await this.stack.database.execute(`select ${expression}`);
  }

  /** Puts it at another time, as staff do; in hours from now. Returns when that is. */
  async move(from: number, to: number, tell = true): Promise<{ startsAt: string; endsAt: string }> {
    const times = { startsAt: hours(from), endsAt: hours(to) };
    await this.change({ ...times, rsvpClosesAt: times.startsAt }, null, tell);
    return times;
  }

  /** Puts it at another time behind everybody's back, as when time passes. */
  shift = (from: number, to: number) =>
    this.stack.database.execute(
      `update public.events set starts_at = '${hours(from)}', ends_at = '${hours(to)}', rsvp_closes_at = '${hours(from)}' where id = '${this.id}'`,
    );

  write = (audience: string, body: string) =>
    this.call(`private.write_to_guests('${this.id}', '${audience}', ${text(body)}, gen_random_uuid())`);

  change = (fields: Record<string, unknown>, told: Record<string, unknown> | null = null, tell = true) =>
    this.call(
      `private.change_event('${this.id}', ${literal(fields)}, ${told ? literal(told) : 'null'}, ${String(tell)})`,
    );
}

export const hours = (count: number): string => {
  const moment = new Date(Date.now() + count * 3_600_000);
  moment.setSeconds(0, 0);
  return moment.toISOString();
};

/** Sends what is due, and returns the newest mail to a person. */
export async function mailTo(stack: TestStack, person: string): Promise<CaughtMail | undefined> {
  await deliverNow();
  return stack.mail.messages.find(({ to }) => to.includes(`${person}@example.org`));
}

/** Sends what is due, and returns all subjects a person saw, oldest first. */
export async function subjectsTo(stack: TestStack, person: string): Promise<string[]> {
  await deliverNow();
  return stack.mail.messages
    .filter(({ to }) => to.includes(`${person}@example.org`))
    .map(({ subject }) => subject)
    .reverse();
}
