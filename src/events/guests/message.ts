import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { freeText } from '#platform/free-text.ts';
import type { Guest } from './guest.ts';

/** A message of staff to an event's guests: by mail to who left an address; the others are called. */

export const audiences = ['going', 'waiting', 'everybody'] as const;
export type Audience = (typeof audiences)[number];

export const audienceWords: Record<Audience, string> = {
  going: 'Everybody who has a place',
  waiting: 'Everybody on the waiting list',
  everybody: 'Everybody who answered and has not cancelled',
};

const words = {
  audience: z.enum(audiences, { error: 'Choose who gets it' }),
  body: freeText(2000).refine((text) => text !== '', { error: 'Write what they should know' }),
};

export const messageForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('preview'), ...words }),
  // the words again, to go on writing
  z.object({ action: z.literal('edit'), audience: z.string(), body: z.string() }),
  z.object({ action: z.literal('send'), message: z.uuid(), ...words }),
]);

/** Who gets a mail, and who can only be called. */
export function reached(guests: Guest[], audience: Audience): { byMail: Guest[]; byPhone: Guest[] } {
  const meant = guests.filter(
    ({ standing }) => standing !== 'cancelled' && (audience === 'everybody' || standing === audience),
  );
  return {
    byMail: meant.filter(({ email }) => email !== null),
    byPhone: meant.filter(({ email, phone }) => email === null && phone !== null),
  };
}

/** Queues the mails; how many, or null when this message was sent before. Throws DatabaseUnavailable. */
export async function sendMessage(
  database: OnwardDatabase,
  event: { id: string },
  { message, audience, body }: { message: string; audience: Audience; body: string },
): Promise<number | null> {
  const parameters = { p_event: event.id, p_audience: audience, p_body: body, p_message: message };
  const answer = await database.rpc('write_to_guests', parameters);
  return rows(answer) as number | null;
}

const messageRow = z.object({
  id: z.uuid(),
  audience: z.enum(audiences),
  body: z.string(),
  staff_name: z.string().nullable(),
  created_at: z.string(),
});
export type SentMessage = z.infer<typeof messageRow>;

/** What was written to the guests before, the latest first. */
export async function sentMessages(database: OnwardDatabase, event: { id: string }): Promise<SentMessage[]> {
  const answer = await database
    .from('event_messages')
    .select('id, audience, body, staff_name, created_at')
    .eq('event_id', event.id)
    .order('created_at', { ascending: false })
    .limit(100);
  return z.array(messageRow).parse(rows(answer));
}
