import * as z from 'zod';
import type { OnwardDatabase } from '#platform/database.ts';
import { act, doneWords, type Done } from './guest-actions.ts';
import { retryMail } from './undelivered.ts';

/** What the forms of the guest list send. Names are looked for by POST, so that none stands in an address. */
export const listForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('find'), name: z.string().max(200) }),
  z.object({ action: z.literal('accept'), rsvp: z.uuid() }),
  z.object({ action: z.literal('retry'), mail: z.uuid() }),
]);

/** Does it as the person who asks; null for what changes nothing. Throws DatabaseUnavailable. */
export async function actOnList(
  database: OnwardDatabase,
  form: z.infer<typeof listForm>,
): Promise<Done | 'resent' | null> {
  if (form.action === 'find') return null;
  if (form.action === 'accept') return act(database, form.rsvp, { action: 'accept' });
  return (await retryMail(database, form.mail)) ? 'resent' : 'unknown';
}

export const listNotices: Record<string, string> = { ...doneWords, resent: 'It is on its way once more.' };
