import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { byStart } from '../event.ts';

/** Mails to guests that did not arrive, for staff: read and tried again as the person who is signed in. */

const row = z.object({
  id: z.uuid(),
  kind: z.string(),
  status: z.enum(['failed', 'unknown']),
  last_error: z.string().nullable(),
  finished_at: z.string().nullable(),
  rsvp: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    event: z.object({ slug: z.string(), title: z.string(), starts_at: z.string() }),
  }),
});

export interface UndeliveredMail {
  id: string;
  /** What it was about, in words. */
  about: string;
  /** Why, in words. */
  trouble: string;
  /** It may have arrived all the same: who tries it again may send it twice, and the page has to say so. */
  mayHaveArrived: boolean;
  /** When it was given up. */
  givenUpAt: string | null;
  guest: { rsvp: string; name: string; email: string | null };
  event: { slug: string; title: string; startsAt: string };
}

/** Soonest event first. `event`: the slug of one. Throws DatabaseUnavailable. */
export async function undeliveredMails(database: OnwardDatabase, event?: string): Promise<UndeliveredMail[]> {
  const asked = database
    .from('outbox')
    .select(
      'id, kind, status, last_error, finished_at, rsvp:rsvps!inner(id, name, email, event:events!inner(slug, title, starts_at))',
    )
    .in('status', ['failed', 'unknown']);
  const found = rows(await (event === undefined ? asked : asked.eq('rsvp.event.slug', event)).limit(500));
  return z
    .array(row)
    .parse(found)
    .map(({ rsvp, ...mail }) => ({
      id: mail.id,
      about: aboutWords[mail.kind] ?? 'Something about their reply',
      trouble: troubleInWords(mail.status, mail.last_error),
      mayHaveArrived: mail.status === 'unknown',
      givenUpAt: mail.finished_at,
      guest: { rsvp: rsvp.id, name: rsvp.name, email: rsvp.email },
      event: { slug: rsvp.event.slug, title: rsvp.event.title, startsAt: rsvp.event.starts_at },
    }))
    .sort((a, b) => byStart(a.event, b.event));
}

/** Puts it into the outbox once more. False when it is there no more, or was tried again meanwhile. */
export const retryMail = async (database: OnwardDatabase, id: string): Promise<boolean> =>
  rows(await database.rpc('retry_mail', { p_mail: id }));

const aboutWords: Record<string, string> = {
  'rsvp-going': 'That they have a place',
  'rsvp-waiting': 'That they are on the waiting list',
  'rsvp-asked': 'That we got their reply',
  'rsvp-dates': 'How their dates stand',
  'rsvp-promoted': 'That a place opened up for them',
  'rsvp-session': 'That a place opened up in a session',
  'rsvp-updated': 'That their reply is changed',
  'rsvp-cancelled': 'That their place is cancelled',
  'rsvp-lapsed': 'That their seat went to the next in line',
  'rsvp-removed': 'That we took them off the list',
  'rsvp-moved': 'That they are back on the waiting list',
  'rsvp-link': 'Their link, which they asked for',
  'event-changed': 'What you changed',
  'event-called-off': 'That it is called off',
  'event-message': 'Your message to guests',
  'rsvp-reminder': 'The reminder',
  'rsvp-soon': 'The second reminder',
  'rsvp-thanks': 'The thank you',
};

/** The code of an SMTP error ("EENVELOPE RCPT TO 550") as somebody reads it who can do something about it. */
export function troubleInWords(status: 'failed' | 'unknown', code: string | null): string {
  if (status === 'unknown')
    return 'The line to the mail provider broke at the last moment. It may have arrived, or not.';
  if (/RCPT TO 5/.test(code ?? '')) return 'The address does not take mail. It may be misspelt.';
  if (/DATA 5/.test(code ?? '')) return 'Their mail provider refused this mail.';
  if (/AUTH|MAIL FROM/.test(code ?? ''))
    return 'Our mail provider did not let us in. Tell whoever looks after the site.';
  return 'The mail provider did not take it, however often we tried.';
}
