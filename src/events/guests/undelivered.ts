import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { Guest } from './guest.ts';

/** Mails to guests that did not arrive, for staff: read and tried again as the person who is signed in. */

const row = z.object({
  id: z.uuid(),
  kind: z.string(),
  status: z.enum(['failed', 'unknown']),
  last_error: z.string().nullable(),
  rsvp_id: z.uuid(),
});

export interface UndeliveredMail {
  id: string;
  /** What it was about, in words. */
  about: string;
  /** Why, in words. */
  trouble: string;
  /** It may have arrived all the same: who tries it again may send it twice, and the page has to say so. */
  mayHaveArrived: boolean;
  guest: { rsvp: string; name: string; email: string | null };
}

/** To these guests of one event, the oldest first. Throws DatabaseUnavailable. */
export async function undeliveredMails(
  database: OnwardDatabase,
  event: { id: string },
  guests: Guest[],
): Promise<UndeliveredMail[]> {
  const answer = await database
    .from('outbox')
    .select('id, kind, status, last_error, rsvp_id, rsvp:rsvps!inner(event_id)')
    // by what they are not: @supabase/lite 0.10 takes “unknown” in a filter for SQL's unknown, and finds none
    .not('status', 'in', '(queued,sending,sent,dropped)')
    .eq('rsvp.event_id', event.id)
    .order('created_at')
    .limit(500);
  const byId = new Map(guests.map((guest) => [guest.id, guest]));
  return z
    .array(row)
    .parse(rows(answer))
    .flatMap(({ rsvp_id, ...mail }) => {
      const guest = byId.get(rsvp_id);
      if (!guest) return [];
      return {
        id: mail.id,
        about: aboutWords[mail.kind] ?? 'Something about their reply',
        trouble: troubleInWords(mail.status, mail.last_error),
        mayHaveArrived: mail.status === 'unknown',
        guest: { rsvp: rsvp_id, name: guest.name, email: guest.email },
      };
    });
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
