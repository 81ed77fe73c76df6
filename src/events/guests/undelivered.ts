import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';

/** Mails to guests that did not go out, for a person to decide about. */

const mailRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  status: z.enum(['failed', 'unknown']),
  last_error: z.string().nullable(),
  finished_at: z.string().nullable(),
  rsvp: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }),
});
export type UndeliveredMail = z.infer<typeof mailRow>;

export async function undeliveredTo(
  database: OnwardDatabase,
  event: { id: string },
  most = 200,
): Promise<UndeliveredMail[]> {
  const answer = await database
    .from('outbox')
    .select('id, kind, status, last_error, finished_at, rsvp:rsvps!inner(id, name, email, event_id)')
    .eq('rsvp.event_id', event.id)
    .in('status', ['failed', 'unknown'])
    .order('finished_at')
    .limit(most);
  return z.array(mailRow).parse(rows(answer));
}

/** Tries it once more. False when somebody else has already. */
export async function retryMail(database: OnwardDatabase, mail: string): Promise<boolean> {
  return rows(await database.rpc('retry_mail', { p_mail: mail }));
}

/** Why it did not arrive, from the code that was kept of it. */
export function failureWords({
  status,
  last_error: code,
}: Pick<UndeliveredMail, 'status' | 'last_error'>): string {
  if (status === 'unknown')
    return 'The line broke while it was handed over. It may have arrived; sending again may send it twice';
  const answer = Number(/\b([45]\d\d)\b/.exec(code ?? '')?.[1]);
  if (/RCPT TO/.test(code ?? '') || [550, 551, 553].includes(answer))
    return 'Their mail server does not know this address, or refuses mail to it';
  if (answer === 552 || answer === 452) return 'Their mailbox is full';
  if (answer >= 500) return 'The mail server refused it';
  if (code === 'no-composer')
    return 'The site does not know how to write this mail. Tell whoever looks after the site';
  return 'It could not be sent in many tries: the mail server did not take it';
}

const kinds: Record<string, string> = {
  'rsvp-going': 'You have a place',
  'rsvp-waiting': 'You are on the waiting list',
  'rsvp-asked': 'We have your answer',
  'rsvp-dates': 'Your dates',
  'rsvp-promoted': 'A seat came free',
  'rsvp-session': 'A place in a session',
  'rsvp-updated': 'Your reply is changed',
  'rsvp-cancelled': 'Your place is cancelled',
  'rsvp-lapsed': 'Your seat went on',
  'rsvp-removed': 'Your place was taken off',
  'rsvp-moved': 'Back on the waiting list',
  'rsvp-link': 'Your link',
  'event-changed': 'Something changed',
  'event-called-off': 'It is called off',
  'event-message': 'Your message to guests',
  'rsvp-reminder': 'Reminder',
  'rsvp-soon': 'Reminder, two hours before',
  'rsvp-thanks': 'Thanks',
};
export const mailWordsFor = (kind: string): string => kinds[kind] ?? kind;
